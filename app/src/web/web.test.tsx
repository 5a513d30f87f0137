import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Child } from 'hono/jsx'
import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { assets } from './assets/index.ts'
import {
  Button,
  Checkbox,
  CheckList,
  CredentialCard,
  ErrorSummary,
  Form,
  fieldId,
  GrowthRings,
  LangFields,
  LiveSentence,
  Mark,
  MarkRow,
  PageHeading,
  RadioCards,
  Select,
  Text,
  TextArea,
  TextField,
  ValidityLine,
  VerdictBand,
  validityState,
} from './components/index.ts'
import { bannedWords } from './i18n/banned-words.test-support.ts'
import {
  formatDate,
  formatDateTime,
  formatNumber,
  localeOf,
  locales,
  messages,
  translator,
} from './i18n/index.ts'
import { Layout } from './layout/index.ts'

const sourceRoot = join(import.meta.dirname, '..')

/** Argument name → its kind (plain, plural …), in every branch of a message. */
function argumentsOf(text: string): string[] {
  const found = new Set<string>()
  const walk = (nodes: readonly unknown[]): void => {
    for (const node of nodes as {
      type: number
      value?: string
      options?: Record<string, { value: unknown[] }>
    }[]) {
      // 0 is literal text, 7 is the # of a plural.
      if (node.type !== 0 && node.type !== 7) found.add(node.value!)
      for (const option of Object.values(node.options ?? {})) walk(option.value)
    }
  }
  walk(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst())
  return [...found].sort()
}

function sourceFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => /\.tsx?$/.test(path) && !/\.test(-support)?\.tsx?$/.test(path))
    .map(path => readFileSync(join(folder, path), 'utf8'))
}

/** Keys whose first part is chosen in code, so that no whole key or pattern stands there; each with who does it. */
const dynamicPrefixes: readonly string[] = [
  // rooms/verifying/say-check.ts: which list explains a check's reason depends on the check.
  'checks.sealing_time.',
]

/** Patterns of the keys that are put together in code: `codes.method.${method}` fits every method. */
function builtKeys(sources: readonly string[]): RegExp[] {
  const areas = new Set(Object.keys(messages.en).map(key => key.split('.')[0]!))
  const templates = sources.flatMap(source => source.match(/`[a-z_]+\.[^`\s]*\$\{[^`]*`/g) ?? [])
  return templates
    .map(template => template.slice(1, -1))
    .filter(template => areas.has(template.split('.')[0]!))
    .map(template => {
      const fixed = template.split(/\$\{[^}]*\}/).map(part => part.replace(/[.*+?^()|[\]\\]/g, '\\$&'))
      return new RegExp(`^${fixed.join('[A-Za-z0-9_.-]+')}$`)
    })
}

describe('messages', () => {
  it.each(['sv', 'da'] as const)('%s has the keys of English, no more and no fewer', locale => {
    expect(Object.keys(messages[locale]).sort()).toEqual(Object.keys(messages.en).sort())
  })

  it.each(locales)('%s has a text with the same arguments for every key', locale => {
    for (const [key, text] of Object.entries(messages[locale])) {
      expect(text.trim(), key).not.toBe('')
      expect({ key, arguments: argumentsOf(text) }).toEqual({
        key,
        arguments: argumentsOf(messages.en[key]!),
      })
    }
  })

  it('are all used', () => {
    const sources = sourceFiles(sourceRoot)
    const all = sources.join('\n')
    const built = builtKeys(sources)
    const unused = Object.keys(messages.en).filter(
      key =>
        !all.includes(`'${key}'`) &&
        !all.includes(`"${key}"`) &&
        !built.some(pattern => pattern.test(key)) &&
        !dynamicPrefixes.some(prefix => key.startsWith(prefix)),
    )
    expect(unused).toEqual([])
  })

  it('are all there: no page asks for a key that is missing', () => {
    const areas = [...new Set(Object.keys(messages.en).map(key => key.split('.')[0]!))]
    const asked = new RegExp(`\\bt\\(\\s*'((?:${areas.join('|')})\\.[^']+)'`, 'g')
    const missing = sourceFiles(sourceRoot)
      .flatMap(source => [...source.matchAll(asked)].map(match => match[1]!))
      .filter(key => !Object.hasOwn(messages.en, key))
    expect(missing).toEqual([])
  })

  it.each(locales)('%s uses no word that the glossary avoids', locale => {
    const found = Object.entries(messages[locale]).flatMap(([key, text]) =>
      bannedWords[locale]
        .filter(({ keys }) => keys === undefined || keys.test(key))
        .filter(({ word, allowed }) => word.test(allowed ? text.replace(allowed, '') : text))
        .map(({ word, instead }) => `${key}: “${text}” has ${word}; write: ${instead}`),
    )
    expect(found).toEqual([])
  })

  it.each(locales)('%s can be formatted', locale => {
    for (const text of Object.values(messages[locale])) {
      const values = Object.fromEntries(argumentsOf(text).map(name => [name, 2]))
      expect(() =>
        new IntlMessageFormat(text, locale, undefined, { ignoreTag: true }).format(values),
      ).not.toThrow()
    }
  })
})

