import type { Award, CredentialView } from '../elm/index.ts'
import type { JsonObject } from '../json/index.ts'
import type { Certificate, Signer } from '../keys/index.ts'
import type { Outcome } from '../proofs/index.ts'

/** What bytes look like before anything of them is believed. */
export type DetectedForm = 'sealed' | 'unsealed' | 'superseded'

/** What a seal proves, whatever its format. */
export interface SealReading {
  /** The first thing wrong with the seal, or that it holds. */
  readonly outcome: Outcome
  readonly signedBy?: Certificate
  /** Certificates in the file that may lead to a root. */
  readonly intermediates: readonly Certificate[]
  /** When it was sealed, as the sealer claims. */
  readonly claimedTime?: Date
  /** Whether a time stamp in the file is about other bytes than these. */
  readonly hasForeignTimestamp: boolean
}

/** Where a credential says that its status is published; `malformed` when it says so in no readable way. */
export type StatusEntry =
  | { readonly kind: 'entry'; readonly listUrl: string; readonly index: number }
  | { readonly kind: 'malformed' }

/** A credential taken apart. Without a seal that holds, nothing in `content` is anybody's word. */
export interface ParsedCredential {
  /** Absent when the form has none. */
  readonly seal?: SealReading
  /** Absent when the seal is broken: then nobody says anything. A code when it can't be read. */
  readonly content?: ParsedContent | { readonly code: string } | undefined
}

export interface ParsedContent {
  readonly document: JsonObject
  readonly view: CredentialView
  /** The identifier of the organisation that the content names as issuer (2.5.4.97 of its certificate). */
  readonly issuerIdentifier?: string
  /** Times as they are written: start and end of validity, and others that must be times. */
  readonly times: Readonly<Record<string, string>>
  readonly statusEntries: readonly StatusEntry[]
  /** Parts that break the rules of the format, by path. */
  readonly findings: readonly string[]
}

/** One way to seal an award. `build` and `seal` write it; `detect` and `parse` read anybody's. */
export interface CredentialFormat<Input, Document> {
  readonly id: 'edc'
  readonly mediaType: string
  /** With its dot. */
  readonly extension: string
  /** A cheap look at the bytes; `undefined` when they are something else. */
  detect(bytes: Uint8Array): DetectedForm | undefined
  /** The award in the words of the format. @throws KitError `elm.incomplete` */
  build(award: Award, input: Input): Document
  /** @throws KitError `input.too_large` when the receivers of the format would refuse the file */
  seal(document: Document, signer: Signer, options: { readonly signingTime: Date }): Promise<Uint8Array>
  /** Reads bytes that `detect` knows. @throws KitError `json.*`, `sig.*`, `input.too_large` */
  parse(bytes: Uint8Array): ParsedCredential
}
