import type { LangString } from '../../text/index.ts'
import type { VocabularyConcept } from './concept.ts'

/** A vocabulary of the European Learning Model's own list server: scheme `…/25831c2`, members beside it. */
export function snbScheme(list: string): string {
  return `http://data.europa.eu/snb/${list}/25831c2`
}

export function snbConcept(list: string, code: string, prefLabel: LangString): VocabularyConcept {
  return { id: `http://data.europa.eu/snb/${list}/${code}`, scheme: snbScheme(list), prefLabel }
}
