import type { IssuerClaim, SealReading, SealSigner } from '../../formats/index.ts'
import type { Certificate } from '../../keys/index.ts'
import type { IssuerKnowledge } from '../../trust/index.ts'
import { type CheckFinding, type Examination, failed, type Params, passed, unknown } from '../examination.ts'
import type { VerifyContext } from '../verify-context.ts'
import { doubtBinding } from './certificate-binding.ts'
import { doubtLists } from './doubt-lists.ts'
import { checkKeyIssuer } from './key-issuer.ts'

/** Whose seal it is, whether the content names the same, and which list knows them. */
export function checkIssuer(examination: Examination): CheckFinding[] {
  const { seal, content, visit } = examination
  if (!seal?.signer || !content) return [unknown('check.not_made')]
  return seal.signer.kind === 'certificate'
    ? checkCertificateIssuer(seal.signer, content.issuer, visit.context)
    : checkKeyIssuer(seal as SealReading & { signer: Extract<SealSigner, { kind: 'key' }> }, content, visit)
}

function checkCertificateIssuer(
  { certificate: leaf, intermediates }: Extract<SealSigner, { kind: 'certificate' }>,
  claim: IssuerClaim,
  context: VerifyContext,
): CheckFinding[] {
  const { at, trust } = context
  const who = describe(leaf)
  const doubt = doubtBinding([leaf, ...intermediates], claim, trust, who)
  if (doubt?.state === 'failed') return [doubt]
  const knowledge = trust.findIssuer({ certificateChain: [leaf, ...intermediates], at })
  const findings = sayKnowledge(knowledge, leaf, context, who)
  // Somebody whom the lists know has sealed it; whether in the name that the content gives is open.
  const all = doubt && findings.every(({ state }) => state === 'passed') ? [doubt] : findings
  return [...all, ...doubtLists(trust.summarise(at), knowledge)]
}

function sayKnowledge(
  knowledge: IssuerKnowledge,
  leaf: Certificate,
  context: VerifyContext,
  who: Params,
): CheckFinding[] {
  if (knowledge.state === 'unknown') return checkStranger(leaf, context, who)
  if (knowledge.state === 'broken') return [failed(knowledge.code, who)]
  const { source, listedName, path } = knowledge
  const listed = { ...who, root: rootOf(path, leaf), source: source.name, list: source.id, listedName }
  switch (knowledge.state) {
    case 'known':
      return [passed('issuer.trusted', listed)]
    case 'stale':
      return [
        unknown('trust.issuer_on_stale_list', { ...listed, until: source.nextUpdate?.toISOString() ?? '' }),
      ]
    case 'withdrawn':
      return [unknown('trust.withdrawn', listed)]
    case 'expired':
      // Only a trusted time stamp could prove that the seal was made before.
      return [unknown('jades.no_poe', { ...listed, endedAt: knowledge.endedAt.toISOString() })]
  }
}

function checkStranger(leaf: Certificate, { at, trust }: VerifyContext, who: Params): CheckFinding[] {
  const { organization, commonName, organizationIdentifier } = leaf.subject
  const namesake = trust.findNamesake({ names: [organization, commonName], organizationIdentifier, at })
  if (namesake) {
    const { source, listedName } = namesake
    return [failed('cert.untrusted', { ...who, listed: listedName, source: source.name, list: source.id })]
  }
  if (at < leaf.notBefore) return [failed('cert.not_yet_valid', who)]
  const findings = [unknown('issuer.unknown', { ...who, root: leaf.issuer.commonName ?? leaf.issuer.text })]
  if (at > leaf.notAfter)
    findings.push(unknown('jades.no_poe', { ...who, endedAt: leaf.notAfter.toISOString() }))
  return findings
}

function describe(leaf: Certificate): Params {
  return {
    name: nameOf(leaf),
    identifier: leaf.subject.organizationIdentifier ?? '',
    country: leaf.subject.country ?? '',
    // Long enough to compare by telephone, and nobody makes another key that fits.
    fingerprint: leaf.sha256.slice(0, 32).toUpperCase(),
  }
}

/** Who made the seal's certificate, at the far end: also for a seal that is listed itself. */
function rootOf(path: readonly Certificate[] | undefined, leaf: Certificate): string {
  const last = path?.at(-1)
  return last && last.sha256 !== leaf.sha256 ? nameOf(last) : (leaf.issuer.commonName ?? leaf.issuer.text)
}

function nameOf({ subject }: Certificate): string {
  return subject.organization ?? subject.commonName ?? subject.text
}
