import type { PageImageInput } from './page-image-input.ts'
import { createPageImager } from './page-imager.ts'
import { drawQr, type QrDrawing } from './qr-drawing.ts'
import { makeRecognitionSheet } from './recognition-sheet.ts'
import type { RecognitionSheetInput } from './recognition-sheet-input.ts'
import { createPdfTypesetter } from './typesetter.ts'

/** What turns facts into pictures. */
export interface Rendering {
  /**
   * A PNG of 420 × 594 pixels (A4) and at most 15 kB.
   * @throws AppError `rendering.too_large` when the page doesn't fit in 15 kB in the coarsest palette either.
   */
  pageImage(page: PageImageInput): Promise<Uint8Array>
  /** One page A4 as PDF/A: what a credential says, element by element, with the source of each. */
  recognitionSheet(sheet: RecognitionSheetInput): Promise<Uint8Array>
  /** A QR code with its quiet zone, to be drawn dark on white. */
  qr(text: string): QrDrawing
}

/** Loads the fonts once; keep the result for the life of the process. */
export function createRendering(): Rendering {
  const imager = createPageImager()
  const typesetPdf = createPdfTypesetter()
  return {
    pageImage: async page => imager(page),
    recognitionSheet: async sheet => makeRecognitionSheet(typesetPdf, sheet),
    qr: drawQr,
  }
}
