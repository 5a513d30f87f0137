import { describe, expect, test } from 'vitest'
import { canonicaliseDocument, canonicaliseElement } from './canonicalise-xml.ts'
import { parseXml } from './parse-xml.ts'
import { descend, textOf } from './xml-element.ts'

const parse = (text: string) => parseXml(Buffer.from(text), { maxBytes: 1e6 })
const codeOf = (text: string | Uint8Array, limits = {}) => {
  try {
    parseXml(typeof text === 'string' ? Buffer.from(text) : text, { maxBytes: 1e6, ...limits })
    return 'read'
  } catch (error) {
    return (error as { code?: string }).code
  }
}

describe('parseXml', () => {
  test('texts, references, CDATA and comments read as one text', () => {
    const { root } = parse('\ufeff<a>A&amp;B &#x43;<!-- no -->D<![CDATA[<&]]>\r\nE\rF</a>')
    expect(textOf(root)).toBe('A&B CD<&\nE\nF')
  })

  test('blanks in an attribute become spaces unless they are written by number', () => {
    expect(parse('<a b="1\n2\t3&#10;4"/>').root.attributes[0]!.value).toBe('1 2 3\n4')
  })

  test('names get their namespaces', () => {
    const { root } = parse('<a xmlns="u:1" xmlns:p="u:2" c="0" p:c="1"><p:b/><d xmlns=""/></a>')
    expect([root, ...root.children].map(node => (node as typeof root).namespace)).toEqual(['u:1', 'u:2', ''])
    expect(root.attributes.map(({ namespace }) => namespace)).toEqual(['', 'u:2'])
    expect(descend(root, 'b')).toBeUndefined()
  })

  test.each([
    ['an entity bomb', '<!DOCTYPE a [<!ENTITY b "bb"><!ENTITY c "&b;&b;">]><a>&c;</a>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
    ['a document type that declares nothing', '<!DOCTYPE a><a/>'],
    ['an entity that nobody declared', '<a>&copy;</a>'],
    ['an instruction inside', '<a><?php x?></a>'],
    ['a document type inside', '<a><!DOCTYPE b></a>'],
  ])('%s is forbidden', (_, text) => expect(codeOf(text)).toBe('xml.forbidden'))

  test.each([
    '',
    'a',
    '<a>',
    '<a></b>',
    '<a/><b/>',
    '<a/>b',
    '<a b=1/>',
    '<a b="1" b="2"/>',
    '<a b="1"c="2"/>',
    '<a b="<"/>',
    '<a xmlns:p="u" xmlns:q="u" p:b="1" q:b="2"/>',
    '<p:a/>',
    '<a xmlns:p=""/>',
    '<a xmlns:xml="u:1"/>',
    '<a xmlns:xmlns="u:1"/>',
    '<a>& b</a>',
    '<a>&#0;</a>',
    '<a>&#xD800;</a>',
    '<a>&#x110000;</a>',
    '<a>]]></a>',
    '<a><!-- -- --></a>',
    '<a><!-- --->',
    '<a>\u0001</a>',
    '<?xml version="1.1"?><a/>',
    '<?xml version="1.0" encoding="UTF-7"?><a/>',
    ' <?xml version="1.0"?><a/>',
    '<ä/>',
  ])('%s is not read', text => expect(codeOf(text)).toBe('xml.syntax'))

  test('bytes that are not UTF-8', () => {
    expect(codeOf(Buffer.from('<a>\xe5</a>', 'latin1'))).toBe('xml.syntax')
    expect(codeOf(Buffer.from('<a/>', 'utf16le'))).toBe('xml.syntax')
  })

  test('size, depth and number of elements have their limits', () => {
    expect(codeOf('<a/>', { maxBytes: 3 })).toBe('input.too_large')
    expect(codeOf('<a>'.repeat(64) + '</a>'.repeat(64))).toBe('read')
    expect(codeOf('<a>'.repeat(65) + '</a>'.repeat(65))).toBe('xml.too_deep')
    expect(codeOf('<a>'.repeat(200_000))).toBe('xml.too_deep')
    expect(codeOf(`<a>${'<b/>'.repeat(10)}</a>`, { maxElements: 10 })).toBe('input.too_large')
  })
})

describe('canonicalisation', () => {
  const exclusive = (text: string) => canonicaliseElement(parse(text).root)

  test('Canonical XML 1.0 §3.3, §3.4: start and end tags, attributes, character references', () => {
    expect(exclusive('<e2   /><!-- x -->')).toBe('<e2></e2>')
    expect(
      exclusive(`<e5 a:attr="out" b:attr="sorted" attr2="all" attr="I'm"
      xmlns:b="http://www.ietf.org" xmlns:a="http://www.w3.org" xmlns="http://example.org"/>`),
    ).toBe(
      `<e5 xmlns="http://example.org" xmlns:a="http://www.w3.org" xmlns:b="http://www.ietf.org" attr="I'm" attr2="all" b:attr="sorted" a:attr="out"></e5>`,
    )
    expect(
      exclusive(
        `<c a='value>"0" &amp;&amp; value&lt;"10" ?"valid":"error"&#13;&#10;&#9;'>&#x20AC;&gt;&#xD;</c>`,
      ),
    ).toBe(
      '<c a="value>&quot;0&quot; &amp;&amp; value&lt;&quot;10&quot; ?&quot;valid&quot;:&quot;error&quot;&#xD;&#xA;&#x9;">€&gt;&#xD;</c>',
    )
  })

  // Exclusive XML Canonicalization 1.0 §2.2
  test('the same element in two surroundings is the same', () => {
    const pick = (text: string) => canonicaliseElement(descend(parse(text).root, 'elem2') ?? descendIn(text))
    const descendIn = (text: string) =>
      parse(text).root.children.find(child => typeof child !== 'string') as ReturnType<typeof parse>['root']
    const one = `<n0:local xmlns:n0="foo:bar" xmlns:n3="ftp://example.org"><n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n0:local>`
    const two = `<n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xml:lang="fr"><n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n2:pdu>`
    expect(pick(one)).toBe(
      '<n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>',
    )
    expect(pick(two)).toBe(pick(one))
  })

  test('inclusive takes in what is in scope', () => {
    const { root } = parse('<a xmlns="u:1" xmlns:p="u:2"><b xmlns:q="u:3"/></a>')
    expect(canonicaliseElement(descend(root, 'b')!, 'inclusive')).toBe(
      '<b xmlns="u:1" xmlns:p="u:2" xmlns:q="u:3"></b>',
    )
  })

  test('a default namespace that is taken back is written, one that never was is not', () => {
    expect(exclusive('<a xmlns=""><b/></a>')).toBe('<a><b></b></a>')
    expect(exclusive('<a xmlns="u"><b xmlns=""/></a>')).toBe('<a xmlns="u"><b xmlns=""></b></a>')
  })

  test('instructions around the root keep their lines', () => {
    const document = parse('<?xml version="1.0"?><?x  y ?>\n\n<a/>\n<?z?>')
    expect(canonicaliseDocument(document, document.root)).toBe('<?x y ?>\n<a></a>\n<?z?>')
  })
})
