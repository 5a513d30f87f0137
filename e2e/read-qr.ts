import type { Locator } from '@playwright/test'
import jsqr from 'jsqr'
import { readPng } from './read-png.ts'

// The package is CommonJS with a default inside its default, under some loaders.
const decode = ((jsqr as { default?: unknown }).default ?? jsqr) as (
  pixels: Uint8ClampedArray,
  width: number,
  height: number,
) => { data: string } | null

/** What a phone's camera reads from a QR code on the page. */
export async function readQr(code: Locator): Promise<string | undefined> {
  const { width, height, pixels } = readPng(await code.screenshot())
  return decode(pixels, width, height)?.data
}
