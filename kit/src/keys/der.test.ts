import { describe, expect, test } from 'vitest'
import { childrenOf, readDer, readObjectIdentifier, readTime, writeDer } from './der.ts'

const bytes = (hex: string) => Uint8Array.from(Buffer.from(hex, 'hex'))
const text = (value: string) => new TextEncoder().encode(value)

describe('DER', () => {
  test.each([0, 1, 127, 128, 255, 256, 65_535, 65_536])('goes round with %d octets', length => {
    const content = new Uint8Array(length).fill(7)
    const written = writeDer(0x04, content)
    expect(readDer(written)).toEqual({ tag: 0x04, content, raw: written })
  })

  test.each([
    ['nothing', ''],
    ['two elements', '05000500'],
    ['an end before the end', '0402aa'],
    ['an indefinite length', '3080050000'],
    ['a length that could be shorter', '048101aa'],
    ['a length with a leading zero', `04820080${'aa'.repeat(128)}`],
    ['a length without octets', '0482'],
    ['a huge length', '0484ffffffff'],
    ['a tag of several octets', '1f8100'],
  ])('refuses %s', (_, hex) => {
    expect(() => readDer(bytes(hex))).toThrow()
  })

  test('reads the parts of a sequence, and none of a string', () => {
    expect(childrenOf(readDer(bytes('3006020101020102'))).map(({ content }) => content[0])).toEqual([1, 2])
    expect(() => childrenOf(readDer(bytes('0401aa')))).toThrow()
  })

  test.each([
    ['0603550461', '2.5.4.97'],
    ['06072a8648ce3d0201', '1.2.840.10045.2.1'],
    ['06060400 8e460103'.replace(' ', ''), '0.4.0.1862.1.3'],
    ['0603883703', '2.999.3'],
  ])('%s is %s', (hex, id) => {
    expect(readObjectIdentifier(readDer(bytes(hex)))).toBe(id)
  })

  test('reads times in their one form', () => {
    const utc = (value: string) => readTime(readDer(writeDer(0x17, text(value))))
    expect(utc('270115100000Z')).toEqual(new Date('2027-01-15T10:00:00Z'))
    expect(utc('500101000000Z')).toEqual(new Date('1950-01-01T00:00:00Z'))
    expect(readTime(readDer(writeDer(0x18, text('20500101000000Z'))))).toEqual(
      new Date('2050-01-01T00:00:00Z'),
    )
    expect(() => utc('2701151000Z')).toThrow()
    expect(() => utc('271315100000Z')).toThrow()
    expect(() => utc('270115100000+0100')).toThrow()
  })
})
