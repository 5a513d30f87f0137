import {
  findTokenSigners,
  readFormatInput,
  readSecured,
  type SealReading,
  type SealSigner,
  signerIdOf,
} from '../formats/index.ts'
import { verifyTypedJws } from '../proofs/index.ts'
import {
  parseStatusListToken,
  readStatusList,
  readTokenStatus,
  type StatusPointer,
  type StatusRead,
} from '../status/index.ts'
import type { Fetched } from './verify-context.ts'
import type { Visit } from './visit.ts'

/** Whose credential it is that a list speaks of. */
export interface CredentialIssuer {
  readonly id: string | undefined
  readonly signer: SealSigner
}

type Pointer<Kind extends StatusPointer['kind']> = Extract<StatusPointer, { kind: Kind }>

/** What the list that a pointer names says of its entry; the list is verified like any credential. */
export async function readPublishedStatus(
  pointer: StatusPointer,
  issuer: CredentialIssuer,
  visit: Visit,
): Promise<StatusRead> {
  if (pointer.kind === 'unreadable') return unclear(pointer.code)
  const { url } = pointer
  const fetched = await visit.fetches.resolveStatusList(url)
  if (fetched.kind === 'unreachable') {
    return { state: 'unclear', code: 'status.unreachable', params: { url, reason: fetched.reason } }
  }
  return pointer.kind === 'token'
    ? readToken(pointer, fetched, issuer, visit)
    : readBitstring(pointer, fetched, issuer, visit)
}

async function readBitstring(
  pointer: Pointer<'bitstring'>,
  { body }: Extract<Fetched, { kind: 'found' }>,
  issuer: CredentialIssuer,
  visit: Visit,
): Promise<StatusRead> {
  const input = readFormatInput(body)
  if (input.kind === 'broken' && input.defect.code === 'input.too_large') return unclear('status.too_large')
  if (input.kind !== 'json' && input.kind !== 'token') return unclear('status.unverified')
  const { document, seal, defect } = await readSecured(input, 'credential', visit.question)
  if (defect?.code === 'input.too_large') return unclear('status.too_large')
  if (!document || !seal?.outcome.ok) return unclear('status.unverified')
  const doubt = doubtIssuer(seal, signerIdOf(document, 'credential'), issuer, visit)
  if (doubt) return unclear(doubt)
  const { url, index, purpose, size, messages } = pointer
  return readStatusList(document, {
    url,
    index,
    purpose,
    size,
    at: visit.context.at,
    ...(messages ? { messages } : {}),
  })
}

async function readToken(
  { url, index }: Pointer<'token'>,
  { body }: Extract<Fetched, { kind: 'found' }>,
  issuer: CredentialIssuer,
  visit: Visit,
): Promise<StatusRead> {
  const jws = parseStatusListToken(new TextDecoder().decode(body).trim())
  if (!jws.ok) return unclear(jws.code === 'input.too_large' ? 'status.too_large' : 'status.unverified')
  const signers = Object.hasOwn(jws.header, 'x5c')
    ? await findTokenSigners(jws.header, issuer.id, visit.question)
    : [issuer.signer, ...(await findOthers(jws.header, issuer, visit))]
  if ('ok' in signers) return unclear('status.unverified')
  const signer = signers.find(candidate => verifyTypedJws(jws, publicKeyOf(candidate)).ok)
  if (!signer) return unclear('status.unverified')
  const doubt = doubtIssuer(
    { outcome: { ok: true }, signer, binding: { ok: true } },
    issuer.id,
    issuer,
    visit,
  )
  return doubt ? unclear(doubt) : readTokenStatus(jws.claimed, { url, index, at: visit.context.at })
}

/** An issuer may have a key of its own for lists, published where its others are. */
async function findOthers(
  header: Parameters<typeof findTokenSigners>[0],
  { id }: CredentialIssuer,
  { question }: Visit,
): Promise<readonly SealSigner[]> {
  if (id === undefined) return []
  const found = await findTokenSigners(header, id, question)
  return 'ok' in found ? [] : found
}

function publicKeyOf(signer: SealSigner) {
  return signer.kind === 'certificate' ? signer.certificate.publicKey : signer.key.key
}

/** Only the credential's own issuer may say that it is revoked or not: same key, or same issuer as far as known. */
function doubtIssuer(
  { signer, binding }: SealReading,
  listIssuer: string | undefined,
  issuer: CredentialIssuer,
  { context: { at, trust } }: Visit,
): 'status.issuer_mismatch' | 'status.unverified' | undefined {
  if (!signer) return 'status.unverified'
  if (signer.kind === 'key') {
    if (binding?.ok === false && !binding.undecided) return 'status.unverified'
    if (publicKeyOf(issuer.signer).equals(signer.key.key)) return undefined
    if (issuer.id === undefined || issuer.id !== listIssuer) return 'status.issuer_mismatch'
    return binding?.ok === true ? undefined : 'status.unverified'
  }
  const { certificate, intermediates } = signer
  const own = issuer.signer.kind === 'certificate' ? issuer.signer.certificate : undefined
  if (own?.sha256 === certificate.sha256) return at > certificate.notAfter ? 'status.unverified' : undefined
  const organisation = certificate.subject.organizationIdentifier
  const isSameOrganisation =
    organisation !== undefined && organisation === own?.subject.organizationIdentifier
  const chain = [certificate, ...intermediates] as const
  const isListed =
    issuer.id !== undefined && issuer.id === listIssuer && trust.givesCertificate(issuer.id, chain)
  if (!isSameOrganisation && !isListed) return 'status.issuer_mismatch'
  return trust.findIssuer({ certificateChain: chain, at }).state === 'known' ? undefined : 'status.unverified'
}

function unclear(code: string): StatusRead {
  return { state: 'unclear', code }
}
