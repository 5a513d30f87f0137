/**
 * What looking for a key found. `undecided` means that it could not be looked up now, which proves nothing.
 * `code` is stable (docs/codes.md).
 */
export interface KeyFailure {
  readonly ok: false
  readonly code: string
  readonly params?: Readonly<Record<string, string>>
  readonly undecided?: true
}

export function noKey(code: string, params?: Readonly<Record<string, string>>): KeyFailure {
  return params ? { ok: false, code, params } : { ok: false, code }
}

/** A key that can't be looked up now: nobody is shown to have lied. */
export function undecidedKey(code: string, params?: Readonly<Record<string, string>>): KeyFailure {
  return { ...noKey(code, params), undecided: true }
}
