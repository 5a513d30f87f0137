import { edcContexts } from './edc/contexts.ts'
import { isNode, listOf } from './reading/json-reader.ts'
import { checkConcept } from './validation/check-concept.ts'
import { credentialRules } from './validation/check-credential.ts'
import { checkProperty } from './validation/check-property.ts'
import type { Finding } from './validation/finding.ts'
import { collectNodes, type GraphNode, type NodeGraph } from './validation/node-graph.ts'
import { classRules } from './validation/shapes/index.ts'

/**
 * What is wrong with a credential's content: empty when it conforms to the Generic profile
 * (edc-generic-full 1.1.0). Answers as SHACL does, without RDF, and refuses more: concepts that don't exist,
 * a person without a name, an end before the start, two texts in one language anywhere. Never throws.
 */
export function validateEdc(document: unknown): Finding[] {
  if (!isNode(document)) return [{ code: 'elm.not_an_object', path: '', params: {} }]
  const graph = collectNodes(document)
  const nodes = [...graph.nodes.values()]
  const credentials = nodes.filter(node => node.types.has('EuropeanDigitalCredential'))
  const [credential] = credentials
  return [
    ...checkContext(document['@context']),
    ...graph.findings,
    ...(credentials.length === 1
      ? []
      : [{ code: 'elm.not_one_credential', path: '', params: { count: credentials.length } } as const]),
    ...nodes.flatMap(node => checkClasses(graph, node)),
    ...nodes.filter(node => node.types.has('Concept')).flatMap(checkConcept),
    ...(credential ? credentialRules.flatMap(rule => rule(graph, credential)) : []),
  ]
}

function checkClasses(graph: NodeGraph, node: GraphNode): Finding[] {
  return [...node.types].flatMap(type =>
    [...(classRules.get(type) ?? [])].flatMap(([property, rule]) =>
      checkProperty(graph, node, property, rule),
    ),
  )
}

// Anything else would give the words another meaning: the document is read as plain JSON.
function checkContext(value: unknown): Finding[] {
  const contexts = listOf(value)
  const same =
    contexts.length === edcContexts.length && edcContexts.every((url, index) => contexts[index] === url)
  return same ? [] : [{ code: 'elm.context', path: '@context', params: {} }]
}
