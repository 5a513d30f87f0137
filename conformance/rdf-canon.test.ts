import { describe, expect, test } from 'vitest'
import { canonizeDataset, type DatasetOptions } from '../kit/src/canonical/index.ts'
import { sharedVectors } from './shared-vectors.test-support.ts'

const vectors = sharedVectors('rdf-canon')

interface Entry {
  id: string
  type: 'rdfc:RDFC10EvalTest' | 'rdfc:RDFC10MapTest' | 'rdfc:RDFC10NegativeEvalTest'
  name: string
  action: string
  result: string
  hashAlgorithm?: 'SHA256' | 'SHA384'
}

describe.skipIf(!vectors.present)('RDF Dataset Canonicalization 1.0', () => {
  const entries: Entry[] = vectors.present ? vectors.json('manifest.jsonld').entries : []
  const ofType = (type: Entry['type']) => entries.filter(entry => entry.type === type)
  const canonize = (entry: Entry, options: DatasetOptions = {}) => {
    const hash = entry.hashAlgorithm === 'SHA384' ? 'sha384' : 'sha256'
    return canonizeDataset(vectors.text(entry.action), { hash, ...options })
  }

  test('has all its entries', () => {
    expect(entries).toHaveLength(86)
  })

  test.each(ofType('rdfc:RDFC10EvalTest'))('$id $name', async entry => {
    expect(await canonize(entry)).toBe(vectors.text(entry.result))
  })

  test.each(ofType('rdfc:RDFC10MapTest'))('$id $name', async entry => {
    const names = new Map<string, string>()
    await canonize(entry, { names })
    const plain = (name: string) => name.replace(/^_:/, '')
    expect(Object.fromEntries([...names].map(([from, to]) => [plain(from), plain(to)]))).toEqual(
      vectors.json(entry.result),
    )
  })

  test.each(ofType('rdfc:RDFC10NegativeEvalTest'))('$id $name', async entry => {
    await expect(canonize(entry)).rejects.toMatchObject({ code: 'ld.too_complex' })
  })
})
