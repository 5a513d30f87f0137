import { expect } from '@playwright/test'
import { choose } from '../fill-form.ts'
import { postForm, type Visitor } from '../visitor.ts'
import { example } from './design.ts'

const save = ({ page, t }: Visitor, act: 'save_next' | 'save_summary') =>
  page.getByRole('button', { name: t(`assessment.outcome.${act}`) }).click()

/** The assessor opens a case and decides: the first outcome is not yet met, the others are. Returns the case's id. */
export async function assessOnce(assessor: Visitor, versionId: string, learner: string): Promise<string> {
  const { page, t } = assessor
  await assessor.go('/assessment')
  await assessor.check('assess-list')
  await page.getByRole('link', { name: t('assessment.list.open') }).click()
  await page.getByLabel(t('assessment.open.version')).selectOption(versionId)
  await page.getByLabel(t('assessment.open.person')).selectOption({ label: learner })
  await assessor.check('assess-new')
  await page.getByRole('button', { name: t('assessment.open.act') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(learner)
  await expect(page.locator('main')).toContainText(t('assessment.case.met', { met: 0, all: 3 }))
  await assessor.check('assess-case')
  const caseId = new URL(page.url()).pathname.split('/').at(-1)!
  await page.getByRole('link', { name: t('assessment.case.begin') }).click()
  await selfAssessmentIsRefused(assessor)
  await decide(assessor, 'not-yet-met', 'Metodvalet för det andra felet motiverades inte.')
  await assessor.check('assess-outcome')
  await save(assessor, 'save_next')
  await decide(assessor, 'met')
  await save(assessor, 'save_next')
  await decide(assessor, 'met')
  await save(assessor, 'save_summary')
  await expect(page).toHaveURL(new RegExp(`/assessment/${caseId}$`))
  await expect(page.locator('main')).toContainText(t('assessment.case.met', { met: 2, all: 3 }))
  await assessor.check('assess-not-ready')
  return caseId
}

/** The form doesn't offer it, and refuses it when it is posted all the same. */
async function selfAssessmentIsRefused(assessor: Visitor): Promise<void> {
  const { page, t } = assessor
  const methods = page.getByLabel(t('assessment.outcome.method'))
  const deciding = t(`codes.method.${example.outcomes[0]!.methods[0]!}`)
  await expect(methods.locator('option')).toHaveText([t('assessment.outcome.method_choose'), deciding])
  const answer = await postForm(assessor, new URL(page.url()).pathname, {
    result: 'met',
    method: 'self-assessment',
    supervision: example.supervision!,
  })
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toContain(t('error.assessment.self_assessment_alone'))
}

async function decide(assessor: Visitor, result: 'met' | 'not-yet-met', note = ''): Promise<void> {
  const { page, t } = assessor
  await choose(page, t('assessment.outcome.result'), t(`codes.result.${result}`))
  await page.getByLabel(t('assessment.outcome.note')).fill(note)
  const supervision = page.getByLabel(t('assessment.outcome.supervision'))
  await expect(supervision).toHaveValue(example.supervision!)
}

/** What was not yet met is tried again, and met. */
export async function assessAgain(assessor: Visitor, caseId: string): Promise<void> {
  const { page, t } = assessor
  await assessor.go(`/assessment/${caseId}`)
  await page.getByRole('link', { name: t('assessment.case.act.again') }).click()
  await decide(assessor, 'met', 'Valde och motiverade rätt metod för båda felen.')
  await save(assessor, 'save_summary')
  await expect(page.getByText(t('assessment.case.ready.title'))).toBeVisible()
  await expect(page.locator('main')).toContainText(t('assessment.case.earlier', { count: 1 }))
  await assessor.check('assess-ready')
}
