import { createHash } from 'node:crypto'
import { KitError } from '../../errors.ts'
import type { Certificate } from '../../keys/index.ts'
import { canonicaliseDocument, canonicaliseElement } from './canonicalise-xml.ts'
import { digestOf, holds, isSignatureMethod } from './signature-algorithms.ts'
import {
  attributeOf,
  childElements,
  childrenNamed,
  textOf,
  walk,
  type XmlDocument,
  type XmlElement,
} from './xml-element.ts'

const dsig = 'http://www.w3.org/2000/09/xmldsig#'
const xades = 'http://uri.etsi.org/01903/v1.3.2#'
const exclusive = 'http://www.w3.org/2001/10/xml-exc-c14n#'
const enveloped = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature'
const signedProperties = 'http://uri.etsi.org/01903#SignedProperties'

export interface CoveredXml {
  /** The root without its signature: exactly what was signed. Nothing else of the document may be believed. */
  readonly content: XmlElement
  readonly signedBy: Certificate
}

/**
 * The one enveloped signature that XAdES baseline and ETSI TS 119 612 annex B describe: one `ds:Signature`, a
 * child of the root, over the whole document and, beside it, its own SignedProperties. Any other form is refused,
 * so that nothing can be wrapped. What the signature says of its key is ignored: only `signers` count.
 *
 * @throws KitError `list.unsigned`, `list.signature`, `list.altered`, `list.signer`
 */
export function verifyEnvelopedSignature(document: XmlDocument, signers: readonly Certificate[]): CoveredXml {
  const signature = findSignature(document.root)
  const content = { ...document.root, children: document.root.children.filter(child => child !== signature) }
  const signedInfo = only(signature, 'SignedInfo')
  const [canonicalisation, method, ...references] = childElements(signedInfo)
  if (canonicalisation?.local !== 'CanonicalizationMethod' || method?.local !== 'SignatureMethod') {
    throw refused('SignedInfo is out of order')
  }
  if (algorithmOf(canonicalisation) !== exclusive || childElements(canonicalisation).length > 0) {
    throw refused('a canonicalisation other than exclusive C14N')
  }
  checkReferences(references, document, content, signature)
  const signedBy = findSigner(algorithmOf(method), signedInfo, only(signature, 'SignatureValue'), signers)
  return { content, signedBy }
}

function findSignature(root: XmlElement): XmlElement {
  const all = [...walk(root)].filter(({ local, namespace }) => local === 'Signature' && namespace === dsig)
  if (all.length === 0) throw new KitError('list.unsigned', 'There is no signature')
  const [signature] = all
  if (all.length > 1 || !signature || !root.children.includes(signature)) {
    throw refused('not exactly one signature, as a child of the root')
  }
  return signature
}

/** One reference to the document, and at most one to the signature's own properties; each must hold. */
function checkReferences(
  references: readonly XmlElement[],
  document: XmlDocument,
  content: XmlElement,
  signature: XmlElement,
): void {
  const [toProperties, toDocument] = partition(
    references,
    reference => attributeOf(reference, 'Type') === signedProperties,
  )
  const [reference] = toDocument
  if (!reference || toDocument.length > 1 || toProperties.length > 1)
    throw refused('other references than two')
  checkTransforms(reference, [enveloped, exclusive])
  checkDigest(reference, coveredText(reference, document, content))
  for (const property of toProperties) {
    // XML Signature §4.4.3.2: without transforms, nodes become octets by Canonical XML 1.0.
    const isPlain = childrenNamed(property, 'Transforms').length === 0
    if (!isPlain) checkTransforms(property, [exclusive])
    const properties = findProperties(property, document, signature)
    checkDigest(property, canonicaliseElement(properties, isPlain ? 'inclusive' : 'exclusive'))
  }
}

/** `URI=""` is the document, `#id` the root alone (XML Signature §4.4.3.2). */
function coveredText(reference: XmlElement, document: XmlDocument, content: XmlElement): string {
  const uri = attributeOf(reference, 'URI')
  if (uri === '') return canonicaliseDocument(document, content)
  const target = findById(uri, document.root)
  if (target !== document.root) throw refused('a reference to a part of the document')
  return canonicaliseElement(content)
}

function findProperties(reference: XmlElement, { root }: XmlDocument, signature: XmlElement): XmlElement {
  const own = childrenNamed(signature, 'Object')
    .flatMap(object => childrenNamed(object, 'QualifyingProperties', xades))
    .flatMap(properties => childrenNamed(properties, 'SignedProperties', xades))
  const target = findById(attributeOf(reference, 'URI'), root)
  if (own.length !== 1 || own[0] !== target) throw refused('properties that are not those of the signature')
  return target
}

/** The one element of that id; a second one of the same id could be the one that others read. */
function findById(uri: string | undefined, root: XmlElement): XmlElement {
  const id = uri?.startsWith('#') ? uri.slice(1) : undefined
  const found = [...walk(root)].filter(({ attributes }) =>
    attributes.some(({ local, value }) => local.toLowerCase() === 'id' && value === id),
  )
  if (!id || found.length !== 1) throw refused(`not exactly one element with the id of ${uri}`)
  return found[0]!
}

function checkTransforms(reference: XmlElement, expected: readonly string[]): void {
  const transforms = childElements(only(reference, 'Transforms'))
  const algorithms = transforms.map(algorithmOf)
  const hasParameters = transforms.some(transform => childElements(transform).length > 0)
  if (hasParameters || algorithms.join(' ') !== expected.join(' '))
    throw refused('other transforms than usual')
}

function checkDigest(reference: XmlElement, text: string): void {
  const hash = digestOf(algorithmOf(only(reference, 'DigestMethod')))
  if (!hash) throw refused('a digest other than SHA-256, SHA-384 or SHA-512')
  const digest = createHash(hash).update(text, 'utf8').digest()
  if (!digest.equals(readBase64(only(reference, 'DigestValue')))) {
    throw new KitError('list.altered', 'What the signature covers has been changed')
  }
}

function findSigner(
  method: string | undefined,
  signedInfo: XmlElement,
  value: XmlElement,
  signers: readonly Certificate[],
): Certificate {
  if (!isSignatureMethod(method)) throw refused('a method other than RSA or ECDSA with SHA-2')
  const signed = Buffer.from(canonicaliseElement(signedInfo), 'utf8')
  const signature = readBase64(value)
  const signer = signers.find(({ publicKey }) => holds(method, publicKey, signed, signature))
  if (!signer) throw new KitError('list.signer', 'The signature is by none of the pinned signers')
  return signer
}

function only(parent: XmlElement, local: string): XmlElement {
  const found = childrenNamed(parent, local, dsig)
  if (found.length !== 1) throw refused(`not exactly one ${local}`)
  return found[0]!
}

function algorithmOf(element: XmlElement): string | undefined {
  return attributeOf(element, 'Algorithm')
}

function readBase64(element: XmlElement): Buffer {
  const text = textOf(element).replaceAll(/\s/g, '')
  const bytes = Buffer.from(text, 'base64')
  // A comment or an element inside would make two readings of one value.
  if (childElements(element).length > 0 || bytes.toString('base64') !== text)
    throw refused(`the ${element.local}`)
  return bytes
}

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter(item => !test(item))]
}

function refused(what: string): KitError {
  return new KitError('list.signature', `The signature is not of the usual form: ${what}`)
}
