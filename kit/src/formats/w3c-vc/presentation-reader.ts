import { canonicalizeJson } from '../../canonical/index.ts'
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts'
import { type Failure, fails } from '../../proofs/index.ts'
import type { CredentialReader, ParsedCredential, SealReading } from '../format.ts'
import { peekPart } from '../format-input.ts'
import { checkContextOrder } from './check-structure.ts'
import { readSecured, signerIdOf } from './read-secured.ts'

const types = ['VerifiablePresentation', 'EnvelopedVerifiablePresentation']
const pattern = /"(?:VerifiablePresentation|EnvelopedVerifiablePresentation)"/
/** Each may cost fetches and seconds. */
const maxCredentials = 20

/** Presentations of the W3C's data model: credentials together, and who shows them to whom. */
export const presentationReader: CredentialReader = {
  detect(input) {
    switch (input.kind) {
      case 'json':
        return asList(input.json.type).some(type => types.includes(type as string))
          ? 'presentation'
          : undefined
      case 'broken':
        return pattern.test(input.text) ? 'presentation' : undefined
      case 'token':
        return isPresentationToken(input.token) ? 'presentation' : undefined
      case 'other':
        return undefined
    }
  },
  async parse(input, question) {
    const format = 'presentation'
    if (input.kind !== 'json' && input.kind !== 'token') return { format }
    const { document, seal, defect } = await readSecured(input, 'presentation', question)
    if (!document || defect) return { format, ...(defect ? { defect } : {}), ...(seal ? { seal } : {}) }
    return { format, ...(seal ? { seal } : {}), ...readPresented(document, seal) }
  },
}

function isPresentationToken(token: string): boolean {
  const type = String(peekPart(token, 0)?.typ ?? 'jwt')
    .toLowerCase()
    .replace(/^application\//, '')
  if (type.startsWith('vp')) return true
  if (type !== 'jwt') return false
  const payload = peekPart(token, 1)
  return isJsonObject(payload?.vp) || asList(payload?.type).includes('VerifiablePresentation')
}

function readPresented(
  document: JsonObject,
  seal: SealReading | undefined,
): Pick<ParsedCredential, 'presented' | 'defect'> {
  const defect = checkPresentation(document)
  if (defect) return { defect }
  const credentials = asList(document.verifiableCredential).map(toBytes)
  const holder = seal?.outcome.ok ? holderOf(document, seal) : undefined
  return { presented: { credentials, ...(holder === undefined ? {} : { holder }) } }
}

function checkPresentation(document: JsonObject): Failure | undefined {
  const order = checkContextOrder(document)
  if (order) return order
  const credentials = asList(document.verifiableCredential)
  if (credentials.length > maxCredentials) return fails('vc.malformed', { member: 'verifiableCredential' })
  const isSound = credentials.every(
    credential =>
      typeof credential === 'string' ||
      (isJsonObject(credential) && !asList(credential.type).some(type => types.includes(type as string))),
  )
  if (!isSound) return fails('vc.malformed', { member: 'verifiableCredential' })
  const isNamed = document.holder === undefined || signerIdOf(document, 'presentation') !== undefined
  return isNamed ? undefined : fails('vc.malformed', { member: 'holder' })
}

/** Each is checked as if it had come alone. */
function toBytes(credential: JsonValue): Uint8Array {
  return new TextEncoder().encode(typeof credential === 'string' ? credential : canonicalizeJson(credential))
}

/** Whose key has signed: only that is proved. */
function holderOf(document: JsonObject, { signer, binding }: SealReading): string | undefined {
  if (signer?.kind !== 'key' || binding?.ok === false || signer.key.assurance !== 'document') return undefined
  return signerIdOf(document, 'presentation') ?? signer.key.controller
}
