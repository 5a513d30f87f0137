import { type Award, type OutcomeCategory, outcomeSentence } from '@meritum/kit/elm'
import { pickText } from '@meritum/kit/text'
import type { PageImageInput, PageImageLabels, PageOutcome } from '../../../rendering/index.ts'
import {
  formatDate,
  formatNumber,
  isLocale,
  type Locale,
  type Translate,
  translator,
} from '../../../web/i18n/index.ts'

/** The page that is sealed into the credential, in one of the languages of its content. */
export function pageImageOf(award: Award, language: string, checkLink: string): PageImageInput {
  // A page in a language that the product doesn't speak has the content's own words and English labels.
  const locale: Locale = isLocale(language) ? language : 'en'
  const t = translator(locale)
  const { content } = award.version
  const say = (text: Parameters<typeof pickText>[0]) => pickText(text, language)?.text ?? ''
  return {
    language,
    seed: award.version.versionId,
    title: say(content.title),
    outcomes: content.outcomes.map(({ category, parts }) => ({
      category: ringOf(category),
      sentence: say(
        Object.fromEntries(Object.entries(parts).map(([tag, four]) => [tag, outcomeSentence(four)])),
      ),
    })),
    issuedBy: say(award.issuer.legalName),
    designedBy: say(content.steward.legalName),
    facts: factsOf(award, locale, t),
    labels: labelsOf(t),
    holder: {
      name: `${award.holder.givenName} ${award.holder.familyName}`,
      birth: t('issuing.page.born', { date: formatDate(locale, award.holder.birthDate) }),
    },
    awarded: t('issuing.page.date_and_place', {
      date: formatDate(locale, award.awardingDate),
      place: award.place.locality,
    }),
    validUntil: award.validUntil ? formatDate(locale, award.validUntil) : t('issuing.page.no_end'),
    checkLink: checkLink.replace(/^https?:\/\//, ''),
  }
}

function factsOf(award: Award, locale: Locale, t: Translate): PageImageInput['facts'] {
  const { workload, level } = award.version.content
  return [
    {
      label: t('issuing.page.workload'),
      value: t('issuing.page.hours', { hours: formatNumber(locale, workload.hours) }),
    },
    {
      label: t('issuing.page.level'),
      value:
        level.kind === 'estimate'
          ? t('issuing.page.level_estimate', { level: level.level })
          : t('issuing.page.level_not_applicable'),
    },
  ]
}

function labelsOf(t: Translate): PageImageLabels {
  return {
    awardedTo: t('issuing.page.awarded_to'),
    categories: {
      knowledge: t('issuing.page.category.knowledge'),
      skill: t('issuing.page.category.skill'),
      responsibility: t('issuing.page.category.responsibility'),
    },
    moreOutcomes: t('issuing.page.more_outcomes'),
    issuedBy: t('issuing.page.issued_by'),
    designedBy: t('issuing.page.designed_by'),
    awarded: t('issuing.page.awarded'),
    validUntil: t('issuing.page.valid_until'),
    check: t('issuing.page.check'),
    notice: t('issuing.page.notice'),
  }
}

/** The ring of the mark that a category has; the mark's names are shorter. */
function ringOf(category: OutcomeCategory): PageOutcome['category'] {
  return category === 'responsibility-and-autonomy' ? 'responsibility' : category
}
