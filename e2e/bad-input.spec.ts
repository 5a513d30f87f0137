import { expect, test } from '@playwright/test'
import { optofibreExample } from '../app/src/rooms/design/examples/optofibre.ts'
import { apiAs, issueExample, openCase, publishExample } from './demonstration.ts'
import { choose, groupOf } from './fill-form.ts'
import { pastes, uploads } from './journey/verify.ts'
import { openVisitor, postForm, signIn, type Visitor } from './visitor.ts'

/** A clear message at the field, nothing stored, nothing that was typed lost. */

const options = { language: 'sv', javaScript: true, pictures: 'bad-input' } as const

/** The problem stands in the summary, which has the focus and leads to the field, and at the field. */
async function isToldAt({ page, check }: Visitor, name: string, message: string, picture: string) {
  const summary = page.locator('.m-error-summary')
  await expect(summary).toBeFocused()
  const field = page.locator(`[name="${name}"]`).first()
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  const described = (await field.getAttribute('aria-describedby'))!.split(' ')
  const told = await Promise.all(described.map(id => page.locator(`[id="${id}"]`).innerText()))
  expect(told.join(' ')).toContain(message)
  await check(picture)
  await summary.getByRole('link', { name: message }).click()
  await expect(field).toBeInViewport()
}

test('an outcome without a verb', async ({ browser }) => {
  const karin = await apiAs('designer')
  const begun = { languages: ['sv'], title: { sv: 'Utan verb' } }
  const { id } = await karin<{ id: string }>('POST', '/api/v1/micro-credentials', begun)
  const designer = await signIn(browser, 'Karin Ek', options)
  const { page, t } = designer
  await designer.go(`/design/${id}/outcomes/new`)
  await choose(page, t('design.category.label'), t('codes.category.skill'))
  await page.getByLabel(t('codes.part.content')).fill('fibersvets samt kabelverktyg')
  await page.getByLabel(t('codes.part.contextAndQuality')).fill('för att akut laga en förbindelse')
  await page.getByLabel(t('design.criterion.label')).fill('Tre skarvar i följd')
  await groupOf(page, t('design.methods.label')).getByRole('checkbox').nth(3).check()
  await page.getByRole('button', { name: t('design.save_and_next') }).click()
  await isToldAt(designer, 'parts.sv.activity', t('design.outcome.verb_missing'), 'no-verb')
  await expect(page.getByLabel(t('codes.part.content'))).toHaveValue('fibersvets samt kabelverktyg')
  await expect(page.getByLabel(t('design.criterion.label'))).toHaveValue('Tre skarvar i följd')
  await expect(groupOf(page, t('design.methods.label')).getByRole('checkbox').nth(3)).toBeChecked()
  await expect(groupOf(page, t('design.category.label')).getByRole('radio').nth(1)).toBeChecked()
  const { draft } = await karin<{ draft: { outcomes?: unknown[] } }>('GET', `/api/v1/micro-credentials/${id}`)
  expect(draft.outcomes ?? []).toEqual([])
})

test('an unknown person', async ({ browser }) => {
  const versionId = await publishExample()
  const assessor = await signIn(browser, 'Lars Nyström', options)
  const { page, t } = assessor
  await assessor.go('/assessment/new')
  await page.getByLabel(t('assessment.open.version')).selectOption(versionId)
  await page.getByRole('button', { name: t('assessment.open.act') }).click()
  await isToldAt(assessor, 'personId', t('assessment.open.person_missing'), 'no-person')
  await expect(page.getByLabel(t('assessment.open.version'))).toHaveValue(versionId)
  const fields = { versionId, personId: '019aa000-0000-7000-8000-00000000ffff' }
  const answer = await postForm(assessor, '/assessment/new', fields)
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toContain(t('assessment.open.person_unknown'))
})

test('an end of validity before the award', async ({ browser }) => {
  const caseId = await openCase(await publishExample(), 'elsa')
  const lars = await apiAs('assessor')
  for (const { id, methods } of optofibreExample().outcomes) {
    const decision = {
      outcomeId: id,
      result: 'met',
      method: methods[0],
      supervision: 'supervised-on-site-with-id',
    }
    await lars('POST', `/api/v1/assessment-cases/${caseId}/results`, decision)
  }
  const issuer = await signIn(browser, 'Siv Åkesson', options)
  const { page, t } = issuer
  await issuer.go(`/issuing/cases/${caseId}`)
  await page.getByLabel(t('issuing.review.place')).fill('Kiruna')
  await page.getByLabel(t('issuing.review.valid_until')).fill('2020-01-31')
  await page.getByRole('button', { name: t('issuing.review.act') }).click()
  await isToldAt(issuer, 'validUntil', t('issuing.award.expiry_before_award'), 'expiry')
  await expect(page.getByLabel(t('issuing.review.place'))).toHaveValue('Kiruna')
  await expect(page.getByLabel(t('issuing.review.valid_until'))).toHaveValue('2020-01-31')
  const siv = await apiAs('issuer')
  expect(await siv<{ state: string }>('GET', `/api/v1/assessment-cases/${caseId}`)).toMatchObject({
    state: 'ready',
  })
})

test('a file of 10 MB', async ({ browser }) => {
  const stranger = await openVisitor(browser, options)
  await uploads(stranger, Buffer.alloc(10 * 1024 * 1024, ' '))
  const message = stranger.t('verifying.problem.file_too_large', { size: 10 })
  await isToldAt(stranger, 'file', message, 'too-large')
})

test('text that isn’t whole', async ({ browser }) => {
  const sealed = (await issueExample('amir')).bytes.toString('utf8')
  const stranger = await openVisitor(browser, options)
  const { page, t } = stranger
  for (const [name, text] of [
    ['broken', '{"payload": "{\\"@context\\": '],
    ['half', sealed.slice(0, sealed.length / 2)],
  ] as const) {
    await pastes(stranger, text)
    await isToldAt(stranger, 'text', t('verifying.problem.text_unreadable'), name)
    await expect(page.getByLabel(t('verifying.paste.label'))).toHaveValue(text)
  }
})

test('a credential with a missing part', async ({ browser }) => {
  const sealed = (await issueExample('amir')).bytes.toString('utf8')
  const { signatures: _, signature: __, ...rest } = JSON.parse(sealed) as Record<string, unknown>
  const stranger = await openVisitor(browser, options)
  const { page, t } = stranger
  await pastes(stranger, JSON.stringify(rest))
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('web.verdict.invalid'))
  await expect(page.locator('main')).toContainText(t('check.sig.serialization'))
  await expect(page.locator('main')).not.toContainText('Haddad')
})
