import type { Colour } from './palette-png.ts'

/** The page's colours (blåbär, is, ljung and the neutrals of the visual identity). */
export const pageColours = {
  paper: 0xffffff,
  ink: 0x1c1b33,
  knowledge: 0x37348a,
  skill: 0x2b6c8f,
  responsibility: 0x8b4a86,
  hairline: 0xb9b8d6,
} as const

/** Shares of a colour mixed into paper: the smooth edges of letters and rings. */
interface Steps {
  readonly ink: readonly number[]
  readonly rings: readonly number[]
  readonly hairline: readonly number[]
}

/** The finest first; a coarser edge makes a smaller file. Quiet text and rules are steps of ink: 0.7 and 0.23. */
const steps: readonly Steps[] = [
  { ink: [0.12, 0.23, 0.35, 0.47, 0.58, 0.7, 0.85, 1], rings: [0.25, 0.5, 0.75, 1], hairline: [0.5, 1] },
  { ink: [0.12, 0.23, 0.4, 0.55, 0.7, 0.85, 1], rings: [0.33, 0.66, 1], hairline: [0.5, 1] },
  { ink: [0.15, 0.25, 0.45, 0.7, 1], rings: [0.35, 0.7, 1], hairline: [0.5, 1] },
  { ink: [0.23, 0.45, 0.7, 1], rings: [0.5, 1], hairline: [0.6] },
  { ink: [0.3, 0.7, 1], rings: [0.5, 1], hairline: [0.6] },
  { ink: [0.35, 0.7, 1], rings: [1], hairline: [0.6] },
]

/** Palettes to try, the finest first. They are fixed, so that the same page is always the same bytes. */
export const palettes: readonly (readonly Colour[])[] = steps.map(({ ink, rings, hairline }) => [
  pageColours.paper,
  ...ink.map(share => mixWithPaper(pageColours.ink, share)),
  ...[pageColours.knowledge, pageColours.skill, pageColours.responsibility].flatMap(colour =>
    rings.map(share => mixWithPaper(colour, share)),
  ),
  ...hairline.map(share => mixWithPaper(pageColours.hairline, share)),
])

function mixWithPaper(colour: Colour, share: number): Colour {
  const part = (shift: number) => Math.round(255 + (((colour >> shift) & 255) - 255) * share)
  return (part(16) << 16) | (part(8) << 8) | part(0)
}

/** The nearest palette index of every pixel. */
export function indexPixels(rgb: Uint8Array, palette: readonly Colour[]): Uint8Array {
  const known = new Map<Colour, number>()
  const indexes = new Uint8Array(rgb.length / 3)
  for (let i = 0; i < indexes.length; i++) {
    const colour = (rgb[i * 3]! << 16) | (rgb[i * 3 + 1]! << 8) | rgb[i * 3 + 2]!
    let index = known.get(colour)
    if (index === undefined) {
      index = nearest(colour, palette)
      known.set(colour, index)
    }
    indexes[i] = index
  }
  return indexes
}

function nearest(colour: Colour, palette: readonly Colour[]): number {
  let best = 0
  let bestDistance = Number.POSITIVE_INFINITY
  for (const [index, candidate] of palette.entries()) {
    const distance = distanceBetween(colour, candidate)
    if (distance < bestDistance) {
      best = index
      bestDistance = distance
    }
  }
  return best
}

/** Tint weighs more than lightness, so that the grey edge of a letter never turns plum. */
function distanceBetween(a: Colour, b: Colour): number {
  const red = (a >> 16) - (b >> 16)
  const green = ((a >> 8) & 255) - ((b >> 8) & 255)
  const blue = (a & 255) - (b & 255)
  const lightness = (2 * red + 5 * green + blue) / 8
  return lightness ** 2 + 4 * ((red - lightness) ** 2 + (blue - lightness) ** 2)
}
