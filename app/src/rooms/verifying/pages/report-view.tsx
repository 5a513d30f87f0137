import type { CredentialView } from '@meritum/kit/elm'
import type { Report } from '@meritum/kit/report'
import type { Child } from 'hono/jsx'
import { Alert, Text, VerdictBand, Width } from '../../../web/components/index.ts'
import { formatDate, useLanguage } from '../../../web/i18n/index.ts'
import { readVerdict, showsContent } from '../read-verdict.ts'
import { isDevelopmentRoot } from '../say-check.ts'
import { answerPresentation } from './answer-presentation.ts'
import {
  answerGenuine,
  answerInForce,
  headlineOf,
  paramOf,
  type Reading,
  readReport,
  variantOf,
} from './answers.ts'
import { Checks } from './checks.tsx'
import { Outcomes } from './contents.tsx'
import { Facts } from './facts.tsx'
import { NextSteps } from './next-steps.tsx'
import { Presented } from './presented.tsx'

/**
 * The page of a verification: verdict, the two answers, whose it is, what to do, the four facts, the outcomes,
 * every check. `notice` stands under the band, for what belongs to the way in (a share's end); `keep` says how the
 * answer can be kept.
 */
export function ReportView({ report, notice, keep }: { report: Report; notice?: Child; keep?: Child }) {
  const { locale, t } = useLanguage()
  const kind = readVerdict(report)
  const reading = readReport(report, kind, locale, t)
  const credential = showsContent(kind) ? report.credential : undefined
  const headline = headlineOf(reading)
  const answers = report.credentials
    ? answerPresentation(reading)
    : { genuine: answerGenuine(reading), inForce: answerInForce(reading) }
  return (
    <>
      <VerdictBand
        variant={variantOf(reading)}
        {...(headline === undefined ? {} : { headline })}
        checkedAt={report.checkedAt}
        {...answers}
        {...(credential ? { credential: whose(reading, credential) } : {})}
      />
      <Notices reading={reading} notice={notice} />
      {report.credentials ? (
        <Presented reading={reading} reports={report.credentials} />
      ) : (
        <NextSteps reading={reading} />
      )}
      {credential && <Facts reading={reading} credential={credential} />}
      {keep}
      {credential && <Outcomes reading={reading} credential={credential} />}
      <Checks reading={reading} />
    </>
  )
}

function whose({ genuine, locale, t }: Reading, credential: CredentialView) {
  const { name, birthDate } = credential.holder
  const born = birthDate && t('verifying.holder.born', { date: formatDate(locale, birthDate) })
  const rest = [born, genuine ? '' : t('verifying.holder.as_stated')].filter(Boolean).join(', ')
  return {
    seed: (credential.specificationId ?? credential.id).replace(/^urn:uuid:/, ''),
    title: <Text value={credential.title} fallback={t('verifying.untitled')} />,
    outcomes: credential.outcomes,
    holder: name ? (
      <>
        <strong>{name}</strong>
        {rest && `, ${rest}`}
      </>
    ) : (
      t('verifying.holder.none')
    ),
    ...(genuine && name
      ? { note: birthDate ? t('verifying.holder.compare') : t('verifying.holder.compare_name') }
      : {}),
  }
}

function Notices({ reading, notice }: { reading: Reading; notice: Child }) {
  const { report, t } = reading
  const isDevelopment = isDevelopmentRoot(paramOf(report, 'issuer', 'root'))
  if (!isDevelopment && !notice) return null
  return (
    <Width>
      {notice}
      {isDevelopment && (
        <Alert tone="attention" title={t('verifying.development.title')}>
          <p>{t('verifying.development.text')}</p>
        </Alert>
      )}
    </Width>
  )
}
