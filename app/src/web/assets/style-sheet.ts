import { readFileSync } from 'node:fs'
import { ownFile, packageFile } from './where.ts'

/** The parts of Designsystemet that our components build on. */
const systemParts = ['button', 'input', 'tag'] as const

/** Our own sheets in the order in which they count. */
const ownSheets = [
  'base',
  'layout',
  'controls',
  'components',
  'credentials',
  'studio',
  'rooms',
  'verifying',
  'print',
] as const

const unicodeRanges = [
  'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
]

/** The one style sheet: theme, Designsystemet's parts and our own, each in its layer so that ours always win. */
export function styleSheet(fontUrls: readonly string[]): string {
  const system = (part: string) => readFileSync(packageFile(`@digdir/designsystemet-css/${part}.css`), 'utf8')
  const own = (sheet: string) => readFileSync(ownFile(`${sheet}.css`), 'utf8')
  const sheet = [
    '@layer ds.theme, ds.base, ds.components, meritum;',
    ...fontUrls.map((url, i) => fontFace(url, unicodeRanges[i]!)),
    own('theme').replace(/^@charset[^;]*;/, ''),
    `@layer ds.base{${system('base')}}`,
    `@layer ds.components{${systemParts.map(system).join('')}}`,
    `@layer meritum{${ownSheets.map(own).join('')}}`,
  ].join('\n')
  return printLight(sheet)
}

/** Paper is white, whatever the reader prefers on a screen. */
function printLight(sheet: string): string {
  return sheet
    .replaceAll('@media (prefers-color-scheme: light)', '@media print, (prefers-color-scheme: light)')
    .replaceAll('@media (prefers-color-scheme: dark)', '@media screen and (prefers-color-scheme: dark)')
}

function fontFace(url: string, range: string): string {
  return `@font-face{font-family:"Schibsted Grotesk";font-style:normal;font-display:swap;font-weight:400 900;src:url(${url}) format("woff2");unicode-range:${range}}`
}
