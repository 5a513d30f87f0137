import type { RingCategory } from '@meritum/kit/mark'

export interface PageOutcome {
  readonly category: RingCategory
  /** The whole sentence. */
  readonly sentence: string
}

/** The page's fixed words, in the page's language. */
export interface PageImageLabels {
  /** Stands above the holder's name: "Mikromerit, tilldelad". */
  readonly awardedTo: string
  readonly categories: Readonly<Record<RingCategory, string>>
  /** Stands in the place of outcomes that don't fit: "Fler läranderesultat finns i filen." */
  readonly moreOutcomes: string
  readonly issuedBy: string
  readonly designedBy: string
  /** "Datum och plats" */
  readonly awarded: string
  /** "Gäller till och med" */
  readonly validUntil: string
  /** "Kontrollera att det är äkta och gäller i dag:" */
  readonly check: string
  /** What this picture is and isn't: "Det här är en bild. Stämpeln finns i filen." */
  readonly notice: string
}

/**
 * The page that the ELM's `displayParameter` asks for, in one language. Everything is text as it shall be
 * read, dates included; nothing is markup.
 */
export interface PageImageInput {
  /** BCP 47 tag; decides where words are divided. */
  readonly language: string
  /** Decides the shape of the mark: the version's id. */
  readonly seed: string
  readonly title: string
  readonly outcomes: readonly PageOutcome[]
  readonly issuedBy: string
  readonly designedBy: string
  /** Up to two more facts that are the same for all holders, such as workload and level. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  readonly labels: PageImageLabels
  readonly holder: {
    readonly name: string
    /** The whole line: "Född 3 maj 1994". */
    readonly birth: string
  }
  /** "14 mars 2026, Skellefteå" */
  readonly awarded: string
  /** "14 mars 2029", or "Utan slutdatum". */
  readonly validUntil: string
  /** The check link as it is read and typed: "meritum.example/m/7KQ4-M2XP-9TRD". */
  readonly checkLink: string
}
