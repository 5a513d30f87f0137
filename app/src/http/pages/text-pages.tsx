import { pageLimits, type Route } from '../../rooms/route.ts'
import { PageHeading, Width } from '../../web/components/index.ts'
import { type MessageKey, useLanguage } from '../../web/i18n/index.ts'

type Part = readonly [title: MessageKey, text: MessageKey]

const accessibility: readonly Part[] = [
  ['start.accessibility.goal.title', 'start.accessibility.goal.text'],
  ['start.accessibility.how.title', 'start.accessibility.how.text'],
  ['start.accessibility.limits.title', 'start.accessibility.limits.text'],
  ['start.accessibility.tell.title', 'start.accessibility.tell.text'],
]

const personalData: readonly Part[] = [
  ['start.personal_data.visitor.title', 'start.personal_data.visitor.text'],
  ['start.personal_data.holder.title', 'start.personal_data.holder.text'],
  ['start.personal_data.share.title', 'start.personal_data.share.text'],
  ['start.personal_data.cookies.title', 'start.personal_data.cookies.text'],
  ['start.personal_data.rights.title', 'start.personal_data.rights.text'],
]

/** `GET /accessibility` */
export const accessibilityPage: Route = {
  method: 'GET',
  path: '/accessibility',
  kind: 'page',
  who: 'anyone',
  limits: pageLimits.read,
  handle: visit =>
    visit.page(
      { title: visit.t('start.accessibility.title'), place: 'none', size: 'md' },
      <TextPage title="start.accessibility.title" lead="start.accessibility.lead" parts={accessibility} />,
    ),
}

/** `GET /personal-data` */
export const personalDataPage: Route = {
  method: 'GET',
  path: '/personal-data',
  kind: 'page',
  who: 'anyone',
  limits: pageLimits.read,
  handle: visit =>
    visit.page(
      { title: visit.t('start.personal_data.title'), place: 'none', size: 'md' },
      <TextPage
        title="start.personal_data.title"
        lead="start.personal_data.lead"
        parts={personalData}
        note={visit.services.config.demonstration ? 'start.personal_data.demonstration' : undefined}
      />,
    ),
}

interface TextPageProps {
  title: MessageKey
  lead: MessageKey
  parts: readonly Part[]
  note?: MessageKey | undefined
}

/** Running text under headings. */
export function TextPage({ title, lead, parts, note }: TextPageProps) {
  const { t } = useLanguage()
  return (
    <Width>
      <PageHeading title={t(title)} lead={t(lead)} />
      <div class="m-prose">
        {note && <p>{t(note)}</p>}
        {parts.map(([heading, text]) => (
          <>
            <h2>{t(heading)}</h2>
            <p>{t(text)}</p>
          </>
        ))}
      </div>
    </Width>
  )
}
