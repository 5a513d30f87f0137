/**
 * What the recognition sheet says, in one language. Everything is text as it shall be read, dates included;
 * nothing is markup.
 */
export interface RecognitionSheetInput {
  readonly language: string
  /** "Underlag för erkännande" */
  readonly heading: string
  /** The micro-credential's own title. */
  readonly title: string
  readonly verdict: {
    readonly tone: SheetTone
    readonly word: string
    readonly time: string
    readonly text: string
  }
  /** Who holds it, who issued it, how that is known. */
  readonly facts: readonly { readonly label: string; readonly value: string; readonly note?: string }[]
  readonly columns: { readonly element: string; readonly value: string; readonly source: string }
  /** The elements of Annex I: the mandatory ones, then the optional ones. */
  readonly elements: readonly SheetElement[]
  /** Stands between the two. */
  readonly optionalHeading: string
  /** Said when a text had to be cut. */
  readonly cutNote: string
  readonly notes: readonly string[]
  /** The address at which it can be checked again, as link and QR code. */
  readonly check?: {
    readonly label: string
    readonly url: string
    readonly shown: string
    readonly qrAlt: string
  }
  /** Moment of the check. */
  readonly created: Date
}

export interface SheetElement {
  readonly label: string
  /** Empty where it isn't stated; a new line where a new text begins. */
  readonly value: string
  readonly source: string
}

export type SheetTone = 'good' | 'time' | 'bad' | 'unclear'
