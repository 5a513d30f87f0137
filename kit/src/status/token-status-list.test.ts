import { generateKeyPairSync, sign } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { JsonObject, JsonValue } from '../json/index.ts'
import { verifyTypedJws } from '../proofs/index.ts'
import {
  encodeTokenStatusList,
  parseStatusListToken,
  readTokenStatus,
  readTokenValue,
  type TokenStatusQuestion,
  tokenStatusWidths,
} from './index.ts'

const url = 'https://issuer.example/statuslists/1'
const at = new Date('2027-02-01T00:00:00Z')
const now = at.getTime() / 1000
const values = [
  [0, 0],
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 0x0b],
] as const
const payload = {
  sub: url,
  iat: now - 60,
  exp: now + 60,
  ttl: 600,
  status_list: encodeTokenStatusList(values, { bits: 4, entries: 1024 }),
}
const read = (change: Record<string, unknown> = {}, question: Partial<TokenStatusQuestion> = {}) =>
  readTokenStatus({ ...payload, ...change } as JsonObject, { url, index: 1, at, ...question })
const pack = (bytes: Uint8Array): string => deflateSync(bytes).toString('base64url')

describe('token status list', () => {
  test('says valid, revoked and suspended, and leaves the rest open (ST-17)', () => {
    expect([0, 1, 2].map(index => read({}, { index }).state)).toEqual(['clear', 'revoked', 'suspended'])
    expect(read({}, { index: 3 })).toEqual({
      state: 'unclear',
      code: 'status.unknown_value',
      params: { value: '0x03' },
    })
    expect(read({}, { index: 4 })).toEqual({
      state: 'unclear',
      code: 'status.unknown_value',
      params: { value: '0x0b' },
    })
    expect(read({}, { index: 1024 })).toEqual({ state: 'unclear', code: 'status.index_range' })
  })

  test.each(tokenStatusWidths)('entries of %d bits go round, the least significant first', bits => {
    const entries = Array.from({ length: 500 }, (_, index) => [index * 3, index % 2 ** bits] as const)
    const { lst } = encodeTokenStatusList(entries, { bits, entries: 2_000 })
    const again = readTokenStatus({ ...payload, status_list: { bits, lst } }, { url, index: 3, at })
    expect(again.state).toBe('revoked')
    expect(readTokenValue(Uint8Array.of(0b0000_0001), 0, bits)).toBe(1)
  })

  test('the first entry is the right-most bit, where a bitstring has the left-most (ST-06)', () => {
    const list = Uint8Array.of(0b0000_0010)
    expect(readTokenValue(list, 1, 1)).toBe(1)
    expect(readTokenValue(list, 6, 1)).toBe(0)
  })

  test.each<[string, Record<string, unknown>, Partial<TokenStatusQuestion>, string]>([
    ['of another address', { sub: `${url}0` }, {}, 'status.unverified'],
    ['without an address', { sub: undefined }, {}, 'status.unverified'],
    ['without a time', { iat: undefined }, {}, 'status.malformed'],
    ['from the future', { iat: now + 61 }, {}, 'status.malformed'],
    ['with a time that is text', { exp: 'tomorrow' }, {}, 'status.malformed'],
    ['with a time beyond all calendars', { iat: -1e300 }, {}, 'status.malformed'],
    ['with a time to live of nothing', { ttl: 0 }, {}, 'status.malformed'],
    ['that has ended', { exp: now }, {}, 'status.stale'],
    ['kept for too long', {}, { fetchedAt: new Date((now - 600) * 1000) }, 'status.stale'],
    ['older than one that was seen', {}, { newestSeen: new Date((now - 59) * 1000) }, 'status.rollback'],
    ['with a status of its own', { status: { status_list: { idx: 0, uri: url } } }, {}, 'status.malformed'],
    ['without a list', { status_list: undefined }, {}, 'status.malformed'],
    ['of three bits', { status_list: { bits: 3, lst: pack(new Uint8Array(9)) } }, {}, 'status.malformed'],
    ['that is not packed', { status_list: { bits: 1, lst: 'AAAA' } }, {}, 'status.malformed'],
    ['that is not base64url', { status_list: { bits: 1, lst: 'e=' } }, {}, 'status.malformed'],
    [
      'that is a bomb',
      { status_list: { bits: 1, lst: pack(new Uint8Array(256 * 1024 * 1024)) } },
      {},
      'status.too_large',
    ],
    ['that is empty', { status_list: { bits: 1, lst: pack(new Uint8Array()) } }, {}, 'status.index_range'],
  ])('a list %s is unclear', (_, change, question, expected) => {
    const start = performance.now()
    expect(read(change, question)).toMatchObject({ state: 'unclear', code: expected })
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('a value or an entry that does not fit is not written', () => {
    for (const entry of [
      [0, 2],
      [0, -1],
      [8, 1],
      [-1, 1],
      [0.5, 1],
    ] as const) {
      const expected = expect.objectContaining({ code: 'status.index_range' })
      expect(() => encodeTokenStatusList([entry], { bits: 1, entries: 8 })).toThrow(expected)
    }
    const { lst } = encodeTokenStatusList(
      [
        [1, 3],
        [1, 1],
      ],
      { bits: 2, entries: 4 },
    )
    expect(readTokenStatus({ ...payload, status_list: { bits: 2, lst } }, { url, index: 1, at }).state).toBe(
      'revoked',
    )
  })

  test('its token is of its own type, signed, and nothing else (ST-08, JOS-25)', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const encode = (value: JsonValue) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const write = (header: JsonObject) => {
      const input = `${encode({ alg: 'ES256', typ: 'statuslist+jwt', ...header })}.${encode(payload)}`
      return `${input}.${sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
    }
    const parsed = parseStatusListToken(write({}))
    if (!parsed.ok) throw new Error(parsed.code)
    expect(verifyTypedJws(parsed, publicKey)).toEqual({ ok: true })
    expect(verifyTypedJws(parsed, stranger.publicKey)).toMatchObject({ code: 'sig.invalid' })
    expect(parsed.claimed).toEqual(payload)
    for (const typ of ['JWT', 'vc+jwt', 'dc+sd-jwt', 'kb+jwt', 'statuslist+cwt', null]) {
      expect(parseStatusListToken(write({ typ }))).toMatchObject({ ok: false, code: 'jwt.wrong_type' })
    }
    expect(parseStatusListToken(write({ alg: 'none' }))).toMatchObject({ code: 'sig.alg_not_allowed' })
    expect(parseStatusListToken(write({ jku: 'http://127.0.0.1' }))).toMatchObject({
      code: 'sig.header_not_allowed',
    })
    expect(parseStatusListToken('a.b.c.d.e')).toMatchObject({ code: 'sig.expected_jws' })
    expect(parseStatusListToken('.'.repeat(9_000_000))).toMatchObject({ code: 'input.too_large' })
  })
})
