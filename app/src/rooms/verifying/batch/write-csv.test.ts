import { expect, it } from 'vitest'
import { writeCsv } from './write-csv.ts'

const cellOf = (text: string) => writeCsv([[text]], ',').slice(1, -2)

it.each([
  "=cmd|'/C calc'!A0",
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ';=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM',
  '  =1',
  '"=1"',
  '\0=1',
])('%j is text to a spreadsheet program', cell => {
  expect(cellOf(cell)).toMatch(/^"'/)
  expect(cellOf(cell)).toMatch(/"$/)
})

it.each([
  ['Maja', '"Maja"'],
  ['a "b"', '"a ""b"""'],
  ['a;b,c', '"a;b,c"'],
  ['två\nrader', '"två\nrader"'],
  ['', '""'],
])('%j stays as it is', (cell, expected) => {
  expect(cellOf(cell)).toBe(expected)
})

it('parts rows and cells', () => {
  expect(
    writeCsv(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      ';',
    ),
  ).toBe('\ufeff"a";"b"\r\n"c";"d"\r\n')
})
