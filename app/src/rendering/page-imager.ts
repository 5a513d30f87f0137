import { createHash } from 'node:crypto'
import { AppError } from '../errors.ts'
import { LeastRecentlyUsed } from './least-recently-used.ts'
import { composeBackground, inUnits, pageSize } from './page-art.ts'
import type { PageImageInput } from './page-image-input.ts'
import { backgroundSource, holderSource } from './page-template.ts'
import { indexPixels, palettes } from './palette.ts'
import { encodePalettePng } from './palette-png.ts'
import { drawSvg, layOver, opaque, type Pixels } from './pixels.ts'
import { createTypesetter, type Typesetter } from './typesetter.ts'

/** Before base64. The European Issuer's own page pictures are about twice as large. */
export const pageImageLimit = 15 * 1024

// One background is a megabyte of pixels.
const keptBackgrounds = 24

/** What is common to all holders of a version, in one language. */
interface Background {
  readonly pixels: Pixels
  /** The finest palette that can do: in a finer one the background alone is too large. */
  readonly firstPalette: number
}

/** Makes page images; what is common to a version and a language is drawn once and kept. */
export function createPageImager(
  typeset: Typesetter = createTypesetter(),
): (page: PageImageInput) => Uint8Array {
  const backgrounds = new LeastRecentlyUsed<Background>(keptBackgrounds)
  return page => {
    const { holder, awarded, validUntil, checkLink, ...common } = page
    const background = backgrounds.getOrMake(keyOf(common), () => drawBackground(typeset, common))
    const { language, labels } = common
    const text = typeset(holderSource, { language, labels, holder, awarded, validUntil, checkLink })
    const rgb = layOver(background.pixels, drawSvg(inUnits(text), pageSize.width))
    const { png } = encodeWithin(rgb, pageImageLimit, background.firstPalette)
    return png
  }
}

type Common = Omit<PageImageInput, 'holder' | 'awarded' | 'validUntil' | 'checkLink'>

function keyOf(common: Common): string {
  return createHash('sha256').update(JSON.stringify(common)).digest('base64')
}

function drawBackground(typeset: Typesetter, common: Common): Background {
  const svg = composeBackground(common.seed, common.outcomes, typeset(backgroundSource, common))
  const pixels = drawSvg(svg, pageSize.width)
  const { palette } = encodeWithin(opaque(pixels), pageImageLimit)
  return { pixels, firstPalette: palette }
}

/** The finest palette, from `first` on, in which the picture stays within the limit. */
export function encodeWithin(
  rgb: Uint8Array,
  limit: number,
  first = 0,
): { readonly png: Uint8Array; readonly palette: number } {
  for (const [i, palette] of palettes.slice(first).entries()) {
    const png = encodePalettePng(pageSize.width, pageSize.height, indexPixels(rgb, palette), palette)
    if (png.length <= limit) return { png, palette: first + i }
  }
  throw new AppError('rendering.too_large', { params: { limit } })
}
