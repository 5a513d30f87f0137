import { X509Certificate } from 'node:crypto'
import type { Certificate } from './certificate.ts'

/** More certificates than this are nobody's honest chain. */
export const maxChainLength = 8
/** A file may carry its chain and, beside it, certificates of time stamps. */
const maxIntermediates = 16

export interface ChainInput {
  readonly leaf: Certificate
  /** Certificates that may help to reach an anchor; nothing about them is believed unchecked. */
  readonly intermediates: readonly Certificate[]
  /** A leaf that is itself an anchor is trusted directly. */
  readonly anchors: readonly Certificate[]
  readonly at: Date
}

/**
 * `trusted`: a path to an anchor, every certificate of it in its dates. `expired`: a path, but a certificate of
 * it has ended at that time. `broken`: a path that an authority wasn't allowed to make (`cert.chain`), that isn't
 * yet valid, or too many certificates. `unknown`: no path, or none that we understand. Paths are leaf first.
 */
export type ChainResult =
  | { readonly state: 'trusted'; readonly path: readonly Certificate[] }
  | { readonly state: 'expired'; readonly path: readonly Certificate[]; readonly endedAt: Date }
  | { readonly state: 'unknown' }
  | { readonly state: 'broken'; readonly code: 'cert.chain' | 'cert.not_yet_valid' | 'cert.too_many' }

/**
 * RFC 5280 §6 for seals: signatures, authority flag, key usage, path length, dates; no name or policy trees. The
 * best path counts, so that a renewed or cross-signed authority is found whatever else lies beside it.
 */
export function validateChain(input: ChainInput): ChainResult {
  const { leaf, intermediates, anchors, at } = input
  if (intermediates.length > maxIntermediates) return { state: 'broken', code: 'cert.too_many' }
  const trusted = new Set(anchors.map(anchor => anchor.sha256))
  // What can't be understood can't be judged; a seal that is trusted by itself needs no judging.
  if (isUnreliable(leaf) && !trusted.has(leaf.sha256)) return { state: 'unknown' }
  const candidates = [...anchors, ...intermediates].filter(candidate => !isUnreliable(candidate))
  const rightful = candidates.filter(candidate => !breaksAuthority(candidate, 0))
  const current = rightful.filter(({ notBefore, notAfter }) => notBefore <= at && at <= notAfter)
  const path =
    findPath([leaf], current, trusted) ??
    findPath([leaf], rightful, trusted) ??
    findPath([leaf], candidates, trusted)
  if (!path) return { state: 'unknown' }
  if (path.slice(1).some(breaksAuthority)) return { state: 'broken', code: 'cert.chain' }
  if (path.some(({ notBefore }) => at < notBefore)) return { state: 'broken', code: 'cert.not_yet_valid' }
  const ended = path.map(({ notAfter }) => notAfter).filter(notAfter => at > notAfter)
  if (ended.length > 0) return { state: 'expired', path, endedAt: new Date(Math.min(...ended.map(Number))) }
  return { state: 'trusted', path }
}

/** Depth first, anchors before intermediates. Each certificate is tried once: loops end and crafted sets stay cheap. */
function findPath(
  path: readonly Certificate[],
  candidates: readonly Certificate[],
  trusted: ReadonlySet<string>,
  tried: Set<string> = new Set(),
): readonly Certificate[] | undefined {
  const last = path.at(-1)!
  if (trusted.has(last.sha256)) return path
  tried.add(last.sha256)
  if (path.length >= maxChainLength) return undefined
  for (const candidate of candidates) {
    if (tried.has(candidate.sha256) || !isIssuedBy(last, candidate)) continue
    const whole = findPath([...path, candidate], candidates, trusted, tried)
    if (whole) return whole
  }
  return undefined
}

/** Signatures over SHA-2 and Edwards curves: with MD5 and SHA-1 a second certificate can be made to fit. */
const strongSignatures = new Set([
  '1.2.840.113549.1.1.10', // RSASSA-PSS
  '1.2.840.113549.1.1.11', // RSA with SHA-256
  '1.2.840.113549.1.1.12', // RSA with SHA-384
  '1.2.840.113549.1.1.13', // RSA with SHA-512
  '1.2.840.10045.4.3.2', // ECDSA with SHA-256
  '1.2.840.10045.4.3.3', // ECDSA with SHA-384
  '1.2.840.10045.4.3.4', // ECDSA with SHA-512
  '1.3.101.112', // Ed25519
  '1.3.101.113', // Ed448
])

/** Whether the name fits and the signature holds, with means that can't be forged. What the issuer was allowed to do is judged on the whole path. */
export function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (certificate.issuer.text !== issuer.subject.text) return false
  const { asymmetricKeyType, asymmetricKeyDetails } = issuer.publicKey
  if (asymmetricKeyType === 'rsa' && (asymmetricKeyDetails?.modulusLength ?? 0) < 2048) return false
  if (!strongSignatures.has(certificate.signatureAlgorithm)) return false
  try {
    return new X509Certificate(certificate.der).verify(issuer.publicKey)
  } catch {
    return false
  }
}

// RFC 5280 §4.2: with a critical extension that isn't understood, a certificate must not be relied on.
function isUnreliable(certificate: Certificate): boolean {
  return certificate.unknownCritical.length > 0
}

// RFC 5280 §6.1.4 (k)–(n); index 0 is the first authority above the leaf, with no authority below it.
function breaksAuthority(certificate: Certificate, authoritiesBelow: number): boolean {
  return (
    !certificate.isAuthority ||
    certificate.keyUsage?.signsCertificates === false ||
    (certificate.pathLength !== undefined && authoritiesBelow > certificate.pathLength)
  )
}
