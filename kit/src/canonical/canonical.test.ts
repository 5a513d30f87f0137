import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '../json/index.ts'
import {
  canonicalizeJson,
  canonizeDataset,
  canonizeDocument,
  checkContexts,
  extendContexts,
  pinnedContexts,
} from './index.ts'

describe('RFC 8785', () => {
  test('numbers, as JavaScript writes them', () => {
    const numbers = [0, -0, 1, 1.0, 1, 0.1, 1e21, 1e-7, 333333333.3333333, 4.5, 2e-3, 1e30, 9007199254740991]
    expect(canonicalizeJson(numbers)).toBe(
      '[0,0,1,1,1,0.1,1e+21,1e-7,333333333.3333333,4.5,0.002,1e+30,9007199254740991]',
    )
  })

  test('keys by UTF-16 units: an emoji comes before U+FB33', () => {
    expect(canonicalizeJson({ '\u{1f600}': 1, '\ufb33': 2, '\u20ac': 3, '\r': 4, '1': 5 })).toBe(
      '{"\\r":4,"1":5,"\u20ac":3,"\u{1f600}":1,"\ufb33":2}',
    )
  })

  test('what has no canonical form is refused', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => canonicalizeJson([value])).toThrow(expect.objectContaining({ code: 'json.number_range' }))
    }
    expect(() => canonicalizeJson({ a: '\ud800' })).toThrow(
      expect.objectContaining({ code: 'json.encoding' }),
    )
    expect(() => canonicalizeJson({ '\udc00': 1 })).toThrow(
      expect.objectContaining({ code: 'json.encoding' }),
    )
    let deep: JsonValue = 1
    for (let level = 0; level < 100_000; level++) deep = [deep]
    expect(() => canonicalizeJson(deep)).toThrow(expect.objectContaining({ code: 'json.too_deep' }))
  })

  test('is what it means, whatever the order', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), value => {
        const plain = JSON.parse(JSON.stringify(value)) as JsonValue
        const text = canonicalizeJson(plain)
        expect(JSON.parse(text)).toEqual(plain)
        expect(canonicalizeJson(reverse(plain))).toBe(text)
      }),
    )
  })
})

function reverse(value: JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map(reverse)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverse(item)]),
  )
}

describe('RDFC-1.0', () => {
  const name = (index: number) => `_:b${index}`
  const edges = (pairs: [number, number][]) =>
    pairs.map(([from, to]) => `${name(from)} <urn:p> ${name(to)} .\n`).join('')
  const clique = (size: number) =>
    edges(
      Array.from({ length: size * size }, (_, index): [number, number] => [
        Math.floor(index / size),
        index % size,
      ]).filter(([from, to]) => from !== to),
    )
  const chain = (size: number) => edges(Array.from({ length: size }, (_, index) => [index, index + 1]))

  test.each([
    ['8-clique', clique(8)],
    ['10-clique', clique(10)],
    ['30-clique', clique(30)],
    ['chain of 500', chain(500)],
  ])('LD-11 gives up a %s soon', async (_, dataset) => {
    await canonizeDataset(chain(5))
    const started = performance.now()
    await expect(canonizeDataset(dataset)).rejects.toMatchObject({ code: 'ld.too_complex' })
    expect(performance.now() - started).toBeLessThan(2000)
  })
})

describe('pinned contexts', () => {
  /** Every object in a context, with what its keys mean in it. */
  function* definitionsIn(value: JsonValue): Generator<JsonObject> {
    if (Array.isArray(value)) for (const item of value) yield* definitionsIn(item)
    if (!isJsonObject(value)) return
    yield value
    for (const item of Object.values(value)) yield* definitionsIn(item)
  }
  const definitions = [...pinnedContexts].flatMap(([url, context]) =>
    [...definitionsIn(context)].map(definition => [url, definition] as const),
  )

  test('none has a catch-all, a base, or anything that moves properties between nodes', () => {
    for (const keyword of [
      '@vocab',
      '@base',
      '@import',
      '@nest',
      '@reverse',
      '@included',
      '@graph',
      '@propagate',
    ]) {
      const having = definitions.filter(([, definition]) => Object.hasOwn(definition, keyword))
      expect([keyword, having.map(([url]) => url)]).toEqual([keyword, []])
    }
  })

  test('what decides about a credential has one name in all of them', () => {
    const decisive =
      /^(?:cred:|https:\/\/www\.w3\.org\/2018\/credentials#)(credentialStatus|credentialSubject|issuer|validFrom|validUntil|issuanceDate|expirationDate|holder|verifiableCredential|credentialSchema|evidence|termsOfUse)$/
    const named = new Set<string>()
    for (const [, definition] of definitions) {
      for (const [term, meaning] of Object.entries(definition)) {
        const iri = isJsonObject(meaning) ? meaning['@id'] : meaning
        const match = typeof iri === 'string' && !term.startsWith('@') ? decisive.exec(iri) : null
        if (!match) continue
        named.add(match[1]!)
        expect([term, iri]).toEqual([match[1], iri])
      }
    }
    expect(named.size).toBeGreaterThan(8)
  })

  test('a pinned context can’t be replaced, and others can be added', async () => {
    const url = 'https://www.w3.org/ns/credentials/v2'
    const extended = extendContexts({
      [url]: { '@context': {} },
      'urn:other': { '@context': { other: 'urn:o' } },
    })
    expect(extended.get(url)).toBe(pinnedContexts.get(url))
    const document = { '@context': [url, 'urn:other'], id: 'urn:1', type: 'VerifiableCredential', other: 'x' }
    expect(await canonizeDocument(document, { contexts: extended })).toContain('<urn:1> <urn:o> "x" .')
    await expect(canonizeDocument(document)).rejects.toMatchObject({ code: 'ld.context_not_allowed' })
    expect(() => checkContexts({ '@context': 'urn:other' }, extended)).toThrow(
      expect.objectContaining({ code: 'ld.context_order' }),
    )
  })
})
