/** The objects of PDF (ISO 32000-2 §7.3). Names, strings and references are told apart by their class. */
export type PdfValue =
  | null
  | boolean
  | number
  | PdfName
  | PdfString
  | PdfReference
  | PdfStream
  | PdfDictionary
  | readonly PdfValue[]
export type PdfDictionary = ReadonlyMap<string, PdfValue>

export class PdfName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

/** Bytes, one per UTF-16 unit. */
export class PdfString {
  readonly latin1: string
  constructor(latin1: string) {
    this.latin1 = latin1
  }
}

export class PdfReference {
  readonly number: number
  constructor(number: number) {
    this.number = number
  }
}

export class PdfStream {
  readonly dictionary: PdfDictionary
  /** Where its bytes begin in the file. */
  readonly start: number
  constructor(dictionary: PdfDictionary, start: number) {
    this.dictionary = dictionary
    this.start = start
  }
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof Map
}

export function isName(value: PdfValue | undefined, name: string): boolean {
  return value instanceof PdfName && value.name === name
}
