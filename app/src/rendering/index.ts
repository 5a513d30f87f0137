export { createRendering, type Rendering } from './create-rendering.ts'
export type { PageImageInput, PageImageLabels, PageOutcome } from './page-image-input.ts'
export type { QrDrawing } from './qr-drawing.ts'
export type { RecognitionSheetInput, SheetElement, SheetTone } from './recognition-sheet-input.ts'
