import { pickText } from '../../text/index.ts'
import { mandateEvidence, mandateStatement } from '../vocabularies/index.ts'
import type { BuildContext } from './build-context.ts'
import type { EvidenceNode } from './nodes.ts'

/** Why the sealer may seal: only when it isn't itself one of the awarding bodies. */
export function buildMandate(context: BuildContext): { evidence?: EvidenceNode } {
  const { awardingBodies, issuer } = context.award
  if (awardingBodies.some(body => body.id === issuer.id)) return {}
  const names = awardingBodies.map(body => pickText(body.legalName, context.primary)?.text ?? body.id)
  return {
    evidence: {
      id: 'urn:epass:evidence:1',
      type: 'Evidence',
      dcType: context.concept(mandateEvidence),
      evidenceStatement: mandateStatement(
        context.input.seal.organisationName,
        names.join(', '),
        context.primary,
      ),
    },
  }
}
