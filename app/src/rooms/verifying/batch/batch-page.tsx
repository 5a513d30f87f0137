import type { FieldProblem } from '../../../errors.ts'
import {
  Actions,
  Button,
  Columns,
  CountTrio,
  ErrorSummary,
  FileField,
  Form,
  Icon,
  IconLink,
  type IconName,
  PageHeading,
  Panel,
  Section,
  StepList,
  Table,
  Width,
} from '../../../web/components/index.ts'
import { formatDate, formatDateTime } from '../../../web/i18n/index.ts'
import type { Visit } from '../../route.ts'
import { batchCsv } from './batch-csv.ts'
import type { BatchRow, BatchVariant } from './batch-row.ts'
import { readBatchRow } from './batch-row.ts'
import { batchLimits, checkBatch, TooManyFiles } from './check-batch.ts'

/** Where many credentials are checked at once. Nothing of them is kept. */
export function batchPage(visit: Visit, problems: readonly FieldProblem[] = [], status = 422): Response {
  const { t } = visit
  const title = t('verifying.batch.title')
  const head = { title, place: 'verify', size: 'md' } as const
  return visit.page(
    problems.length > 0 ? { ...head, status, hasProblems: true } : head,
    <Width>
      <ErrorSummary problems={problems} />
      <PageHeading
        title={title}
        lead={t('verifying.batch.lead')}
        crumbs={[{ href: '/verify', text: t('verifying.title') }]}
      />
      <Columns side={<Help visit={visit} />}>
        <Panel>
          <BatchForm visit={visit} problems={problems} />
        </Panel>
      </Columns>
    </Width>,
  )
}

function BatchForm({ visit, problems }: { visit: Visit; problems: readonly FieldProblem[] }) {
  const { t } = visit
  return (
    <Form
      action="/verify/batch"
      token={visit.formToken}
      problems={problems}
      label={t('verifying.batch.form')}
      multipart
    >
      <FileField
        name="files"
        label={t('verifying.batch.files.label')}
        help={t('verifying.batch.files.help')}
        multiple
      />
      <Actions>
        <Button icon="check">{t('verifying.batch.act.check')}</Button>
        <Button icon="download" variant="secondary" name="as" value="csv">
          {t('verifying.batch.act.csv')}
        </Button>
      </Actions>
    </Form>
  )
}

function Help({ visit: { t } }: { visit: Visit }) {
  const steps = (['files', 'archive', 'table'] as const).map(step => ({
    act: t(`verifying.batch.help.${step}.act`),
    text: t(`verifying.batch.help.${step}.text`),
  }))
  return (
    <>
      <h2>{t('verifying.batch.help.title')}</h2>
      <StepList steps={steps} />
    </>
  )
}

/** Checks what was uploaded and answers with the table, as a page or as a file. */
export async function checkBatchForm(visit: Visit): Promise<Response> {
  const files = visit.form.fileLists.files ?? []
  if (files.length === 0) return refuse(visit, 'nothing')
  try {
    const checked = await checkBatch(visit.services, files)
    const rows = checked.map(file => readBatchRow(file, visit.locale))
    return visit.form.values.as === 'csv' ? batchCsv(rows, visit.locale) : resultPage(visit, rows)
  } catch (error) {
    if (error instanceof TooManyFiles) return refuse(visit, 'too_many', 413)
    throw error
  }
}

function refuse(visit: Visit, problem: 'nothing' | 'too_many', status = 422): Response {
  const params = { most: batchLimits.files }
  return batchPage(visit, [{ field: 'files', key: `verifying.batch.problem.${problem}`, params }], status)
}

/** As in the answers of the page of one credential: the shape says the kind. */
const shapes = {
  valid: ['genuine-filled', 'yes'],
  expired: ['time-filled', 'ended'],
  revoked: ['wrong-filled', 'no'],
  invalid: ['wrong-filled', 'no'],
  indeterminate: ['unclear-filled', 'unclear'],
} as const satisfies Record<BatchVariant, readonly [IconName, string]>

function VerdictWord({ row: { variant, verdict } }: { row: BatchRow }) {
  const [icon, kind] = shapes[variant]
  return (
    <span class="m-verdict-word">
      <Icon name={icon} class={`m-answer m-answer--${kind}`} />
      <span>{verdict}</span>
    </span>
  )
}

/** What is wrong or open comes first; the order of the files is kept within. */
const order: readonly BatchVariant[] = ['invalid', 'revoked', 'expired', 'indeterminate', 'valid']

export function resultPage(visit: Visit, rows: readonly BatchRow[]): Response {
  const { t, locale } = visit
  const count = (...variants: BatchVariant[]) => rows.filter(row => variants.includes(row.variant)).length
  const good = count('valid')
  const title = t('verifying.batch.result.title', { good, all: rows.length })
  const time = formatDateTime(locale, rows[0]?.checkedAt ?? visit.services.clock.now().toISOString())
  const sorted = [...rows].sort((a, b) => order.indexOf(a.variant) - order.indexOf(b.variant))
  return visit.page(
    { title, place: 'verify', size: 'md', indexable: false },
    <>
      <Width>
        <PageHeading
          title={title}
          lead={t('verifying.batch.result.lead', { time })}
          crumbs={[{ href: '/verify/batch', text: t('verifying.batch.title') }]}
        />
        <CountTrio
          counts={[
            { number: String(good), label: t('verifying.batch.count.good'), icon: 'genuine' },
            {
              number: String(count('invalid', 'revoked', 'expired')),
              label: t('verifying.batch.count.bad'),
              icon: 'wrong',
            },
            {
              number: String(count('indeterminate')),
              label: t('verifying.batch.count.unclear'),
              icon: 'unclear',
            },
          ]}
        />
      </Width>
      <Section title={t('verifying.batch.result.table')}>
        <Table
          caption={t('verifying.batch.result.table')}
          columns={[
            { key: 'file', label: t('verifying.batch.column.file') },
            { key: 'verdict', label: t('verifying.batch.column.verdict') },
            { key: 'whose', label: t('verifying.batch.column.whose') },
            { key: 'reason', label: t('verifying.batch.column.reason') },
          ]}
          rows={sorted.map(row => ({
            file: <span class="m-file-name">{row.file}</span>,
            verdict: <VerdictWord row={row} />,
            whose: <Whose row={row} visit={visit} />,
            reason: row.reason,
          }))}
        />
        <p class="m-quiet">{t('verifying.batch.result.compare')}</p>
        <Actions>
          <IconLink href="/verify/batch" icon="check">
            {t('verifying.batch.act.more')}
          </IconLink>
        </Actions>
      </Section>
    </>,
  )
}

function Whose({ row, visit: { t, locale } }: { row: BatchRow; visit: Visit }) {
  if (row.title === undefined && row.holder === undefined) return <>{t('verifying.batch.not_shown')}</>
  const born = row.birthDate && t('verifying.holder.born', { date: formatDate(locale, row.birthDate) })
  return (
    <>
      {row.holder || t('verifying.holder.none')}
      {born && `, ${born}`}
      <br />
      <span class="m-quiet m-small" lang={row.titleLanguage === locale ? undefined : row.titleLanguage}>
        {row.title ?? t('verifying.untitled')}
      </span>
    </>
  )
}
