import type { KeyObject } from 'node:crypto'
import type { JsonObject } from '../../json/index.ts'
import { curveOf, type KeyCurve } from '../../keys/index.ts'
import type { AllowedAlgorithm } from '../verify-signature.ts'

/** How a suite signs with one kind of key. */
export interface SuiteAlgorithm {
  readonly algorithm: AllowedAlgorithm
  readonly hash: 'sha256' | 'sha384'
  readonly signatureLength: number
}

export interface Cryptosuite {
  readonly name: string
  readonly canonicalization: 'rdfc' | 'jcs'
  readonly algorithms: Partial<Record<KeyCurve, SuiteAlgorithm>>
}

const ed25519 = { Ed25519: { algorithm: 'EdDSA', hash: 'sha256', signatureLength: 64 } } as const
const ecdsa = {
  'P-256': { algorithm: 'ES256', hash: 'sha256', signatureLength: 64 },
  'P-384': { algorithm: 'ES384', hash: 'sha384', signatureLength: 96 },
} as const

/** vc-di-eddsa §3, vc-di-ecdsa §3. `eddsa-2022` is how eddsa-rdfc-2022 was called before 2023. */
const suites: readonly Cryptosuite[] = [
  { name: 'eddsa-rdfc-2022', canonicalization: 'rdfc', algorithms: ed25519 },
  { name: 'eddsa-2022', canonicalization: 'rdfc', algorithms: ed25519 },
  { name: 'eddsa-jcs-2022', canonicalization: 'jcs', algorithms: ed25519 },
  { name: 'ecdsa-rdfc-2019', canonicalization: 'rdfc', algorithms: ecdsa },
  { name: 'ecdsa-jcs-2019', canonicalization: 'jcs', algorithms: ecdsa },
]

const ed25519Signature2020: Cryptosuite = {
  name: 'Ed25519Signature2020',
  canonicalization: 'rdfc',
  algorithms: ed25519,
}

/** Real ones that we don't verify: what they secure may be genuine, so nobody is called a liar. */
const otherSuites = [
  'bbs-2023',
  'bbs-2022',
  'ecdsa-sd-2023',
  'ecdsa-xi-2023',
  'json-eddsa-2022',
  'mldsa44-rdfc-2024',
]
const otherTypes = [
  'BbsBlsSignature2020',
  'BbsBlsSignatureProof2020',
  'EcdsaSecp256k1RecoverySignature2020',
  'EcdsaSecp256k1Signature2019',
  'Ed25519Signature2018',
  'JsonWebSignature2020',
  'RsaSignature2018',
]

/** The suite of a proof; `unsupported` when it is one that we don't verify, `undefined` when there is none. */
export function findCryptosuite({ type, cryptosuite }: JsonObject): Cryptosuite | 'unsupported' | undefined {
  if (type === 'DataIntegrityProof') {
    const found = suites.find(({ name }) => name === cryptosuite)
    return found ?? (otherSuites.includes(cryptosuite as string) ? 'unsupported' : undefined)
  }
  if (cryptosuite !== undefined) return undefined
  if (type === 'Ed25519Signature2020') return ed25519Signature2020
  return otherTypes.includes(type as string) ? 'unsupported' : undefined
}

export function algorithmFor(suite: Cryptosuite, key: KeyObject): SuiteAlgorithm | undefined {
  const curve = curveOf(key)
  return curve && suite.algorithms[curve]
}
