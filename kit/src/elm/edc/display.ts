import { KitError } from '../../errors.ts'
import { mapText } from '../../text/index.ts'
import {
  achievedPhrase,
  base64Encoding,
  credentialHeading,
  findLanguage,
  type Language,
  pngFileType,
} from '../vocabularies/index.ts'
import type { BuildContext, EdcInput } from './build-context.ts'
import { type DisplayParameterNode, type IndividualDisplayNode, oneOrMany } from './nodes.ts'

/** How the credential looks: heading, the phrase after the holder's name, languages, page images. */
export function buildDisplay(context: BuildContext): DisplayParameterNode {
  const { title } = context.award.version.content
  const ours = context.labels(achievedPhrase)
  return {
    id: 'urn:epass:displayParameter:1',
    type: 'DisplayParameter',
    title: context.labels(credentialHeading),
    description: mapText(
      ours,
      (phrase, language) => `${phrase} ${title[language] ?? title[context.primary] ?? ''}`,
    ),
    primaryLanguage: context.concept(languageConcept(context.primary)),
    language: oneOrMany(context.languages.map(language => context.concept(languageConcept(language)))),
    individualDisplay: oneOrMany(context.languages.map(language => buildPage(context, language))),
  }
}

function buildPage(context: BuildContext, language: string): IndividualDisplayNode {
  const image = context.input.pageImages.find(page => page.language === language)
  if (!image) throw new KitError('elm.incomplete', `No page image in ${language}`)
  return {
    id: context.nextId('individualDisplay'),
    type: 'IndividualDisplay',
    language: context.concept(languageConcept(language)),
    displayDetail: {
      id: context.nextId('displayDetail'),
      type: 'DisplayDetail',
      page: 1,
      image: {
        id: context.nextId('mediaObject'),
        type: 'MediaObject',
        content: Buffer.from(image.png).toString('base64'),
        contentEncoding: context.concept(base64Encoding),
        contentType: context.concept(pngFileType),
      },
    },
  }
}

/** The language of a tag. Throws `elm.incomplete` for one that the authority table doesn't give us. */
export function languageConcept(tag: string): Language {
  const language = findLanguage(tag)
  if (!language) throw new KitError('elm.incomplete', `Unknown language: ${tag}`)
  return language
}

/** Of the languages that every text has, those with a page image; the primary one always. */
export function displayedLanguages(complete: readonly string[], input: EdcInput): readonly string[] {
  return complete.filter(
    (language, index) => index === 0 || input.pageImages.some(page => page.language === language),
  )
}
