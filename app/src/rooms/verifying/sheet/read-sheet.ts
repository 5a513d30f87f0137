import type { Report } from '@meritum/kit/report'
import { pickText } from '@meritum/kit/text'
import type { RecognitionSheetInput, SheetTone } from '../../../rendering/index.ts'
import { formatDate, formatDateTime, type Locale, translator } from '../../../web/i18n/index.ts'
import {
  answerGenuine,
  answerInForce,
  issuerName,
  type Reading,
  readReport,
  titleOf,
  variantOf,
} from '../pages/answers.ts'
import { findingOf, readVerdict, showsContent } from '../read-verdict.ts'
import { sayCheck } from '../say-check.ts'
import { readElements } from './read-elements.ts'

/** The recognition sheet of a report in the reader's language; undefined where the content isn't shown. */
export function readSheet(
  report: Report,
  locale: Locale,
  url: string | undefined,
): RecognitionSheetInput | undefined {
  const t = translator(locale)
  const kind = readVerdict(report)
  const { credential } = report
  if (!credential || !showsContent(kind)) return undefined
  const reading = readReport(report, kind, locale, t)
  return {
    language: locale,
    heading: t('verifying.sheet.heading'),
    title: pickText(credential.title, locale)?.text ?? t('verifying.untitled'),
    verdict: sayVerdict(reading),
    facts: readFacts(reading),
    columns: {
      element: t('verifying.sheet.column.element'),
      value: t('verifying.sheet.column.value'),
      source: t('verifying.sheet.column.source'),
    },
    elements: readElements(reading, credential),
    optionalHeading: t('verifying.sheet.optional'),
    cutNote: t('verifying.sheet.cut'),
    notes: [
      t('verifying.sheet.note.recognition'),
      t('verifying.sheet.note.unsigned'),
      t('verifying.sheet.note.digest', { digest: report.digest }),
    ],
    ...(url === undefined ? {} : { check: sayLink(reading, url) }),
    created: new Date(report.checkedAt),
  }
}

const tones: Readonly<Record<ReturnType<typeof variantOf>, SheetTone>> = {
  valid: 'good',
  expired: 'time',
  revoked: 'bad',
  invalid: 'bad',
  indeterminate: 'unclear',
}

function sayVerdict(reading: Reading): RecognitionSheetInput['verdict'] {
  const { report, locale, t } = reading
  const answers = [answerGenuine(reading), answerInForce(reading)]
  return {
    tone: tones[variantOf(reading)],
    word: titleOf(report, locale, t),
    time: t('web.verdict.checked_at', { time: formatDateTime(locale, report.checkedAt) }),
    text: answers.map(({ text }) => String(text)).join(' '),
  }
}

/** Who holds it, who issued it and how that is known, who designed it. */
function readFacts(reading: Reading): RecognitionSheetInput['facts'] {
  const { report, locale, t } = reading
  const credential = report.credential!
  const { name, birthDate } = credential.holder
  const issuer = findingOf(report, 'issuer')
  const steward = pickText(credential.designedBy?.name, locale)?.text
  return [
    {
      label: t('verifying.sheet.fact.holder'),
      value: name || t('verifying.holder.none'),
      note: birthDate
        ? t('verifying.holder.born', { date: formatDate(locale, birthDate) })
        : t('verifying.holder.compare_name'),
    },
    {
      label: t('web.four_facts.issued_by'),
      value: issuerName(reading),
      ...(issuer ? { note: sayCheck(issuer, locale, t) } : {}),
    },
    {
      label: t('web.four_facts.designed_by'),
      value: steward ?? t('web.four_facts.not_stated'),
      ...(credential.version ? { note: `${t('verifying.more.version')} ${credential.version}` } : {}),
    },
  ]
}

function sayLink({ t }: Reading, url: string): NonNullable<RecognitionSheetInput['check']> {
  const shown = url.replace(/^https?:\/\//, '')
  return { label: t('verifying.sheet.check'), url, shown, qrAlt: t('verifying.sheet.qr', { link: shown }) }
}
