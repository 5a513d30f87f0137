import { KitError } from '../../errors.ts'
import { type LangString, mapText } from '../../text/index.ts'
import type { OutcomeResult } from '../award.ts'
import type { LearningOutcome } from '../micro-credential.ts'
import {
  assessmentMethodConcept,
  assessmentMethodTable,
  metGrade,
  metScale,
  supervisionConcepts,
} from '../vocabularies/index.ts'
import type { BuildContext } from './build-context.ts'
import { outcomeIdentifierScheme } from './contexts.ts'
import { startDateTime } from './date-time.ts'
import type { AwardingProcessNode, LearningAssessmentNode } from './nodes.ts'
import { buildNote } from './note.ts'
import { outcomeSentences } from './outcome.ts'

/**
 * The assessments by which the outcomes were met, in the order of the outcomes. Throws `elm.incomplete`
 * when an outcome has none.
 */
export function buildAssessments(
  context: BuildContext,
  awardedBy: AwardingProcessNode,
): LearningAssessmentNode[] {
  return context.award.version.content.outcomes.flatMap((outcome, index) => {
    const results = context.award.results.filter(result => result.outcomeId === outcome.id)
    if (results.length === 0) {
      throw new KitError('elm.incomplete', `No result for the learning outcome ${outcome.id}`)
    }
    return results.map(result => buildAssessment(context, awardedBy, outcome, index + 1, result))
  })
}

function buildAssessment(
  context: BuildContext,
  awardedBy: AwardingProcessNode,
  outcome: LearningOutcome,
  number: number,
  result: OutcomeResult,
): LearningAssessmentNode {
  const { label } = assessmentMethodTable[result.method]
  const supervision = supervisionConcepts[result.supervision]
  // Numbered, because several outcomes are often assessed by the same method.
  const title = mapText(context.labels(label), text => `${number}. ${text}`)
  return {
    id: context.nextId('learningAssessment'),
    type: 'LearningAssessment',
    title,
    description: context.texts(outcomeSentences(outcome)),
    identifier: {
      id: context.nextId('identifier'),
      type: 'Identifier',
      notation: outcome.id,
      schemeName: outcomeIdentifierScheme,
    },
    dcType: context.concept(assessmentMethodConcept(result.method)),
    dateIssued: startDateTime(result.assessedAt),
    awardedBy,
    grade: result.grade ? buildNote(context, result.grade) : buildNote(context, context.labels(metGrade)),
    idVerification: context.concept(supervision.concept),
    specifiedBy: buildAssessmentSpecification(context, outcome, result, title),
  }
}

function buildAssessmentSpecification(
  context: BuildContext,
  outcome: LearningOutcome,
  result: OutcomeResult,
  title: LangString,
): LearningAssessmentNode['specifiedBy'] {
  const { mode } = supervisionConcepts[result.supervision]
  const { gradingScheme } = context.award.version.content
  return {
    id: context.nextId('learningAssessmentSpec'),
    type: 'LearningAssessmentSpecification',
    title,
    description: context.texts(outcome.criterion),
    dcType: context.concept(assessmentMethodTable[result.method].euType),
    ...(mode && { mode: context.concept(mode) }),
    gradingScheme: {
      id: context.nextId('gradingScheme'),
      type: 'GradingScheme',
      title: gradingScheme ? context.texts(gradingScheme) : context.labels(metScale),
    },
  }
}
