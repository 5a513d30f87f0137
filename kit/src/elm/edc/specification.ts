import type { Award } from '../award.ts'
import type { MicroCredentialContent } from '../micro-credential.ts'
import {
  ectsFramework,
  learningSettings,
  levelEstimate,
  microCredentialType,
  participationConcepts,
} from '../vocabularies/index.ts'
import type { BuildContext } from './build-context.ts'
import { microCredentialIdentifierScheme, versionIdentifierScheme } from './contexts.ts'
import { languageConcept } from './display.ts'
import { hoursToDuration } from './duration.ts'
import { buildLocation } from './location.ts'
import {
  type CreditPointNode,
  type IdentifierNode,
  type OrganisationNode,
  oneOrMany,
  type SpecificationNode,
} from './nodes.ts'
import { buildNote } from './note.ts'
import { buildOrganisation } from './organisation.ts'
import { buildOutcome } from './outcome.ts'
import { buildSpecificationNotes } from './specification-notes.ts'

/**
 * What was earned. A `LearningAchievementSpecification`, never a `Qualification`: that word, and a level,
 * need a competent body's recorded decision.
 */
export function buildSpecification(
  context: BuildContext,
  awardingBodies: readonly OrganisationNode[],
): SpecificationNode {
  const { version } = context.award
  const { content } = version
  return {
    id: asUri(version.versionId),
    type: 'LearningAchievementSpecification',
    title: context.texts(content.title),
    ...(content.summary && { description: context.texts(content.summary) }),
    identifier: versionIdentifiers(context, version),
    status: 'published',
    dcType: context.concept(microCredentialType),
    publisher: buildOrganisation(context, content.steward),
    language: oneOrMany(context.languages.map(language => context.concept(languageConcept(language)))),
    learningOutcome: oneOrMany(content.outcomes.map(outcome => buildOutcome(context, outcome))),
    volumeOfLearning: hoursToDuration(content.workload.hours),
    ...buildCreditPoint(context),
    ...(content.level.kind === 'estimate' && {
      educationLevel: context.concept(levelEstimate(content.level.level)),
    }),
    ...buildParticipation(context, content),
    ...(content.prerequisites && { entryRequirement: buildNote(context, content.prerequisites) }),
    additionalNote: buildSpecificationNotes(context),
    ...(content.homepage !== undefined && {
      homepage: { id: context.nextId('webResource'), type: 'WebResource', contentURL: content.homepage },
    }),
    awardingOpportunity: {
      id: context.nextId('awardingOpportunity'),
      type: 'AwardingOpportunity',
      awardingBody: oneOrMany(awardingBodies),
      location: buildLocation(context, content.countries, { region: content.region }),
    },
  }
}

/** Credits, where the provider gives them: what the specification is worth and what was received are the same. */
export function buildCreditPoint(context: BuildContext): { creditPoint?: CreditPointNode } {
  const { ects } = context.award.version.content.workload
  if (ects === undefined) return {}
  return {
    creditPoint: {
      id: 'urn:epass:creditPoint:1',
      type: 'CreditPoint',
      framework: context.concept(ectsFramework),
      point: String(ects),
    },
  }
}

function buildParticipation(context: BuildContext, content: MicroCredentialContent) {
  const { mode, setting } = content.participation
  return {
    ...(mode !== 'none-validation' && { mode: context.concept(participationConcepts[mode]) }),
    ...(setting !== 'informal' && { learningSetting: context.concept(learningSettings[setting]) }),
  }
}

function versionIdentifiers(context: BuildContext, version: Award['version']): IdentifierNode[] {
  const identifier = (notation: string, schemeName: string): IdentifierNode => ({
    id: context.nextId('identifier'),
    type: 'Identifier',
    notation,
    schemeName,
    schemeVersion: String(version.number),
  })
  return [
    identifier(version.microCredentialId, microCredentialIdentifierScheme),
    identifier(version.versionId, versionIdentifierScheme),
  ]
}

/** The value itself when it is a URI already, else as the URN of a UUID. */
function asUri(value: string): string {
  return /^[a-z][a-z0-9+.-]*:/i.test(value) ? value : `urn:uuid:${value}`
}
