import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { JsonObject } from '../json/index.ts'
import {
  buildStatusListCredential,
  createBitstring,
  decodeBitstring,
  encodeBitstring,
  minimumEntries,
  readStatus,
  readStatusList,
  type StatusListInput,
} from './index.ts'

const code = (value: string) => expect.objectContaining({ code: value })
const pack = (bits: Uint8Array) => `u${gzipSync(bits).toString('base64url')}`

describe('bitstring', () => {
  test('entry 0 is the left-most bit', () => {
    expect(createBitstring([0])[0]).toBe(0b1000_0000)
    expect(createBitstring([1])[0]).toBe(0b0100_0000)
    expect(createBitstring([9])[1]).toBe(0b0100_0000)
    const bits = createBitstring([1])
    expect(readStatus(bits, 1)).toBe(true)
    expect(readStatus(bits, 6)).toBe(false)
  })

  test('goes round with any entries', () => {
    const entries = [0, 7, 8, 4_711, minimumEntries - 1]
    const bits = decodeBitstring(encodeBitstring(createBitstring(entries)))
    const found = Array.from({ length: minimumEntries }, (_, index) => index).filter(index =>
      readStatus(bits, index),
    )
    expect(found).toEqual(entries)
  })

  test("reads the empty list of the standard's own example (§ 'encodedList')", () => {
    const empty = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'
    expect(decodeBitstring(empty)).toEqual(new Uint8Array(16_384))
  })

  test.each([minimumEntries, -1, 1.5, Number.NaN, 2 ** 53, 2 ** 31 * 8])('entry %d is outside', index => {
    expect(() => readStatus(createBitstring([]), index)).toThrow(code('status.index_range'))
    expect(() => createBitstring([index])).toThrow(code('status.index_range'))
  })

  test('refuses what is too large, too short or no list', () => {
    const megabytes = 1024 * 1024
    expect(() => decodeBitstring(pack(new Uint8Array(64 * megabytes)))).toThrow(code('status.too_large'))
    expect(decodeBitstring(pack(new Uint8Array(8 * megabytes)))).toHaveLength(8 * megabytes)
    expect(() => decodeBitstring(pack(new Uint8Array(16_383)))).toThrow(code('status.too_short'))
    expect(() => createBitstring([], 8)).toThrow(code('status.too_short'))
    expect(() => decodeBitstring(encodeBitstring(createBitstring([])).slice(1))).toThrow(
      code('status.malformed'),
    )
    expect(() => decodeBitstring('uAAAA')).toThrow(code('status.malformed'))
    expect(() => decodeBitstring('')).toThrow(code('status.malformed'))
  })
})

describe('status list', () => {
  const url = 'https://meritum.example/status/lists/1'
  const at = new Date('2027-02-01T00:00:00Z')
  const input: StatusListInput = {
    url,
    issuer: 'urn:uuid:1',
    validFrom: new Date('2027-01-31T00:00:00Z'),
    validUntil: new Date('2027-02-02T00:00:00Z'),
    revoked: [{ index: 4_711, at: '2027-01-30T12:00:00Z', reason: 'issued-in-error' }],
  }
  const list = buildStatusListCredential(input)
  const read = (change: JsonObject, index = 4_711, time = at) =>
    readStatusList({ ...list, ...change }, { url, index, at: time })
  const subjectWith = (change: JsonObject) => ({
    credentialSubject: { ...(list.credentialSubject as JsonObject), ...change },
  })

  test('says which entry is revoked, when and why', () => {
    expect(read({})).toEqual({
      state: 'revoked',
      change: { at: '2027-01-30T12:00:00Z', reason: 'issued-in-error' },
    })
    expect(read({}, 4_710)).toEqual({ state: 'clear' })
  })

  test('a revocation without time or with an unknown reason is a revocation', () => {
    expect(read(subjectWith({ statusChanges: {} }))).toEqual({ state: 'revoked' })
    expect(read(subjectWith({ statusChanges: { 4711: { at: 'soon', reason: 'x' } } }))).toEqual({
      state: 'revoked',
    })
    expect(
      read(subjectWith({ statusChanges: { 4711: { at: '2027-01-01T00:00:00Z', reason: 'x' } } })),
    ).toEqual({
      state: 'revoked',
      change: { at: '2027-01-01T00:00:00Z', reason: 'other' },
    })
  })

  test.each<[string, JsonObject, string]>([
    ['of another address', { id: `${url}0` }, 'status.unverified'],
    ['of another type', { type: ['VerifiableCredential'] }, 'status.unverified'],
    ['without subject', { credentialSubject: null }, 'status.malformed'],
    ['with a status of its own', { credentialStatus: { id: url } }, 'status.malformed'],
    ['for suspension', subjectWith({ statusPurpose: 'suspension' }), 'status.purpose_mismatch'],
    ['with messages', subjectWith({ statusSize: 2 }), 'status.malformed'],
    ['without bits', subjectWith({ encodedList: 7 }), 'status.malformed'],
    ['with an end that is no time', { validUntil: 'tomorrow' }, 'status.malformed'],
    ['that has ended', { validUntil: '2027-02-01T00:00:00Z' }, 'status.stale'],
  ])('a list %s is unclear', (_, change, expected) => {
    expect(read(change)).toMatchObject({ state: 'unclear', code: expected })
  })

  test('accepts several purposes and refuses an entry outside', () => {
    expect(read(subjectWith({ statusPurpose: ['suspension', 'revocation'] })).state).toBe('revoked')
    expect(read({}, minimumEntries)).toMatchObject({ state: 'unclear', code: 'status.index_range' })
  })
})
