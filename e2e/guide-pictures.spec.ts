import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, expect, test } from '@playwright/test'
import { messages } from '../app/src/web/i18n/messages/index.ts'
import { apiAs, issueExample, openCase, publishExample, revokeExample } from './demonstration.ts'
import { choose } from './fill-form.ts'
import { openVisitor, signIn, type Visitor } from './visitor.ts'

const guides = join(import.meta.dirname, '../docs/guides')
const people = ['designer', 'assessor', 'issuer', 'learner', 'verifier']
const textOf = (name: string) => readFileSync(join(guides, `${name}.md`), 'utf8')
const picturesIn = (text: string) =>
  [...text.matchAll(/!\[[^\]]+\]\(pictures\/([\w-]+\.png)\)/g)].map(([, file]) => file!)

test('every picture of the guides is there, small enough and used', () => {
  const named = people.flatMap(name => picturesIn(textOf(name)))
  for (const file of named) {
    const path = join(guides, 'pictures', file)
    expect(existsSync(path), file).toBe(true)
    expect(statSync(path).size, `${file} is too large`).toBeLessThan(150_000)
  }
  expect(readdirSync(join(guides, 'pictures')).sort()).toEqual([...named].sort())
})

test('the guides call things what the pages call them', () => {
  const words = new Set(Object.values(messages.en))
  const unknown = people.flatMap(name =>
    [...textOf(name).matchAll(/\*\*([^*]+)\*\*/g)]
      .map(([, bold]) => bold!.replace(/\s+/g, ' ').replaceAll("'", '’'))
      .filter(bold => !words.has(bold))
      .map(bold => `${name}: ${bold}`),
  )
  expect(unknown).toEqual([])
})

// MERITUM_PICTURES=write makes them anew; else they aren't counted as tests that were skipped.
if (process.env.MERITUM_PICTURES === 'write') {
  const options = { language: 'en', javaScript: true, pictures: 'guide' } as const

  async function keep({ page }: Visitor, file: string, height = 700, scrolled = 0): Promise<void> {
    await page.setViewportSize({ width: 1000, height })
    await page.evaluate(top => scrollTo(0, top), scrolled)
    await page.screenshot({ path: join(guides, 'pictures', file) })
  }

  const as = (browser: Browser, name: string) => signIn(browser, name, options)

  test('of the designer', async ({ browser }) => {
    const designer = await as(browser, 'Karin Ek')
    const versionId = await publishExample(['en', 'sv'])
    const karin = await apiAs('designer')
    const version = await karin<{ microCredentialId: string }>('GET', `/api/v1/versions/${versionId}`)
    const root = `/design/${version.microCredentialId.replace('urn:uuid:', '')}`
    await designer.go(`${root}/outcomes`)
    await designer.page
      .getByRole('link', { name: designer.t('design.outcome.edit') })
      .nth(1)
      .click()
    await keep(designer, 'designer-outcome.png', 750, 100)
    // A version is only published when something has changed.
    await designer.go(`${root}/workload`)
    await designer.page.getByLabel(designer.t('design.workload.hours'), { exact: true }).fill('32')
    await designer.page.getByRole('button', { name: designer.t('design.save_and_next') }).click()
    await designer.go(`${root}/publish`)
    await keep(designer, 'designer-publish.png')
  })

  test('of assessor and issuer', async ({ browser }) => {
    const caseId = await openCase(await publishExample(), 'elsa')
    const assessor = await as(browser, 'Lars Nyström')
    const { page, t } = assessor
    await assessor.go(`/assessment/${caseId}`)
    await page.getByRole('link', { name: t('assessment.case.begin') }).click()
    for (let left = 3; left > 0; left--) {
      await choose(page, t('assessment.outcome.result'), t('codes.result.met'))
      if (left === 3) await keep(assessor, 'assessor-outcome.png', 850, 180)
      const act = left > 1 ? 'assessment.outcome.save_next' : 'assessment.outcome.save_summary'
      await page.getByRole('button', { name: t(act) }).click()
    }
    const issuer = await as(browser, 'Siv Åkesson')
    await issuer.go(`/issuing/cases/${caseId}`)
    await keep(issuer, 'issuer-review.png', 850, 130)
    await issuer.page.getByRole('button', { name: t('issuing.review.act') }).click()
    await issuer.page.getByRole('link', { name: t('issuing.award.revoke') }).click()
    await choose(issuer.page, t('issuing.revoke.reason'), t('codes.revocation.issued-in-error'))
    await keep(issuer, 'issuer-revoke.png', 850, 180)
  })

  test('of the learner', async ({ browser }) => {
    const learner = await as(browser, 'Maja Lindqvist Sarri')
    const maja = await apiAs('maja')
    const { credentials } = await maja<{ credentials: { id: string }[] }>('GET', '/api/v1/wallet')
    await learner.go(`/wallet/${credentials.at(-1)!.id}`)
    await keep(learner, 'learner-credential.png', 700, 450)
    await learner.page.getByRole('link', { name: learner.t('wallet.credential.share') }).click()
    await learner.page.getByLabel(learner.t('wallet.share.purpose')).fill('Job at the power company')
    await keep(learner, 'learner-share.png')
  })

  test('of the verifier', async ({ browser }) => {
    const stranger = await openVisitor(browser, options)
    const sealed = await issueExample('amir')
    await stranger.go(sealed.checkPath)
    await keep(stranger, 'verifier-valid.png')
    await revokeExample(sealed)
    await stranger.go(sealed.checkPath)
    await keep(stranger, 'verifier-revoked.png')
  })
}
