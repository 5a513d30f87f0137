import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { JsonObject } from '../json/index.ts'
import { type KeyCurve, type Signer, writeMultikey } from '../keys/index.ts'
import { type ProofSigner, signDataIntegrity } from '../proofs/index.ts'
import { createBitstring, encodeBitstring } from '../status/index.ts'
import { parseIssuerList, sourceOfIssuerList, type TrustSource } from '../trust/index.ts'

/** Somebody with a key of the given kind, and the DIDs that are made of it. */
export interface TestIssuer extends ProofSigner {
  readonly did: string
  readonly didJwk: string
  readonly jwk: JsonObject
  readonly privateKey: KeyObject
}

export function createIssuer(curve: KeyCurve = 'Ed25519'): TestIssuer {
  const { publicKey, privateKey } =
    curve === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: curve })
  const jwk = (publicKey as KeyObject).export({ format: 'jwk' }) as JsonObject
  const multikey = writeMultikey(publicKey as KeyObject)!
  const did = `did:key:${multikey}`
  return {
    curve,
    did,
    didJwk: `did:jwk:${encode(jwk)}`,
    jwk,
    privateKey: privateKey as KeyObject,
    verificationMethod: `${did}#${multikey}`,
    sign: async data => signWith(privateKey as KeyObject, data),
  }
}

export function signWith(key: KeyObject, data: Uint8Array): Uint8Array {
  const curve = key.asymmetricKeyDetails?.namedCurve
  const hash = key.asymmetricKeyType === 'ed25519' ? null : curve === 'secp384r1' ? 'sha384' : 'sha256'
  return Uint8Array.from(sign(hash, data, { key, dsaEncoding: 'ieee-p1363' }))
}

export const encode = (value: unknown): string =>
  Buffer.from(
    typeof value === 'string' || value instanceof Uint8Array ? value : JSON.stringify(value),
  ).toString('base64url')

export const toBytes = (value: unknown): Uint8Array =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

/** A compact JWS of anything, mistakes included. */
export function signJws(header: unknown, payload: unknown, key: KeyObject): string {
  const input = `${encode(header)}.${encode(payload)}`
  return `${input}.${encode(signWith(key, Buffer.from(input)))}`
}

export const algorithmOf = ({ curve }: TestIssuer): string =>
  ({ Ed25519: 'EdDSA', 'P-256': 'ES256', 'P-384': 'ES384' })[curve]

/** For SD-JWT, whose sealer takes the port of a seal. */
export function asSigner(issuer: TestIssuer): Signer {
  return { algorithm: 'ES256', certificateChain: [], sign: issuer.sign }
}

/** A list that knows the issuer by DID and by key. */
export function listOf(name: string, issuer: TestIssuer, ...ids: string[]): TrustSource {
  const list = {
    issuers: [{ id: issuer.did, name, dids: [issuer.didJwk, ...ids.filter(id => id.startsWith('did:'))] }],
  }
  return sourceOfIssuerList({ id: 'list', name: 'Test list' }, parseIssuerList(toBytes(list)))
}

export const badgeListUrl = 'https://issuer.example/status/1'

export interface BadgeChange {
  readonly issuerId?: string
  readonly issuerName?: string
  readonly validFrom?: string
  readonly validUntil?: string
  readonly more?: JsonObject
}

export const issuerName = 'Fiberkraft Norr Utbildning (demo)'

/** An Open Badge 3.0 of the kind that we would issue: unsecured. */
export function buildBadge(issuer: TestIssuer, change: BadgeChange = {}): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:6d7a1f0e-7b1c-4f3e-9a56-0f4f8c1d2a3b',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Fusion splicing',
    issuer: {
      id: change.issuerId ?? issuer.did,
      type: ['Profile'],
      name: change.issuerName ?? issuerName,
      url: 'https://fiberkraft.example',
      address: { type: ['Address'], addressCountryCode: 'SE' },
    },
    awardedDate: '2026-04-17T00:00:00Z',
    validFrom: change.validFrom ?? '2026-04-17T00:00:00Z',
    validUntil: change.validUntil ?? '2030-04-17T00:00:00Z',
    credentialSubject: {
      type: ['AchievementSubject'],
      identifier: [
        { type: 'IdentityObject', identityType: 'name', hashed: false, identityHash: 'Maja Lindqvist Sarri' },
      ],
      creditsEarned: 2,
      achievement: {
        id: 'urn:uuid:8a0e9f7d-5c3b-4a29-8f1e-2d3c4b5a6978',
        type: ['Achievement'],
        achievementType: 'MicroCredential',
        name: 'Fusion splicing of single-mode fibre',
        description: 'Splices single-mode fibre in the field',
        criteria: { narrative: 'Ten splices below 0.05 dB' },
        alignment: [
          {
            type: ['Alignment'],
            targetType: 'ceasn:Competency',
            targetName: 'Splices optical fibre',
            targetUrl: 'http://data.europa.eu/esco/skill/1',
          },
        ],
        inLanguage: 'en',
      },
    },
    credentialStatus: {
      id: `${badgeListUrl}#7`,
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: badgeListUrl,
    },
    ...change.more,
  }
}

export const created = new Date('2026-04-17T09:45:00Z')

/** A Bitstring Status List of an issuer, with a Data Integrity proof. */
export async function sealBadgeList(
  issuer: TestIssuer,
  revoked: readonly number[] = [],
  issuerId?: string,
): Promise<JsonObject> {
  const list = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id: badgeListUrl,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerId ?? issuer.did,
    validFrom: '2026-04-17T00:00:00Z',
    validUntil: '2030-04-17T00:00:00Z',
    credentialSubject: {
      id: `${badgeListUrl}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      encodedList: encodeBitstring(createBitstring(revoked)),
    },
  }
  const cryptosuite = issuer.curve === 'Ed25519' ? 'eddsa-rdfc-2022' : 'ecdsa-rdfc-2019'
  return signDataIntegrity(list, issuer, { cryptosuite, purpose: 'assertionMethod', created })
}
