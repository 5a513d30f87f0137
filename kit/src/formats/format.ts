import type { ContextRegistry } from '../canonical/index.ts'
import type { Award, CredentialView } from '../elm/index.ts'
import type { JsonObject } from '../json/index.ts'
import type { FetchDidDocument, SetKey, Signer } from '../keys/index.ts'
import type { Failure, JwtSigner, Outcome } from '../proofs/index.ts'
import type { HolderBond, Report } from '../report/index.ts'
import type { StatusPointer } from '../status/index.ts'
import type { FormatInput } from './format-input.ts'

/** What the bytes are called in a report; `unknown` also for what is too old for us. */
export type FormatName = Exclude<Report['format'], 'receipt'>

/** Gets what stands at an https address. It never throws, follows the caller's rules of fetching, and caches. */
export type FetchDocument = FetchDidDocument

/** The verifier's own words that a proof of possession must repeat (RFC 9901 §7.3, VCDM 2.0 §4.13). */
export interface PresentationRequest {
  readonly audience?: string
  readonly nonce?: string
  /** `required`: a credential without a proof of possession is not enough. */
  readonly keyBinding: 'required' | 'optional'
}

/** What reading needs from outside. */
export interface ReadQuestion {
  readonly at: Date
  readonly fetchDidDocument: FetchDocument
  /** Metadata of issuers, and what an issuer hosts itself. */
  readonly fetchJson: FetchDocument
  /** The keys that trusted lists give to a signer; `undefined` when no list does. */
  readonly findListedKeys: (signer: string) => readonly SetKey[] | undefined
  /** Whether a trusted list gives that key to a signer under another name than the key's own. */
  readonly isListedKey: (key: SealKey, signer: string) => boolean
  readonly presentation?: PresentationRequest
  /** The pinned contexts, unless told. */
  readonly contexts?: ContextRegistry
}

/** Whose seal it is, by what only the sealer can have: a certificate's key, or a key of its own. */
export type SealSigner = JwtSigner
export type SealKey = Extract<SealSigner, { kind: 'key' }>['key']

/** What a seal proves, whatever its format. */
export interface SealReading {
  /** The first thing wrong with the seal, or that it holds. */
  readonly outcome: Outcome
  /** The issuer's own, where one of several is; absent when nobody's was found. */
  readonly signer?: SealSigner
  /** Who else has sealed it. */
  readonly cosigners?: readonly SealSigner[]
  /**
   * Whether the key is that of the issuer that the content names. Absent for a certificate: what it says of its
   * owner is compared with the content.
   */
  readonly binding?: Outcome
  /** When it was sealed, as the sealer claims. */
  readonly claimedTime?: Date
  /** Whether a time stamp in the file is about other bytes than these. */
  readonly hasForeignTimestamp?: boolean
}

/** Who the content says has issued it. */
export interface IssuerClaim {
  /** DID or address. */
  readonly id?: string
  /** As in 2.5.4.97 of a certificate. */
  readonly organizationIdentifier?: string
  /** Whether the format lets the certificate alone say who it is. */
  readonly mayBeUnnamed?: boolean
}

/** What ties a credential to a person, and what was proved of that. */
export interface HolderReading {
  readonly bonds: readonly HolderBond[]
  /** Names of the subjects that a key can be bound to (DIDs). */
  readonly subjects: readonly string[]
  /** Whether whoever shows it has proved to hold the key that it is bound to. */
  readonly possession: 'proven' | 'unasked' | 'absent' | Failure
}

/** A credential taken apart. Without a seal that holds, nothing in `content` is anybody's word. */
export interface ParsedCredential {
  readonly format: FormatName
  /** Why it can't be read as a whole. */
  readonly defect?: Failure
  /** Absent when it has none. */
  readonly seal?: SealReading
  /** Absent when the seal is broken: then nobody says anything. */
  readonly content?: ParsedContent
  /** Of a presentation: the credentials in it, each for itself, and who presents them. */
  readonly presented?: { readonly credentials: readonly Uint8Array[]; readonly holder?: string }
}

export interface ParsedContent {
  readonly document: JsonObject
  readonly view: CredentialView
  readonly issuer: IssuerClaim
  readonly holder: HolderReading
  /** Times as they are written: start and end of validity, and others that must be times. */
  readonly times: Readonly<Record<string, string>>
  readonly statuses: readonly StatusPointer[]
  /** Parts that break the rules of the format, by path. */
  readonly findings: readonly string[]
  /** Words in it that no vocabulary of ours defines. */
  readonly unknownContexts?: readonly string[]
}

/** Reads one kind of credential, whoever has written it. */
export interface CredentialReader {
  /** A cheap look; `undefined` when it is something else. What it promises, `parse` may name more closely. */
  detect(input: FormatInput): FormatName | undefined
  /** Reads what `detect` knows. Never throws for a bad credential. */
  parse(input: FormatInput, question: ReadQuestion): Promise<ParsedCredential>
}

/** One way to seal an award. */
export interface CredentialFormat<Input, Document> {
  readonly id: 'edc'
  readonly mediaType: string
  /** With its dot. */
  readonly extension: string
  /** The award in the words of the format. @throws KitError `elm.incomplete` */
  build(award: Award, input: Input): Document
  /** @throws KitError `input.too_large` when the receivers of the format would refuse the file */
  seal(document: Document, signer: Signer, options: { readonly signingTime: Date }): Promise<Uint8Array>
  /** Reads what `seal` has made. */
  parse(bytes: Uint8Array): ParsedCredential
}
