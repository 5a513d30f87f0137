import { isAbsoluteIri } from '../../canonical/index.ts'
import { asList, isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts'
import { type Failure, fails } from '../../proofs/index.ts'

const baseContexts = ['https://www.w3.org/2018/credentials/v1', 'https://www.w3.org/ns/credentials/v2']
/** Properties whose values say of what kind they are (VCDM 2.0 §4.4, 1.1 §4.1). */
const typedProperties = ['credentialStatus', 'credentialSchema', 'evidence', 'refreshService', 'termsOfUse']

/**
 * Whether a document has the members of a verifiable credential, each of the kind that it must be (VCDM 2.0 §4,
 * 1.1 §4). What its proof covers and what its words mean is checked with the proof.
 *
 * Codes: `vc.malformed` with the member, `vc.version_mix`, `ld.context_order`, `ld.relative_iri`.
 */
export function checkStructure(document: JsonObject): Failure | undefined {
  return (
    checkNames(document) ??
    checkIssuer(document.issuer) ??
    checkSubjects(document.credentialSubject) ??
    checkTimes(document) ??
    checkTyped(document) ??
    checkResources(document.relatedResource)
  )
}

/** One of the two base contexts stands first, and the other nowhere. */
export function checkContextOrder(document: JsonObject): Failure | undefined {
  const contexts = asList(document['@context'])
  const bases = contexts.filter(context => baseContexts.includes(context as string))
  return bases.length === 1 && contexts[0] === bases[0] ? undefined : fails('ld.context_order')
}

function checkNames(document: JsonObject): Failure | undefined {
  const order = checkContextOrder(document)
  if (order) return order
  if (!asList(document.type).includes('VerifiableCredential')) return malformed('type')
  if (!asList(document.type).every(type => typeof type === 'string')) return malformed('type')
  if (document.id !== undefined && !isAbsoluteIri(document.id)) {
    return fails('ld.relative_iri', { value: String(document.id).slice(0, 200) })
  }
  const texts = [document.name, document.description]
  return texts.every(text => text === undefined || isText(text)) ? undefined : malformed('name')
}

/** A text, one in a language, or several of those (VCDM 2.0 §11.1). */
function isText(value: JsonValue): boolean {
  return asList(value).every(
    text => typeof text === 'string' || (isJsonObject(text) && typeof text['@value'] === 'string'),
  )
}

function checkIssuer(issuer: JsonValue | undefined): Failure | undefined {
  const id = isJsonObject(issuer) ? issuer.id : issuer
  return isAbsoluteIri(id) ? undefined : malformed('issuer')
}

function checkSubjects(value: JsonValue | undefined): Failure | undefined {
  const subjects = asList(value)
  const isSound =
    subjects.length > 0 &&
    subjects.every(
      subject =>
        isJsonObject(subject) &&
        Object.keys(subject).length > 0 &&
        (subject.id === undefined || isAbsoluteIri(subject.id)),
    )
  return isSound ? undefined : malformed('credentialSubject')
}

/** Two words for one thing, that of each version; one who reads either must not be told otherwise by the other. */
function checkTimes(document: JsonObject): Failure | undefined {
  const isV1 = asList(document['@context'])[0] === baseContexts[0]
  const pairs = [
    ['issuanceDate', 'validFrom'],
    ['expirationDate', 'validUntil'],
  ] as const
  for (const [first, second] of pairs) {
    const [older, newer] = [document[first], document[second]]
    if (older !== undefined && newer !== undefined && !isSameTime(older, newer))
      return fails('vc.version_mix', { member: second })
  }
  return isV1 && document.issuanceDate === undefined && document.validFrom === undefined
    ? malformed('issuanceDate')
    : undefined
}

function isSameTime(first: JsonValue, second: JsonValue): boolean {
  return first === second || Date.parse(String(first)) === Date.parse(String(second))
}

function checkTyped(document: JsonObject): Failure | undefined {
  const untyped = typedProperties.find(name =>
    asList(document[name]).some(
      value =>
        !isJsonObject(value) ||
        !asList(value.type).some(type => typeof type === 'string') ||
        (value.id !== undefined && !isAbsoluteIri(value.id)),
    ),
  )
  if (untyped !== undefined) return malformed(untyped)
  const hasIds = asList(document.credentialSchema).every(
    schema => isJsonObject(schema) && isAbsoluteIri(schema.id),
  )
  return hasIds ? undefined : malformed('credentialSchema')
}

/** VCDM 2.0 §5.3: each resource once, with what its content has to be. */
function checkResources(value: JsonValue | undefined): Failure | undefined {
  const resources = asList(value)
  const ids = resources.map(resource => (isJsonObject(resource) ? resource.id : undefined))
  const isSound =
    ids.every(isAbsoluteIri) &&
    new Set(ids).size === ids.length &&
    resources.every(
      resource =>
        isJsonObject(resource) &&
        (asList(resource.digestSRI).length > 0 || asList(resource.digestMultibase).length > 0),
    )
  return isSound ? undefined : malformed('relatedResource')
}

function malformed(member: string): Failure {
  return fails('vc.malformed', { member })
}
