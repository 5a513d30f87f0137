import { isWellFormed } from './datatypes.ts'
import type { Finding, FindingCode } from './finding.ts'
import type { GraphNode, GraphValue, NodeGraph } from './node-graph.ts'
import type { PropertyRule } from './shapes/shape.ts'

/** What is wrong with one property of one node. */
export function checkProperty(
  graph: NodeGraph,
  node: GraphNode,
  property: string,
  rule: PropertyRule,
): Finding[] {
  const values = node.properties.get(property) ?? []
  const at = (code: FindingCode, params: Finding['params'] = {}): Finding => ({
    code,
    path: node.path === '' ? property : `${node.path}.${property}`,
    params,
  })
  const findings: Finding[] = []
  if (values.length < rule.min) findings.push(at('elm.min_count', { min: rule.min, count: values.length }))
  if (values.length > rule.max) findings.push(at('elm.max_count', { max: rule.max, count: values.length }))
  for (const value of values) {
    const code =
      rule.datatype === undefined ? checkNode(graph, value, rule) : checkLiteral(value, rule.datatype)
    if (code) findings.push(at(code, { expected: rule.scheme ?? rule.datatype ?? rule.classes.join(', ') }))
  }
  for (const language of repeatedLanguages(values)) {
    findings.push(at('elm.two_texts_in_one_language', { language }))
  }
  return findings
}

function checkNode(graph: NodeGraph, value: GraphValue, rule: PropertyRule): FindingCode | undefined {
  const node = 'node' in value ? graph.nodes.get(value.node) : undefined
  if (!node || !rule.classes.some(name => node.types.has(name))) return 'elm.class'
  if (rule.scheme === undefined) return undefined
  const schemes = node.properties.get('inScheme') ?? []
  const inScheme = schemes.some(scheme => 'node' in scheme && scheme.node === rule.scheme)
  const allNamed = schemes.every(scheme => 'node' in scheme && graph.nodes.get(scheme.node)?.hasId === true)
  return node.hasId && inScheme && allNamed ? undefined : 'elm.vocabulary'
}

function checkLiteral(value: GraphValue, datatype: string): FindingCode | undefined {
  if (datatype === 'iri') return 'node' in value ? undefined : 'elm.class'
  if ('node' in value) return 'elm.class'
  if (datatype === 'langString') return value.language !== undefined ? undefined : 'elm.datatype'
  if (datatype === 'literal') return undefined
  if (datatype.startsWith('explicit ')) {
    return value.datatype === datatype.slice('explicit '.length) ? undefined : 'elm.datatype'
  }
  const fits = value.datatype === 'coerced' || value.datatype === datatype
  return fits && isWellFormed(datatype, value.lexical) ? undefined : 'elm.datatype'
}

function repeatedLanguages(values: readonly GraphValue[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const repeated = new Set<string>()
  for (const value of values) {
    if (!('lexical' in value) || value.language === undefined) continue
    if (seen.has(value.language)) repeated.add(value.language)
    seen.add(value.language)
  }
  return repeated
}
