import { Resvg } from '@resvg/resvg-js'

/** RGBA with premultiplied alpha, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

/** Draws an SVG without fonts, files or network: letters must be outlines already. */
export function drawSvg(svg: string, width: number): Pixels {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: width },
    font: { loadSystemFonts: false },
  }).render()
  return { width: image.width, height: image.height, rgba: image.pixels }
}

/** `top` laid over an opaque `bottom` of the same size, as RGB. */
export function layOver(bottom: Pixels, top: Pixels): Uint8Array {
  const rgb = new Uint8Array(bottom.width * bottom.height * 3)
  for (let i = 0; i < bottom.width * bottom.height; i++) {
    const uncovered = 255 - top.rgba[i * 4 + 3]!
    for (let part = 0; part < 3; part++) {
      rgb[i * 3 + part] = top.rgba[i * 4 + part]! + Math.round((bottom.rgba[i * 4 + part]! * uncovered) / 255)
    }
  }
  return rgb
}

/** The colours of an opaque picture, as RGB. */
export function opaque(pixels: Pixels): Uint8Array {
  return pixels.rgba.filter((_, i) => i % 4 !== 3)
}
