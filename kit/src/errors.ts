/** Codes of errors that the kit throws. Findings about a credential are not errors: see `report/`. */
export type KitErrorCode =
  | 'json.syntax'
  | 'json.duplicate_key'
  | 'json.forbidden_key'
  | 'json.too_deep'
  | 'json.encoding'
  | 'json.number_range'
  | 'input.too_large'
  | 'ld.context_not_allowed'
  | 'ld.context_order'
  | 'ld.data_loss'
  | 'ld.malformed'
  | 'ld.not_compact'
  | 'ld.protected_term'
  | 'ld.relative_iri'
  | 'ld.too_complex'
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
  | 'upload.malformed'
  | 'upload.too_large'
  | 'upload.ambiguous'
  | 'upload.archive_limits'
  | 'upload.encrypted'
  | 'upload.unsupported'

/** An error in the caller's input or use. `code` is stable, `message` is for developers. */
export class KitError extends Error {
  readonly code: KitErrorCode
  /** What fills the code's message for users. */
  readonly params?: Readonly<Record<string, string>>
  constructor(
    code: KitErrorCode,
    message: string,
    options: { cause?: unknown; params?: Readonly<Record<string, string>> } = {},
  ) {
    super(message, options)
    this.name = 'KitError'
    this.code = code
    if (options.params) this.params = options.params
  }
}
