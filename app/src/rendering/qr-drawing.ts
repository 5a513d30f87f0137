import qrcode from 'qrcode'

export interface QrDrawing {
  /** Side of the square in modules, quiet zone included: the SVG is `viewBox="0 0 size size"`. */
  readonly size: number
  /** SVG path data of the dark modules. Fill with black on a white square; draw with crisp edges. */
  readonly path: string
}

// ISO/IEC 18004 §9.1: four modules on every side.
const quietZone = 4

/** The QR code of a text, error correction M (15 %), as one path of horizontal runs. */
export function drawQr(text: string): QrDrawing {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' })
  let path = ''
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const start = column
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++
      path += `M${start + quietZone} ${row + quietZone}h${column - start + 1}v1h-${column - start + 1}z`
    }
  }
  return { size: modules.size + 2 * quietZone, path }
}
