import type { VocabularyConcept } from './concept.ts'

/** Publications Office, authority table of languages. */
export const languageScheme = 'http://publications.europa.eu/resource/authority/language'

/** BCP 47 tag, code in the authority table, English, Swedish, Danish. */
const rows: readonly (readonly [tag: string, code: string, en: string, sv: string, da: string])[] = [
  ['en', 'ENG', 'English', 'engelska', 'engelsk'],
  ['sv', 'SWE', 'Swedish', 'svenska', 'svensk'],
  ['da', 'DAN', 'Danish', 'danska', 'dansk'],
  ['bg', 'BUL', 'Bulgarian', 'bulgariska', 'bulgarsk'],
  ['hr', 'HRV', 'Croatian', 'kroatiska', 'kroatisk'],
  ['cs', 'CES', 'Czech', 'tjeckiska', 'tjekkisk'],
  ['nl', 'NLD', 'Dutch', 'nederländska', 'nederlandsk'],
  ['et', 'EST', 'Estonian', 'estniska', 'estisk'],
  ['fi', 'FIN', 'Finnish', 'finska', 'finsk'],
  ['fr', 'FRA', 'French', 'franska', 'fransk'],
  ['de', 'DEU', 'German', 'tyska', 'tysk'],
  ['el', 'ELL', 'Greek', 'grekiska', 'græsk'],
  ['hu', 'HUN', 'Hungarian', 'ungerska', 'ungarsk'],
  ['ga', 'GLE', 'Irish', 'iriska', 'irsk'],
  ['it', 'ITA', 'Italian', 'italienska', 'italiensk'],
  ['lv', 'LAV', 'Latvian', 'lettiska', 'lettisk'],
  ['lt', 'LIT', 'Lithuanian', 'litauiska', 'litauisk'],
  ['mt', 'MLT', 'Maltese', 'maltesiska', 'maltesisk'],
  ['pl', 'POL', 'Polish', 'polska', 'polsk'],
  ['pt', 'POR', 'Portuguese', 'portugisiska', 'portugisisk'],
  ['ro', 'RON', 'Romanian', 'rumänska', 'rumænsk'],
  ['sk', 'SLK', 'Slovak', 'slovakiska', 'slovakisk'],
  ['sl', 'SLV', 'Slovenian', 'slovenska', 'slovensk'],
  ['es', 'SPA', 'Spanish', 'spanska', 'spansk'],
  ['is', 'ISL', 'Icelandic', 'isländska', 'islandsk'],
  ['no', 'NOR', 'Norwegian', 'norska', 'norsk'],
  ['nb', 'NOB', 'Norwegian Bokmål', 'norskt bokmål', 'norsk bokmål'],
  ['nn', 'NNO', 'Norwegian Nynorsk', 'nynorska', 'nynorsk'],
  ['se', 'SME', 'Northern Sami', 'nordsamiska', 'nordsamisk'],
  ['fo', 'FAO', 'Faroese', 'färöiska', 'færøsk'],
  ['kl', 'KAL', 'Greenlandic', 'grönländska', 'grønlandsk'],
  ['ar', 'ARA', 'Arabic', 'arabiska', 'arabisk'],
  ['so', 'SOM', 'Somali', 'somaliska', 'somalisk'],
  ['uk', 'UKR', 'Ukrainian', 'ukrainska', 'ukrainsk'],
]

export interface Language extends VocabularyConcept {
  /** BCP 47. */
  readonly tag: string
}

/** Languages that a credential may be written in. */
export const languages: readonly Language[] = rows.map(([tag, code, en, sv, da]) => ({
  id: `${languageScheme}/${code}`,
  scheme: languageScheme,
  notation: 'language',
  prefLabel: { en, sv, da },
  tag,
}))

const byTag = new Map(languages.map(language => [language.tag, language]))
const byId = new Map(languages.map(language => [language.id, language]))

/** The language with this BCP 47 tag; of a tag with more parts (`sv-FI`) the first counts. */
export function findLanguage(tag: string): Language | undefined {
  return byTag.get(tag.toLowerCase().split('-')[0] ?? '')
}

/** The language with this address in the authority table. */
export function findLanguageById(id: string): Language | undefined {
  return byId.get(id)
}
