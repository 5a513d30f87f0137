import { asList, isJsonObject, type JsonObject } from '../../json/index.ts'

/** A secured document inside a `data:` address (VCDM 2.0 §4.13.2, §4.13.3). */
export interface Envelope {
  readonly mediaType: string
  /** The token: a JWT, or an SD-JWT. */
  readonly token: string
}

const types = ['EnvelopedVerifiableCredential', 'EnvelopedVerifiablePresentation']
const mediaTypes = [
  'vc+jwt',
  'vp+jwt',
  'vc+ld+jwt',
  'vp+ld+jwt',
  'vc+sd-jwt',
  'vp+sd-jwt',
  'dc+sd-jwt',
  'jwt',
]
const members = ['@context', 'id', 'type']

/**
 * The token in an envelope. Whatever else stands beside it is signed by nobody, so an envelope with more in it
 * isn't opened: `malformed`. `undefined` when it isn't an envelope.
 */
export function readEnvelope(document: JsonObject): Envelope | 'malformed' | undefined {
  if (!asList(document.type).some(type => types.includes(type as string))) return undefined
  const isBare =
    Object.keys(document).every(name => members.includes(name)) && asList(document.type).length === 1
  const match =
    typeof document.id === 'string' ? /^data:application\/([a-z+-]+),([\w.~-]+)$/.exec(document.id) : null
  const [, mediaType = '', token = ''] = match ?? []
  return isBare && mediaTypes.includes(mediaType)
    ? { mediaType: `application/${mediaType}`, token }
    : 'malformed'
}

/**
 * The token in a document that only repeats it, as some libraries write (`proof.jwt`). The document around it
 * is signed by nobody and must not be read.
 */
export function readEmbeddedJwt(document: JsonObject): string | undefined {
  const { proof } = document
  return isJsonObject(proof) && typeof proof.jwt === 'string' ? proof.jwt : undefined
}
