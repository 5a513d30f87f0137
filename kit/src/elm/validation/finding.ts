/** Codes of what can be wrong with a credential's content. */
export type FindingCode =
  /** Not a JSON object. */
  | 'elm.not_an_object'
  /** `@context` isn't exactly that of an EDC: the words would mean something else. */
  | 'elm.context'
  /** Not exactly one `EuropeanDigitalCredential`. */
  | 'elm.not_one_credential'
  /** A text, id or class that isn't one, which JSON-LD refuses or leaves out. */
  | 'elm.unreadable_value'
  | 'elm.min_count'
  | 'elm.max_count'
  /** A node of another class than the property takes, or text where a node belongs. */
  | 'elm.class'
  /** Text, date, number or duration that isn't written as one. */
  | 'elm.datatype'
  | 'elm.two_texts_in_one_language'
  /** A concept of another vocabulary than the property demands. */
  | 'elm.vocabulary'
  /** A concept that its vocabulary doesn't have. */
  | 'elm.unknown_concept'
  | 'elm.issuer_without_legal_identifier'
  | 'elm.claim_without_type'
  | 'elm.person_without_name'
  | 'elm.ends_before_start'

/** One thing that is wrong with a credential's content, and where. */
export interface Finding {
  readonly code: FindingCode
  /** Properties from the root (`credentialSubject.hasClaim.title`); lists are numbered. */
  readonly path: string
  readonly params: Readonly<Record<string, string | number>>
}
