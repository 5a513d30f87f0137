import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts'

/**
 * The context of Open Badges 3.0.3 as 1EdTech publishes it. The package has all of it but two terms that were
 * added before publication; without them a badge with an endorsement as JWT would look as if it said
 * undefined things.
 */
export function openBadgesVersion303(contexts: ReadonlyMap<string, unknown>): JsonObject {
  const packaged = contexts.get('https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json') as
    | JsonValue
    | undefined
  const terms = isJsonObject(packaged) ? packaged['@context'] : undefined
  if (!isJsonObject(terms)) throw new Error('The package has no Open Badges 3.0.3 context')
  return {
    '@context': {
      ...terms,
      endorsementJwt: {
        '@id': 'https://purl.imsglobal.org/spec/vc/ob/vocab.html#endorsementJwt',
        '@container': '@set',
      },
      jti: { '@id': 'https://www.iana.org/assignments/jwt#jti', '@type': '@id' },
    },
  }
}
