/** `min..max` of a property. */
type Cardinality = `${0 | 1}..${1 | '*'}`

/**
 * What a property takes. Classes by name, several with ` | `; `Concept in x` demands a vocabulary of
 * {@link vocabularySchemes}; `explicit anyURI` only takes a typed value object; the rest are datatypes.
 */
export type PropertyShape = `${Cardinality} ${string}`
export type PropertyShapes = Readonly<Record<string, PropertyShape>>

/** Class → property → how many of what. */
export type ClassShapes = Readonly<Record<string, PropertyShapes>>

const snb = (list: string) => `http://data.europa.eu/snb/${list}/25831c2`
const authority = (list: string) => `http://publications.europa.eu/resource/authority/${list}`
const esco = (list: string) => `http://data.europa.eu/esco/concept-scheme/${list}`

/** The vocabularies that shapes demand (edc-generic-full). */
export const vocabularySchemes: Readonly<Record<string, string>> = {
  accreditation: snb('accreditation'),
  'isced-f': snb('isced-f'),
  eqf: snb('eqf'),
  qdr: snb('qdr'),
  'claim-type': snb('claim-type'),
  credential: snb('credential'),
  'evidence-type': snb('evidence-type'),
  'learning-setting': snb('learning-setting'),
  'entitlement-status': snb('entitlement-status'),
  'skill-type': snb('skill-type'),
  'skill-reuse-level': snb('skill-reuse-level'),
  verification: snb('verification'),
  'verification-status': snb('verification-status'),
  atu: authority('atu'),
  country: authority('country'),
  currency: authority('currency'),
  language: authority('language'),
  'esco-occupations': esco('occupations'),
  'esco-skills': esco('skills'),
}

/** A property's shape, taken apart. */
export interface PropertyRule {
  readonly min: number
  readonly max: number
  /** Classes, when it takes nodes. */
  readonly classes: readonly string[]
  /** Address of the vocabulary that its concepts have to be in. */
  readonly scheme?: string
  /** When it takes literals. */
  readonly datatype?: string
}

export function parsePropertyShape(shape: PropertyShape): PropertyRule {
  const [, min, max, range = ''] = /^(\d)\.\.(1|\*) (.+)$/.exec(shape) ?? []
  const counts = { min: Number(min), max: max === '1' ? 1 : Number.POSITIVE_INFINITY }
  if (!/^[A-Z]/.test(range)) return { ...counts, classes: [], datatype: range }
  const [classes = '', vocabulary] = range.split(' in ')
  const scheme = vocabulary === undefined ? undefined : vocabularySchemes[vocabulary]
  return { ...counts, classes: classes.split(' | '), ...(scheme !== undefined && { scheme }) }
}
