import { Actions, Button, LinkButton, PostButton, Section } from '../../../web/components/index.ts'
import type { Visit } from '../../route.ts'
import type { ReceiptFile } from '../receipts/issue-receipt.ts'

/** How what was found can be kept. */
export interface Keeping {
  /** The address that the credential has with us; what is uploaded has none. */
  readonly path?: string | undefined
  /** Whether its content is shown, so that there is something to make a sheet of. */
  readonly hasContent: boolean
  /** Made with the page where there is no address; `false` where this installation can't sign. */
  readonly receipt: ReceiptFile | boolean
}

/** Ways to keep what was found; says why where this installation can't sign. */
export function KeepReport({ visit, keeping }: { visit: Visit; keeping: Keeping }) {
  const { t } = visit
  const receipt = keeping.receipt === false ? t('verifying.keep.no_seal') : t('verifying.keep.lead')
  const way = keeping.path === undefined ? 'sheet_again' : 'sheet_lead'
  const lead = keeping.hasContent ? `${receipt} ${t(`verifying.keep.${way}`)}` : receipt
  return (
    <Section title={t('verifying.keep.title')} lead={lead}>
      <Actions>
        <ReceiptButton visit={visit} keeping={keeping} />
        {keeping.path !== undefined && keeping.hasContent && (
          <LinkButton href={`${keeping.path}/sheet`} icon="pdf" variant="secondary" download>
            {t('verifying.keep.sheet')}
          </LinkButton>
        )}
      </Actions>
    </Section>
  )
}

function ReceiptButton({
  visit: { t, formToken },
  keeping: { path, receipt },
}: {
  visit: Visit
  keeping: Keeping
}) {
  if (receipt === false) return null
  const words = t('verifying.keep.receipt')
  if (path !== undefined) {
    return (
      <LinkButton href={`${path}/receipt`} icon="download" variant="secondary" download>
        {words}
      </LinkButton>
    )
  }
  if (receipt === true) return null
  return (
    <PostButton action="/verify/receipt" token={formToken} hidden={{ receipt: receipt.token }}>
      <Button icon="download" variant="secondary">
        {words}
      </Button>
    </PostButton>
  )
}
