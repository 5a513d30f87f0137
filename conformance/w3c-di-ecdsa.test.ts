import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalizeJson, canonizeDocument } from '../kit/src/canonical/index.ts'
import type { JsonObject } from '../kit/src/json/index.ts'
import { decide, mutantsOf, vectorContexts } from './data-integrity.test-support.ts'
import { sharedVectors } from './shared-vectors.test-support.ts'

const vectors = sharedVectors('w3c-di-ecdsa')

const single = [
  ['ecdsa-rdfc-2019-p256', 'ECDSAP256', 'sha256'],
  ['ecdsa-rdfc-2019-p256/employ', 'ECDSAP256', 'sha256'],
  ['ecdsa-rdfc-2019-p384', 'ECDSAP384', 'sha384'],
  ['ecdsa-rdfc-2019-p384/employ', 'ECDSAP384', 'sha384'],
  ['ecdsa-jcs-2019-p256', 'JCSECDSAP256', 'sha256'],
  ['ecdsa-jcs-2019-p384', 'JCSECDSAP384', 'sha384'],
] as const

describe.skipIf(!vectors.present)('Data Integrity ECDSA', () => {
  describe.each(single)('%s', (folder, suffix, hash) => {
    const read = (name: string) => vectors.json(`${folder}/${name}${suffix}.json`)
    const text = (name: string) => vectors.text(`${folder}/${name}${suffix}.txt`)
    const digest = (canonical: string) => createHash(hash).update(canonical).digest('hex')
    const canonize = async (part: JsonObject) =>
      folder.includes('jcs')
        ? canonicalizeJson(part)
        : canonizeDocument(part, { contexts: vectorContexts, hash })

    test('every step gives what the vector gives', async () => {
      const { proof: _, ...document } = read('signed')
      const canonical = await canonize(document)
      expect(canonical.trimEnd()).toBe(text('canonDoc').trimEnd())
      expect(digest(canonical)).toBe(text('docHash').trim())
      const options = await canonize(read('proofConfig'))
      expect(options.trimEnd()).toBe(text('proofCanon').trimEnd())
      expect(digest(options)).toBe(text('proofHash').trim())
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

  test('a selective-disclosure proof is not judged', async () => {
    const document = vectors.json('ecdsa-jcs-2019-p256/signedJCSECDSAP256.json')
    const proof = { ...document.proof, cryptosuite: 'ecdsa-sd-2023' }
    expect(await decide({ ...document, proof })).toBe('undecided proof.unsupported')
  })
})
