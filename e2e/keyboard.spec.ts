import { expect, test } from '@playwright/test'
import { apiAs, openCase, people, publishExample } from './demonstration.ts'
import { press, tabTo } from './keyboard.ts'
import { address } from './page-checks.ts'
import { openVisitor, type Visitor, type VisitorOptions } from './visitor.ts'

/** Everything that a person must be able to do, done without a pointing device. */

test.use({ viewport: { width: 1280, height: 900 } })

const options = (javaScriptEnabled: boolean | undefined): VisitorOptions => ({
  language: 'sv',
  javaScript: javaScriptEnabled ?? true,
  pictures: 'keyboard',
})

async function signInByKeyboard({ page, t, go }: Visitor, name: string): Promise<void> {
  await go('/')
  await press(page, page.locator('.m-header__wide').getByRole('link', { name: t('web.nav.sign_in') }))
  await expect(page).toHaveURL(/\/sign-in$/)
  await press(page, page.getByRole('button', { name: t('access.sign_in.person', { name }) }))
  await expect(page.locator('.m-header__wide .m-who__name')).toHaveText(name)
}

test('the first stop skips to the content', async ({ browser, javaScriptEnabled }) => {
  const visitor = await openVisitor(browser, options(javaScriptEnabled))
  const { page, t } = visitor
  for (const path of ['/', '/verify', '/catalogue', '/sign-in', '/nothing-here']) {
    await page.goto(path)
    await press(page, page.getByRole('link', { name: t('web.skip_to_content') }))
    await expect(page).toHaveURL(/#content$/)
    await page.keyboard.press('Tab')
    const isInMain = await page.evaluate(() => document.activeElement?.closest('main, footer') !== null)
    expect(isInMain, path).toBe(true)
  }
})

test('checking a pasted credential', async ({ browser, javaScriptEnabled }) => {
  const maja = await apiAs('maja')
  const { credentials } = await maja<{ credentials: { id: string }[] }>('GET', '/api/v1/wallet')
  const sealed = await maja('GET', `/api/v1/wallet/${credentials.at(-1)!.id}/file`)
  const { page, t, go } = await openVisitor(browser, options(javaScriptEnabled))
  await go('/verify')
  await tabTo(page, page.getByLabel(t('verifying.paste.label')))
  await page.keyboard.insertText(JSON.stringify(sealed))
  await press(page, page.getByRole('button', { name: t('verifying.act.check') }))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('web.verdict.valid'))
  await press(page, page.locator('summary').filter({ hasText: t('checks.name.seal') }))
  await expect(page.getByText(t('checks.explain.seal'))).toBeVisible()
})

test('assessing an outcome', async ({ browser, javaScriptEnabled }) => {
  const caseId = await openCase(await publishExample(), 'elsa')
  const assessor = await openVisitor(browser, options(javaScriptEnabled))
  const { page, t, go } = assessor
  await signInByKeyboard(assessor, 'Lars Nyström')
  await go(`/assessment/${caseId}`)
  await press(page, page.getByRole('link', { name: t('assessment.case.begin') }))
  const result = page.getByRole('group', { name: t('assessment.outcome.result') })
  await tabTo(page, result.getByRole('radio').first())
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  await expect(result.getByRole('radio').nth(1)).toBeChecked()
  await page.keyboard.press('ArrowUp')
  await tabTo(page, page.getByLabel(t('assessment.outcome.note')))
  await page.keyboard.type('Redogjorde utan hjälp.')
  await press(page, page.getByRole('button', { name: t('assessment.outcome.save_next') }))
  await expect(page).toHaveTitle(new RegExp(t('assessment.outcome.title', { position: 2, all: 3 })))
  const lars = await apiAs('assessor')
  const found = await lars<{ outcomes: { state: string; note?: string }[] }>(
    'GET',
    `/api/v1/assessment-cases/${caseId}`,
  )
  expect(found.outcomes[0]).toMatchObject({ state: 'met', note: 'Redogjorde utan hjälp.' })
})

test('sharing a credential', async ({ browser, javaScriptEnabled }) => {
  const maja = await apiAs('maja')
  const { credentials } = await maja<{ credentials: { id: string }[] }>('GET', '/api/v1/wallet')
  const learner = await openVisitor(browser, options(javaScriptEnabled))
  const { page, t } = learner
  await signInByKeyboard(learner, `${people.maja.profile.givenName} ${people.maja.profile.familyName}`)
  // The last one is the demonstration's own, which no other test touches.
  await press(page, page.locator(`main a[href="/wallet/${credentials.at(-1)!.id}"]`).last())
  await press(page, page.getByRole('link', { name: t('wallet.credential.share'), exact: true }))
  await tabTo(page, page.getByLabel(t('wallet.share.purpose')))
  await page.keyboard.type('Med tangentbordet')
  await tabTo(page, page.getByLabel(t('wallet.share.days')))
  await page.keyboard.press('ArrowDown')
  await press(page, page.getByRole('button', { name: t('wallet.share.act') }))
  await expect(page.getByText(t('wallet.shares.made'), { exact: true })).toBeVisible()
  const link = await page.getByLabel(t('wallet.shares.made_text')).inputValue()
  expect(link.startsWith(`${address()}/s/`)).toBe(true)
  await press(
    page,
    page.getByRole('listitem').filter({ hasText: 'Med tangentbordet' }).first().getByRole('button'),
  )
  await expect(page.getByText(t('wallet.shares.stopped'), { exact: true })).toBeVisible()
})
