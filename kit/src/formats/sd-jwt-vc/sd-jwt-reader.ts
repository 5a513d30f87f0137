import { asList, isJsonObject, type JsonObject } from '../../json/index.ts'
import {
  type Failure,
  fails,
  type KeyBindingDemand,
  type ParsedSdJwt,
  parseSdJwt,
  readJwtTimes,
  type SdJwtVerified,
  sdJwtTypes,
  verifySdJwt,
} from '../../proofs/index.ts'
import type {
  CredentialReader,
  HolderReading,
  ParsedCredential,
  ReadQuestion,
  SealSigner,
} from '../format.ts'
import { type FormatInput, peekPart } from '../format-input.ts'
import { toFailure } from '../w3c-vc/read-secured.ts'
import { findTokenSigners } from './find-token-signers.ts'
import { readSdJwtContent } from './read-sd-jwt-content.ts'

const format = 'sd-jwt-vc'

/** Credentials as SD-JWT (`dc+sd-jwt` and the older `vc+sd-jwt`), with or without a proof of the holder's key. */
export const sdJwtReader: CredentialReader = {
  detect(input) {
    switch (input.kind) {
      case 'token':
        return input.token.includes('~') || isSdJwtType(peekPart(input.token, 0)) ? format : undefined
      case 'json':
        return isJsonForm(input.json) ? format : undefined
      case 'broken':
        return /"disclosures"\s*:/.test(input.text) ? format : undefined
      case 'other':
        return undefined
    }
  },
  async parse(input, question) {
    const parsed = parseSdJwt(textOf(input))
    if (!parsed.ok) return { format, ...toFailure(parsed) }
    const signers = await findTokenSigners(parsed.header, issuerOf(parsed.claimed), question)
    if ('ok' in signers) return { format, seal: { outcome: signers } }
    return verifyWithEach(parsed, signers, question)
  },
}

function textOf(input: FormatInput): string {
  if (input.kind === 'token') return input.token
  return input.kind === 'json' ? JSON.stringify(input.json) : ''
}

function isSdJwtType(header: JsonObject | undefined): boolean {
  return sdJwtTypes.some(type => type === header?.typ)
}

/** RFC 9901 §8: disclosures stand in the unprotected header, or the protected one says the type. */
function isJsonForm({ payload, signatures, ...flattened }: JsonObject): boolean {
  if (typeof payload !== 'string') return false
  const [single] = signatures === undefined ? [flattened] : asList(signatures)
  if (!isJsonObject(single)) return false
  const { header, protected: encoded } = single
  if (isJsonObject(header) && Object.hasOwn(header, 'disclosures')) return true
  return typeof encoded === 'string' && isSdJwtType(peekPart(encoded, 0))
}

function issuerOf({ iss, issuer }: JsonObject): string | undefined {
  const named = iss ?? (isJsonObject(issuer) ? issuer.id : issuer)
  return typeof named === 'string' ? named : undefined
}

function verifyWithEach(
  parsed: ParsedSdJwt,
  signers: readonly [SealSigner, ...SealSigner[]],
  question: ReadQuestion,
): ParsedCredential {
  const times = readJwtTimes(parsed.claimed, question.at)
  if (!times.ok) return { format, seal: { outcome: times } }
  let failure: Failure = fails('sig.invalid')
  for (const signer of signers) {
    const verified = verifyWithHolder(parsed, keyOf(signer), question)
    if (!verified.ok) {
      failure = verified
      continue
    }
    const { ok: _, ...span } = times
    const claimedTime = span.issuedAt ?? span.notBefore
    const seal = {
      outcome: { ok: true } as const,
      signer,
      ...(signer.kind === 'key' ? { binding: { ok: true } as const } : {}),
      ...(claimedTime ? { claimedTime } : {}),
    }
    return { format, seal, ...readSdJwtContent(parsed, verified, span) }
  }
  return { format, ...toFailure(failure) }
}

export type SdJwtWithHolder = SdJwtVerified & { readonly possession: HolderReading['possession'] }

/** The issuer's signature and the holder's are two things: a bad answer takes nothing from the credential. */
function verifyWithHolder(
  parsed: ParsedSdJwt,
  key: Parameters<typeof verifySdJwt>[1],
  { at, presentation }: ReadQuestion,
): SdJwtWithHolder | Failure {
  const { keyBinding: token, ...bare } = parsed
  const demand = token === undefined ? undefined : demandOf(presentation)
  const verified = verifySdJwt(parsed, key, { at, ...(demand ? { keyBinding: demand } : {}) })
  if (verified.ok) return { ...verified, possession: verified.keyBinding }
  if (token === undefined) return verified
  const alone = verifySdJwt(bare, key, { at })
  return alone.ok ? { ...alone, possession: verified } : alone
}

/** Without both words an old answer could be shown again, so then nothing is proved. */
function demandOf({ audience, nonce }: Partial<KeyBindingDemand> = {}): KeyBindingDemand | undefined {
  return audience && nonce ? { audience, nonce } : undefined
}

function keyOf(signer: SealSigner): Parameters<typeof verifySdJwt>[1] {
  return signer.kind === 'certificate' ? signer.certificate.publicKey : signer.key.key
}
