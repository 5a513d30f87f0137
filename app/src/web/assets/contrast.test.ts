import { describe, expect, it } from 'vitest'
import { assets } from './assets.ts'

const sheet = Buffer.from(assets.find(asset => asset.name === 'meritum.css')!.bytes).toString()

type Tokens = Map<string, string>

/** The tokens of a scheme: what `:root` says, then what its own blocks say over it. */
function tokensOf(scheme: 'light' | 'dark'): Tokens {
  const theme = new RegExp(`\\[data-color-scheme="${scheme}"\\]\\s*\\{([^}]*)\\}`).exec(sheet)![1]!
  const own = /@layer meritum\{[^{]*\{([^}]*)\}/.exec(sheet)![1]!
  const ownDark =
    /@media screen and \(prefers-color-scheme: dark\) \{\s*:root,\s*\[data-color-scheme\] \{([^}]*--m-[^}]*)\}/.exec(
      sheet,
    )![1]!
  const blocks = scheme === 'dark' ? [theme, own, ownDark] : [theme, own]
  return new Map(
    blocks.flatMap(block =>
      [...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(match => [match[1]!, match[2]!] as const),
    ),
  )
}

function colourOf(tokens: Tokens, name: string): string {
  const value = tokens.get(name)
  if (value === undefined) throw new Error(`${name} is not defined`)
  const reference = /^var\((--[\w-]+)\)$/.exec(value.trim())
  return reference ? colourOf(tokens, reference[1]!) : value.trim()
}

/** WCAG 2.2, relative luminance. */
function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/gi, '$&$&') : hex
  const [r, g, b] = [1, 3, 5].map(at => {
    const share = Number.parseInt(full.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const severities = ['success', 'warning', 'danger', 'info'] as const

/** Text on what it stands on: at least 4.5 (WCAG 2.2, 1.4.3). */
const texts: readonly (readonly [text: string, ground: string])[] = [
  ['--m-text', '--m-page'],
  ['--m-text', '--m-tint'],
  ['--m-text', '--m-raised'],
  ['--m-quiet', '--m-page'],
  ['--m-quiet', '--m-tint'],
  ['--m-quiet', '--m-raised'],
  ['--m-link', '--m-page'],
  ['--m-link', '--m-tint'],
  ['--m-link', '--ds-color-accent-surface-tinted'],
  ['--m-on-field', '--m-field'],
  ['--m-on-field-quiet', '--m-field'],
  ['--ds-color-accent-base-contrast-default', '--ds-color-accent-base-default'],
  ['--ds-color-is-text-subtle', '--m-tint'],
  ['--ds-color-ljung-text-subtle', '--m-tint'],
  ...severities.flatMap(
    name =>
      [
        [`--ds-color-${name}-text-subtle`, '--m-page'],
        [`--ds-color-${name}-text-subtle`, `--ds-color-${name}-background-tinted`],
        [`--ds-color-${name}-text-default`, `--ds-color-${name}-surface-tinted`],
        ['--m-quiet', `--ds-color-${name}-background-tinted`],
      ] as const,
  ),
]

/** Shapes and edges that carry meaning: at least 3 (WCAG 2.2, 1.4.11). */
const shapes: readonly (readonly [shape: string, ground: string])[] = [
  ['--ds-color-neutral-border-default', '--m-page'],
  ['--ds-color-neutral-border-default', '--m-raised'],
  ['--m-ring-knowledge', '--m-page'],
  ['--m-ring-skill', '--m-page'],
  ['--m-ring-responsibility', '--m-page'],
  ['--ds-color-success-border-default', '--m-page'],
  ['--ds-color-warning-border-default', '--m-page'],
]

describe.each(['light', 'dark'] as const)('%s colours', scheme => {
  const tokens = tokensOf(scheme)
  const ratio = ([front, ground]: readonly [string, string]) =>
    contrast(colourOf(tokens, front), colourOf(tokens, ground))

  it.each(texts)('%s can be read on %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(4.5)
  })

  it.each(shapes)('%s can be seen on %s', (...pair) => {
    expect(ratio(pair)).toBeGreaterThanOrEqual(3)
  })
})
