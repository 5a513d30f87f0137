import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { codeOf, decode, pdf, stream } from '../carriers.test-support.ts'
import { extractCredentials } from '../extract-credentials.ts'
import { readPdf } from './read-pdf.ts'

const credential = '{"type":"VerifiableCredential"}'
const catalog = '<< /Type /Catalog /Names << /EmbeddedFiles 2 0 R >> >>'
const names = '<< /Names [(credential.json) 3 0 R] >>'
const file = '<< /Type /Filespec /F (x) /UF (credential.json) /EF << /F 4 0 R >> >>'
const simple = [catalog, names, file, stream(credential)]
const withObject = (number: number, value: string | Buffer): Uint8Array =>
  pdf(simple.map((object, index) => (index + 1 === number ? value : object)))

/** A PDF of 2015 and later: objects packed in a stream, and cross-references in another, with a predictor. */
function modernPdf(change: { objects?: string; size?: number; width?: number } = {}): Uint8Array {
  const bodies = [catalog, names, file]
  let offset = 0
  const pairs = bodies.map((body, index) => {
    const pair = `${index + 1} ${offset}`
    offset += body.length + 1
    return pair
  })
  const first = `${pairs.join(' ')} `
  const packed = deflateSync(change.objects ?? `${first}${bodies.join(' ')}`)
  const head = '%PDF-1.7\n%\xff\xff\n'
  const attachment = Buffer.concat([
    Buffer.from('4 0 obj\n'),
    stream(deflateSync(credential), '/Filter /FlateDecode'),
    Buffer.from('\nendobj\n'),
  ])
  const container = Buffer.concat([
    Buffer.from('5 0 obj\n'),
    stream(packed, `/Type /ObjStm /N ${change.size ?? 3} /First ${first.length} /Filter [/FlateDecode]`),
    Buffer.from('\nendobj\n'),
  ])
  const at4 = Buffer.byteLength(head, 'latin1')
  const at5 = at4 + attachment.length
  const at6 = at5 + container.length
  const row = (type: number, second: number, third: number): number[] => [
    type,
    second >> 8,
    second & 255,
    third,
  ]
  const rows = [
    row(0, 0, 255),
    row(2, 5, 0),
    row(2, 5, 1),
    row(2, 5, 2),
    row(1, at4, 0),
    row(1, at5, 0),
    row(1, at6, 0),
  ]
  const predicted = rows.flatMap((cells, index) => [
    2,
    ...cells.map((cell, i) => (cell - (rows[index - 1]?.[i] ?? 0)) & 255),
  ])
  const references = stream(
    deflateSync(Uint8Array.from(predicted)),
    `/Type /XRef /W [1 2 1] /Size 7 /Root 1 0 R /Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns ${change.width ?? 4} >>`,
  )
  const tail = Buffer.concat([
    Buffer.from('6 0 obj\n'),
    references,
    Buffer.from(`\nendobj\nstartxref\n${at6}\n%%EOF`),
  ])
  return Uint8Array.from(Buffer.concat([Buffer.from(head, 'latin1'), attachment, container, tail]))
}

