import { drawQr } from './qr-drawing.ts'
import type { RecognitionSheetInput } from './recognition-sheet-input.ts'
import { recognitionSheetSource } from './recognition-sheet-template.ts'
import type { PdfTypesetter } from './typesetter.ts'

/** One page A4. */
export function makeRecognitionSheet(typeset: PdfTypesetter, input: RecognitionSheetInput): Uint8Array {
  const { created, check, facts, ...said } = input
  const data = {
    ...said,
    facts: facts.map(({ note = null, ...fact }) => ({ ...fact, note })),
    created: [created.getUTCFullYear(), created.getUTCMonth() + 1, created.getUTCDate()],
    check: check ? { ...check, svg: qrSvg(check.url) } : null,
  }
  return typeset(recognitionSheetSource, clean(data), created)
}

/** Controls and unseen characters have no place on paper, and could turn the order of letters round. */
function clean<T>(value: T): T {
  if (typeof value === 'string') return value.replace(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]/gu, ' ') as T
  if (Array.isArray(value)) return value.map(clean) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, clean(member)])) as T
}

function qrSvg(text: string): string {
  const { size, path } = drawQr(text)
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><rect width="${size}" height="${size}" fill="#fff"/><path d="${path}" fill="#000"/></svg>`
}
