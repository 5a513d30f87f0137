import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { address, checkPage } from './page-checks.ts'
import { type Language, localeOf, wordsIn } from './words.ts'

/** One person at one browser: a context of her own, in her language. */
export interface Visitor {
  readonly language: Language
  readonly t: ReturnType<typeof wordsIn>
  readonly context: BrowserContext
  readonly page: Page
  go(path: string): Promise<void>
  /** The page as it stands must be right; `picture` keeps it to be looked at. */
  check(picture: string): Promise<void>
}

export interface VisitorOptions {
  readonly language: Language
  /** Without it nothing that needs scripts in the page is checked. */
  readonly javaScript: boolean
  /** Put before the names of pictures. */
  readonly pictures: string
  readonly colorScheme?: 'light' | 'dark'
}

/** Somebody who has not signed in and has no cookies. */
export async function openVisitor(browser: Browser, options: VisitorOptions): Promise<Visitor> {
  const { language, javaScript, pictures, colorScheme = 'light' } = options
  const context = await browser.newContext({
    baseURL: address(),
    locale: localeOf(language),
    javaScriptEnabled: javaScript,
    colorScheme,
    viewport: { width: 1280, height: 900 },
  })
  const page = await context.newPage()
  return {
    language,
    t: wordsIn(language),
    context,
    page,
    async go(path) {
      expect((await page.goto(path))?.status(), path).toBe(200)
    },
    async check(picture) {
      await expect(page.locator('html')).toHaveAttribute('lang', language)
      await expect(page.locator('h1')).toHaveCount(1)
      if (javaScript) await checkPage(page, `${pictures}-${picture}`)
    },
  }
}

/** Somebody who signs in as one of the demonstration's people. */
export async function signIn(browser: Browser, name: string, options: VisitorOptions): Promise<Visitor> {
  const visitor = await openVisitor(browser, options)
  await visitor.go('/sign-in')
  await visitor.page.getByRole('button', { name: visitor.t('access.sign_in.person', { name }) }).click()
  await visitor.page.waitForURL(url => url.pathname !== '/sign-in')
  return visitor
}

/** The token that any page's forms carry, for a form that is posted by other means than its button. */
export async function formToken(visitor: Visitor): Promise<string> {
  return visitor.page.locator('input[name="form_token"]').first().inputValue()
}

/** Posts a form as the browser would, but whatever the page says. Follows nothing. */
export async function postForm(visitor: Visitor, path: string, fields: Readonly<Record<string, string>>) {
  const form = { form_token: await formToken(visitor), ...fields }
  const headers = { origin: address(), 'accept-language': localeOf(visitor.language) }
  return visitor.context.request.post(path, { form, headers, maxRedirects: 0 })
}
