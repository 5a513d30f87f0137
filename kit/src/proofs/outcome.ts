/** What one part of a proof's verification found. `code` is stable (docs/codes.md). */
export type Outcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly code: string; readonly params?: Readonly<Record<string, string | number>> }

export const holds: Outcome = { ok: true }

export function fails(code: string, params?: Readonly<Record<string, string | number>>): Outcome {
  return params ? { ok: false, code, params } : { ok: false, code }
}
