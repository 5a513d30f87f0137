import { KitError } from '../../errors.ts'
import { type Certificate, readCertificate } from '../../keys/index.ts'
import type { LangString } from '../../text/index.ts'
import { readMoment } from '../read-moment.ts'
import { attributeOf, childrenNamed, textOf, type XmlElement, xmlNamespace } from '../xml/xml-element.ts'

export const listNamespace = 'http://uri.etsi.org/02231/v2#'

export function listError(place: string, problem: string): KitError {
  return new KitError('list.malformed', `${place} ${problem}`)
}

export function isListOfListsType(uri: string): boolean {
  return /\/TSLType\/EUlistofthelists$/i.test(uri)
}

/** MultiLangNorms (§5.1.4): the first name in each language, in the list's order. */
export function readNames(parent: XmlElement | undefined): LangString {
  const names = new Map<string, string>()
  for (const name of childrenNamed(parent, 'Name')) {
    const language = attributeOf(name, 'lang', xmlNamespace)?.toLowerCase() ?? 'und'
    const text = textOf(name).replaceAll(/\s+/g, ' ')
    if (text !== '' && !names.has(language)) names.set(language, text)
  }
  return Object.fromEntries(names)
}

export function readTime(element: XmlElement | undefined, place: string): Date {
  const time = readMoment(textOf(element))
  if (!time) throw listError(place, 'is not a time')
  return time
}

/** The certificates of digital identities (§5.5.3); one that can't be read speaks for nobody. */
export function readCertificates(identity: XmlElement | undefined): Certificate[] {
  return childrenNamed(identity, 'DigitalId')
    .flatMap(id => childrenNamed(id, 'X509Certificate'))
    .flatMap(element => {
      try {
        return [readCertificate(Buffer.from(textOf(element), 'base64'))]
      } catch {
        return []
      }
    })
}
