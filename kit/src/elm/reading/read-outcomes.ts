import { type LangString, mapText } from '../../text/index.ts'
import type { OutcomeView } from '../credential-view.ts'
import { outcomeIdentifierScheme } from '../edc/contexts.ts'
import { categoryPrefix } from '../edc/outcome.ts'
import { type OutcomeCategory, outcomeCategories } from '../micro-credential.ts'
import { skillTypes } from '../vocabularies/index.ts'
import type { EdcParts } from './edc-parts.ts'
import { idOf, type JsonNode, type JsonReader, stringOf, textOf } from './json-reader.ts'

/** The learning outcomes, each with its category and criterion where the document tells them. */
export function readOutcomes({ reader, claims, specifications }: EdcParts): readonly OutcomeView[] {
  const criteria = readCriteria(reader, claims)
  const outcomes = specifications
    .flatMap(specification => reader.all(specification.learningOutcome))
    .flatMap((outcome): OutcomeView[] => {
      const title = textOf(outcome.title)
      if (!title) return []
      const category = readCategory(reader, outcome, title)
      const criterion = criteria.get(readOutcomeId(reader, outcome) ?? '')
      return [
        {
          title: category ? stripCategory(category, title) : title,
          ...(category && { category }),
          ...(criterion && { criterion }),
        },
      ]
    })
  // A programme often states the same outcomes in its specification and in its parts.
  return [...new Map(outcomes.map(outcome => [JSON.stringify(outcome), outcome])).values()]
}

// ESCO has types for two categories; our own titles name all three.
function readCategory(reader: JsonReader, outcome: JsonNode, title: LangString): OutcomeCategory | undefined {
  const type = idOf(reader.first(outcome.dcType))
  return outcomeCategories.find(
    category =>
      (type !== undefined && skillTypes[category]?.id === type) ||
      Object.entries(title).some(([language, text]) => text.startsWith(categoryPrefix(category, language))),
  )
}

function stripCategory(category: OutcomeCategory, title: LangString): LangString {
  return mapText(title, (text, language) => {
    const prefix = categoryPrefix(category, language)
    return text.startsWith(prefix) ? text.slice(prefix.length) : text
  })
}

/** Outcome's id → what was looked for, from the assessments that name the outcome. */
function readCriteria(reader: JsonReader, claims: readonly JsonNode[]): Map<string, LangString> {
  const criteria = new Map<string, LangString>()
  for (const assessment of claims.flatMap(claim => reader.all(claim.provenBy))) {
    const id = readOutcomeId(reader, assessment)
    const criterion = textOf(reader.first(assessment.specifiedBy)?.description)
    if (id !== undefined && criterion) criteria.set(id, criterion)
  }
  return criteria
}

function readOutcomeId(reader: JsonReader, node: JsonNode): string | undefined {
  const identifier = reader
    .all(node.identifier)
    .find(candidate => stringOf(candidate.schemeName) === outcomeIdentifierScheme)
  return stringOf(identifier?.notation)
}
