import { buildEdc, type EdcInput } from '../elm/index.ts'
import { sampleAward, sampleEdcInput } from '../elm/sample-award.test-support.ts'
import type { JsonObject } from '../json/index.ts'
import { sealSdJwt, signDataIntegrity, signVcJwt } from '../proofs/index.ts'
import { encodeTokenStatusList } from '../status/index.ts'
import type { TrustInput } from '../verify/index.ts'
import {
  createWorld,
  organisation,
  sealedAt,
  signList,
  statusIndex,
  type World,
} from '../verify/sealed-sample.test-support.ts'
import { edcFormat, type FormatName } from './index.ts'
import {
  algorithmOf,
  asSigner,
  type BadgeChange,
  buildBadge,
  created,
  createIssuer,
  encode,
  issuerName,
  listOf,
  sealBadgeList,
  signJws,
  type TestIssuer,
  toBytes,
} from './test-issuers.test-support.ts'

export interface SealChange {
  readonly validFrom?: string
  readonly validUntil?: string
  readonly more?: JsonObject
  /** Somebody else seals it in the issuer's name: under the issuer's id, or only under the same name. */
  readonly by?: 'impostor' | 'namesake' | 'stranger'
}

/** A way to seal something that the contract of all formats can be tried with. */
export interface TestSealer {
  readonly name: string
  readonly format: FormatName
  seal(change?: SealChange): Promise<Uint8Array>
  /** Whom to trust, so that it is valid. */
  readonly trust: TrustInput
  /** The list that it points at. */
  list(isRevoked: boolean): Promise<Uint8Array>
  /** Whether words that no context defines break it. */
  readonly refusesUnknownFields?: boolean
  /** What a forger's seal comes to: for `impostor` and `namesake`. */
  readonly forged: readonly [string, string]
}

const owner = createIssuer('Ed25519')
const p256 = createIssuer('P-256')
const stranger = createIssuer('Ed25519')
const strangerP256 = createIssuer('P-256')

const suites = [
  ['eddsa-rdfc-2022', owner, stranger],
  ['eddsa-jcs-2022', owner, stranger],
  ['ecdsa-rdfc-2019', p256, strangerP256],
  ['ecdsa-jcs-2019', p256, strangerP256],
  ['Ed25519Signature2020', owner, stranger],
] as const

function badgeOf(
  issuer: TestIssuer,
  other: TestIssuer,
  { by, ...change }: SealChange,
  id = issuer.did,
): JsonObject {
  const whose: BadgeChange =
    by === undefined || by === 'impostor'
      ? { issuerId: id }
      : {
          issuerId: id === issuer.did ? other.did : other.didJwk,
          issuerName: by === 'namesake' ? issuerName : 'Stranger',
        }
  return buildBadge(issuer, { ...change, ...whose })
}

const dataIntegritySealers = suites.map(
  ([cryptosuite, issuer, other]): TestSealer => ({
    name: `open-badges-3 with ${cryptosuite}`,
    format: 'open-badges-3',
    async seal(change = {}) {
      const badge = badgeOf(issuer, other, change)
      const isOld = cryptosuite === 'Ed25519Signature2020'
      const contexts = badge['@context'] as string[]
      const document = isOld
        ? { ...badge, '@context': [...contexts, 'https://w3id.org/security/suites/ed25519-2020/v1'] }
        : badge
      const signer = change.by ? other : issuer
      return toBytes(
        await signDataIntegrity(document, signer, { cryptosuite, purpose: 'assertionMethod', created }),
      )
    },
    trust: { sources: [listOf(issuerName, issuer)] },
    list: async isRevoked => toBytes(await sealBadgeList(issuer, isRevoked ? [7] : [])),
    refusesUnknownFields: cryptosuite !== 'eddsa-jcs-2022' && cryptosuite !== 'ecdsa-jcs-2019',
    forged: ['key.not_bound_to_issuer', 'cert.untrusted'],
  }),
)

const tokenSealers = [owner, p256].flatMap((issuer): TestSealer[] => {
  const other = issuer === owner ? stranger : strangerP256
  const seconds = (time: string) => Date.parse(time) / 1000
  const headerOf = (by: TestIssuer, typ: string) => ({ alg: algorithmOf(by), typ })
  const common = {
    trust: { sources: [listOf(issuerName, issuer)] },
    list: async (isRevoked: boolean) =>
      toBytes(await sealBadgeList(issuer, isRevoked ? [7] : [], issuer.did)),
    forged: ['sig.invalid', 'cert.untrusted'] as const,
  }
  return [
    {
      ...common,
      name: `open-badges-3 as vc+jwt, ${algorithmOf(issuer)}`,
      format: 'open-badges-3',
      async seal(change = {}) {
        const by = change.by ? other : issuer
        return toBytes(signJws(headerOf(by, 'vc+jwt'), badgeOf(issuer, other, change), by.privateKey))
      },
    },
    {
      ...common,
      name: `w3c-vc-jwt with the claim of version 1.1, ${algorithmOf(issuer)}`,
      format: 'w3c-vc-jwt',
      async seal({ by, more, validFrom = '2026-04-17T00:00:00Z', validUntil = '2030-04-17T00:00:00Z' } = {}) {
        const signer = by ? other : issuer
        const isSelf = by === 'namesake' || by === 'stranger'
        const vc = {
          '@context': ['https://www.w3.org/2018/credentials/v1'],
          type: ['VerifiableCredential'],
          issuer: {
            id: isSelf ? other.did : issuer.did,
            name: by === 'stranger' ? 'Stranger' : issuerName,
          },
          issuanceDate: validFrom,
          credentialSubject: { name: 'Maja Lindqvist Sarri' },
          credentialStatus: buildBadge(issuer).credentialStatus!,
          ...more,
        }
        const claims = { iss: vc.issuer.id, nbf: seconds(validFrom), exp: seconds(validUntil), vc }
        return toBytes(signJws(headerOf(signer, 'JWT'), claims, signer.privateKey))
      },
    },
    {
      ...common,
      name: `open-badges-3 enveloped, ${algorithmOf(issuer)}`,
      format: 'open-badges-3',
      async seal(change = {}) {
        const by = change.by ? other : issuer
        const token = signJws(headerOf(by, 'vc+jwt'), badgeOf(issuer, other, change), by.privateKey)
        return toBytes({
          '@context': ['https://www.w3.org/ns/credentials/v2'],
          id: `data:application/vc+jwt,${token}`,
          type: 'EnvelopedVerifiableCredential',
        })
      },
    },
  ]
})

