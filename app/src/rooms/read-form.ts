import type { z } from 'zod'
import type { FieldProblem } from '../errors.ts'
import type { FormInput } from './route.ts'

export type FormResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] }

/**
 * Reads a posted form by a schema. A name with dots is a path (`parts.sv.activity`); a field that the schema
 * wants as a list gets all its values; a blank field counts as left out. `given` adds what doesn't come from
 * the form, such as an id in the path, and wins over it.
 */
export function readForm<T>(
  schema: z.ZodType<T>,
  form: Pick<FormInput, 'values' | 'lists'>,
  given: Readonly<Record<string, unknown>> = {},
): FormResult<T> {
  const value: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(form.values)) {
    if (name === 'form_token') continue
    const path = name.split('.')
    if (path.length > 6 || path.some(part => part in Object.prototype)) continue
    const list = isList(schema, path)
    if (list)
      put(
        value,
        path,
        (form.lists[name] ?? []).filter(item => item.trim() !== ''),
      )
    else if (text.trim() !== '') put(value, path, text)
  }
  const candidate = { ...value, ...given }
  const result = schema.safeParse(candidate)
  if (result.success) return { ok: true, value: result.data }
  return { ok: false, problems: fieldProblems(result.error, candidate) }
}

/** What a schema found wrong, as message keys at fields: one per field, the first. */
export function fieldProblems(error: z.ZodError, input: unknown): FieldProblem[] {
  const problems = new Map<string, FieldProblem>()
  for (const issue of error.issues) {
    const paths =
      issue.code === 'unrecognized_keys' ? issue.keys.map(key => [...issue.path, key]) : [issue.path]
    for (const path of paths) {
      const field = path.map(String).join('.')
      if (!problems.has(field)) problems.set(field, { field, ...messageOf(issue, valueAt(input, path)) })
    }
  }
  return [...problems.values()]
}

type Message = Pick<FieldProblem, 'key' | 'params'>

/** A schema's own message that looks like a key is used as it is. */
function messageOf(issue: z.core.$ZodIssue, value: unknown): Message {
  if (/^[a-z_]+(\.[a-z0-9_-]+)+$/.test(issue.message)) return { key: issue.message }
  if (value === undefined || value === '') return { key: 'form.problem.required' }
  switch (issue.code) {
    case 'invalid_type':
      return { key: numeric.has(issue.expected) ? 'form.problem.number' : 'form.problem.malformed' }
    case 'too_small':
      if (issue.origin === 'array' || issue.origin === 'set') return { key: 'form.problem.choose' }
      return { key: issue.origin === 'string' ? 'form.problem.required' : 'form.problem.number' }
    case 'too_big':
      if (issue.origin === 'string')
        return { key: 'form.problem.too_long', params: { max: Number(issue.maximum) } }
      return {
        key:
          issue.origin === 'number' || issue.origin === 'int'
            ? 'form.problem.number'
            : 'form.problem.malformed',
      }
    case 'invalid_format':
      return { key: formatKeys[issue.format] ?? 'form.problem.malformed' }
    case 'invalid_value':
    case 'invalid_union':
      return { key: 'form.problem.choose' }
    default:
      return { key: 'form.problem.malformed' }
  }
}

const numeric: ReadonlySet<string> = new Set(['number', 'int', 'nan'])
const formatKeys: Readonly<Record<string, string>> = {
  date: 'form.problem.date',
  datetime: 'form.problem.date',
  url: 'form.problem.url',
  email: 'form.problem.email',
  uuid: 'form.problem.unknown_value',
}

function put(target: Record<string, unknown>, path: readonly string[], value: unknown): void {
  let at = target
  for (const part of path.slice(0, -1)) {
    const next = at[part]
    const inner = typeof next === 'object' && next !== null && !Array.isArray(next) ? next : {}
    at[part] = inner
    at = inner as Record<string, unknown>
  }
  at[path.at(-1)!] = value
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, part) => (at as Record<PropertyKey, unknown> | undefined | null)?.[part],
    input,
  )
}

/** Whether the schema wants a list at this path. */
function isList(schema: z.core.$ZodType, path: readonly string[]): boolean {
  const at = path.reduce<z.core.$ZodType | undefined>((current, part) => {
    const inner = current && unwrap(current)
    return inner?._zod.def.type === 'object' ? (inner as z.ZodObject).shape[part] : undefined
  }, schema)
  const type = at && unwrap(at)._zod.def.type
  return type === 'array' || type === 'set'
}

/** The schema inside `.optional()`, `.default()`, `.transform()` and the like. */
function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  const def = schema._zod.def as { type: string; innerType?: z.core.$ZodType; in?: z.core.$ZodType }
  if (def.type === 'pipe' && def.in) return unwrap(def.in)
  return def.innerType ? unwrap(def.innerType) : schema
}
