import { momentOf } from './datatypes.ts'
import type { Finding } from './finding.ts'
import type { GraphNode, NodeGraph } from './node-graph.ts'

type Rule = (graph: NodeGraph, credential: GraphNode) => Finding[]

const nodesAt = (graph: NodeGraph, node: GraphNode, property: string): GraphNode[] =>
  (node.properties.get(property) ?? []).flatMap(value => {
    const found = 'node' in value ? graph.nodes.get(value.node) : undefined
    return found ? [found] : []
  })

const literalAt = (node: GraphNode, property: string): string | undefined => {
  const value = node.properties.get(property)?.[0]
  return value && 'lexical' in value ? value.lexical : undefined
}

// edc-generic-no-cv, IssuerNodeShape: one legal identifier, that of the seal's certificate.
const issuerHasLegalIdentifier: Rule = (graph, credential) =>
  nodesAt(graph, credential, 'issuer')
    .filter(issuer => {
      const identifiers = issuer.properties.get('eIDASIdentifier') ?? []
      const legal = nodesAt(graph, issuer, 'eIDASIdentifier').filter(node =>
        node.types.has('LegalIdentifier'),
      )
      return identifiers.length !== 1 || legal.length !== 1
    })
    .map(issuer => ({ code: 'elm.issuer_without_legal_identifier', path: issuer.path, params: {} }))

// edc-generic-no-cv, ClaimTypeNodeShape: a bare claim says of what kind it is.
const bareClaimHasType: Rule = graph =>
  [...graph.nodes.values()]
    .filter(node => node.types.has('Claim') && node.types.size === 1)
    .filter(claim => (claim.properties.get('dcType') ?? []).length === 0)
    .map(claim => ({ code: 'elm.claim_without_type', path: claim.path, params: {} }))

// Annex I element 1; the shapes ask for no name at all.
const personHasName: Rule = (graph, credential) =>
  nodesAt(graph, credential, 'credentialSubject')
    .filter(subject => subject.types.has('Person'))
    .filter(person => {
      const has = (name: string) => (literalAt(person, name) ?? '').trim() !== ''
      return !(has('fullName') || (has('givenName') && has('familyName')))
    })
    .map(person => ({ code: 'elm.person_without_name', path: person.path, params: {} }))

const startsBeforeItEnds: Rule = (_graph, credential) => {
  const start = momentOf(literalAt(credential, 'validFrom') ?? '')
  return ['validUntil', 'expirationDate'].flatMap((property): Finding[] => {
    const end = momentOf(literalAt(credential, property) ?? '')
    if (start === undefined || end === undefined || end >= start) return []
    return [{ code: 'elm.ends_before_start', path: property, params: {} }]
  })
}

/** What the shapes of single classes can't say of a credential. */
export const credentialRules: readonly Rule[] = [
  issuerHasLegalIdentifier,
  bareClaimHasType,
  personHasName,
  startsBeforeItEnds,
]
