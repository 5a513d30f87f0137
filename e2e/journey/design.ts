import { expect } from '@playwright/test'
import { optofibreExample } from '../../app/src/rooms/design/examples/optofibre.ts'
import { choose, groupOf, writeTexts } from '../fill-form.ts'
import { formToken, postForm, type Visitor } from '../visitor.ts'
import { type Language, languageName } from '../words.ts'

export const example = optofibreExample()

export interface Design {
  readonly id: string
  readonly versionId: string
}

/** The designer writes the guidebook's example through the forms and publishes it. */
export async function designMicroCredential(
  designer: Visitor,
  languages: readonly Language[],
): Promise<Design> {
  const id = await begin(designer, languages)
  await isRefused(designer, id)
  await writeBasics(designer, id, languages)
  for (const index of example.outcomes.keys()) await writeOutcome(designer, index, languages)
  await designer.check('design-outcomes')
  await writeRest(designer, languages)
  await mendFirstOutcome(designer)
  return { id, versionId: await publish(designer) }
}

const save = ({ page, t }: Visitor) => page.getByRole('button', { name: t('design.save_and_next') }).click()

/** How many of the eleven elements the rail calls done. */
async function showsDone({ page, t }: Visitor, done: number): Promise<void> {
  const count = page.locator('.m-studio__wide .m-completeness__count')
  await expect(count).toHaveText(t('web.completeness.count', { done, all: 11 }))
}

