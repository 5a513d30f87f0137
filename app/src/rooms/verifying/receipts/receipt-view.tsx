import type { Check, Receipt, Report } from '@meritum/kit/report'
import {
  Actions,
  Alert,
  type AlertTone,
  type CheckItem,
  CheckList,
  DefinitionList,
  IconLink,
  PageHeading,
  Section,
  Width,
} from '../../../web/components/index.ts'
import {
  formatDateTime,
  type Locale,
  type Translate,
  translateCode,
  useLanguage,
} from '../../../web/i18n/index.ts'
import { paramOf, titleOf } from '../pages/answers.ts'
import { isDevelopmentRoot, sayCheck } from '../say-check.ts'
import { sayReceiptVerdict } from './read-receipt-report.ts'

const tones: Readonly<Record<Report['verdict'], AlertTone>> = {
  valid: 'good',
  invalid: 'bad',
  indeterminate: 'attention',
}

/** The page of a receipt: whether it is genuine, and what it says of its day. */
export function ReceiptView({ report }: { report: Report }) {
  const { t, locale } = useLanguage()
  // What nobody stands behind isn't repeated.
  const receipt = report.verdict === 'invalid' ? undefined : report.receipt
  return (
    <>
      <Width>
        <PageHeading title={titleOf(report, locale, t)} lead={t('verifying.receipt.lead')} />
        <Alert
          tone={tones[report.verdict]}
          title={t(`verifying.receipt.signed.${report.verdict}`, { name: signerOf(report) })}
        >
          <p>{t(`verifying.receipt.meaning.${report.verdict}`)}</p>
        </Alert>
        {isDevelopmentRoot(paramOf(report, 'issuer', 'root')) && (
          <Alert tone="attention" title={t('verifying.development.title')}>
            <p>{t('verifying.development.text')}</p>
          </Alert>
        )}
      </Width>
      {receipt && <Said receipt={receipt} />}
      <Section title={t('verifying.receipt.own_checks')} tinted={receipt !== undefined}>
        <CheckList checks={itemsOf(report.checks, locale, t)} />
        <Actions>
          <IconLink href="/verify" icon="check">
            {t('verifying.act.another')}
          </IconLink>
        </Actions>
      </Section>
    </>
  )
}

function Said({ receipt }: { receipt: Receipt }) {
  const { t, locale } = useLanguage()
  const time = formatDateTime(locale, receipt.checkedAt)
  return (
    <Section title={t('verifying.receipt.says', { time })}>
      <DefinitionList
        facts={[
          {
            term: t('verifying.receipt.verdict'),
            value: <strong>{sayReceiptVerdict(receipt, locale, t)}</strong>,
          },
          {
            term: t('verifying.more.digest'),
            value: <code>{receipt.digest}</code>,
            note: t('verifying.receipt.digest_note'),
          },
        ]}
      />
      <CheckList checks={itemsOf(receipt.checks, locale, t)} />
    </Section>
  )
}

function signerOf(report: Report): string {
  return paramOf(report, 'issuer', 'name') ?? '–'
}

function itemsOf(checks: readonly Check[], locale: Locale, t: Translate): CheckItem[] {
  return checks.map(check => ({
    state: check.state,
    name: translateName(check.id, t),
    sentence: sayCheck(check, locale, t),
    code: check.code,
  }))
}

/** A receipt of a newer version may name a check that isn't known here. */
function translateName(id: string, t: Translate): string {
  return translateCode(t, `checks.name.${id}`)
}
