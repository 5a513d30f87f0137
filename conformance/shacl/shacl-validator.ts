import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import jsonld from 'jsonld'
import { Parser, Store } from 'n3'
import SHACLValidator from 'rdf-validate-shacl'
import { createStaticLoader } from './static-loader.ts'

export interface ShaclAnswer {
  readonly conforms: boolean
  /** `<path> <constraint component>` of each result. */
  readonly results: readonly string[]
}

const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'
const edcClass = 'http://data.europa.eu/snb/model/elm/EuropeanDigitalCredential'
const owlImports = 'http://www.w3.org/2002/07/owl#imports'

/** Validates documents against the closure of EDC-generic-full, as published. */
export function createShaclValidator(elmFolder: string): (document: object) => Promise<ShaclAnswer> {
  const shapes = new Store()
  for (const file of ['EDC-generic-full.ttl', 'EDC-generic-no-cv.ttl']) {
    const quads = new Parser({ blankNodePrefix: `_:${file}` }).parse(
      readFileSync(join(elmFolder, 'shacl', file), 'utf8'),
    )
    // The closure is put together here; an engine that follows imports would go looking for them.
    shapes.addQuads(quads.filter(quad => quad.predicate.value !== owlImports))
  }
  const validator = new SHACLValidator(shapes)
  const documentLoader = createStaticLoader(elmFolder)

  return async document => {
    const nquads = (await jsonld.toRDF(document as jsonld.JsonLdDocument, {
      documentLoader,
      format: 'application/n-quads',
    })) as unknown as string
    const data = new Store(new Parser({ format: 'N-Quads' }).parse(nquads))
    // An empty graph conforms to anything.
    const credentials = data.countQuads(null, rdfType, edcClass, null)
    if (credentials !== 1)
      return { conforms: false, results: [`${credentials} European digital credentials`] }
    const report = await validator.validate(data)
    return {
      conforms: report.conforms,
      results: report.results.map(
        result => `${termValue(result.path)} ${result.sourceConstraintComponent?.value}`,
      ),
    }
  }
}

function termValue(path: unknown): string {
  return typeof path === 'object' && path !== null && 'value' in path ? String(path.value) : ''
}
