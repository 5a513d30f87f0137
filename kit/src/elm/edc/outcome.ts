import { type LangString, mapText } from '../../text/index.ts'
import { type LearningOutcome, type OutcomeCategory, outcomeSentence } from '../micro-credential.ts'
import { categoryLabels, skillTypes } from '../vocabularies/index.ts'
import type { BuildContext } from './build-context.ts'
import { outcomeIdentifierScheme } from './contexts.ts'
import type { ConceptNode, LearningOutcomeNode } from './nodes.ts'
import { buildTopicNote } from './note.ts'

/** The outcome's sentence in every language that it is written in. */
export function outcomeSentences(outcome: LearningOutcome): LangString {
  return Object.fromEntries(
    Object.entries(outcome.parts).map(([language, parts]) => [language, outcomeSentence(parts)]),
  )
}

/**
 * An outcome. The category stands in the title ("Skill: The holder can …") because the EU viewer shows
 * nothing else of it: responsibility and autonomy have no code, and notes on outcomes are hidden.
 */
export function buildOutcome(context: BuildContext, outcome: LearningOutcome): LearningOutcomeNode {
  const type = skillTypes[outcome.category]
  return {
    id: context.nextId('learningOutcome'),
    type: 'LearningOutcome',
    title: mapText(
      context.texts(outcomeSentences(outcome)),
      (sentence, language) => `${categoryPrefix(outcome.category, language)}${sentence}`,
    ),
    ...(type && { dcType: context.concept(type) }),
    identifier: {
      id: context.nextId('identifier'),
      type: 'Identifier',
      notation: outcome.id,
      schemeName: outcomeIdentifierScheme,
    },
    ...relatedSkill(context),
    additionalNote: buildTopicNote(context, 'category', context.labels(categoryLabels[outcome.category])),
  }
}

/** "Skill: ", in English where we have no word in the language. */
export function categoryPrefix(category: OutcomeCategory, language: string): string {
  const labels = categoryLabels[category]
  return `${labels[language] ?? labels.en}: `
}

const escoSkillScheme = 'http://data.europa.eu/esco/concept-scheme/skills'

function relatedSkill(context: BuildContext): { relatedESCOSkill?: ConceptNode } {
  const { esco, title } = context.award.version.content
  if (!esco?.startsWith('http://data.europa.eu/esco/skill/')) return {}
  return { relatedESCOSkill: context.concept({ id: esco, scheme: escoSkillScheme, prefLabel: title }) }
}
