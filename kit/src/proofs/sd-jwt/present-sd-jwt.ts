import { KitError } from '../../errors.ts'
import type { Signer } from '../../keys/index.ts'
import { encodeBase64url } from '../base64.ts'
import { type ClaimPath, isWithin } from './claim-path.ts'
import { parseDisclosure } from './disclosure.ts'
import type { KeyBindingDemand } from './key-binding.ts'
import { parseSdJwt } from './parse-sd-jwt.ts'
import { revealClaims } from './reveal-claims.ts'
import { readSdHash, sdDigest } from './sd-hash.ts'

export interface SdJwtPresentation {
  /** Claims to show, with what they stand in; of what is within them, only what is named. `all` shows all. */
  readonly reveal: readonly ClaimPath[] | 'all'
  readonly keyBinding?: KeyBindingDemand & {
    readonly issuedAt: Date
    readonly signer: Pick<Signer, 'algorithm' | 'sign'>
  }
}

/**
 * What a holder shows of an SD-JWT that carries all of its disclosures, signed with the holder's key when a
 * verifier asked for that (RFC 9901 §7.2).
 *
 * @throws KitError what `parseSdJwt` fails with, `sd.no_such_claim`
 */
export async function presentSdJwt(token: string, presentation: SdJwtPresentation): Promise<string> {
  const parsed = parseSdJwt(token)
  if (!parsed.ok) throw new KitError(parsed.code as KitError['code'], 'Not an SD-JWT')
  const hash = readSdHash(parsed.claimed._sd_alg)
  const disclosures = parsed.disclosures.map(encoded => parseDisclosure(encoded, hash))
  const { disclosed } = revealClaims(parsed.claimed, disclosures)
  const { reveal, keyBinding } = presentation
  const isShown = (path: ClaimPath): boolean =>
    reveal === 'all' || reveal.some(wanted => isWithin(wanted, path))
  const shown = disclosures.filter(disclosure => isShown(disclosed.get(disclosure)!))
  const [jwt] = parsed.presentation.split('~', 1)
  const text = [jwt!, ...shown.map(({ encoded }) => encoded), ''].join('~')
  return keyBinding ? text + (await bindKey(sdDigest(text, hash), keyBinding)) : text
}

async function bindKey(
  sdHash: string,
  { audience, nonce, issuedAt, signer }: NonNullable<SdJwtPresentation['keyBinding']>,
): Promise<string> {
  const header = { alg: signer.algorithm, typ: 'kb+jwt' }
  const payload = { iat: Math.floor(issuedAt.getTime() / 1000), aud: audience, nonce, sd_hash: sdHash }
  const input = `${encodeBase64url(JSON.stringify(header))}.${encodeBase64url(JSON.stringify(payload))}`
  return `${input}.${encodeBase64url(await signer.sign(new TextEncoder().encode(input)))}`
}
