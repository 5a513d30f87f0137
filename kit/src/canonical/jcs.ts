import { KitError } from '../errors.ts'
import type { JsonValue } from '../json/index.ts'

/**
 * JSON Canonicalization Scheme (RFC 8785): the one text that a JSON value has when it is signed.
 *
 * @throws KitError `json.number_range` for NaN and infinities, `json.encoding` for lone surrogates,
 * `json.too_deep` beyond 64 levels
 */
export function canonicalizeJson(value: JsonValue): string {
  return write(value, 0)
}

/** Deeper than strict JSON lets through; only values that were never text can get there. */
const maxDepth = 64

function write(value: JsonValue, depth: number): string {
  if (typeof value === 'string') return writeString(value)
  if (typeof value === 'number') return writeNumber(value)
  if (value === null || typeof value !== 'object') return String(value)
  if (depth === maxDepth) throw new KitError('json.too_deep', `More than ${maxDepth} levels`)
  if (Array.isArray(value)) return `[${value.map(item => write(item, depth + 1)).join(',')}]`
  let text = ''
  // §3.2.3: by UTF-16 code units, which is how `sort` compares strings.
  for (const key of Object.keys(value).sort()) {
    const item = value[key]
    if (item === undefined) continue
    text += `${text === '' ? '' : ','}${writeString(key)}:${write(item, depth + 1)}`
  }
  return `{${text}}`
}

// §3.2.2.2 is exactly ECMAScript's QuoteJSONString, but for lone surrogates, which it demands an error for.
function writeString(text: string): string {
  if (!text.isWellFormed()) throw new KitError('json.encoding', 'A lone surrogate is not text')
  return JSON.stringify(text)
}

// §3.2.2.3 is ECMAScript's Number::toString; −0 becomes 0.
function writeNumber(value: number): string {
  if (!Number.isFinite(value)) throw new KitError('json.number_range', 'Not a finite number')
  return String(value)
}
