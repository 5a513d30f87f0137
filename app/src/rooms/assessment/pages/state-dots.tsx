import { Icon, type IconName } from '../../../web/components/index.ts'
import type { OutcomeState } from '../outcome-progress.ts'

export const stateIcons: Readonly<Record<OutcomeState, IconName>> = {
  met: 'met-filled',
  'not-yet-met': 'not-yet',
  'not-assessed': 'none',
}

/** One shape per outcome; the words beside them say the same. */
export function StateDots({ states, words }: { states: readonly OutcomeState[]; words: string }) {
  return (
    <p class="m-state-dots">
      {states.map(state => (
        <Icon name={stateIcons[state]} class={`m-state m-state--${state}`} />
      ))}
      <span>{words}</span>
    </p>
  )
}

/** How far the assessor is: whose outcomes, which of how many, and a piece for each. */
export function OutcomePosition({
  person,
  position,
  words,
  all,
}: {
  person: string
  position: number
  words: string
  all: number
}) {
  return (
    <div class="m-position">
      <p class="m-position__words">
        <strong>{person}</strong>
        <span class="m-quiet">{words}</span>
      </p>
      <span class="m-pieces" aria-hidden="true">
        {Array.from({ length: all }, (_, i) => (
          <span class={i < position ? 'm-piece m-piece--done' : 'm-piece m-piece--missing'} />
        ))}
      </span>
    </div>
  )
}
