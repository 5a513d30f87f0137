import { type Certificate, findImpersonation, validateChain } from '../../keys/index.ts'
import { type CheckFinding, type Examination, failed, type Params, passed, unknown } from '../examination.ts'
import type { VerifyContext } from '../verify-context.ts'

/** Who the certificate of the seal names, whether the content names the same, and whether anybody vouches for it. */
export function checkIssuer({ seal, content, context }: Examination): CheckFinding[] {
  const leaf = seal?.signedBy
  if (!seal || !leaf || !content) return [unknown('check.not_made')]
  const who = describe(leaf)
  // Whoever seals under one name and writes another into the credential speaks for somebody else.
  if (
    leaf.subject.organizationIdentifier === undefined ||
    leaf.subject.organizationIdentifier !== content.issuerIdentifier
  ) {
    return [failed('jades.issuer_mismatch', { ...who, claimed: content.issuerIdentifier ?? '' })]
  }
  const { at, trust } = context
  const chain = validateChain({ leaf, intermediates: seal.intermediates, anchors: trust.anchors, at })
  switch (chain.state) {
    case 'trusted':
      return [passed('issuer.trusted', { ...who, root: nameOf(chain.path.at(-1)!) })]
    case 'expired':
      // Only a trusted time stamp could prove that the seal was made before.
      return [unknown('jades.no_poe', { ...who, endedAt: chain.endedAt.toISOString() })]
    case 'broken':
      return [failed(chain.code, who)]
    case 'unknown':
      return checkStranger(leaf, context, who)
  }
}

function checkStranger(leaf: Certificate, { at, trust }: VerifyContext, who: Params): CheckFinding[] {
  const listed = findImpersonation(leaf, trust.anchors, trust.listedNames)
  if (listed) {
    return [failed('cert.untrusted', { ...who, listed: listed.name ?? listed.organizationIdentifier ?? '' })]
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

function nameOf({ subject }: Certificate): string {
  return subject.organization ?? subject.commonName ?? subject.text
}
