import { test as base, expect } from '@playwright/test'
import { createWorld, sealSample } from '../kit/src/verify/sealed-sample.test-support.ts'
import { issueExample, publishExample, revokeExample, type Sealed } from './demonstration.ts'
import { uploads } from './journey/verify.ts'
import { openVisitor, type Visitor } from './visitor.ts'
import { languages } from './words.ts'

/** An organisation that no list knows and whose name nobody else has. */
const stranger = {
  organisationName: 'Harbour Skills Trust (demo)',
  commonName: 'Harbour Skills Trust seal',
  organizationIdentifier: 'NTRDK-99887766',
  country: 'DK',
}

interface Things {
  readonly versionId: string
  readonly valid: Sealed
  readonly revoked: Sealed
  /** Sealed by somebody whom nobody here knows. */
  readonly unknown: Buffer
}

const test = base.extend<object, { things: Things }>({
  things: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures that are used from it
    async ({}, use) => {
      const revoked = await issueExample('elsa')
      await revokeExample(revoked)
      const unknown = Buffer.from(
        await sealSample(await createWorld(stranger), { input: { seal: stranger } }),
      )
      await use({ versionId: await publishExample(), valid: await issueExample('elsa'), revoked, unknown })
    },
    { scope: 'worker' },
  ],
})

interface PublicPage {
  readonly name: string
  readonly path?: (things: Things) => string
  readonly status?: number
  /** Instead of a path: what to do. */
  readonly open?: (visitor: Visitor, things: Things) => Promise<void>
}

const at = (name: string, path: string, status = 200): PublicPage => ({ name, path: () => path, status })

/** Everything that somebody without an account can come to. */
const publicPages: readonly PublicPage[] = [
  at('start', '/'),
  at('about', '/about'),
  at('accessibility', '/accessibility'),
  at('personal-data', '/personal-data'),
  at('sign-in', '/sign-in'),
  at('catalogue', '/catalogue'),
  at('catalogue-nothing-found', '/catalogue?q=xyzzy'),
  { name: 'catalogue-item', path: ({ versionId }) => `/catalogue/${versionId}` },
  at('verify', '/verify'),
  at('trust', '/trust'),
  { name: 'valid', path: ({ valid }) => valid.checkPath },
  { name: 'revoked', path: ({ revoked }) => revoked.checkPath },
  at('unknown-code', '/m/0000-0000-0000', 404),
  at('unknown-share', '/s/AAAAAAAAAAAAAAAAAAAAAA', 404),
  at('not-found', '/nothing-here', 404),
  {
    name: 'not-genuine',
    open: async (visitor, { valid }) => {
      await uploads(visitor, flipOneByte(valid.bytes))
      await expect(visitor.page.getByRole('heading', { level: 1 })).toHaveText(
        visitor.t('web.verdict.invalid'),
      )
      await expect(visitor.page.locator('main')).not.toContainText('Backman')
    },
  },
  {
    name: 'could-not-tell',
    open: async (visitor, { unknown }) => {
      await uploads(visitor, unknown)
      await expect(visitor.page.getByRole('heading', { level: 1 })).toHaveText(
        visitor.t('web.verdict.indeterminate'),
      )
    },
  },
  {
    name: 'nothing-to-check',
    open: async ({ page, t, go }) => {
      await go('/verify')
      await page.getByRole('button', { name: t('verifying.act.check') }).click()
      await expect(page.locator('.m-error-summary')).toBeFocused()
      await expect(page.locator('.m-error-summary')).toContainText(t('verifying.problem.nothing'))
      await expect(page).toHaveTitle(t('web.title_problem', { page: t('verifying.title') }))
    },
  },
]

/** One letter of the holder's name: still JSON, another meaning. */
function flipOneByte(sealed: Buffer): Buffer {
  const copy = Buffer.from(sealed)
  const place = copy.indexOf('Backman')
  copy[place] = copy[place]! ^ 1
  return copy
}

for (const language of languages) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`public pages and errors (${language}, ${colorScheme})`, async ({ browser, things }) => {
      const pictures = `page-${language}-${colorScheme}`
      const visitor = await openVisitor(browser, { language, javaScript: true, pictures, colorScheme })
      for (const { name, path, status = 200, open } of publicPages) {
        await test.step(name, async () => {
          if (path) expect((await visitor.page.goto(path(things)))?.status()).toBe(status)
          await open?.(visitor, things)
          await visitor.check(name)
        })
      }
    })
  }
}

test('the language is chosen on any page, and kept', async ({ browser, things }) => {
  const visitor = await openVisitor(browser, { language: 'sv', javaScript: true, pictures: 'language' })
  const { page } = visitor
  await visitor.go(things.valid.checkPath)
  for (const [name, language] of [
    ['Dansk', 'da'],
    ['English', 'en'],
    ['Svenska', 'sv'],
  ] as const) {
    await page.getByRole('link', { name, exact: true }).first().click()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    expect(new URL(page.url()).pathname).toBe(things.valid.checkPath)
    await visitor.go('/verify')
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    await visitor.go(things.valid.checkPath)
  }
})
