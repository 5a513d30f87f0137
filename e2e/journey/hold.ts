import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { expectConforming } from '../../conformance/shacl/expect-conforming.ts'
import { readQr } from '../read-qr.ts'
import type { Visitor } from '../visitor.ts'
import { example } from './design.ts'

const path = (link: string) => new URL(link).pathname

/** The learner finds the credential in her list: the one that this check link belongs to. */
export async function findInList(learner: Visitor, checkLink: string): Promise<string> {
  const { page, language } = learner
  const own = page.getByRole('main').getByRole('link', { name: example.title[language]!, exact: true })
  let found: string | undefined
  await expect(async () => {
    await learner.go('/wallet')
    const hrefs = await own.evaluateAll(links => links.map(link => link.getAttribute('href')!))
    for (const href of hrefs) {
      await learner.go(href)
      if ((await page.locator(`a[href="${path(checkLink)}"]`).count()) > 0) found = href
      if (found) break
    }
    expect(found).toBeDefined()
  }).toPass({ timeout: 20_000 })
  return found!
}

/** She reads the page, scans its QR code and downloads the sealed file. */
export async function readAndDownload(learner: Visitor, held: string, checkLink: string): Promise<Buffer> {
  const { page, t, language } = learner
  await learner.go('/wallet')
  await learner.check('hold-list')
  await learner.go(held)
  await expect(page.getByText(t('wallet.standing.in-force'))).toBeVisible()
  await expect(page.locator('main')).toContainText(example.workTasks![language]!)
  await expect(page.locator('main')).toContainText(t('wallet.credential.complete', { present: 11, all: 11 }))
  await learner.check('hold-credential')
  const code = page.getByRole('img', { name: t('wallet.credential.qr', { link: checkLink }) })
  expect(await readQr(code)).toBe(checkLink)
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: t('wallet.credential.file') }).click()
  const download = await downloading
  expect(download.suggestedFilename()).toMatch(/\.jsonld$/)
  const file = await readFile(await download.path())
  await expectConforming(file)
  return file
}

export interface Share {
  readonly purpose: string
  readonly link: string
}

/** She makes a link for somebody of her choice. */
export async function share(learner: Visitor, held: string, purpose: string): Promise<Share> {
  const { page, t } = learner
  await learner.go(held)
  await page.getByRole('link', { name: t('wallet.credential.share') }).click()
  await page.getByLabel(t('wallet.share.purpose')).fill(purpose)
  await learner.check('hold-share')
  await page.getByRole('button', { name: t('wallet.share.act') }).click()
  await expect(page.getByText(t('wallet.shares.made'), { exact: true })).toBeVisible()
  await learner.check('hold-shares')
  return { purpose, link: await page.getByLabel(t('wallet.shares.made_text')).inputValue() }
}

export async function stopSharing(learner: Visitor, { purpose }: Share): Promise<void> {
  const { page, t } = learner
  await learner.go('/wallet/shares')
  const row = page.getByRole('listitem').filter({ hasText: purpose })
  await row.getByRole('button', { name: t('wallet.shares.stop') }).click()
  await expect(page.getByText(t('wallet.shares.stopped'), { exact: true })).toBeVisible()
  await learner.check('hold-stopped')
}

/** She is told that it has been revoked, and why. */
export async function seesRevocation(learner: Visitor, held: string): Promise<void> {
  const { page, t } = learner
  await expect(async () => {
    await learner.go('/wallet')
    const reason = t('wallet.reason', { reason: t('codes.revocation.issued-in-error') })
    await expect(page.locator('main')).toContainText(reason, { timeout: 500 })
  }).toPass({ timeout: 20_000 })
  await learner.check('hold-list-revoked')
  await learner.go(held)
  await expect(page.getByText(t('wallet.standing.revoked'), { exact: true })).toBeVisible()
  await expect(page.locator('main')).toContainText(t('codes.revocation.issued-in-error'))
  await learner.check('hold-revoked')
}
