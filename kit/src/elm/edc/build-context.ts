import { inLanguages, type LangString } from '../../text/index.ts'
import type { Award } from '../award.ts'
import { conceptNode, labelsFor, type VocabularyConcept } from '../vocabularies/index.ts'
import type { ConceptNode, OrganisationNode } from './nodes.ts'

/** What is sealed beside the award itself. */
export interface EdcInput {
  /** `urn:credential:…` or `urn:uuid:…` */
  readonly credentialId: string
  /** The subject of the seal's certificate: O, CN, organizationIdentifier (2.5.4.97), C. */
  readonly seal: {
    readonly organisationName: string
    readonly commonName: string
    readonly organizationIdentifier: string
    /** ISO 3166-1 alpha-2. */
    readonly country: string
  }
  /** ISO 8601. */
  readonly issuedAt: string
  readonly status?: { readonly listUrl: string; readonly index: number }
  /** Page that shows whether the credential is in force today. */
  readonly statusPageUrl?: string
  /** Page that checks the credential. */
  readonly checkUrl?: string
  /** One rendered page per language, PNG. */
  readonly pageImages: readonly { readonly language: string; readonly png: Uint8Array }[]
}

/** What the builders of one document share. */
export interface BuildContext {
  readonly award: Award
  readonly input: EdcInput
  /** Languages that the document claims, the primary one first. */
  readonly languages: readonly string[]
  readonly primary: string
  /** `urn:epass:<kind>:<n>`, numbered per kind in the order of asking: same award, same numbers. */
  readonly nextId: (kind: string) => string
  /** Text of the provider, in the document's languages. */
  readonly texts: (value: LangString) => LangString
  /** Text of ours, in the document's languages. */
  readonly labels: (value: LangString) => LangString
  readonly concept: (concept: VocabularyConcept) => ConceptNode
  /** Organisations written already, by id: one id has to say the same wherever it stands. */
  readonly organisations: Map<string, OrganisationNode>
}

export function createBuildContext(
  award: Award,
  input: EdcInput,
  languages: readonly string[],
): BuildContext {
  const counts = new Map<string, number>()
  const ours = labelsFor(languages)
  return {
    award,
    input,
    languages,
    primary: languages[0] ?? 'en',
    nextId: kind => {
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      return `urn:epass:${kind}:${count}`
    },
    texts: value => inLanguages(value, languages),
    labels: value => inLanguages(value, ours),
    concept: concept => conceptNode(concept, languages),
    organisations: new Map(),
  }
}