describe('languages', () => {
  it.each([
    [{ cookie: 'da', acceptLanguage: 'sv' }, 'da'],
    [{ cookie: 'xx', acceptLanguage: 'en-GB,en;q=0.9' }, 'en'],
    [{ acceptLanguage: 'de, sv;q=0.3, da;q=0.8' }, 'da'],
    [{ acceptLanguage: 'nb-NO,nb;q=0.9' }, 'da'],
    [{ acceptLanguage: 'sv;q=0, en' }, 'en'],
    [{ acceptLanguage: 'de-DE' }, 'en'],
    [{ acceptLanguage: '*' }, 'sv'],
    [{ acceptLanguage: ';;q=,,,=' }, 'sv'],
    [{}, 'sv'],
  ] as const)('%j is answered in %s', (wish, locale) => {
    expect(localeOf(wish)).toBe(locale)
  })

  it('writes dates, times and numbers as each language does', () => {
    const said = locales.map(locale => [
      formatDate(locale, '2026-03-14'),
      formatDateTime(locale, '2026-03-14T13:32:00Z'),
      formatNumber(locale, 1284).replace(/\s/g, ' '),
    ])
    expect(said).toEqual([
      ['14 mars 2026', '14 mars 2026 kl. 14.32', '1 284'],
      ['14 March 2026', '14 March 2026 at 14:32', '1,284'],
      ['14. marts 2026', '14. marts 2026 kl. 14.32', '1.284'],
    ])
  })

  it('shows the day of an instant in Stockholm, and gives text that is no date back', () => {
    expect(formatDate('sv', '2026-12-31T23:30:00Z')).toBe('1 januari 2027')
    expect(formatDate('sv', 'i våras')).toBe('i våras')
  })
})

const head = { title: 'Titel <b>', place: 'verify', size: 'md' } as const

function html(
  body: Child,
  options: { locale?: 'sv' | 'en' | 'da'; problems?: boolean; camera?: boolean } = {},
): string {
  return (
    <Layout
      head={{ ...head, hasProblems: options.problems ?? false, camera: options.camera ?? false }}
      actor={{ kind: 'anonymous' }}
      locale={options.locale ?? 'sv'}
      path="/verify?code=a&b"
      formToken="token"
      demonstration
    >
      {body}
    </Layout>
  ).toString() as string
}

const outcomes = [{ category: 'knowledge' }, { category: 'skill' }] as const

describe('pages', () => {
  it('say their language, title and place, and are safe from what people write', () => {
    const page = html(<PageHeading title={'<script>alert("x")</script>'} />, { problems: true })
    expect(page).toContain('<html lang="sv"')
    expect(page).toContain('<title>Fel: Titel &lt;b&gt; – Meritum</title>')
    expect(page).toMatch(/<a href="\/verify" aria-current="true">Kontrollera<\/a>/)
    expect(page).toContain('/language/en?to=%2Fverify%3Fcode%3Da%26b')
    expect(page).toContain('&lt;script&gt;')
    expect(page).not.toContain('<script')
  })

  it('hold no style or script of their own, as the content security policy demands', () => {
    const now = new Date('2026-11-21T13:32:00Z')
    const page = html(
      <>
        <VerdictBand
          variant="valid"
          checkedAt="2026-11-21T13:32:00Z"
          genuine={{ kind: 'yes', word: 'Ja', text: 'a' }}
          inForce={{ kind: 'yes', word: 'Ja', text: 'b' }}
          credential={{ seed: 'v', title: 'Titel', outcomes, holder: 'Maja' }}
        />
        <CheckList checks={[{ state: 'passed', name: 'a', sentence: 'b', code: 'c' }]} />
        <CredentialCard seed="v" outcomes={outcomes} title="a" organisation="b" holder="c" facts={[]} />
        <MarkRow seed="v" outcomes={outcomes} title="Titel" href="/x">
          <ValidityLine from="2025-09-01" now={now} />
        </MarkRow>
        <GrowthRings seed="v" />
        <Mark seed="v" outcomes={outcomes} />
      </>,
    )
    expect(page).not.toMatch(/\sstyle=|<style|<script|\son[a-z]+=/)
    const links = [...page.matchAll(/<link [^>]*href="([^"]+)"/g)].map(match => match[1])
    expect(links.sort()).toEqual(
      assets
        .map(asset => asset.url)
        .filter(url => !/latin-ext|camera|qr-reader/.test(url))
        .sort(),
    )
  })

  it('have the camera’s script where they ask for it, and no other', () => {
    const scripts = html(<p>x</p>, { camera: true }).match(/<script.*?<\/script>/g)
    const { url } = assets.find(({ name }) => name === 'camera.js')!
    expect(scripts).toEqual([`<script src="${url}" type="module"></script>`])
  })

  it('mark text in another language than the page, and let long titles break', () => {
    const page = html(<PageHeading title={<Text value={{ da: 'Fejl/måling' }} />} />)
    expect(page).toContain('<h1><span lang="da">Fejl/<wbr/>måling</span></h1>')
    expect(html(<Text value={{ sv: 'fel/mätning', en: 'fault' }} />)).toContain('fel/mätning')
  })
})

