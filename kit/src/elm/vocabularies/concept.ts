import { inLanguages, type LangString } from '../../text/index.ts'
import type { ConceptNode } from '../edc/nodes.ts'

/** A member of a controlled vocabulary. Identifiers are the publisher's, labels are ours. */
export interface VocabularyConcept {
  readonly id: string
  readonly scheme: string
  /** The name of the list, which the EU authority tables write as the notation of each of their members. */
  readonly notation?: string
  readonly prefLabel: LangString
}

/** Languages that our own words are written in. */
export const labelLanguages = ['en', 'sv', 'da'] as const

/** Those of the languages that we have words in; English when we have none. */
export function labelsFor(languages: readonly string[]): readonly string[] {
  const known = languages.filter(language => labelLanguages.some(label => label === language))
  return known.length > 0 ? known : ['en']
}

/** The concept as it stands in a credential, labelled in these languages. */
export function conceptNode(concept: VocabularyConcept, languages: readonly string[]): ConceptNode {
  return {
    id: concept.id,
    type: 'Concept',
    inScheme: { id: concept.scheme, type: 'ConceptScheme' },
    prefLabel: inLanguages(concept.prefLabel, labelsFor(languages)),
    ...(concept.notation !== undefined && { notation: concept.notation }),
  }
}
