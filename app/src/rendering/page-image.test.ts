import { createCipheriv } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createRendering } from './create-rendering.ts'
import { examplePage, pngHeader } from './page-image.test-support.ts'
import { createPageImager, encodeWithin, pageImageLimit } from './page-imager.ts'
import { createTypesetter, type Typesetter } from './typesetter.ts'

const rendering = createRendering()
const draw = (changes: Parameters<typeof examplePage>[1] = {}) =>
  rendering.pageImage(examplePage('sv', changes))
const holder = (name: string) => ({ holder: { name, birth: 'Född 3 maj 1994' } })

describe('pageImage', () => {
  it.each(['sv', 'en', 'da'] as const)('is an A4 page of at most 15 kB in %s', async language => {
    const png = await rendering.pageImage(examplePage(language))
    expect(png.length).toBeLessThanOrEqual(pageImageLimit)
    expect(pngHeader(png)).toMatchObject({
      signature: '\x89PNG\r\n\x1a\n',
      width: 420,
      height: 594,
      colourType: 3,
    })
  })

  it('gives the same bytes for the same page, whatever was drawn before', async () => {
    const first = await draw()
    await draw(holder('Amir Haddad'))
    await draw({ title: 'Något annat' })
    expect(await draw()).toEqual(first)
    expect(await createRendering().pageImage(examplePage('sv'))).toEqual(first)
  })

  it('sets the background once for all holders of a version and language', () => {
    let backgrounds = 0
    const typeset = createTypesetter()
    const counting: Typesetter = (source, data) => {
      if (source.includes('d.title')) backgrounds++
      return typeset(source, data)
    }
    const imager = createPageImager(counting)
    const [maja, amir] = ['Maja Lindqvist Sarri', 'Amir Haddad'].map(name =>
      imager(examplePage('sv', holder(name))),
    )
    expect(backgrounds).toBe(1)
    expect(amir).not.toEqual(maja)
    imager(examplePage('en'))
    expect(backgrounds).toBe(2)
  })

  it.each([
    '#panic("stop")',
    '#read("/etc/passwd")',
    '*stor* _lutande_ $x^2$ `kod` <märke> @ref',
    '"); #sys.version; ("',
    '</svg><script>alert(1)</script>&amp;',
    '\\u{0000}\u0001 \u202Eomvänd',
    '',
    '   ',
    '名前 Ελένη Łękawska Đỗ Ñandú Жук مرحبا 🎉',
    'Wilhelmina-Karolina '.repeat(12),
  ])('sets the name %j as plain text', async name => {
    const png = await draw(holder(name))
    expect(pngHeader(png)).toMatchObject({ width: 420, height: 594 })
    expect(png.length).toBeLessThanOrEqual(pageImageLimit)
  })

  it('never lets data become code: markup and its letters give the same outlines as any text', () => {
    const typeset = createTypesetter()
    const source =
      '#let d = json(bytes(sys.inputs.data))\n#set page(width: 300pt, height: 20pt, margin: 0pt)\n#d.name'
    const glyphs = (name: string) => typeset(source, { name }).match(/<use /g)?.length
    expect(glyphs('#sys.version')).toBe('#sys.version'.length)
    expect(glyphs('*b*')).toBe(3)
  })

  it('takes long titles, many outcomes and long organisation names', async () => {
    const page = examplePage('sv')
    const outcomes = Array.from({ length: 30 }, (_, i) => page.outcomes[Math.floor(i / 10)]!)
    const long =
      'Branschrådet för optisk fiber, telekommunikation och samhällsviktig infrastruktur i norra Sverige'
    const png = await draw({
      outcomes,
      title: `${page.title} ${page.title} ${page.title}`,
      issuedBy: long,
      designedBy: long,
    })
    expect(png.length).toBeLessThanOrEqual(pageImageLimit)
  })

  it('cuts a name of five thousand letters', async () => {
    expect((await draw(holder('Å'.repeat(5_000)))).length).toBeLessThanOrEqual(pageImageLimit)
  })

  it('does without facts and outcomes', async () => {
    expect(pngHeader(await draw({ facts: [], outcomes: [] })).width).toBe(420)
  })

  it('refuses a picture that is too large in every palette', () => {
    const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16), Buffer.alloc(16))
    const noise = cipher.update(Buffer.alloc(420 * 594 * 3))
    expect(() => encodeWithin(noise, pageImageLimit)).toThrow('rendering.too_large')
  })
})
