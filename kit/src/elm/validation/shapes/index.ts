import { agentShapes } from './agent-shapes.ts'
import { claimShapes } from './claim-shapes.ts'
import { credentialShapes } from './credential-shapes.ts'
import { type PropertyRule, parsePropertyShape } from './shape.ts'
import { specificationShapes } from './specification-shapes.ts'
import { valueShapes } from './value-shapes.ts'

/** Class → property → rule, for every class of the application profile. */
export const classRules: ReadonlyMap<string, ReadonlyMap<string, PropertyRule>> = new Map(
  Object.entries({
    ...credentialShapes,
    ...claimShapes,
    ...specificationShapes,
    ...agentShapes,
    ...valueShapes,
  }).map(([name, properties]) => [
    name,
    new Map(Object.entries(properties).map(([property, shape]) => [property, parsePropertyShape(shape)])),
  ]),
)

/** How JSON-LD reads a property's values (context `edc-ap`): the same whatever the class. */
export type Coercion = 'node' | 'text' | 'literal'

/** Terms of the context that no shape asks about, but whose nodes are read. */
const unshapedNodes = ['publisher', 'nationalID', 'resultDestribution', 'dateModified', 'descriptionHtml']

/** Terms that exist only on a `VerifiableCredential` (VCDM 1.1 context, type-scoped). */
export const credentialTerms: ReadonlySet<string> = new Set([
  'credentialSchema',
  'credentialStatus',
  'credentialSubject',
  'evidence',
  'expirationDate',
  'holder',
  'issued',
  'issuer',
  'issuanceDate',
  'termsOfUse',
  'validFrom',
  'validUntil',
])

export const coercions: ReadonlyMap<string, Coercion> = new Map<string, Coercion>([
  ...[...classRules.values()].flatMap(rules =>
    [...rules].map(([term, rule]): [string, Coercion] => [term, coercionOf(rule)]),
  ),
  ...unshapedNodes.map((term): [string, Coercion] => [term, 'node']),
])

function coercionOf({ datatype }: PropertyRule): Coercion {
  if (datatype === 'langString') return 'text'
  return datatype === undefined || datatype === 'iri' || datatype.startsWith('explicit ') ? 'node' : 'literal'
}
