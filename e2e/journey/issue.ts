import { expect } from '@playwright/test'
import { choose } from '../fill-form.ts'
import { readQr } from '../read-qr.ts'
import { postForm, type Visitor } from '../visitor.ts'

const ready = ({ page }: Visitor, caseId: string) => page.locator(`a[href="/issuing/cases/${caseId}"]`)

/** Before every outcome is met the case isn't offered, and an award is refused. */
export async function awardIsRefused(issuer: Visitor, caseId: string): Promise<void> {
  const { page, t } = issuer
  await issuer.go('/issuing')
  await expect(ready(issuer, caseId)).toHaveCount(0)
  await issuer.go(`/issuing/cases/${caseId}`)
  await expect(page.locator('main')).toContainText(t('issuing.review.missing', { missing: 1 }))
  await expect(page.getByRole('button', { name: t('issuing.review.act') })).toHaveCount(0)
  await issuer.check('issue-refused')
  const answer = await postForm(issuer, `/issuing/cases/${caseId}`, { place: 'Skellefteå' })
  expect(answer.status()).toBeGreaterThanOrEqual(400)
  expect(answer.status()).toBeLessThan(500)
}

export interface Issued {
  readonly awardId: string
  readonly checkLink: string
}

/** The issuer looks it through, awards and issues. */
export async function awardAndIssue(issuer: Visitor, caseId: string, learner: string): Promise<Issued> {
  const { page, t } = issuer
  await issuer.go('/issuing')
  await issuer.check('issue-list')
  await ready(issuer, caseId).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('issuing.review.title', { name: learner }),
  )
  await issuer.check('issue-review')
  await page.getByRole('button', { name: t('issuing.review.act') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(learner)
  await expect(page.getByText(t('issuing.state.issued'))).toBeVisible()
  await issuer.check('issue-award')
  const checkLink = await page.getByLabel(t('issuing.award.check_link')).inputValue()
  const code = page.getByRole('img', { name: t('issuing.award.qr', { link: checkLink }) })
  expect(await readQr(code)).toBe(checkLink)
  return { awardId: new URL(page.url()).pathname.split('/').at(-1)!, checkLink }
}

/** The issuer revokes, for a reason that everybody sees. */
export async function revoke(issuer: Visitor, { awardId }: Issued): Promise<void> {
  const { page, t } = issuer
  await issuer.go(`/issuing/awards/${awardId}`)
  await page.getByRole('link', { name: t('issuing.award.revoke') }).click()
  await page.getByRole('button', { name: t('issuing.revoke.act') }).click()
  await expect(page.locator('.m-error-summary')).toContainText(t('issuing.revoke.reason_missing'))
  await choose(page, t('issuing.revoke.reason'), t('codes.revocation.issued-in-error'))
  await issuer.check('issue-revoke')
  await page.getByRole('button', { name: t('issuing.revoke.act') }).click()
  await expect(page.getByText(t('issuing.state.revoked'), { exact: true })).toBeVisible()
  await expect(page.locator('main')).toContainText(t('codes.revocation.issued-in-error'))
  await issuer.check('issue-revoked')
}
