/** Codes of errors that the kit throws. Findings about a credential are not errors: see `report/`. */
export type KitErrorCode =
  | 'json.syntax'
  | 'json.duplicate_key'
  | 'json.forbidden_key'
  | 'json.too_deep'
  | 'json.encoding'
  | 'json.number_range'
  | 'input.too_large'
  | 'cert.malformed'
  | 'key.mismatch'
  | 'key.unsupported'
  | 'sig.serialization'
  | 'sig.bad_base64url'
  | 'status.malformed'
  | 'status.index_range'
  | 'status.too_large'
  | 'status.too_short'
  | 'elm.incomplete'
  | 'image.too_large'

/** An error in the caller's input or use. `code` is stable, `message` is for developers. */
export class KitError extends Error {
  readonly code: KitErrorCode
  constructor(code: KitErrorCode, message: string, options?: { cause?: unknown }) {
    super(message, options)
    this.name = 'KitError'
    this.code = code
  }
}
