import { KitError } from '../../errors.ts'
import type { Certificate } from '../../keys/index.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { verifyEnvelopedSignature } from '../xml/verify-enveloped-signature.ts'
import { childrenNamed, descend, textOf, type XmlElement } from '../xml/xml-element.ts'
import { isListOfListsType, listError, listNamespace, readNames, readTime } from './list-parts.ts'
import { readPointers } from './read-pointers.ts'
import { readProvider } from './read-provider.ts'
import type { TrustedList } from './trusted-list.ts'

/** The largest national lists have 5 MiB. */
const maxBytes = 20 * 1024 * 1024

/**
 * XML → trusted list, believed only when one of `signers` signed it. Everything is read from what the signature
 * covers. Whether the list is still current is for the caller to ask (`nextUpdate`).
 *
 * @throws KitError `xml.*`, `list.*`, `input.too_large`
 */
export function readTrustedList(bytes: Uint8Array, signers: readonly Certificate[]): TrustedList {
  const document = parseXml(bytes, { maxBytes })
  const { content, signedBy } = verifyEnvelopedSignature(document, signers)
  const list = readContent(content)
  if (list.issued < signedBy.notBefore || list.issued > signedBy.notAfter) {
    throw new KitError('list.signer', 'The list was issued outside the dates of its signer’s certificate')
  }
  return { ...list, signedBy }
}

function readContent(root: XmlElement): Omit<TrustedList, 'signedBy'> {
  if (root.local !== 'TrustServiceStatusList' || root.namespace !== listNamespace) {
    throw listError('TrustServiceStatusList', 'is not the root')
  }
  const scheme = descend(root, 'SchemeInformation')
  const territory = textOf(descend(scheme, 'SchemeTerritory')).toUpperCase()
  if (!/^[A-Z]{2}$/.test(territory)) throw listError('SchemeTerritory', 'is not two letters')
  const sequenceNumber = Number(textOf(descend(scheme, 'TSLSequenceNumber')))
  if (!Number.isSafeInteger(sequenceNumber) || sequenceNumber < 1) {
    throw listError('TSLSequenceNumber', 'is not a positive integer')
  }
  const next = descend(scheme, 'NextUpdate', 'dateTime')
  const providers = childrenNamed(descend(root, 'TrustServiceProviderList'), 'TrustServiceProvider')
  return {
    territory,
    sequenceNumber,
    isListOfLists: isListOfListsType(textOf(descend(scheme, 'TSLType'))),
    operator: readNames(descend(scheme, 'SchemeOperatorName')),
    issued: readTime(descend(scheme, 'ListIssueDateTime'), 'ListIssueDateTime'),
    ...(next ? { nextUpdate: readTime(next, 'NextUpdate') } : {}),
    providers: providers.map(readProvider),
    pointers: readPointers(descend(scheme, 'PointersToOtherTSL')),
  }
}
