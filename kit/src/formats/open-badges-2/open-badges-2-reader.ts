import { canonicalizeJson } from '../../canonical/index.ts'
import { asList, isJsonObject, type JsonObject, parseStrictJson } from '../../json/index.ts'
import { type Failure, fails, parseTypedJws, undecided, verifyTypedJws } from '../../proofs/index.ts'
import type { CredentialReader, ParsedCredential, ReadQuestion, SealSigner } from '../format.ts'
import { type FormatInput, peekPart } from '../format-input.ts'
import { idOf, objectOf, stringOf } from '../reading.ts'
import { toFailure } from '../w3c-vc/read-secured.ts'
import { readAssertion } from './read-assertion.ts'

const format = 'open-badges-2'
const contextPattern = /^https?:\/\/(w3id\.org|openbadgespec\.org)\/(openbadges\/)?v[12]\b/
const brokenPattern = /"https?:\/\/w3id\.org\/openbadges\/v[12]"/

/**
 * Open Badges 2.0: recognised and shown, and never called genuine for being found on a page. Signed ones are
 * verified with the keys that trusted lists give to the issuer; a hosted one is held against what stands at its
 * own address, which can disprove it and prove nothing.
 */
export const openBadges2Reader: CredentialReader = {
  detect(input) {
    switch (input.kind) {
      case 'json':
        return isAssertion(input.json) ? format : undefined
      case 'broken':
        return brokenPattern.test(input.text) ? format : undefined
      case 'token':
        return isAssertion(peekPart(input.token, 1) ?? {}) ? format : undefined
      case 'other':
        return undefined
    }
  },
  async parse(input, question) {
    if (input.kind === 'token') return parseSigned(input.token, question)
    return input.kind === 'json' ? parseHosted(input, question) : { format }
  },
}

function isAssertion(document: JsonObject): boolean {
  return (
    asList(document['@context']).some(context => contextPattern.test(String(context))) &&
    asList(document.type).includes('Assertion')
  )
}

/** Open Badges 2.0 §"Signed": a JWS whose issuer publishes its key at an address of its own. */
async function parseSigned(token: string, { findListedKeys }: ReadQuestion): Promise<ParsedCredential> {
  const jws = parseTypedJws(token, { types: ['JWT', undefined] })
  if (!jws.ok) return { format, ...toFailure(jws) }
  const assertion = jws.claimed
  const issuer = issuerOf(assertion)
  const keys = issuer === undefined ? undefined : findListedKeys(issuer)
  if (!keys || issuer === undefined) {
    return { format, seal: { outcome: undecided('key.unknown') }, content: readAssertion(assertion) }
  }
  const found = keys.find(({ key }) => verifyTypedJws(jws, key).ok)
  if (!found) return { format, seal: { outcome: fails('sig.invalid') } }
  const signer: SealSigner = {
    kind: 'key',
    key: { ok: true, key: found.key, controller: issuer, assurance: 'document' },
  }
  return {
    format,
    seal: { outcome: { ok: true }, signer, binding: { ok: true } },
    content: readAssertion(assertion),
  }
}

/** Known only where the badge and its issuer are in the signed bytes; what they link to, anybody may change. */
function issuerOf(assertion: JsonObject): string | undefined {
  return idOf(objectOf(assertion.badge)?.issuer)
}

async function parseHosted(
  { json }: Extract<FormatInput, { kind: 'json' }>,
  { fetchJson }: ReadQuestion,
): Promise<ParsedCredential> {
  const outcome = await compareWithHost(json, fetchJson)
  const isDisproved = !outcome.undecided
  return { format, seal: { outcome }, ...(isDisproved ? {} : { content: readAssertion(json) }) }
}

async function compareWithHost(
  assertion: JsonObject,
  fetchJson: ReadQuestion['fetchJson'],
): Promise<Failure> {
  const address = stringOf(assertion.id)
  if (!address?.startsWith('https://')) return undecided('badge.not_hosted')
  const fetched = await fetchJson(address)
  if (fetched.kind === 'unreachable')
    return undecided('badge.host_unreachable', { url: address, reason: fetched.reason })
  const hosted = readHosted(fetched.body)
  if (!hosted) return undecided('badge.host_unreachable', { url: address, reason: 'no-badge' })
  if (hosted.revoked === true) return fails('badge.host_revoked', { url: address })
  return canonicalizeJson(hosted) === canonicalizeJson(assertion)
    ? undecided('badge.host_agrees', { url: address })
    : fails('badge.host_differs', { url: address })
}

function readHosted(body: Uint8Array): JsonObject | undefined {
  try {
    const json = parseStrictJson(body)
    return isJsonObject(json) && isAssertion(json) ? json : undefined
  } catch {
    return undefined
  }
}
