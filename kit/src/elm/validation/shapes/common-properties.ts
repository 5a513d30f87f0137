import type { PropertyShapes } from './shape.ts'

/** What claims and specifications have in common. */
export const described: PropertyShapes = {
  identifier: '0..* Identifier | LegalIdentifier',
  title: '1..* langString',
  description: '0..* langString',
  additionalNote: '0..* Note',
  supplementaryDocument: '0..* WebResource',
}

/** What specifications have in common. */
export const specification: PropertyShapes = {
  ...described,
  homepage: '0..* WebResource',
  altLabel: '0..* langString',
  category: '0..* langString',
  status: '0..1 string',
}
