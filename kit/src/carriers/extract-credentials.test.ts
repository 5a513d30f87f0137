import { describe, expect, test } from 'vitest'
import { encode, pdf, png, stream, zip } from './carriers.test-support.ts'
import { extractCredentials, kindOf } from './extract-credentials.ts'
import { bakePng } from './png.ts'

const token = 'eyJhbGciOiJFUzI1NiJ9.e30.c2lnbmF0dXJl'

describe('what carries a credential', () => {
  test.each<[string, string, Uint8Array]>([
    ['png', 'a picture', png()],
    ['png', 'a picture with HTML behind it', Uint8Array.from([...png(), ...encode('<html>')])],
    ['svg', 'a drawing', encode('\ufeff<?xml version="1.0"?><!-- x --><svg xmlns="x"></svg>')],
    ['pdf', 'a document', pdf(['null'])],
    ['pdf', 'a document with a zip behind it', Uint8Array.from([...pdf(['null']), ...zip([])])],
    ['zip', 'an archive', zip([{ name: 'a', data: '{}' }])],
    ['zip', 'an empty archive', zip([])],
    ['json', 'JSON', encode(' \n{"a":1}')],
    ['jwt', 'a token', encode(`${token}\n`)],
    ['jwt', 'a token with disclosures', encode(`${token}~WyJhIl0~`)],
    ['unknown', 'an address', encode('https://example.org/badge')],
    ['unknown', 'a page', encode('<!DOCTYPE html><html><svg></svg></html>')],
    ['unknown', 'another XML', encode('<credential/>')],
    ['unknown', 'words with dots', encode('e.g. this is not a token')],
    ['unknown', 'a list', encode('[{}]')],
    ['unknown', 'nothing', new Uint8Array()],
    [
      'unknown',
      'a JPEG',
      Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 74, 70, 73, 70, 0, 1, 1, 0, 0, 1, 0, 1),
    ],
  ])('%s: %s', (kind, _, bytes) => {
    expect(kindOf(bytes)).toBe(kind)
  })

  test('bytes that carry nothing are their own item', () => {
    for (const bytes of [encode('{"a":1}'), encode(token), encode('hej')]) {
      expect(extractCredentials(bytes)).toMatchObject({ items: [{ bytes }], problems: [] })
    }
  })

  test('a carrier without a credential says so', () => {
    const letter = ['<< /AF [<< /EF << /F 2 0 R >> >>] >>', stream('Dear Sir')]
    for (const bytes of [png(), encode('<svg></svg>'), pdf(letter), zip([])]) {
      expect(extractCredentials(bytes)).toMatchObject({
        items: [],
        problems: [{ code: 'upload.no_credential' }],
      })
    }
  })

  test('a broken carrier is a problem, never an exception', () => {
    expect(extractCredentials(png().subarray(0, 20))).toEqual({
      kind: 'png',
      items: [],
      problems: [{ code: 'upload.malformed' }],
    })
    expect(extractCredentials(new Uint8Array(64 * 1024 * 1024 + 1)).problems).toEqual([
      { code: 'input.too_large' },
    ])
  })

  test('what is baked is found', () => {
    expect(extractCredentials(bakePng(png(), token))).toEqual({
      kind: 'png',
      items: [{ name: 'openbadgecredential', bytes: encode(token) }],
      problems: [],
    })
  })
})
