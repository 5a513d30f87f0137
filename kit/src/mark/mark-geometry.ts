import { growthLine, place } from './growth-line.ts'
import { seededNumbers } from './seeded-numbers.ts'

/** The rings from the inside out. `responsibility` is the category responsibility and autonomy. */
export const ringCategories = ['knowledge', 'skill', 'responsibility'] as const
export type RingCategory = (typeof ringCategories)[number]

/** How many outcomes a micro-credential has in each category. */
export type OutcomeCounts = Readonly<Record<RingCategory, number>>

/** Solid rings: in force. Thin lines: no longer in force. Dots: the issuer is unknown. */
export type MarkState = 'in-force' | 'ended' | 'unknown'

export interface MarkInput {
  /** Decides the shape; the version's id. The same seed always gives the same mark. */
  readonly seed: string
  readonly counts: OutcomeCounts
  readonly state: MarkState
  /**
   * `mark` (default) is the small sign beside a title. `field` is the large ornament of bands and
   * certificates: the same rings, thinner, among many growth lines.
   */
  readonly drawing?: 'mark' | 'field'
}

export interface MarkRing {
  readonly category: RingCategory
  readonly radius: number
  /** Width of the stroke, in the units of the box. Draw with round caps and no fill. */
  readonly width: number
  /** Value of `stroke-dasharray`, for dots. */
  readonly dash?: string
  /** True when the category has no outcome: one thin whole circle. */
  readonly empty: boolean
  /** SVG path data, one per outcome; one whole circle when empty. */
  readonly segments: readonly string[]
}

export interface MarkGeometry {
  /** Value of `viewBox`: 100 × 100 with the centre in the origin. */
  readonly viewBox: '-50 -50 100 100'
  readonly rings: readonly MarkRing[]
  /** Closed, slightly uneven lines. */
  readonly hairlines: readonly string[]
  readonly hairlineWidth: number
  /** Value of `stroke-dasharray` of the hairlines. */
  readonly hairlineDash?: string
}

const drawings = {
  mark: {
    radii: [17, 28, 39],
    width: 5.6,
    emptyWidth: 0.7,
    endedWidth: 1.3,
    dot: 1.6,
    gap: 3.2,
    hairline: 0.45,
  },
  field: {
    radii: [17.5, 27, 36.5],
    width: 2.9,
    emptyWidth: 0.4,
    endedWidth: 0.7,
    dot: 0.9,
    gap: 3,
    hairline: 0.3,
  },
} as const

/**
 * The mark of a micro-credential as geometry in a box of 100 × 100: three rings, each in as many segments
 * as it has outcomes, and growth lines whose shape the seed decides. It helps recognition and proves
 * nothing. Pure: no colours, no document, no randomness.
 */
export function markGeometry(input: MarkInput): MarkGeometry {
  const kind = input.drawing ?? 'mark'
  const drawing = drawings[kind]
  const next = seededNumbers(input.seed)
  const turns = ringCategories.map(() => next() * 2 * Math.PI)
  const rings = ringCategories.map((category, i): MarkRing => {
    const radius = drawing.radii[i]!
    const count = Math.max(0, Math.trunc(input.counts[category]))
    if (count === 0) {
      return { category, radius, width: drawing.emptyWidth, empty: true, segments: [circle(radius)] }
    }
    const width = { 'in-force': drawing.width, ended: drawing.endedWidth, unknown: drawing.dot }[input.state]
    const segments = arcs(radius, count, drawing.gap + drawing.width, turns[i]!)
    const dash = input.state === 'unknown' ? { dash: `0 ${drawing.dot * 2.4}` } : {}
    return { category, radius, width, empty: false, segments, ...dash }
  })
  const dash = { 'in-force': undefined, ended: '2.4 1.6', unknown: '0.01 1.4' }[input.state]
  return {
    viewBox: '-50 -50 100 100',
    rings,
    hairlines: growthLines(kind, next),
    hairlineWidth: drawing.hairline,
    ...(dash && kind === 'field' ? { hairlineDash: dash } : {}),
  }
}

/** Equal arcs with gaps between them; many outcomes get smaller gaps, so that segments never vanish. */
function arcs(radius: number, count: number, gapLength: number, turn: number): string[] {
  const share = (2 * Math.PI) / count
  const gap = Math.min(gapLength / radius, share * 0.6)
  return Array.from({ length: count }, (_, i) => {
    const from = turn + i * share + gap / 2
    const to = turn + (i + 1) * share - gap / 2
    const large = to - from > Math.PI ? 1 : 0
    return `M${onCircle(radius, from)}A${radius} ${radius} 0 ${large} 1 ${onCircle(radius, to)}`
  })
}

function circle(radius: number): string {
  return `M${place(radius, 0)}A${radius} ${radius} 0 1 1 ${place(-radius, 0)}A${radius} ${radius} 0 1 1 ${place(radius, 0)}Z`
}

function onCircle(radius: number, angle: number): string {
  return place(radius * Math.cos(angle), radius * Math.sin(angle))
}

/**
 * Lines as a tree grows them: neighbours have nearly the same shape, years are unequal, and the oldest
 * are the least round. The small mark has only the core and the bark, so that its rings stay legible.
 */
function growthLines(kind: 'mark' | 'field', next: () => number): string[] {
  const phases = [next(), next(), next()].map(number => number * 2 * Math.PI)
  const lean = 0.6 + next() * 0.4
  const radii = kind === 'field' ? yearRadii(6, 48.5, 2.2, next) : [4.5, 7.5, 10.5, 45.2, 48]
  return radii.map(radius => {
    const youth = 1 / (1 + radius / 14)
    const amplitudes = [0.05 * lean, 0.07 * youth + 0.006, 0.045 * youth + 0.006]
    return growthLine(radius / (1 + amplitudes[0]! * 0.6), {
      amplitudes,
      phases: phases.map((phase, i) => phase + radius * 0.02 * (i + 1) + (next() - 0.5) * 0.35),
    })
  })
}

function yearRadii(first: number, last: number, mean: number, next: () => number): number[] {
  const radii: number[] = []
  for (let radius = first; radius <= last; radius += mean * (0.55 + next() * 0.9)) radii.push(radius)
  return radii
}
