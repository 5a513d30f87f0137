import type { PageImageInput } from './page-image-input.ts'
import { createPageImager } from './page-imager.ts'
import { drawQr, type QrDrawing } from './qr-drawing.ts'

/** What turns facts into pictures. */
export interface Rendering {
  /**
   * A PNG of 420 × 594 pixels (A4) and at most 15 kB.
   * @throws AppError `rendering.too_large` when the page doesn't fit in 15 kB in the coarsest palette either.
   */
  pageImage(page: PageImageInput): Promise<Uint8Array>
  /** A QR code with its quiet zone, to be drawn dark on white. */
  qr(text: string): QrDrawing
}

/** Loads the fonts once; keep the result for the life of the process. */
export function createRendering(): Rendering {
  const imager = createPageImager()
  return {
    pageImage: async page => imager(page),
    qr: drawQr,
  }
}
