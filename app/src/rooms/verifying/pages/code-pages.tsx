import type { Child } from 'hono/jsx'
import {
  Actions,
  Button,
  Form,
  LinkButton,
  Notice,
  PageHeading,
  StepList,
  TextField,
  Width,
} from '../../../web/components/index.ts'
import { formatCode, formatDate } from '../../../web/i18n/index.ts'
import { findByCheckCode } from '../../issuing/index.ts'
import type { Visit } from '../../route.ts'
import { findShared } from '../../wallet/index.ts'
import { looksLikeCode, looksLikeShareCode, normaliseCode } from '../normalise-code.ts'
import { verifyBytes } from '../verify-bytes.ts'
import { reportPage } from './report-page.tsx'

/** The check link: what a QR code or a print leads to. */
export async function checkLinkPage(visit: Visit): Promise<Response> {
  const code = visit.params.code ?? ''
  if (!looksLikeCode(code)) return noSuchCode(visit, code)
  if (normaliseCode(code) !== code) return visit.redirect(`/m/${normaliseCode(code)}`)
  const found = await findByCheckCode(visit.services, code)
  return found ? showReport(visit, found.bytes, `/m/${code}`) : noSuchCode(visit, code)
}

/** The share link: what a holder sends to somebody of her choice, until she stops. Its code is never typed by hand. */
export async function shareLinkPage(visit: Visit): Promise<Response> {
  const code = visit.params.code ?? ''
  const shared = looksLikeShareCode(code) ? await findShared(visit.services, code) : undefined
  if (!shared) return closedShare(visit, 'no_share', 404)
  if (shared.state !== 'open') {
    return closedShare(visit, shared.state === 'withdrawn' ? 'withdrawn' : 'share_ended', 410)
  }
  const date = formatDate(visit.locale, shared.expiresAt.toISOString())
  return showReport(
    visit,
    shared.bytes,
    `/s/${code}`,
    <Notice icon="share" title={visit.t('verifying.shared_until', { date })} />,
  )
}

async function showReport(visit: Visit, bytes: Uint8Array, path: string, notice?: Child): Promise<Response> {
  const report = await verifyBytes(visit.services, bytes)
  return reportPage(visit, report, { path, notice })
}

function noSuchCode(visit: Visit, code: string): Response {
  const { t } = visit
  const title = t('verifying.no_code.title')
  const shown = looksLikeCode(code) ? formatCode(normaliseCode(code).replaceAll('-', '')) : code.slice(0, 40)
  const steps = (['compare', 'ask'] as const).map(step => ({
    act: t(`verifying.no_code.${step}.act`),
    text: t(`verifying.no_code.${step}.text`),
  }))
  return visit.page(
    { title, place: 'verify', size: 'md', status: 404, indexable: false },
    <Width>
      <PageHeading title={title} lead={t('verifying.no_code.lead', { code: shown })} />
      <StepList steps={steps} />
      <Form action="/verify" token={visit.formToken} label={t('verifying.form')}>
        <TextField
          name="text"
          label={t('verifying.paste.label')}
          help={t('verifying.paste.help')}
          value={shown}
        />
        <Button icon="check">{t('verifying.act.check')}</Button>
      </Form>
    </Width>,
  )
}

function closedShare(
  visit: Visit,
  state: 'no_share' | 'withdrawn' | 'share_ended',
  status: number,
): Response {
  const { t } = visit
  const title = t(`verifying.${state}.title`)
  return visit.page(
    { title, place: 'verify', size: 'md', status, indexable: false },
    <Width>
      <PageHeading title={title} lead={t(`verifying.${state}.lead`)} />
      <Actions>
        <LinkButton href="/verify" variant="secondary">
          {t('verifying.act.another')}
        </LinkButton>
      </Actions>
    </Width>,
  )
}
