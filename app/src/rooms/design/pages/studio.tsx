import { pickText } from '@meritum/kit/text'
import type { Child } from 'hono/jsx'
import { can } from '../../../access/can.ts'
import { Alert, Breadcrumbs, Completeness, Details, Width } from '../../../web/components/index.ts'
import { formatDateTime } from '../../../web/i18n/index.ts'
import type { Visit } from '../../route.ts'
import { draftPieces } from '../draft-pieces.ts'
import type { MicroCredential } from '../queries.ts'
import type { Again } from './answer-form.ts'
import { pageOfElement, type StudioPage, studioPages } from './studio-pages.ts'

export interface StudioFrame {
  readonly micro: MicroCredential
  readonly current: StudioPage | undefined
  readonly again?: Again | undefined
  readonly body: Child
}

/** Title of the draft for headings; never empty. */
export function draftTitle(visit: Visit, micro: MicroCredential): string {
  return pickText(micro.draft.title, visit.locale)?.text ?? visit.t('design.untitled')
}

/** The studio around one page of a draft: what is done to the left, the page to the right. */
export function Studio({ visit, frame }: { visit: Visit; frame: StudioFrame }) {
  const { t } = visit
  const { micro, current, again, body } = frame
  const root = `/design/${micro.id}`
  return (
    <Width>
      <Breadcrumbs
        crumbs={[
          { href: '/design', text: t('design.place') },
          ...(current === undefined ? [] : [{ href: root, text: draftTitle(visit, micro) }]),
        ]}
      />
      <div class="m-studio">
        <nav class="m-studio__rail" aria-label={t('design.rail.label')}>
          <Rail visit={visit} micro={micro} current={current} />
        </nav>
        <div class="m-studio__main">
          {again?.conflict && (
            <Alert tone="attention" role="alert" title={t('design.conflict.title')}>
              {t('design.conflict.text')}
            </Alert>
          )}
          {body}
        </div>
      </div>
    </Width>
  )
}

function Rail({
  visit,
  micro,
  current,
}: {
  visit: Visit
  micro: MicroCredential
  current: StudioPage | undefined
}) {
  const { t } = visit
  const root = `/design/${micro.id}`
  // Who may only read sees how far it has come, without ways to where she may not go.
  const mayWrite = can(visit.actor, 'design.write')
  const pieces = draftPieces(micro.draft).map(({ element, state }) => {
    const page = pageOfElement[element]
    return {
      label: t(`codes.element.${element}`),
      state,
      ...(page !== undefined && mayWrite ? { href: `${root}/${page}` } : {}),
      current: page !== undefined && page === current,
    }
  })
  const others = mayWrite && (
    <ul class="m-studio__others">
      {studioPages
        .filter(page => !Object.values(pageOfElement).includes(page))
        .map(page => (
          <li>
            <a href={`${root}/${page}`} aria-current={page === current ? 'step' : undefined}>
              {t(`design.page.${page}`)}
            </a>
          </li>
        ))}
    </ul>
  )
  return (
    <>
      <div class="m-studio__wide">
        <Completeness pieces={pieces} note={t('design.rail.at_award')} />
        {others}
      </div>
      <div class="m-studio__phone">
        <Completeness pieces={pieces} list={false} />
        <Details summary={t('design.rail.show_all')}>
          <Completeness pieces={pieces} note={t('design.rail.at_award')} />
          {others}
        </Details>
      </div>
    </>
  )
}

/** Under a form: when the draft was last kept. */
export function SavedAt({ visit, micro }: { visit: Visit; micro: MicroCredential }) {
  return (
    <p class="m-quiet m-small">
      {visit.t('design.saved_at', { at: formatDateTime(visit.locale, micro.updatedAt) })}
    </p>
  )
}
