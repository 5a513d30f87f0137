import type { Finding } from './finding.ts'
import type { GraphNode } from './node-graph.ts'
import { vocabularySchemes } from './shapes/shape.ts'

const snbList = (list: string, members: readonly string[]): [string, RegExp] => [
  `http://data.europa.eu/snb/${list}/25831c2`,
  new RegExp(`^http://data\\.europa\\.eu/snb/${list}/(?:${members.join('|')})$`),
]

/** Lists short enough to be known in full, among them those whose members the EU's issuer looks up. */
const closedLists = new Map([
  snbList('eqf', ['[1-8]']),
  snbList('skill-type', ['knowledge', 'skill']),
  snbList('skill-reuse-level', ['transversal', 'cross-sector', 'sector-specific', 'occupation-specific']),
  snbList('learning-setting', ['6fd4685715', 'e207a81fc7']),
  snbList('supervision-verification', ['c598449d64', 'df2880c5cb', '44314532f9', '70be69aaf9']),
  snbList('entitlement-status', ['b7015a8a8c', '5b8d6b34fb']),
  snbList('evidence-type', ['c_18016257', 'c_c4f849d7', 'c_991b06c6']),
  snbList('credential', [
    'e34929035b',
    '6cf8e68c43',
    '6dff8a0f87',
    'c_7e400154',
    'c_9a31f32a',
    '48b514e72a',
    'bdc47cb449',
    'c_ae121a00',
  ]),
])

/**
 * A concept that its own vocabulary doesn't have ("EQF level 99") passes the shapes, which look at the
 * vocabulary's name alone. Of long lists only the form of a member's address is known.
 */
export function checkConcept(concept: GraphNode): Finding[] {
  const schemes = (concept.properties.get('inScheme') ?? []).flatMap(value =>
    'node' in value ? [value.node] : [],
  )
  return schemes
    .filter(scheme => !isMember(concept.key, scheme))
    .map(scheme => ({
      code: 'elm.unknown_concept',
      path: concept.path,
      params: { concept: concept.key, vocabulary: scheme },
    }))
}

function isMember(id: string, scheme: string): boolean {
  const closed = closedLists.get(scheme)
  if (closed) return closed.test(id)
  if (!Object.values(vocabularySchemes).includes(scheme)) return true
  const folder = scheme.endsWith('/25831c2') ? scheme.slice(0, -'25831c2'.length) : `${scheme}/`
  if (scheme.startsWith('http://data.europa.eu/esco/')) return id.startsWith('http://data.europa.eu/esco/')
  const code = id.startsWith(folder) ? id.slice(folder.length) : ''
  return scheme.endsWith('/country') || scheme.endsWith('/language')
    ? /^[0-9A-Z]{3,7}$/.test(code)
    : code !== ''
}