const statusUrl = 'https://issuer.example/token-status/1'
let salts = 0

const sdJwtSealer: TestSealer = {
  name: 'sd-jwt-vc of a did:jwk',
  format: 'sd-jwt-vc',
  async seal({ by, more, validFrom = '2026-04-17T00:00:00Z', validUntil = '2030-04-17T00:00:00Z' } = {}) {
    const isSelf = by === 'namesake' || by === 'stranger'
    const claims = {
      vct: 'https://fiberkraft.example/fusion-splicing',
      iss: isSelf ? strangerP256.didJwk : p256.didJwk,
      iat: created.getTime() / 1000,
      nbf: Date.parse(validFrom) / 1000,
      exp: Date.parse(validUntil) / 1000,
      status: { status_list: { uri: statusUrl, idx: 7 } },
      given_name: 'Maja',
      family_name: 'Lindqvist Sarri',
      grade: 'met',
      issuing_authority: by === 'stranger' ? 'Stranger' : issuerName,
      ...more,
    }
    const token = await sealSdJwt(
      {
        claims,
        paths: [['given_name'], ['grade']],
        nextSalt: () => encode(String(salts++).padStart(20, 's')),
      },
      asSigner(by ? strangerP256 : p256),
    )
    return toBytes(token)
  },
  trust: { sources: [listOf(issuerName, p256)] },
  async list(isRevoked) {
    const payload = {
      sub: statusUrl,
      iat: created.getTime() / 1000,
      exp: Date.parse('2030-01-01T00:00:00Z') / 1000,
      status_list: encodeTokenStatusList(isRevoked ? [[7, 1]] : [], { bits: 1, entries: 1024 }),
    }
    return toBytes(signJws({ alg: 'ES256', typ: 'statuslist+jwt' }, payload, p256.privateKey))
  },
  forged: ['sig.invalid', 'cert.untrusted'],
}

/** Those that are sealed with certificates need a world, which takes time to make. */
export async function createSealers(): Promise<{
  readonly world: World
  readonly sealers: readonly TestSealer[]
}> {
  const world = await createWorld()
  const impostor = await createWorld()
  const namesake = await createWorld({ organizationIdentifier: 'NTRSE-1', serial: '5ea9' })
  const strange = await createWorld({
    organizationIdentifier: 'NTRSE-2',
    organisationName: 'Stranger',
    commonName: 'Stranger seal',
    serial: '5eaa',
  })
  const worldOf = (by: SealChange['by']) =>
    ({ impostor, namesake, stranger: strange, none: world })[by ?? 'none']
  const identifierOf = (by: SealChange['by']) =>
    by === 'namesake' ? 'NTRSE-1' : by === 'stranger' ? 'NTRSE-2' : organisation.organizationIdentifier
  const edcSealer: TestSealer = {
    name: 'edc',
    format: 'edc',
    async seal({ by, more, validFrom, validUntil } = {}) {
      const seal = { ...organisation, organizationIdentifier: identifierOf(by) }
      const input: EdcInput = sampleEdcInput({ seal })
      const award = sampleAward({
        ...(validUntil ? { validUntil } : {}),
        ...(validFrom ? { awardingDate: validFrom } : {}),
      })
      const document = { ...buildEdc(award, input), ...more }
      return edcFormat.seal(document, worldOf(by).signer, { signingTime: sealedAt })
    },
    trust: { certificates: [world.root], names: [{ name: organisation.organisationName }] },
    list: async isRevoked =>
      toBytes(
        await signList(world.signer, {
          revoked: isRevoked ? [{ index: statusIndex, at: '2026-04-18T08:00:00Z', reason: 'misuse' }] : [],
        }),
      ),
    forged: ['cert.untrusted', 'cert.untrusted'],
  }
  const certifiedTokenSealer: TestSealer = {
    name: 'open-badges-3 as vc+jwt with a certificate',
    format: 'open-badges-3',
    async seal({ by, ...change } = {}) {
      const notation = identifierOf(by)
      const badge = buildBadge(owner, {
        ...change,
        issuerId: 'urn:uuid:5f0c9bd5-6f3e-4a52-9f0b-3a8a6e4f4d10',
      })
      const issuer = { ...(badge.issuer as JsonObject), eIDASIdentifier: { notation } }
      return toBytes(await signVcJwt({ ...badge, issuer }, worldOf(by).signer))
    },
    trust: edcSealer.trust,
    async list(isRevoked) {
      const list = await sealBadgeList(owner, isRevoked ? [7] : [])
      const { proof: _, ...unsecured } = list
      return toBytes(await signVcJwt(unsecured, world.signer))
    },
    forged: ['cert.untrusted', 'cert.untrusted'],
  }
  return {
    world,
    sealers: [edcSealer, ...dataIntegritySealers, ...tokenSealers, certifiedTokenSealer, sdJwtSealer],
  }
}