async function begin(designer: Visitor, languages: readonly Language[]): Promise<string> {
  const { page, t, language } = designer
  await designer.go('/design')
  await designer.check('design-list')
  await page.getByRole('link', { name: t('design.new.action') }).click()
  await designer.check('design-new')
  const title = groupOf(page, t('design.title.label'))
  await title.getByRole('textbox', { name: languageName(language, language) }).fill(example.title[language]!)
  for (const other of languages.filter(tongue => tongue !== language)) {
    await title.getByRole('textbox', { name: languageName(language, other) }).fill(example.title[other]!)
    await groupOf(page, t('design.languages.label')).getByLabel(languageName(language, other)).check()
  }
  await page.getByRole('button', { name: t('design.new.submit') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(example.title[language]!)
  // Title, country, awarding body and quality assurance come from the organisation.
  await showsDone(designer, 4)
  await designer.check('design-overview')
  return new URL(page.url()).pathname.split('/').at(-1)!
}

/** An incomplete draft can't be published, by its page or around it. */
async function isRefused(designer: Visitor, id: string): Promise<void> {
  const { page, t } = designer
  await designer.go(`/design/${id}/publish`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('design.publish.missing', { count: 5 }))
  for (const missing of ['outcomes', 'workload', 'level', 'participation', 'validity'] as const) {
    await expect(page.getByRole('link', { name: t(`design.missing.${missing}`) })).toBeVisible()
  }
  await expect(page.getByRole('button', { name: t('design.publish.submit') })).toHaveCount(0)
  await designer.check('design-incomplete')
  await formToken(designer)
  const answer = await postForm(designer, `/design/${id}/publish`, { revision: '1' })
  expect(answer.status()).toBe(422)
  expect(await answer.text()).toContain(t('design.missing.outcomes'))
}

async function writeBasics(designer: Visitor, id: string, languages: readonly Language[]): Promise<void> {
  const { page, t } = designer
  await designer.go(`/design/${id}/basics`)
  await writeTexts(designer, t('design.summary.label'), example.summary, languages)
  await writeTexts(designer, t('design.need.label'), example.need, languages)
  await page.getByLabel(t('design.region.label')).fill(example.region!)
  await designer.check('design-basics')
  await save(designer)
  const steward = groupOf(page, t('design.awarding.steward'))
  await steward.getByLabel(t('design.organisation.name')).fill(Object.values(example.steward.legalName)[0]!)
  await steward.getByLabel(t('design.organisation.registration')).fill(example.steward.registration!)
  await steward.getByLabel(t('design.organisation.locality')).fill(example.steward.locality!)
  await designer.check('design-awarding')
  await save(designer)
}

async function writeOutcome(designer: Visitor, index: number, languages: readonly Language[]): Promise<void> {
  const { page, t, language } = designer
  const outcome = example.outcomes[index]!
  await page.getByRole('link', { name: t('design.outcomes.add') }).click()
  await choose(page, t('design.category.label'), t(`codes.category.${outcome.category}`))
  for (const tongue of languages) {
    if (tongue !== languages[0]) {
      const name = languageName(language, tongue)
      await page.getByText(t('design.outcome.in_language', { language: name })).click()
    }
    for (const part of ['introduction', 'activity', 'content', 'contextAndQuality'] as const) {
      const field = page.getByLabel(t(`codes.part.${part}`)).and(page.locator(`[lang="${tongue}"]`))
      await field.fill(outcome.parts[tongue]![part])
    }
  }
  await writeTexts(designer, t('design.criterion.label'), outcome.criterion, languages)
  // The first outcome gets its deciding method when publishing has been refused for want of one.
  const methods = index === 0 ? (['self-assessment'] as const) : outcome.methods
  for (const method of methods) {
    const name = t(`codes.method.${method}`)
    await groupOf(page, t('design.methods.label')).getByRole('checkbox', { name, exact: true }).check()
  }
  if (index === 0) await designer.check('design-outcome')
  await save(designer)
  await expect(page).toHaveURL(/\/outcomes$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    t('design.outcomes.title', { count: index + 1 }),
  )
}

async function writeRest(designer: Visitor, languages: readonly Language[]): Promise<void> {
  const { page, t, language } = designer
  await page.getByRole('link', { name: t('design.outcomes.next') }).click()
  await page.getByLabel(t('design.workload.hours'), { exact: true }).fill(String(example.workload.hours))
  await save(designer)
  await showsDone(designer, 6)
  await choose(page, t('design.level.label'), t('design.level.estimate'))
  await page.getByLabel(t('design.level.number')).selectOption('4')
  await designer.check('design-level')
  await save(designer)
  await showsDone(designer, 7)
  await choose(page, t('design.supervision.label'), t(`codes.supervision.${example.supervision!}`))
  await designer.check('design-assessment')
  await save(designer)
  await choose(page, t('design.participation.mode'), t('codes.mode.on-site'))
  await choose(page, t('design.participation.setting'), t('codes.setting.non-formal'))
  await save(designer)
  await showsDone(designer, 8)
  await choose(page, t('design.quality.kind'), t('codes.quality_kind.internal'))
  await choose(page, t('design.quality.standard'), t('codes.quality_standard.eqf-annex-iv'))
  const { description } = example.qualityAssurance
  await writeTexts(designer, t('design.quality.description'), description, languages)
  await designer.check('design-quality')
  await save(designer)
  await choose(page, t('design.validity.label'), t('design.validity.limited'))
  await page.getByLabel(t('design.validity.months'), { exact: true }).fill('36')
  await save(designer)
  await writeOptional(designer, languages)
  await writeWork(designer, languages)
  expect(language).toBe(languages[0])
}

/** The five optional elements of Annex I. */
async function writeOptional(designer: Visitor, languages: readonly Language[]): Promise<void> {
  const { page, t } = designer
  const { stackability, prerequisites, furtherInformation } = example
  await writeTexts(designer, t('design.prerequisites.label'), prerequisites, languages)
  await choose(page, t('design.stackability.label'), t(`codes.stackability.${stackability!.kind}`))
  await writeTexts(designer, t('design.stackability.description'), stackability!.description, languages)
  await writeTexts(designer, t('design.further.label'), furtherInformation, languages)
  await designer.check('design-optional')
  await save(designer)
}

/** What Kompetenspasset adds. */
async function writeWork(designer: Visitor, languages: readonly Language[]): Promise<void> {
  const { page, t } = designer
  await writeTexts(designer, t('design.tasks.label'), example.workTasks, languages)
  await writeTexts(designer, t('design.authorisations.label'), example.authorisations, languages)
  await page.getByLabel(t('design.ssyk.label')).fill(example.ssyk!)
  await page.getByLabel(t('design.sun.label')).fill(example.sun!)
  await page.getByLabel(t('design.sni.label')).fill(example.sni!)
  await page.getByLabel(t('design.esco.label')).fill(example.esco!)
  await writeTexts(designer, t('design.factors.label'), example.influencingFactors, languages)
  await writeTexts(designer, t('design.issuers.label'), example.issuerRequirements, languages)
  await designer.check('design-work')
  await save(designer)
}

/** One thing is left, and its link leads to the field: self-assessment alone can't decide. */
async function mendFirstOutcome(designer: Visitor): Promise<void> {
  const { page, t } = designer
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('design.publish.missing', { count: 1 }))
  await page
    .getByRole('link', { name: t('design.missing.outcome_method_cannot_decide', { number: 1 }) })
    .click()
  const name = t(`codes.method.${example.outcomes[0]!.methods[0]!}`)
  await groupOf(page, t('design.methods.label')).getByRole('checkbox', { name, exact: true }).check()
  await save(designer)
  await designer.go(new URL(page.url()).pathname.replace(/\/outcomes.*/, ''))
  await showsDone(designer, 9)
}

async function publish(designer: Visitor): Promise<string> {
  const { page, t, language } = designer
  await page.getByRole('link', { name: t('design.overview.to_publish') }).click()
  await designer.check('design-publish')
  await page.getByRole('button', { name: t('design.publish.submit') }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('design.version.title', { number: 1 }))
  await expect(page.locator('main')).toContainText(example.outcomes[0]!.parts[language]!.contextAndQuality)
  await designer.check('design-version')
  return new URL(page.url()).pathname.split('/').at(-1)!
}
