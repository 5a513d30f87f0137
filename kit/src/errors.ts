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
  | 'proof.chain_broken'
  | 'proof.malformed'
  | 'proof.too_many'
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
  | 'key.private_material'
  | 'list.altered'
  | 'list.malformed'
  | 'list.signature'
  | 'list.signer'
  | 'list.superseded'
  | 'list.unsigned'
  | 'xml.forbidden'
  | 'xml.syntax'
  | 'xml.too_deep'
  | 'sig.expected_jws'
  | 'sig.b64_not_allowed'
  | 'jwt.wrong_type'
  | 'key.malformed'
  | 'key.weak'
  | 'sig.alg_key_mismatch'
  | 'key.wrong_use'
  | 'sd.malformed'
  | 'sd.reserved_name'
  | 'sd.hash_not_allowed'
  | 'sd.digest_mismatch'
  | 'sd.unreferenced'
  | 'sd.duplicate_digest'
  | 'sd.claim_collision'
  | 'sd.required_claim_hidden'
  | 'sd.too_many'
  | 'sd.no_such_claim'
  | 'sd.weak_salt'
  | 'kb.missing'
  | 'kb.malformed'
  | 'kb.no_key'
  | 'kb.typ'
  | 'kb.sig'
  | 'kb.iat'
  | 'kb.aud'
  | 'kb.nonce'
  | 'kb.sd_hash'
  | 'vct.integrity'
  | 'vct.malformed'
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
