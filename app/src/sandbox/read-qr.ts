import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { pixelsOf } from './picture-size.ts'

/** A phone's picture. A larger one would need more memory than a visitor may use. */
export const mostPixels = 16_000_000

/** Loads the reader, so that the time of a task is the task's own. */
export async function prepareQrReader(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
  const { buffer, byteOffset, byteLength } = readFileSync(file)
  const wasmBinary = (buffer as ArrayBuffer).slice(byteOffset, byteOffset + byteLength)
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true })
}

/** The text of the one QR code in a picture (PNG or JPEG), or the code of why there is none to go by. */
export async function readQr(picture: Uint8Array): Promise<{ text: string } | { problem: string }> {
  const pixels = pixelsOf(picture)
  if (pixels === undefined) return { problem: 'upload.malformed' }
  if (pixels > mostPixels) return { problem: 'upload.too_large' }
  const found = await readBarcodes(picture, { formats: ['QRCode'], tryHarder: true, maxNumberOfSymbols: 8 })
  const texts = [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))]
  if (texts.length > 1) return { problem: 'upload.ambiguous' }
  const [text] = texts
  return text === undefined || text === '' ? { problem: 'upload.no_credential' } : { text }
}
