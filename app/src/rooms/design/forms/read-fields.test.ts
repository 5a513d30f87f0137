import { describe, expect, it } from 'vitest'
import { readFields, readNumber } from './read-fields.ts'

const form = (values: Record<string, string>, lists: Record<string, string[]> = {}) => ({
  values,
  lists,
  files: {},
  fileLists: {},
})

describe('readFields', () => {
  it('rebuilds what dotted names mean, without blanks', () => {
    const read = readFields(
      form(
        {
          'title.sv': 'Titel',
          'title.en': '  ',
          'bodies.1.name': 'B',
          'bodies.0.name': 'A',
          hours: '2,5',
          other: 'x',
        },
        { languages: ['sv', '', 'en'] },
      ),
      { keys: ['title', 'bodies', 'hours', 'languages'], lists: ['languages'], numbers: ['hours'] },
    )
    expect(read).toEqual({
      title: { sv: 'Titel' },
      bodies: [{ name: 'A' }, { name: 'B' }],
      hours: 2.5,
      languages: ['sv', 'en'],
    })
  })

  it('is not led into an object’s prototype, and ignores names that contradict each other', () => {
    const read = readFields(
      form({
        'a.__proto__.x': '1',
        'a.constructor.prototype.y': '1',
        b: 'text',
        'b.c': 'under text',
        '__proto__.z': '1',
      }),
      { keys: ['a', 'b', '__proto__'] },
    )
    expect(({} as Record<string, unknown>).x ?? ({} as Record<string, unknown>).z).toBeUndefined()
    expect(({} as Record<string, unknown>).y).toBeUndefined()
    expect(read.b).toBe('text')
  })
})

describe('readNumber', () => {
  it.each([
    ['24', 24],
    ['2,5', 2.5],
    ['1 284', 1284],
    ['1e9', '1e9'],
    ['en vecka', 'en vecka'],
    ['--1', '--1'],
  ])('%s', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })
})
