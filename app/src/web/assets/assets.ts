import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { styleSheet } from './style-sheet.ts'
import { ownFile, packageFile } from './where.ts'

/** A file that pages link to. Its address holds a hash of its content, so that browsers may keep it for ever. */
export interface Asset {
  readonly name: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Path under the base address: `/assets/meritum.3f2a91c4.css`. */
  readonly url: string
}

const fontFolder = '@fontsource-variable/schibsted-grotesk/files'

function makeAsset(name: string, mediaType: string, bytes: Uint8Array): Asset {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { name, mediaType, bytes, url: `/assets/${name.replace(/\.(\w+)$/, `.${hash}.$1`)}` }
}

const fonts = ['latin', 'latin-ext'].map(part =>
  makeAsset(
    `schibsted-grotesk-${part}.woff2`,
    'font/woff2',
    readFileSync(packageFile(`${fontFolder}/schibsted-grotesk-${part}-wght-normal.woff2`)),
  ),
)

/** The reader of QR codes: the same that the server uses (zxing-wasm, MIT). */
const wasmFile = packageFile('zxing-wasm/reader/zxing_reader.wasm')
const qrReader = [
  makeAsset(
    'qr-reader.js',
    'text/javascript; charset=utf-8',
    readFileSync(join(dirname(wasmFile), '../iife/reader/index.js')),
  ),
  makeAsset('qr-reader.wasm', 'application/wasm', readFileSync(wasmFile)),
]

/** Every file that pages link to: font, sign, style sheet, and the camera's script with its reader. */
export const assets: readonly Asset[] = [
  ...fonts,
  makeAsset('icon.svg', 'image/svg+xml', readFileSync(ownFile('icon.svg'))),
  makeAsset('camera.js', 'text/javascript; charset=utf-8', readFileSync(ownFile('camera.js'))),
  ...qrReader,
  makeAsset('meritum.css', 'text/css; charset=utf-8', Buffer.from(styleSheet(fonts.map(font => font.url)))),
]

/** The font file that holds nearly every letter of our languages. */
export const fontToPreload = 'schibsted-grotesk-latin.woff2'

/** The address of a file by its own name. */
export function assetUrl(name: string): string {
  const asset = assets.find(candidate => candidate.name === name)
  if (!asset) throw new Error(`There is no asset named ${name}`)
  return asset.url
}

/** The file at an address, for the server. */
export function findAsset(path: string): Asset | undefined {
  return assets.find(asset => asset.url === path)
}
