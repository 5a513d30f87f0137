import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'
import { address } from '../page-checks.ts'
import type { Visitor } from '../visitor.ts'
import { localeOf } from '../words.ts'
import { example } from './design.ts'

const project = join(import.meta.dirname, '../..')

export interface Checked {
  readonly verdict: string
  readonly checks: readonly { id: string; state: string; code: string }[]
}

const statesOf = ({ verdict, checks }: Checked) => ({
  verdict,
  checks: checks.map(({ id, state, code }) => ({ id, state, code })),
})

/** The page says that it is genuine and in force, and answers the four questions. */
export async function seesValid(stranger: Visitor, learner: string, picture?: string): Promise<void> {
  const { page, t, language } = stranger
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('web.verdict.valid'))
  const main = page.locator('main')
  await expect(main).toContainText(learner)
  await expect(main).toContainText(example.title[language]!.split('/')[0]!)
  const facts = page.locator('.m-four-facts')
  for (const question of ['designed_by', 'issued_by', 'outcomes', 'quality'] as const) {
    await expect(facts).toContainText(t(`web.four_facts.${question}`))
  }
  await expect(facts).toContainText('Branschrådet Optofiber (demo)')
  await expect(facts).toContainText('Fiberkraft Norr Utbildning (demo)')
  for (const outcome of example.outcomes) await expect(main).toContainText(outcome.parts[language]!.content)
  if (picture) await stranger.check(picture)
}

export async function uploads(stranger: Visitor, sealed: Buffer): Promise<void> {
  const { page, t } = stranger
  await stranger.go('/verify')
  await stranger.check('verify')
  const file = { name: 'credential.jsonld', mimeType: 'application/ld+json', buffer: sealed }
  await page.getByLabel(t('verifying.file.label')).setInputFiles(file)
  await page.getByRole('button', { name: t('verifying.act.check') }).click()
}

export async function pastes(stranger: Visitor, text: string): Promise<void> {
  const { page, t } = stranger
  await stranger.go('/verify')
  await page.getByLabel(t('verifying.paste.label')).fill(text)
  await page.getByRole('button', { name: t('verifying.act.check') }).click()
}

export async function asksApi(stranger: Visitor, sealed: Buffer): Promise<Checked> {
  const answer = await stranger.context.request.post('/api/v1/verifications', {
    data: sealed,
    headers: { 'content-type': 'application/ld+json', 'accept-language': localeOf(stranger.language) },
  })
  expect(answer.status()).toBe(200)
  return statesOf((await answer.json()) as Checked)
}

export interface CommandAnswer extends Checked {
  readonly exitCode: number
}

/** `meritum verify FILE --json`, as somebody on the server's machine runs it. */
export async function runsCommand(sealed: Buffer): Promise<CommandAnswer> {
  const folder = await mkdtemp(join(tmpdir(), 'meritum-verify-'))
  const file = join(folder, 'credential.jsonld')
  await writeFile(file, sealed)
  const environment = { ...process.env, MERITUM_DATA: process.env.MERITUM_JOURNEY_DATA!, BASE_URL: address() }
  const words = ['app/bin/meritum.js', 'verify', file, '--json']
  try {
    return await new Promise((resolve, reject) =>
      execFile(process.execPath, words, { cwd: project, env: environment }, (error, stdout, stderr) => {
        if (stdout === '') return reject(new Error(stderr))
        const exitCode = error ? Number(error.code) : 0
        resolve({ exitCode, ...statesOf(JSON.parse(stdout) as Checked) })
      }),
    )
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** The page says that it is revoked, on which day and why. */
export async function seesRevoked(stranger: Visitor): Promise<void> {
  const { page, t, language } = stranger
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('web.verdict.revoked'))
  const today = new Date().toLocaleDateString(localeOf(language), {
    dateStyle: 'long',
    timeZone: 'Europe/Stockholm',
  })
  const reason = t('codes.revocation.issued-in-error')
  await expect(page.locator('main')).toContainText(t('check.status.revoked', { at: today, reason }))
}

/** The link shows nothing any more, and says so. */
export async function seesNoShare(stranger: Visitor, link: string): Promise<void> {
  const { page, t } = stranger
  expect((await page.goto(link))?.status()).toBe(410)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('verifying.withdrawn.title'))
  await stranger.check('verify-share-withdrawn')
}
