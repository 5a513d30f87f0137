import type { FormInput } from '../../route.ts'

interface Branch {
  [key: string]: unknown
}

/**
 * Rebuilds what a form's dotted names mean: `title.sv` → `{ title: { sv: … } }`, `awardingBodies.0.country` →
 * a list. Blank fields are left out, so that the schema sees them as missing. Only names that begin with one
 * of `keys` are read; `lists` are names that may be posted many times, `numbers` are read as numbers.
 */
export function readFields(
  form: FormInput,
  shape: {
    readonly keys: readonly string[]
    readonly lists?: readonly string[]
    readonly numbers?: readonly string[]
  },
): Record<string, unknown> {
  const root: Branch = {}
  const lists = shape.lists ?? []
  for (const [name, value] of Object.entries(form.values)) {
    if (lists.includes(name) || value.trim() === '') continue
    put(root, name, shape, shape.numbers?.includes(name) ? readNumber(value) : value)
  }
  for (const name of lists)
    put(
      root,
      name,
      shape,
      [...(form.lists[name] ?? [])].filter(value => value !== ''),
    )
  return withLists(root) as Record<string, unknown>
}

function put(root: Branch, name: string, shape: { readonly keys: readonly string[] }, value: unknown): void {
  const path = name.split('.')
  if (!shape.keys.includes(path[0]!) || path.length > 6 || path.some(step => !/^\w{1,40}$/.test(step))) return
  let branch = root
  for (const step of path.slice(0, -1)) {
    if (!Object.hasOwn(branch, step)) branch[step] = Object.create(null)
    const next = branch[step]
    if (typeof next !== 'object' || next === null || Array.isArray(next)) return
    branch = next as Branch
  }
  branch[path.at(-1)!] = value
}

/** Objects whose keys are all numbers become lists, in the order of the numbers. */
function withLists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withLists(inner)] as const)
  if (entries.length > 0 && entries.every(([key]) => /^\d+$/.test(key))) {
    return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, inner]) => inner)
  }
  return Object.fromEntries(entries)
}

/** A number as people write it: decimal comma or point, blanks between thousands. Anything else stays text. */
export function readNumber(value: string): number | string {
  const plain = value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.')
  return /^-?\d{1,12}(?:\.\d{1,6})?$/.test(plain) ? Number(plain) : value
}