describe('forms', () => {
  const problems = [
    { field: 'activity', key: 'form.problem.required' },
    { field: 'title.da', key: 'form.problem.too_long', params: { max: 120 } },
    { field: 'mode', key: 'form.problem.choose' },
    { field: 'level', key: 'form.problem.choose' },
  ]
  const page = html(
    <>
      <ErrorSummary problems={problems} />
      <Form
        action="/x"
        token="tok<en"
        problems={problems}
        input={{ values: { activity: 'kunna "x"', ok: 'yes' }, lists: { ok: ['yes'] } }}
      >
        <TextField name="activity" label="Aktivitet" help="Ett verb" value="stored" />
        <LangFields name="title" label="Titel" languages={['sv', 'da']} value={{ sv: 'stored' }} />
        <RadioCards name="mode" label="Form" options={[{ value: 'a', label: 'A' }]} value="a" />
        <Select name="level" label="Nivå" options={[{ value: '4', label: '4' }]} value="4" />
        <Checkbox name="ok" label="Ja" />
        <Checkbox name="no" label="Nej" checked />
        <Button>Spara</Button>
      </Form>
    </>,
  )

  it('link each problem to a control that is there and says the same', () => {
    expect(page).toContain('4 saker behöver rättas')
    for (const { field } of problems) {
      expect(page).toContain(`href="#${fieldId(field)}"`)
      expect(page).toMatch(new RegExp(`<(input|select)[^>]* id="${fieldId(field)}"`))
      expect(page).toContain(`id="${fieldId(field)}-error"`)
    }
    expect(page).toContain('aria-describedby="field-activity-help field-activity-error" aria-invalid="true"')
    expect(page).toContain('Skriv högst 120 tecken')
  })

  it('keep what was typed, also that a box was left empty', () => {
    expect(page).toContain('value="kunna &quot;x&quot;"')
    expect(page).not.toContain('stored')
    expect(page).toMatch(/id="field-ok"[^>]* checked/)
    expect(page).not.toMatch(/id="field-no"[^>]* checked/)
    expect(page).toContain('name="form_token" value="tok&lt;en"')
  })

  it('keep a line break that starts a text', () => {
    const text = (<TextArea name="a" label="A" value={'\nrad'} />).toString() as string
    expect(text).toContain('>\n\nrad</textarea>')
  })
})

describe('components', () => {
  const now = new Date('2026-11-21T12:00:00Z')

  it.each([
    [{ from: '2026-12-01' }, 'not-yet'],
    [{ from: '2025-09-01' }, 'in-force'],
    [{ from: '2025-09-01', until: '2027-06-01' }, 'in-force'],
    [{ from: '2025-09-01', until: '2027-01-18' }, 'renew-soon'],
    [{ from: '2025-09-01', until: '2026-11-21' }, 'renew-soon'],
    [{ from: '2025-09-01', until: '2026-11-20' }, 'ended'],
    [{ from: '2025-09-01', until: '2027-06-01', revokedAt: '2026-10-10' }, 'revoked'],
  ] as const)('a period %j is %s', (period, state) => {
    expect(validityState(period, now)).toBe(state)
    const words = html(<ValidityLine {...period} now={now} />)
    expect(words).toContain(translator('sv')(`web.validity.${state}`))
  })

  it('the sentence under work reads as one, with the finding dotted', () => {
    const parts = {
      introduction: 'Innehavaren kan',
      activity: 'förstå',
      content: '',
      contextAndQuality: 'väl',
    }
    const sentence = (<LiveSentence parts={parts} findings={['activity']} />).toString() as string
    expect(sentence.replace(/<[^>]*>/g, '')).toBe('Innehavaren kan förstå väl.')
    expect(sentence).toContain('m-part--activity m-part--finding')
  })

  it('a verdict of not genuine shows neither content nor mark', () => {
    const band = html(
      <VerdictBand
        variant="invalid"
        checkedAt="2026-11-21T13:32:00Z"
        genuine={{ kind: 'no', word: 'Nej', text: 'a' }}
        inForce={{ kind: 'untested', word: 'Prövades inte', text: 'b' }}
      />,
    )
    expect(band).toContain('<h1 id="verdict">Inte äkta</h1>')
    expect(band).not.toContain('m-mark')
    expect(band).not.toContain('m-growth-rings')
  })
})
