import { markGeometry, type OutcomeCounts, ringCategories } from '@meritum/kit/mark'
import type { PageOutcome } from './page-image-input.ts'
import { pageColours } from './palette.ts'

/** Size of the page in its own units; one unit is one pixel of the picture. A4: 594 = 420 × √2. */
export const pageSize = { width: 420, height: 594 } as const

/** The background as one SVG: paper, rings, logo, and the typeset text on top. */
export function composeBackground(seed: string, outcomes: readonly PageOutcome[], text: string): string {
  const { width, height } = pageSize
  return `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"><path fill="#ffffff" d="M0 0h${width}v${height}H0z"/>${rings(seed, outcomes)}${logo()}${inUnits(text)}</svg>`
}

/** Typst writes its size in points; nested in our page one point must be one unit. */
export function inUnits(svg: string): string {
  return svg.replace(
    /width="[\d.]+pt" height="[\d.]+pt"/,
    `width="${pageSize.width}" height="${pageSize.height}"`,
  )
}

export function countOutcomes(outcomes: readonly PageOutcome[]): OutcomeCounts {
  const count = (category: string) => outcomes.filter(outcome => outcome.category === category).length
  const [knowledge, skill, responsibility] = ringCategories.map(count)
  return { knowledge: knowledge!, skill: skill!, responsibility: responsibility! }
}

function rings(seed: string, outcomes: readonly PageOutcome[]): string {
  const mark = markGeometry({ seed, counts: countOutcomes(outcomes), state: 'in-force', drawing: 'field' })
  const paths = (data: readonly string[]) => data.map(d => `<path d="${d}"/>`).join('')
  // Every line costs bytes, and a picture this small can't show them all.
  const everySecond = mark.hairlines.filter((_, i) => i % 2 === 0)
  const lines = `<g stroke="${hex(pageColours.hairline)}" stroke-width="${mark.hairlineWidth}">${paths(everySecond)}</g>`
  const circles = mark.rings.map(
    ring =>
      `<g stroke="${hex(pageColours[ring.category])}" stroke-width="${ring.width}">${paths(ring.segments)}</g>`,
  )
  return `<g transform="translate(366 32) scale(2.5)" fill="none" stroke-linecap="round">${lines}${circles.join('')}</g>`
}

/** The lower-case m of two arches with its inner strokes. */
function logo(): string {
  const stroke = (colour: number, d: string) => `<path stroke="${hex(colour)}" d="${d}"/>`
  return `<g transform="translate(36 33) scale(0.42)" fill="none" stroke-width="3.9" stroke-linecap="round">${stroke(pageColours.skill, 'M10 11.8V31')}${stroke(pageColours.responsibility, 'M26 11.8V31')}${stroke(pageColours.knowledge, 'M2 31V10a8 8 0 0 1 16 0V31M18 10a8 8 0 0 1 16 0V31')}</g>`
}

function hex(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`
}
