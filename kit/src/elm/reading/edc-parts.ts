import { createJsonReader, type JsonNode, type JsonReader, typesOf } from './json-reader.ts'

/** The parts of a credential that its facts are read from. What is missing is an empty node. */
export interface EdcParts {
  readonly reader: JsonReader
  readonly credential: JsonNode
  readonly subject: JsonNode
  /** The claim that the credential is about: its first learning achievement, else its first claim. */
  readonly claim: JsonNode
  readonly awarding: JsonNode
  readonly specification: JsonNode
  /** The claim and its parts: a programme's outcomes often stand in the parts only. */
  readonly claims: readonly JsonNode[]
  readonly specifications: readonly JsonNode[]
}

/** How deep parts of parts are followed, and how many of them. */
const depthLimit = 6
const countLimit = 500

export function findEdcParts(document: unknown): EdcParts {
  const reader = createJsonReader(document)
  const subject = reader.first(reader.root.credentialSubject) ?? {}
  const claims = reader.all(subject.hasClaim)
  const claim = claims.find(item => typesOf(item).includes('LearningAchievement')) ?? claims[0] ?? {}
  const specification = reader.first(claim.specifiedBy) ?? {}
  const parts = withParts(reader, [claim])
  return {
    reader,
    credential: reader.root,
    subject,
    claim,
    awarding: reader.first(claim.awardedBy) ?? {},
    specification,
    claims: parts,
    specifications: withParts(
      reader,
      parts.flatMap(part => reader.all(part.specifiedBy)),
    ),
  }
}

function withParts(reader: JsonReader, roots: readonly JsonNode[]): readonly JsonNode[] {
  const found = new Set<JsonNode>(roots)
  let level = roots
  for (let depth = 0; depth < depthLimit && level.length > 0; depth++) {
    const parts = new Set(level.flatMap(node => reader.all(node.hasPart)).filter(node => !found.has(node)))
    level = [...parts].slice(0, Math.max(0, countLimit - found.size))
    for (const node of level) found.add(node)
  }
  return [...found]
}