describe('pdf', () => {
  test('takes out an embedded file', () => {
    const [item] = readPdf(pdf(simple))
    expect(item?.name).toBe('credential.json')
    expect(decode(item?.bytes)).toBe(credential)
    expect(extractCredentials(pdf(simple))).toMatchObject({ kind: 'pdf', items: [item], problems: [] })
  })

  test('reads object streams, cross-reference streams and predictors', () => {
    expect(decode(readPdf(modernPdf())[0]?.bytes)).toBe(credential)
  })

  test('reads associated files and attachments on pages, each once', () => {
    const objects = [
      '<< /AF [3 0 R] /Names << /EmbeddedFiles << /Kids [2 0 R 2 0 R] >> >> /Pages 5 0 R >>',
      ...simple.slice(1),
      '<< /Kids [6 0 R 5 0 R] >>',
      '<< /Parent 5 0 R /Annots [<< /Subtype /FileAttachment /FS 3 0 R >> << /Subtype /FileAttachment /FS 7 0 R >>] >>',
      '<< /F <FEFF00E5002E006A0073006F006E> /EF << /F 8 0 R >> >>',
      stream('{}', '/Type /EmbeddedFile % a comment >>\n'),
    ]
    expect(readPdf(pdf(objects)).map(({ name, bytes }) => [name, decode(bytes)])).toEqual([
      ['credential.json', credential],
      ['å.json', '{}'],
    ])
    expect(extractCredentials(pdf(objects))).toEqual({
      kind: 'pdf',
      items: [],
      problems: [{ code: 'upload.ambiguous' }],
    })
  })

  test('the newest version of an object counts', () => {
    const old = Buffer.from(pdf(simple))
    const start = old.length
    const update = '4 0 obj\n<< /Length 2 >>\nstream\n{}\nendstream\nendobj\n'
    const previous = /startxref\n(\d+)/.exec(old.toString('latin1'))![1]
    const tail = `xref\n4 1\n${String(start).padStart(10, '0')} 00000 n\r\ntrailer << /Root 1 0 R /Prev ${previous} >>\nstartxref\n${start + update.length}\n%%EOF`
    const bytes = Uint8Array.from(Buffer.concat([old, Buffer.from(update + tail)]))
    expect(decode(readPdf(bytes)[0]?.bytes)).toBe('{}')
  })

  test('strings and names are read as ISO 32000 writes them', () => {
    const odd = '<< /F (a\\(b\\)(c\\101\\\r\n)\\/d\\\\e) /E#46 << /F 4 0 R >> >>'
    expect(readPdf(withObject(3, odd))[0]?.name).toBe('e')
    const spaced = '<</UF<6 12e>/F(x)/EF<</F 4 0 R>>/A[true false null -1.5 +.5 /]>>% end'
    expect(readPdf(withObject(3, spaced))[0]?.name).toBe('a.')
  })

  test.each(['7', '4 0 R', '999999', '-1', '(x)'])('a length of %s does not lead astray', length => {
    const wrong = stream(credential)
      .toString()
      .replace(/Length \d+/, `Length ${length}`)
    expect(decode(readPdf(withObject(4, wrong))[0]?.bytes).trim()).toBe(credential)
  })

  const bomb = stream(deflateSync(Buffer.alloc(256 * 1024 * 1024)), '/Filter /FlateDecode')
  const circle = Buffer.from(pdf(simple)).toString('latin1')
  const start = /startxref\n(\d+)/.exec(circle)![1]!
  const kids = (from: number, count: number): string[] =>
    Array.from({ length: count }, (_, index) => `<< /Kids [${from + index + 1} 0 R] >>`)

  test.each<[string, Uint8Array, string | undefined]>([
    ['a bomb', withObject(4, bomb), 'upload.too_large'],
    [
      'an object stream that is a bomb',
      modernPdf({ objects: ' '.repeat(64 * 1024 * 1024) }),
      'upload.too_large',
    ],
    ['an object stream of a billion objects', modernPdf({ size: 1e9 }), 'upload.malformed'],
    ['a predictor for rows of a gigabyte', modernPdf({ width: 1e9 }), 'upload.unsupported'],
    ['cross-references in a circle', pdf(simple, `/Prev ${start}`), 'upload.malformed'],
    ['cross-references that are not there', pdf(simple, '/Prev 99999999'), 'upload.malformed'],
    ['a reference to itself', withObject(2, '2 0 R'), 'upload.malformed'],
    ['references in a circle', withObject(3, '<< /EF << /F 9 0 R >> >>'), undefined],
    ['a lock', pdf(simple, '/Encrypt << >>'), 'upload.encrypted'],
    ['another filter', withObject(4, stream('x', '/Filter /LZWDecode')), 'upload.unsupported'],
    [
      'two filters',
      withObject(4, stream('x', '/Filter [/ASCIIHexDecode /FlateDecode]')),
      'upload.unsupported',
    ],
    ['bytes in another file', withObject(4, stream('x', '/F (/etc/passwd)')), 'upload.unsupported'],
    ['damaged packing', withObject(4, stream('x', '/Filter /FlateDecode')), 'upload.malformed'],
    ['a hundred levels', withObject(2, '['.repeat(100)), 'upload.malformed'],
    ['a million levels', withObject(2, '<</a'.repeat(1_000_000)), 'upload.malformed'],
    ['two million values', withObject(2, `[${'0 '.repeat(2_000_000)}]`), 'upload.too_large'],
    ['a string without end', withObject(2, '(('), 'upload.malformed'],
    ['a million parentheses', withObject(2, '('.repeat(1_000_000)), 'upload.malformed'],
    ['a key twice', withObject(2, '<< /Names [] /Names [] >>'), 'upload.malformed'],
    ['another object than its number', pdf(simple, '', { 4: 9 }), 'upload.malformed'],
    ['101 attachments', attachments(101), 'upload.too_large'],
    ['a tree of names without end', pdf([catalog, ...kids(2, 50)]), undefined],
    ['no catalog', withObject(1, 'null'), 'upload.malformed'],
    ['no more than a header', Buffer.from('%PDF-1.7'), 'upload.malformed'],
    ['no object stream', withObject(4, 'null'), undefined],
  ])('%s does no harm', (_, bytes, code) => {
    const begin = performance.now()
    expect(codeOf(() => readPdf(bytes))).toBe(code)
    expect(performance.now() - begin).toBeLessThan(5000)
  })

  test('100,000 pages and JavaScript change nothing', () => {
    const pages = Array.from({ length: 100_000 }, () => '<< /Type /Page /Parent 5 0 R >>')
    const list = pages.map((_, index) => `${index + 6} 0 R`).join(' ')
    const root =
      '<< /Names << /EmbeddedFiles 2 0 R >> /OpenAction << /S /JavaScript /JS (app.alert(1)) >> /Pages 5 0 R >>'
    const bytes = pdf([root, ...simple.slice(1), `<< /Kids [${list}] >>`, ...pages])
    const begin = performance.now()
    expect(readPdf(bytes)).toHaveLength(1)
    expect(performance.now() - begin).toBeLessThan(5000)
  })

  test('objects that lie within each other are not read for ever', () => {
    const many = Array.from({ length: 40 }, (_, index) => `${index + 3} 0 R`).join(' ')
    const giant = `[${'[] '.repeat(100_000)}]`
    const bytes = pdf([`<< /AF [${many}] >>`, 'null', ...Array.from({ length: 40 }, () => giant)])
    const begin = performance.now()
    expect(codeOf(() => readPdf(bytes))).toBe('upload.too_large')
    expect(performance.now() - begin).toBeLessThan(5000)
  })

  test('any byte changed, or any early end, is never a crash', () => {
    for (const whole of [pdf(simple), modernPdf()]) {
      for (let at = 0; at < whole.length; at++) {
        const changed = Uint8Array.from(whole)
        changed[at]! ^= 1 << (at % 8)
        for (const bytes of [changed, whole.subarray(0, at)]) {
          expect(codeOf(() => readPdf(bytes)) ?? 'upload.').toMatch(/^upload\./)
        }
      }
    }
  })
})

/** As many attachments as asked for, each of its own bytes. */
function attachments(count: number): Uint8Array {
  const entries = Array.from({ length: count }, (_, index) => `(a) << /EF << /F ${index + 3} 0 R >> >>`)
  return pdf([
    catalog,
    `<< /Names [${entries.join(' ')}] >>`,
    ...Array.from({ length: count }, () => stream('{}')),
  ])
}
