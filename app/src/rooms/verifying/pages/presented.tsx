import type { Report } from '@meritum/kit/report'
import { DefinitionList, type Fact, Section, Text } from '../../../web/components/index.ts'
import { readVerdict, showsContent } from '../read-verdict.ts'
import { decidingCheck, sayCheck } from '../say-check.ts'
import { issuerName, type Reading, readReport, titleOf } from './answers.ts'
import { factsOf } from './contents.tsx'

/** The credentials of a presentation, each with its own verdict and the check that decides it. */
export function Presented({ reading, reports }: { reading: Reading; reports: readonly Report[] }) {
  const { t } = reading
  return (
    <Section title={t('checks.name.contents')} lead={t('checks.explain.contents')}>
      {reports.map((report, index) => (
        <section>
          <h3>{t('verifying.presentation.one', { number: index + 1, count: reports.length })}</h3>
          <DefinitionList facts={factsOfOne(report, reading)} />
        </section>
      ))}
    </Section>
  )
}

function factsOfOne(report: Report, { locale, t }: Reading): Fact[] {
  const kind = readVerdict(report)
  const reading = readReport(report, kind, locale, t)
  const deciding = decidingCheck(report.checks)
  const credential = showsContent(kind) ? report.credential : undefined
  return [
    { term: t('verifying.batch.column.verdict'), value: <strong>{titleOf(report, locale, t)}</strong> },
    ...(deciding ? [{ term: t('verifying.batch.column.reason'), value: sayCheck(deciding, locale, t) }] : []),
    ...(credential
      ? [
          { term: t('verifying.batch.column.title'), value: <Text value={credential.title} /> },
          {
            term: t('verifying.batch.column.holder'),
            value: credential.holder.name || t('verifying.holder.none'),
          },
          { term: t('verifying.batch.column.issuer'), value: issuerName(reading) },
          ...factsOf(reading, credential),
        ]
      : []),
  ]
}
