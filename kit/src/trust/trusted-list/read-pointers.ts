import { childElements, childrenNamed, descend, textOf, walk, type XmlElement } from '../xml/xml-element.ts'
import { isListOfListsType, readCertificates } from './list-parts.ts'
import type { ListPointer } from './trusted-list.ts'

/** PointersToOtherTSL (§5.3.13). */
export function readPointers(pointers: XmlElement | undefined): ListPointer[] {
  return childrenNamed(pointers, 'OtherTSLPointer').map(pointer => {
    const about = [...walk(descend(pointer, 'AdditionalInformation') ?? pointer)]
    const find = (local: string) =>
      about.find(element => element.local === local && childElements(element).length === 0)
    return {
      territory: textOf(find('SchemeTerritory')).toUpperCase(),
      location: textOf(descend(pointer, 'TSLLocation')),
      isListOfLists: isListOfListsType(textOf(find('TSLType'))),
      isXml: /xml/i.test(textOf(find('MimeType'))),
      signers: childrenNamed(descend(pointer, 'ServiceDigitalIdentities'), 'ServiceDigitalIdentity').flatMap(
        readCertificates,
      ),
    }
  })
}
