import { describe, expect, test } from 'vitest'
import type { JsonValue } from '../json/index.ts'
import { readCredentialStatus, readStatusClaim } from './index.ts'

const url = 'https://issuer.example/status/1'
const entry = {
  id: `${url}#7`,
  type: 'BitstringStatusListEntry',
  statusPurpose: 'revocation',
  statusListIndex: '7',
  statusListCredential: url,
}
const table = (...values: string[]): JsonValue[] =>
  values.map(status => ({ status, message: `says ${status}` }))
const code = (value: JsonValue): string => {
  const [pointer] = readCredentialStatus(value)
  return pointer?.kind === 'unreadable' ? pointer.code : String(pointer?.kind)
}

describe('where a W3C credential says its status', () => {
  test('one entry, several, none', () => {
    const pointer = { kind: 'bitstring', url, index: 7, purpose: 'revocation', size: 1 }
    expect(readCredentialStatus(entry)).toEqual([pointer])
    expect(
      readCredentialStatus([
        entry,
        { ...entry, statusPurpose: 'suspension', type: ['BitstringStatusListEntry'] },
      ]),
    ).toEqual([pointer, { ...pointer, purpose: 'suspension' }])
    expect(readCredentialStatus(undefined)).toEqual([])
    expect(readCredentialStatus(Array.from({ length: 100 }, () => entry))).toHaveLength(9)
    expect(readCredentialStatus(Array.from({ length: 9 }, () => entry)).at(-1)).toEqual({
      kind: 'unreadable',
      code: 'status.malformed',
    })
  })

  // ST-05
  test.each<[JsonValue, string]>([
    ['-1', 'status.malformed'],
    ['1.5', 'status.malformed'],
    ['0x10', 'status.malformed'],
    [' 7', 'status.malformed'],
    ['1e3', 'status.malformed'],
    ['07', 'status.malformed'],
    ['', 'status.malformed'],
    [7, 'status.malformed'],
    [null, 'status.malformed'],
    ['9007199254740993', 'status.index_range'],
    ['9'.repeat(10_000), 'status.index_range'],
  ])('the index %j is %s', (statusListIndex, expected) => {
    expect(code({ ...entry, statusListIndex })).toBe(expected)
  })

  test('an index that would overflow when it is multiplied is outside', () => {
    const wide = {
      ...entry,
      statusSize: 8,
      statusMessage: table(...Array.from({ length: 256 }, (_, i) => `0x${i.toString(16)}`)),
    }
    expect(readCredentialStatus({ ...wide, statusListIndex: String(2 ** 31) })).toMatchObject([
      { index: 2 ** 31, size: 8 },
    ])
    expect(code({ ...wide, statusListIndex: String(2 ** 51) })).toBe('status.index_range')
  })

  // ST-15, ST-16
  test.each<[string, JsonValue, string]>([
    ['another type', { ...entry, type: '1EdTechRevocationList' }, 'status.unknown_type'],
    ['no type', { ...entry, type: null }, 'status.unknown_type'],
    ['text', url, 'status.malformed'],
    ['another purpose', { ...entry, statusPurpose: 'quota' }, 'status.unknown_type'],
    ['no purpose', { ...entry, statusPurpose: null }, 'status.malformed'],
    ['no list', { ...entry, statusListCredential: null }, 'status.malformed'],
    ['a list in a file', { ...entry, statusListCredential: 'file:///etc/passwd' }, 'status.malformed'],
    ['a list with blanks', { ...entry, statusListCredential: 'https://a b' }, 'status.malformed'],
    [
      'an endless address',
      { ...entry, statusListCredential: `https://${'a'.repeat(3000)}` },
      'status.malformed',
    ],
    ['no width', { ...entry, statusSize: 0 }, 'status.malformed'],
    ['a width of nine', { ...entry, statusSize: 9 }, 'status.malformed'],
    ['a width as text', { ...entry, statusSize: '2' }, 'status.malformed'],
    ['a width without a table', { ...entry, statusSize: 2 }, 'status.malformed'],
    ['messages without a table', { ...entry, statusPurpose: 'message' }, 'status.malformed'],
    [
      'a table too short',
      { ...entry, statusSize: 2, statusMessage: table('0x0', '0x1', '0x2') },
      'status.malformed',
    ],
    ['a table with a value twice', { ...entry, statusMessage: table('0x0', '0x0') }, 'status.malformed'],
    ['a table with a value too large', { ...entry, statusMessage: table('0x0', '0x2') }, 'status.malformed'],
    ['a table of other words', { ...entry, statusMessage: table('0x0', 'one') }, 'status.malformed'],
    ['a table of text', { ...entry, statusMessage: ['a', 'b'] }, 'status.malformed'],
    [
      'a line without a message',
      { ...entry, statusMessage: [{ status: '0x0' }, { status: '0x1' }] },
      'status.malformed',
    ],
  ])('%s is open', (_, value, expected) => {
    expect(code(value)).toBe(expected)
  })

  test('messages come with the values that they stand for', () => {
    const statusMessage = table('0x0', '0x1', '0x2', '0x3')
    const [pointer] = readCredentialStatus({
      ...entry,
      statusPurpose: 'message',
      statusSize: 2,
      statusMessage,
    })
    expect(pointer).toMatchObject({ purpose: 'message', size: 2 })
    expect(pointer?.kind === 'bitstring' && pointer.messages?.get(3)).toBe('says 0x3')
  })
})

describe('where a token says its status', () => {
  test.each<[string, JsonValue | undefined, unknown[]]>([
    ['nowhere', undefined, []],
    ['in a list', { status_list: { idx: 4, uri: url } }, [{ kind: 'token', url, index: 4 }]],
    ['in another way', { identifier_list: {} }, [{ kind: 'unreadable', code: 'status.unknown_type' }]],
    [
      'in two ways',
      { status_list: { idx: 4, uri: url }, x: 1 },
      [
        { kind: 'token', url, index: 4 },
        { kind: 'unreadable', code: 'status.unknown_type' },
      ],
    ],
    ['in words', 'revoked', [{ kind: 'unreadable', code: 'status.malformed' }]],
    ['in an empty object', {}, [{ kind: 'unreadable', code: 'status.malformed' }]],
    [
      'with an index as text',
      { status_list: { idx: '4', uri: url } },
      [{ kind: 'unreadable', code: 'status.malformed' }],
    ],
    [
      'with an index below zero',
      { status_list: { idx: -1, uri: url } },
      [{ kind: 'unreadable', code: 'status.malformed' }],
    ],
    [
      'with half an index',
      { status_list: { idx: 0.5, uri: url } },
      [{ kind: 'unreadable', code: 'status.malformed' }],
    ],
    ['without an address', { status_list: { idx: 4 } }, [{ kind: 'unreadable', code: 'status.malformed' }]],
  ])('%s', (_, value, expected) => {
    expect(readStatusClaim(value)).toEqual(expected)
  })
})
