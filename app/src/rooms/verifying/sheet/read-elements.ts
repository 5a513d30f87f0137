import { type AnnexElement, annexElements, type CredentialView } from '@meritum/kit/elm'
import { type LangString, pickText } from '@meritum/kit/text'
import type { SheetElement } from '../../../rendering/index.ts'
import { formatDate, type Translate, translateCode } from '../../../web/i18n/index.ts'
import { countryName } from '../../organisation/index.ts'
import type { Reading } from '../pages/answers.ts'
import { joinNames } from '../say-check.ts'
import { sayWorkload } from '../say-workload.ts'

/** The optional elements of Annex I to the Council Recommendation of 16 June 2022, in its order. */
const optionalElements = ['prerequisites', 'supervision', 'grade', 'stackability', 'further'] as const
type OptionalElement = (typeof optionalElements)[number]

/** The eleven mandatory elements and the five optional ones, each with what is said and where that comes from. */
export function readElements(reading: Reading, credential: CredentialView): SheetElement[] {
  const { t } = reading
  const mandatory = annexElements.map(element => ({
    label: translateCode(t, `codes.element.${element}`),
    ...say(readMandatory(element, reading, credential), sourceOf(element, reading, credential), t),
  }))
  const optional = optionalElements.map(element => ({
    label: t(`verifying.sheet.element.${element}`),
    ...say(readOptional(element, reading, credential), sealedOrClaimed(reading), t),
  }))
  return [...mandatory, ...optional]
}

function say(
  value: string | undefined,
  source: string,
  t: Translate,
): Pick<SheetElement, 'value' | 'source'> {
  return value ? { value, source } : { value: '', source: t('verifying.sheet.source.missing') }
}

function readMandatory(
  element: AnnexElement,
  { locale, t }: Reading,
  credential: CredentialView,
): string | undefined {
  const text = (value: LangString | undefined) => pickText(value, locale)?.text
  const date = (moment: string | undefined) => moment && formatDate(locale, moment)
  const all = (values: readonly (string | undefined)[]) =>
    [...new Set(values.filter(value => value !== undefined))].join('; ')
  switch (element) {
    case 'learner':
      return all([credential.holder.name, date(credential.holder.birthDate)])
    case 'title':
      return text(credential.title)
    case 'country':
      return joinNames(
        (credential.countries ?? []).map(code => countryName(code, locale)),
        locale,
      )
    case 'awarding-body':
      return all(credential.awardingBodies.map(({ name, identifier }) => all([text(name), identifier])))
    case 'date':
      return all([date(credential.awardingDate ?? credential.issued), credential.place])
    case 'learning-outcomes':
      return credential.outcomes
        .map(({ title }) => text(title))
        .filter(Boolean)
        .join('\n')
    case 'workload':
      return sayWorkload(t, credential.workload)
    case 'level':
      return text(credential.level)
    case 'assessment':
      return all(credential.assessments.map(({ type, title }) => text(type ?? title)))
    case 'participation':
      return text(credential.participation)
    case 'quality-assurance':
      return text(credential.qualityAssurance)
  }
}

function readOptional(
  element: OptionalElement,
  { locale }: Reading,
  credential: CredentialView,
): string | undefined {
  const text = (value: LangString | undefined) => pickText(value, locale)?.text
  switch (element) {
    case 'prerequisites':
      return text(credential.prerequisites)
    case 'supervision':
      return text(credential.supervision)
    case 'grade':
      return [...new Set(credential.assessments.map(({ grade }) => text(grade)).filter(Boolean))].join('; ')
    case 'stackability':
      return text(credential.stackability)
    case 'further':
      return text(credential.furtherInformation) ?? credential.homepage
  }
}

/** What stands behind a value: the seal of a known issuer, or nobody that we know; and what nobody has checked. */
function sourceOf(element: AnnexElement, reading: Reading, credential: CredentialView): string {
  const { t } = reading
  const source = sealedOrClaimed(reading)
  if (element === 'learner') return `${source} ${t('verifying.sheet.source.identity')}`
  if (element === 'level' && credential.levelKind)
    return `${source} ${t(`verifying.sheet.source.${credential.levelKind}`)}`
  if (element === 'quality-assurance') return `${source} ${t('verifying.sheet.source.not_checked')}`
  return source
}

function sealedOrClaimed({ genuine, t }: Reading): string {
  return t(genuine ? 'verifying.sheet.source.sealed' : 'verifying.sheet.source.claimed')
}
