import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalizeJson, canonizeDocument } from '../kit/src/canonical/index.ts'
import type { JsonObject } from '../kit/src/json/index.ts'
import { decide, mutantsOf, vectorContexts } from './data-integrity.test-support.ts'
import { sharedVectors } from './shared-vectors.test-support.ts'

const vectors = sharedVectors('w3c-di-eddsa')
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const single = [
  ['eddsa-rdfc-2022', 'DataInt'],
  ['eddsa-rdfc-2022/employ', 'DataInt'],
  ['eddsa-jcs-2022', 'JCS'],
  ['Ed25519Signature2020', 'EdSig'],
] as const

describe.skipIf(!vectors.present)('Data Integrity EdDSA', () => {
  describe.each(single)('%s', (folder, suffix) => {
    const read = (name: string) => vectors.json(`${folder}/${name}${suffix}.json`)
    const text = (name: string) => vectors.text(`${folder}/${name}${suffix}.txt`)
    const canonize = async (part: JsonObject) =>
      folder === 'eddsa-jcs-2022'
        ? canonicalizeJson(part)
        : canonizeDocument(part, { contexts: vectorContexts })

    test('every step gives what the vector gives', async () => {
      const { proof: _, ...document } = read('signed')
      const canonical = await canonize(document)
      expect(canonical.trimEnd()).toBe(text('canonDoc').trimEnd())
      expect(sha256(canonical)).toBe(text('docHash').trim())
      const options = await canonize(read('proofConfig'))
      expect(options.trimEnd()).toBe(text('proofCanon').trimEnd())
      expect(sha256(options)).toBe(text('proofHash').trim())
    })

    test('holds', async () => {
      expect(await decide(read('signed'))).toBe('valid')
    })

    test('no changed or missing member holds', async () => {
      const mutants = mutantsOf(read('signed'))
      expect(mutants.length).toBeGreaterThan(20)
      for (const { path, document } of mutants) {
        expect([path, await decide(document)]).not.toEqual([path, 'valid'])
      }
    })
  })

  describe.each([
    'signedProofSet1',
    'signedProofSet2',
    'signedProofChain1',
    'signedProofChain2',
  ])('%s', name => {
    const read = () => vectors.json(`proof-set-chain/${name}.json`)

    test('holds', async () => {
      expect(await decide(read())).toBe('valid')
    })

    test('no changed or missing member of the document holds', async () => {
      const mutants = mutantsOf(read()).filter(({ path }) => !path.startsWith('proof'))
      for (const { path, document } of mutants) {
        expect([path, await decide(document)]).not.toEqual([path, 'valid'])
      }
    })

    test('one broken proof breaks the whole', async () => {
      const mutants = mutantsOf(read()).filter(({ path }) => /^proof\/(?:\d+\/)?\D/.test(path))
      expect(mutants.length).toBeGreaterThan(5)
      for (const { path, document } of mutants) {
        expect([path, await decide(document)]).not.toEqual([path, 'valid'])
      }
    })
  })

  test('a chain without the proof that it builds on is broken', async () => {
    const document = vectors.json('proof-set-chain/signedProofChain2.json')
    for (const index of [0, 1, 2]) {
      const proof = document.proof.filter((_: unknown, position: number) => position !== index)
      expect(await decide({ ...document, proof })).toBe('proof.chain_broken')
    }
  })
})
