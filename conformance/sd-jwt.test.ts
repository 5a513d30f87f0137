import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../kit/src/json/index.ts'
import { type ClaimPath, parseSdJwt, presentSdJwt, sealSdJwt, verifySdJwt } from '../kit/src/proofs/index.ts'
import { readSpecification } from './sd-jwt/read-specification.ts'

const vectors = join(process.env.MERITUM_SHARED ?? join(import.meta.dirname, '../../shared'), 'data/vectors')
const present = existsSync(join(vectors, 'sd-jwt-js')) && existsSync(join(vectors, 'sd-jwt-spec'))
if (!present) console.warn(`SKIPPED: the SD-JWT examples are not at ${vectors}; set MERITUM_SHARED`)

const at = new Date('2027-03-01T12:00:00Z')
const issuer = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const holder = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const demand = { audience: 'https://verifier.example.org', nonce: '1234567890' }
const signerOf = (key: KeyObject) => ({
  algorithm: 'ES256' as const,
  certificateChain: [],
  sign: async (data: Uint8Array) => Uint8Array.from(sign('sha256', data, { key, dsaEncoding: 'ieee-p1363' })),
})

/** What the examples leave to the format: type, issuer and, where the holder signs, the holder's key. */
const common = (claims: JsonObject): JsonObject => ({
  vct: 'https://types.example/x',
  iss: 'https://issuer.example',
  ...claims,
  cnf: { jwk: holder.publicKey.export({ format: 'jwk' }) as JsonObject },
})

interface Trip {
  readonly claims: JsonObject
  readonly concealed: readonly ClaimPath[]
  readonly reveal: readonly ClaimPath[]
  readonly decoys?: number
}

/** Seals, shows and verifies; answers the claims beside the common ones, all of them and as shown. */
async function makeTrip({
  claims,
  concealed,
  reveal,
  decoys = 0,
}: Trip): Promise<{ all: JsonObject; shown: JsonObject }> {
  let salts = 0
  const nextSalt = () => Buffer.from(String(salts++).padStart(16, '0')).toString('base64url')
  const whole = common(claims)
  const token = await sealSdJwt(
    { claims: whole, paths: concealed, nextSalt, decoys },
    signerOf(issuer.privateKey),
  )
  expect(token.split('~')).toHaveLength(concealed.length + 2)
  const keyBinding = { ...demand, issuedAt: at, signer: signerOf(holder.privateKey) }
  const presented = await presentSdJwt(token, { reveal, keyBinding })
  return { all: verified(token), shown: verified(presented, true) }
}

function verified(token: string, isBound = false): JsonObject {
  const parsed = parseSdJwt(token)
  if (!parsed.ok) throw new Error(parsed.code)
  const result = verifySdJwt(parsed, issuer.publicKey, isBound ? { at, keyBinding: demand } : { at })
  if (!result.ok) throw new Error(result.code)
  expect(result.keyBinding).toBe(isBound ? 'proven' : 'absent')
  return result.claims
}

/** Paths to everything that a frame of `true` marks. */
function pathsOf(frame: JsonValue, path: ClaimPath = []): ClaimPath[] {
  if (typeof frame !== 'object' || frame === null) return frame === false ? [] : [path]
  const entries = Array.isArray(frame) ? frame.entries() : Object.entries(frame)
  return [path, ...[...entries].flatMap(([key, value]) => pathsOf(value, [...path, asIndex(key)]))].filter(
    p => p.length > 0,
  )
}

const asIndex = (key: string | number): string | number => (/^\d+$/.test(String(key)) ? Number(key) : key)

/** What is left of claims when only some concealed ones are shown, worked out without any token. */
function withoutHidden(value: JsonValue, trip: Trip, path: ClaimPath = []): JsonValue {
  const has = (paths: readonly ClaimPath[], place: ClaimPath): boolean =>
    paths.some(other => other.join('\n') === place.join('\n'))
  const isShown = (place: ClaimPath): boolean => !has(trip.concealed, place) || has(trip.reveal, place)
  if (Array.isArray(value)) {
    return value.flatMap((element, index) =>
      isShown([...path, index]) ? [withoutHidden(element, trip, [...path, index])] : [],
    )
  }
  if (typeof value !== 'object' || value === null) return value
  const shown = Object.entries(value).filter(([name]) => isShown([...path, name]))
  return Object.fromEntries(
    shown.map(([name, member]) => [name, withoutHidden(member, trip, [...path, name])]),
  )
}

describe.skipIf(!present)('claims and frames of sd-jwt-js', () => {
  const names = present ? readdirSync(join(vectors, 'sd-jwt-js')).filter(name => name.endsWith('.json')) : []

  // RFC 9901 §7.1 keeps an object whose members are all kept back; this example leaves it out.
  const emptied: Record<string, JsonObject> = { 'array_none_disclosed.json': { is_over: {} } }

  /** A frame lists under `_sd` what is concealed at its level, by name or by place. */
  function concealedOf(frame: JsonObject, path: ClaimPath = []): ClaimPath[] {
    return Object.entries(frame).flatMap(([key, value]): ClaimPath[] => {
      if (key === '_sd') return (value as (string | number)[]).map(name => [...path, name])
      return typeof value === 'object' && value !== null
        ? concealedOf(value as JsonObject, [...path, asIndex(key)])
        : []
    })
  }

  test('are 17', () => expect(names).toHaveLength(17))

  test.each(names)('%s goes round and shows what it should', async name => {
    const example = JSON.parse(readFileSync(join(vectors, 'sd-jwt-js', name), 'utf8'))
    const concealed = concealedOf(example.disclosureFrame ?? {})
    const reveal = pathsOf(example.presentationFrames ?? {})
    const { all, shown } = await makeTrip({ claims: example.claims, concealed, reveal, decoys: 2 })
    expect(all).toEqual(common(example.claims))
    expect(shown).toEqual(common({ ...emptied[name], ...example.presentedClaims }))
  })
})

describe.skipIf(!present)('specifications of RFC 9901', () => {
  const folder = join(vectors, 'sd-jwt-spec')
  const names = present
    ? readdirSync(folder).filter(name => existsSync(join(folder, name, 'specification.yml')))
    : []

  test('are 15', () => expect(names).toHaveLength(15))

  test.each(names)('%s goes round and shows what it should', async name => {
    const text = readFileSync(join(folder, name, 'specification.yml'), 'utf8')
    const specification = readSpecification(text)
    // One mark in the file, one path.
    expect(specification.concealed).toHaveLength(text.replace(/#.*/g, '').split('!sd').length - 1)
    const trip = { ...specification, reveal: pathsOf(specification.disclosed) }
    const { all, shown } = await makeTrip(trip)
    expect(all).toEqual(common(specification.claims))
    expect(shown).toEqual(common(withoutHidden(specification.claims, trip) as JsonObject))
  })
})
