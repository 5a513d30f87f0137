import type { OutcomeCategory } from '@meritum/kit/elm'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { useLanguage } from '../i18n/index.ts'
import { Icon, type IconName } from './icon.tsx'
import { LongTitle } from './long-title.tsx'

export const categoryIcons: Readonly<Record<OutcomeCategory, IconName>> = {
  knowledge: 'knowledge',
  skill: 'skill',
  'responsibility-and-autonomy': 'responsibility',
}

export interface OutcomeProps {
  readonly category?: OutcomeCategory | undefined
  /** The whole sentence; mark its language with `<Text>`. */
  readonly sentence: Child
  /** Result and method, or the criterion. */
  readonly note?: Child
  /** Links or buttons that belong to this outcome. */
  readonly action?: Child
}

/** One learning outcome: category in shape and word, whole sentence, what belongs to it. */
export function Outcome({ category, sentence, note, action }: OutcomeProps) {
  const { t } = useLanguage()
  return (
    <li class={`m-outcome m-outcome--${category ?? 'none'}`}>
      <span class="m-outcome__shape">
        <Icon name={category ? categoryIcons[category] : 'none'} />
      </span>
      <div>
        {category && <p class="m-outcome__category">{t(`codes.category.${category}`)}</p>}
        <p class="m-outcome__sentence">
          <LongTitle>{sentence}</LongTitle>
        </p>
        {note && <div class="m-outcome__note">{note}</div>}
        {action && <div class="m-outcome__action">{action}</div>}
      </div>
    </li>
  )
}

/** Learning outcomes in their order; the children are `<Outcome>`. */
export function OutcomeList({ children }: PropsWithChildren) {
  return <ol class="m-outcomes">{children}</ol>
}
