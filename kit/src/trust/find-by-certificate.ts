import { type Certificate, validateChain } from '../keys/index.ts'
import { foldName } from './fold-name.ts'
import {
  isCurrent,
  isInForce,
  type ListedIssuer,
  summariseSource,
  type TrustSource,
  type TrustSourceSummary,
} from './trust-source.ts'

interface Entry {
  readonly source: TrustSource
  readonly issuer: ListedIssuer
}

interface Anchor extends Entry {
  readonly certificate: Certificate
}

interface Listed {
  readonly source: TrustSourceSummary
  readonly listedName: string
}

/** What the lists know of a chain; see IssuerKnowledge. Paths are leaf first and end in what is listed. */
export type ChainKnowledge =
  | (Listed & { readonly state: 'known' | 'stale' | 'withdrawn'; readonly path?: readonly Certificate[] })
  | (Listed & { readonly state: 'expired'; readonly path: readonly Certificate[]; readonly endedAt: Date })
  | { readonly state: 'broken'; readonly code: 'cert.chain' | 'cert.not_yet_valid' | 'cert.too_many' }
  | { readonly state: 'unknown' }

const ranks: readonly ChainKnowledge['state'][] = [
  'known',
  'stale',
  'expired',
  'withdrawn',
  'broken',
  'unknown',
]

type Chain = readonly [Certificate, ...Certificate[]]

/** Indices that lead from a chain to the few listed certificates that it can end in. */
export function createCertificateIndex(entries: readonly Entry[]) {
  const bySubject = new Map<string, Anchor[]>()
  for (const entry of entries) {
    for (const certificate of entry.issuer.certificates ?? []) {
      const { text } = certificate.subject
      const known = bySubject.get(text)
      if (known) known.push({ ...entry, certificate })
      else bySubject.set(text, [{ ...entry, certificate }])
    }
  }
  return (chain: Chain, at: Date): ChainKnowledge => {
    const subjects = new Set([chain[0].subject.text, ...chain.map(({ issuer }) => issuer.text)])
    const anchors = [...subjects].flatMap(subject => bySubject.get(subject) ?? [])
    const sources = new Set(anchors.map(({ source }) => source))
    const findings = [...sources].map(source =>
      askSource(
        source,
        anchors.filter(anchor => anchor.source === source && speaksFor(anchor, chain[0])),
        chain,
        at,
      ),
    )
    // Asked with nobody listed, a chain is unknown or has too many certificates.
    findings.push(validate([], chain, at))
    return findings.reduce((best, next) =>
      ranks.indexOf(next.state) < ranks.indexOf(best.state) ? next : best,
    )
  }
}

/** One source's word: what is in force counts, and only when that knows nothing, what was withdrawn. */
function askSource(source: TrustSource, anchors: readonly Anchor[], chain: Chain, at: Date): ChainKnowledge {
  const inForce = validate(
    anchors.filter(({ issuer }) => isInForce(issuer, at)),
    chain,
    at,
  )
  if (inForce.state === 'known') return isCurrent(source, at) ? inForce : { ...inForce, state: 'stale' }
  if (inForce.state !== 'unknown') return inForce
  const ever = validate(anchors, chain, at)
  return ever.state === 'known' ? { ...ever, state: 'withdrawn' } : { state: 'unknown' }
}

function validate(anchors: readonly Anchor[], [leaf, ...intermediates]: Chain, at: Date): ChainKnowledge {
  const result = validateChain({
    leaf,
    intermediates,
    anchors: anchors.map(({ certificate }) => certificate),
    at,
  })
  if (result.state === 'broken' || result.state === 'unknown') return result
  const { sha256 } = result.path.at(-1)!
  const { source, issuer } = anchors.find(({ certificate }) => certificate.sha256 === sha256)!
  const listed = {
    source: summariseSource(source, at),
    listedName: issuer.names[0] ?? source.name,
    path: result.path,
  }
  return result.state === 'trusted'
    ? { state: 'known', ...listed }
    : { state: 'expired', ...listed, endedAt: result.endedAt }
}

/** A listed seal speaks for itself. An authority may be shared by many, so the list says for whom it counts. */
function speaksFor({ certificate, issuer }: Anchor, leaf: Certificate): boolean {
  const isLeaf = certificate.sha256 === leaf.sha256
  switch (issuer.authorityFor) {
    case 'qualified-seals':
      return !isLeaf && leaf.qualified?.compliance === true && leaf.qualified.types.includes('eseal')
    case 'itself':
      return isLeaf || isNamed(issuer, leaf)
    default:
      return true
  }
}

function isNamed({ names, organizationIdentifiers = [] }: ListedIssuer, { subject }: Certificate): boolean {
  const identifier = foldName(subject.organizationIdentifier ?? '')
  if (identifier !== '' && organizationIdentifiers.some(listed => foldName(listed) === identifier))
    return true
  const name = foldName(subject.organization ?? subject.commonName ?? '')
  return name !== '' && names.some(listed => foldName(listed) === name)
}
