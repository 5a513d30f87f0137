import { describe, expect, it } from 'vitest'
import { looksLikeCode, normaliseCode } from './normalise-code.ts'
import { readPasted } from './read-submission.ts'

const base = 'http://localhost:3000'

describe('normaliseCode', () => {
  it.each([
    '7KQ4-M2XP-9TR0',
    '7kq4m2xp9tro',
    ' 7KQ4 M2XP 9TRO ',
    '7KQ4–M2XP—9TR0',
    '7kq4.m2xp.9tro',
  ])('reads %j', code => {
    expect(looksLikeCode(code)).toBe(true)
    expect(normaliseCode(code)).toBe('7KQ4-M2XP-9TR0')
  })

  it('reads I and L as 1', () => {
    expect(normaliseCode('iiii-llll-1111')).toBe('1111-1111-1111')
  })

  it.each([
    '',
    '7KQ4',
    '7KQ4-M2XP-9TR',
    '7KQ4-M2XP-9TRU',
    'x'.repeat(500),
    '7KQ4/M2XP/9TR0',
    'hej hopp alla',
  ])('takes %j for no code', text => expect(looksLikeCode(text)).toBe(false))
})

describe('readPasted', () => {
  it.each([
    ['7kq4 m2xp 9tro', '/m/7KQ4-M2XP-9TR0'],
    [`${base}/m/7KQ4-M2XP-9TR0`, '/m/7KQ4-M2XP-9TR0'],
    ['localhost:3000/m/7kq4m2xp9tro/', '/m/7KQ4-M2XP-9TR0'],
    [`  ${base}/s/Ab_-efGHijKLmnOPqrSTuv?x=1#top `, '/s/Ab_-efGHijKLmnOPqrSTuv'],
  ])('%j is ours', (text, path) => {
    expect(readPasted(text, base)).toEqual({ kind: 'code', path })
  })

  it.each([
    'https://evil.example/m/7KQ4-M2XP-9TR0',
    'http://localhost:3000@evil.example/m/7KQ4-M2XP-9TR0',
    'evil.example/m/7KQ4-M2XP-9TR0',
    'file:///etc/passwd',
    'javascript://localhost/%0aalert(1)',
  ])('%j is somebody else’s', text => {
    expect(readPasted(text, base)).toEqual({ kind: 'foreign-link' })
  })

  it.each([
    '',
    'hej',
    `${base}/m/%E0%A4%A`,
    `${base}/wallet`,
    `${base}/s/7KQ4-M2XP-9TR0`,
    '//evil.example',
    '7KQ4',
  ])('%j is unclear', text => {
    expect(readPasted(text, base)).toEqual({ kind: 'unclear' })
  })

  it('takes text that begins as JSON for a credential', () => {
    expect(readPasted(' {"a":1}\n', base)).toEqual({
      kind: 'credential',
      bytes: new TextEncoder().encode('{"a":1}'),
    })
  })
})
