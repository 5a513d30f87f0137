import { checkPageTitle, statusPageTitle } from '../vocabularies/index.ts'
import { buildAssessments } from './assessment.ts'
import type { BuildContext } from './build-context.ts'
import { startDateTime } from './date-time.ts'
import { buildLocation } from './location.ts'
import {
  type AwardingProcessNode,
  type LearningAchievementNode,
  oneOrMany,
  type WebResourceNode,
} from './nodes.ts'
import { buildOrganisation } from './organisation.ts'
import { buildCreditPoint, buildSpecification } from './specification.ts'

/** The award itself: what the person has achieved, who decided it, by which assessments. */
export function buildClaim(context: BuildContext): LearningAchievementNode {
  const { content } = context.award.version
  const awardingBodies = context.award.awardingBodies.map(body => buildOrganisation(context, body))
  const awardedBy: AwardingProcessNode = {
    id: 'urn:epass:awardingProcess:1',
    type: 'AwardingProcess',
    awardingBody: oneOrMany(awardingBodies),
    awardingDate: startDateTime(context.award.awardingDate),
    location: buildLocation(context, [context.award.place.country], {
      locality: context.award.place.locality,
    }),
  }
  const { creditPoint } = buildCreditPoint(context)
  return {
    // One id is one thing: the achievement isn't the credential that states it.
    id:
      context.award.id === context.input.credentialId ? `${context.award.id}#achievement` : context.award.id,
    type: 'LearningAchievement',
    title: context.texts(content.title),
    ...(content.summary && { description: context.texts(content.summary) }),
    awardedBy,
    ...(creditPoint && { creditReceived: creditPoint }),
    // No `influencedBy`: how the person learned is hers, and nothing is invented.
    provenBy: oneOrMany(buildAssessments(context, awardedBy)),
    specifiedBy: buildSpecification(context, awardingBodies),
    ...buildLinks(context),
  }
}

// The EU viewer doesn't check revocation but shows documents: the link is how a reader there finds the status.
function buildLinks(context: BuildContext): {
  supplementaryDocument?: LearningAchievementNode['supplementaryDocument']
} {
  const pages = [
    [context.input.statusPageUrl, statusPageTitle],
    [context.input.checkUrl, checkPageTitle],
  ] as const
  const links = pages.flatMap(([url, title]): WebResourceNode[] =>
    url === undefined
      ? []
      : [
          {
            id: context.nextId('webResource'),
            type: 'WebResource',
            title: context.labels(title),
            contentURL: url,
          },
        ],
  )
  return links.length === 0 ? {} : { supplementaryDocument: oneOrMany(links) }
}
