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
  type StatusPurpose,
  type StatusQuestion,
} from './index.ts'

const code = (value: string) => expect.objectContaining({ code: value })
const pack = (bits: Uint8Array) => `u${gzipSync(bits).toString('base64url')}`

describe('bitstring', () => {
  test('entry 0 is the left-most bit', () => {
    expect(createBitstring([0])[0]).toBe(0b1000_0000)
    expect(createBitstring([1])[0]).toBe(0b0100_0000)
    expect(createBitstring([9])[1]).toBe(0b0100_0000)
    const bits = createBitstring([1])
    expect(readStatus(bits, 1)).toBe(1)
    expect(readStatus(bits, 6)).toBe(0)
  })

  test('goes round with any entries', () => {
    const entries = [0, 7, 8, 4_711, minimumEntries - 1]
    const bits = decodeBitstring(encodeBitstring(createBitstring(entries)))
    const found = Array.from({ length: minimumEntries }, (_, index) => index).filter(
      index => readStatus(bits, index) === 1,
    )
    expect(found).toEqual(entries)
  })

  test("reads the empty list of the standard's own example (§ 'encodedList')", () => {
    const empty = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA'
    expect(decodeBitstring(empty)).toEqual(new Uint8Array(16_384))
  })

  test('entries of several bits are read from their first bit on', () => {
    const bits = new Uint8Array(minimumEntries)
    bits.set([0b1100_0101, 0b1010_0000])
    expect([0, 1, 2, 3, 4].map(index => readStatus(bits, index, 2))).toEqual([3, 0, 1, 1, 2])
    expect([0, 1, 2, 3].map(index => readStatus(bits, index, 3))).toEqual([6, 1, 3, 2])
    expect([0, 1].map(index => readStatus(bits, index, 8))).toEqual([0xc5, 0xa0])
    expect(() => readStatus(bits, minimumEntries, 8)).toThrow(code('status.index_range'))
    expect(() => decodeBitstring(encodeBitstring(bits.subarray(1)), 8)).toThrow(code('status.too_short'))
    expect(decodeBitstring(encodeBitstring(bits), 8)).toEqual(bits)
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
    const members = Buffer.concat(Array.from({ length: 1_000 }, () => gzipSync(new Uint8Array(64 * 1024))))
    expect(() => decodeBitstring(`u${members.toString('base64url')}`)).toThrow(code('status.too_large'))
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
    ['of another width', subjectWith({ statusSize: 2 }), 'status.malformed'],
    ['with a time to live that is none', subjectWith({ ttl: 'long' }), 'status.malformed'],
    ['with a time to live of nothing', subjectWith({ ttl: 0 }), 'status.malformed'],
    ['with a beginning before all time', { validFrom: 'x' }, 'status.malformed'],
    ['without bits', subjectWith({ encodedList: 7 }), 'status.malformed'],
    ['with an end that is no time', { validUntil: 'tomorrow' }, 'status.malformed'],
    ['that has ended', { validUntil: '2027-02-01T00:00:00Z' }, 'status.stale'],
  ])('a list %s is unclear', (_, change, expected) => {
    expect(read(change)).toMatchObject({ state: 'unclear', code: expected })
  })

  test('says of a suspension that it is one, and of other purposes no more than they mean', () => {
    const ask = (purpose: StatusPurpose, more: Partial<StatusQuestion> = {}) =>
      readStatusList(
        { ...list, ...subjectWith({ statusPurpose: purpose }) },
        { url, index: 4_711, at, purpose, ...more },
      )
    const change = { at: '2027-01-30T12:00:00Z', reason: 'issued-in-error' }
    expect(ask('suspension')).toEqual({ state: 'suspended', change })
    expect(ask('revocation')).toEqual({ state: 'revoked', change })
    expect(ask('refresh')).toEqual({ state: 'refreshed' })
    expect(ask('refresh', { index: 1 })).toEqual({ state: 'clear' })
    const messages = new Map([[1, 'sent by post']])
    expect(ask('message', { messages })).toEqual({ state: 'message', message: 'sent by post' })
    expect(ask('message', { messages, index: 1 })).toEqual({ state: 'unclear', code: 'status.malformed' })
    expect(ask('message')).toEqual({ state: 'unclear', code: 'status.malformed' })
    for (const size of [0, 9, 1.5, -1])
      expect(ask('revocation', { size })).toMatchObject({ code: 'status.malformed' })
  })

  test('goes out of date by its own time to live, five minutes unless it says', () => {
    const aged = (seconds: number, ttl?: number) =>
      readStatusList(
        { ...list, ...(ttl === undefined ? {} : subjectWith({ ttl })) },
        { url, index: 1, at, fetchedAt: new Date(at.getTime() - seconds * 1000) },
      )
    expect(aged(299).state).toBe('clear')
    expect(aged(300)).toEqual({ state: 'unclear', code: 'status.stale', params: { until: at.toISOString() } })
    expect(aged(59, 60_000).state).toBe('clear')
    expect(aged(60, 60_000)).toMatchObject({ code: 'status.stale' })
  })

  test('an older list than one that was seen has been put in its place (ST-12)', () => {
    const seen = (newestSeen: string) =>
      readStatusList(list, { url, index: 1, at, newestSeen: new Date(newestSeen) })
    expect(seen('2027-01-31T00:00:00Z').state).toBe('clear')
    expect(seen('2027-01-31T00:00:01Z')).toMatchObject({ state: 'unclear', code: 'status.rollback' })
  })

  test('accepts several purposes and refuses an entry outside', () => {
    expect(read(subjectWith({ statusPurpose: ['suspension', 'revocation'] })).state).toBe('revoked')
    expect(read({}, minimumEntries)).toMatchObject({ state: 'unclear', code: 'status.index_range' })
  })
})
