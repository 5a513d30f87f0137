import type { OutcomeCategory } from '@meritum/kit/elm'
import { type MarkGeometry, type MarkState, markGeometry } from '@meritum/kit/mark'
import { countOutcomes } from './count-outcomes.ts'

export interface MarkProps {
  /** The version's id: decides the shape. */
  readonly seed: string
  readonly outcomes: readonly { readonly category?: OutcomeCategory | undefined }[]
  readonly state?: MarkState
}

/** The mark of a micro-credential. It helps recognition, proves nothing and never replaces text. */
export function Mark({
  seed,
  outcomes,
  state = 'in-force',
  size = 'md',
}: MarkProps & { size?: 'sm' | 'md' | 'lg' }) {
  const geometry = markGeometry({ seed, counts: countOutcomes(outcomes), state })
  return <Drawing geometry={geometry} class={`m-mark m-mark--${size} m-mark--${state}`} />
}

/** The same mark as large ornament behind a title; the parent clips and places it. */
export function MarkField({ seed, outcomes, state = 'in-force' }: MarkProps) {
  const counts = countOutcomes(outcomes)
  const { rings } = markGeometry({ seed, counts, state })
  const field = markGeometry({ seed, counts, state, drawing: 'field' })
  return <Drawing geometry={{ ...field, rings }} class={`m-mark-field m-mark--${state}`} />
}

/** Only the growth lines: the ornament of the start page, bands and empty states. */
export function GrowthRings({
  seed,
  state = 'in-force',
  class: className,
}: Omit<MarkProps, 'outcomes'> & { class?: string }) {
  const geometry = markGeometry({ seed, counts: countOutcomes([]), state, drawing: 'field' })
  return (
    <Drawing
      geometry={{ ...geometry, rings: [] }}
      class={`m-growth-rings m-growth-rings--${state} ${className ?? ''}`.trim()}
    />
  )
}

function Drawing({ geometry, class: className }: { geometry: MarkGeometry; class: string }) {
  return (
    <svg
      class={className}
      viewBox={geometry.viewBox}
      width="100"
      height="100"
      fill="none"
      aria-hidden="true"
      focusable="false"
    >
      <path
        class="m-mark__hairlines"
        d={geometry.hairlines.join('')}
        stroke-width={geometry.hairlineWidth}
        stroke-dasharray={geometry.hairlineDash}
      />
      {geometry.rings.map(ring => (
        <path
          class={`m-mark__${ring.category}`}
          d={ring.segments.join('')}
          stroke-width={ring.width}
          stroke-dasharray={ring.dash}
          stroke-linecap="round"
        />
      ))}
    </svg>
  )
}
