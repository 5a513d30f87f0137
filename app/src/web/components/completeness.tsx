import { useLanguage } from '../i18n/index.ts'
import { Icon, type IconName } from './icon.tsx'

export type PieceState = 'done' | 'under-way' | 'missing' | 'at-award'

export interface Piece {
  readonly label: string
  readonly state: PieceState
  readonly href?: string
  /** The piece that this page is about. */
  readonly current?: boolean
}

const icons: Readonly<Record<PieceState, IconName>> = {
  done: 'met',
  'under-way': 'edit',
  missing: 'none',
  'at-award': 'past',
}

/** "7 of 11 done", a bar of pieces and their names. `list={false}` shows only count and bar. */
export function Completeness({
  pieces,
  list = true,
  note,
}: {
  pieces: readonly Piece[]
  list?: boolean
  note?: string
}) {
  const { t } = useLanguage()
  const done = pieces.filter(piece => piece.state === 'done').length
  return (
    <div class="m-completeness">
      <p class="m-completeness__count">{t('web.completeness.count', { done, all: pieces.length })}</p>
      <span class="m-pieces" aria-hidden="true">
        {pieces.map(piece => (
          <span class={`m-piece m-piece--${piece.state}`} />
        ))}
      </span>
      {list && (
        <ul class="m-completeness__list">
          {pieces.map(piece => (
            <li class={`m-completeness__piece m-completeness__piece--${piece.state}`}>
              <PieceName piece={piece} />
            </li>
          ))}
        </ul>
      )}
      {note && <p class="m-quiet m-small">{note}</p>}
    </div>
  )
}

function PieceName({ piece }: { piece: Piece }) {
  const { t } = useLanguage()
  const content = (
    <>
      <Icon name={piece.current ? 'edit' : icons[piece.state]} />
      <span>
        {piece.label}
        <span class="ds-sr-only">: {t(`web.completeness.${piece.state}`)}</span>
      </span>
    </>
  )
  if (!piece.href) return <span class="m-completeness__name">{content}</span>
  return (
    <a class="m-completeness__name" href={piece.href} aria-current={piece.current ? 'step' : undefined}>
      {content}
    </a>
  )
}
