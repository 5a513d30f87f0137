import { describe, expect, test } from 'vitest'
import { codeOf, decode, encode } from './carriers.test-support.ts'
import { bakeSvg, readSvg } from './svg.ts'

const ns = 'xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"'
const svg = (inner: string, head = ''): Uint8Array =>
  encode(`<?xml version="1.0"?>${head}<svg xmlns="http://www.w3.org/2000/svg" ${ns}>${inner}</svg>`)
const token = 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln'

describe('svg', () => {
  test.each(['{"name":"Åsa ]]> & <b>"}', token])('goes round: %s', credential => {
    const baked = bakeSvg(svg('<path d="M0 0"/>'), credential)
    expect(decode(readSvg(baked)?.bytes)).toBe(credential)
    expect(codeOf(() => bakeSvg(baked, credential))).toBe('upload.ambiguous')
  })

  test.each<[string, string, string]>([
    ['attribute', `<openbadges:credential verify="${token}"/>`, token],
    [
      'attribute in single quotes',
      `<openbadges:credential a="1>2" verify='${token}' ></openbadges:credential>`,
      token,
    ],
    ['content', '<openbadges:credential><![CDATA[{"a":"<&"}]]></openbadges:credential>', '{"a":"<&"}'],
    [
      'escaped content',
      '<openbadges:credential>{"a":"&lt;&#229;&#xE5;&quot;"}</openbadges:credential>',
      '{"a":"<åå""}',
    ],
    ['another prefix', '<b:credential xmlns:b="https://purl.imsglobal.org/ob/v3p0">{}</b:credential>', '{}'],
    [
      'Open Badges 2',
      '<openbadges:assertion xmlns:openbadges="http://openbadges.org" verify="https://e.org/1"/>',
      'https://e.org/1',
    ],
  ])('reads the %s', (_, inner, expected) => {
    expect(decode(readSvg(svg(inner))?.bytes)).toBe(expected)
  })

  test('reads past comments, instructions, scripts and a document type that declares nothing', () => {
    const head = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://127.0.0.1/evil.dtd">'
    const noise =
      '<!-- <openbadges:credential verify="no"/> --><?x <openbadges:credential verify="no"/>?><script>1</script>'
    const bytes = svg(`${noise}<openbadges:credential verify="${token}"/>`, head)
    expect(decode(readSvg(bytes)?.bytes)).toBe(token)
    expect(decode(readSvg(Uint8Array.from([0xef, 0xbb, 0xbf, ...bytes]))?.bytes)).toBe(token)
    expect(readSvg(svg('<x:credential verify="foreign" xmlns:x="urn:x"/><credential/>'))).toBeUndefined()
  })

  const laughs = '<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>'
  test.each<[string, Uint8Array, string]>([
    ['two credentials', svg(`<openbadges:credential verify="${token}"/>`.repeat(2)), 'upload.ambiguous'],
    [
      'entities of its own',
      svg('<openbadges:credential>&b;</openbadges:credential>', laughs),
      'upload.malformed',
    ],
    [
      'an external entity',
      svg('', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
      'upload.malformed',
    ],
    [
      'an entity that nobody declared',
      svg('<openbadges:credential>&x;</openbadges:credential>'),
      'upload.malformed',
    ],
    ['a character beyond Unicode', svg('&#x110000;'), 'upload.malformed'],
    ['an attribute twice', svg('<openbadges:credential verify="a" verify="b"/>'), 'upload.malformed'],
    ['a tag without end', encode('<svg'), 'upload.malformed'],
    ['a comment without end', encode('<svg><!-- '), 'upload.malformed'],
    ['bytes that are not UTF-8', Uint8Array.of(0x3c, 0xff), 'upload.malformed'],
    ['9 MiB', svg(' '.repeat(9 * 1024 * 1024)), 'upload.too_large'],
  ])('refuses %s', (_, bytes, code) => {
    expect(codeOf(() => readSvg(bytes))).toBe(code)
  })

  test.each<[string, string]>([
    ['blanks in a tag', `<svg ${' '.repeat(4_000_000)}`],
    [
      'attributes',
      `<svg ${'a=" " '.repeat(10)}${Array.from({ length: 100_000 }, (_, i) => `a${i}="" `).join('')}`,
    ],
    ['open tags', '<a>'.repeat(1_000_000)],
    ['ampersands', `<svg>${'&'.repeat(4_000_000)}</svg>`],
  ])('is done with millions of %s at once', (_, text) => {
    const start = performance.now()
    codeOf(() => readSvg(encode(text)))
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('bakes only into an SVG that is not empty', () => {
    expect(codeOf(() => bakeSvg(encode('<html></html>'), token))).toBe('upload.malformed')
    expect(codeOf(() => bakeSvg(encode('<svg/>'), token))).toBe('upload.malformed')
    expect(codeOf(() => bakeSvg(svg(''), 'two words'))).toBe('upload.malformed')
  })
})
