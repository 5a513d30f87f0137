import { type Award, buildEdc, type EdcInput } from '../elm/index.ts'
import { sampleAward, sampleEdcInput } from '../elm/sample-award.test-support.ts'
import { edcFormat } from '../formats/index.ts'
import type { JsonObject } from '../json/index.ts'
import {
  createDevelopmentAuthority,
  type DevelopmentAuthority,
  issueSealCertificate,
  type PemSeal,
  readPemCertificates,
  type SealCertificateInput,
  type Signer,
  signerFromPem,
} from '../keys/index.ts'
import { signVcJwt } from '../proofs/index.ts'
import { buildStatusListCredential, type StatusListInput } from '../status/index.ts'
import { createTrustStore, type Fetched, type TrustInput, type VerifyContext } from './index.ts'

export const listUrl = 'http://localhost:3000/status/lists/1'
export const statusIndex = 4711
/** When the sample is sealed; the certificates start the day before and last a year. */
export const sealedAt = new Date('2026-04-17T09:45:00Z')
export const daysAfter = (days: number) => new Date(sealedAt.getTime() + days * 86_400_000)

export interface World {
  readonly authority: DevelopmentAuthority
  readonly root: Uint8Array
  readonly seal: PemSeal
  readonly signer: Signer
}

export const organisation: SealCertificateInput = {
  organisationName: 'Fiberkraft Norr Utbildning (demo)',
  commonName: 'Fiberkraft Norr development seal',
  organizationIdentifier: 'NTRSE-5599990011',
  country: 'SE',
  now: daysAfter(-1),
  days: 365,
  serial: '5ea1',
}

/** An authority and a seal under it. */
export async function createWorld(change: Partial<SealCertificateInput> = {}): Promise<World> {
  const root = { commonName: 'Development root', now: daysAfter(-2), days: 3650, serial: '01' }
  const authority = await createDevelopmentAuthority(root)
  const seal = await issueSealCertificate(authority, { ...organisation, ...change })
  return {
    authority,
    root: readPemCertificates(authority.certificate)[0]!,
    seal,
    signer: signerFromPem(seal),
  }
}

export interface SampleChange {
  readonly award?: Partial<Award>
  readonly input?: Partial<EdcInput>
  /** A last change to the document before it is sealed. */
  readonly document?: (document: JsonObject) => void
  readonly signingTime?: Date
  readonly signer?: Signer
}

/** The guidebook's example, built and sealed, with what a test wants otherwise. */
export async function sealSample(world: World, change: SampleChange = {}): Promise<Uint8Array> {
  const built = buildEdc(sampleAward(change.award), sampleEdcInput(change.input))
  const document = structuredClone(built) as unknown as JsonObject
  change.document?.(document)
  const signingTime = change.signingTime ?? sealedAt
  return edcFormat.seal(document as unknown as typeof built, change.signer ?? world.signer, { signingTime })
}

/** A status list of the sample's issuer, sealed; nothing is revoked unless told. */
export async function signList(signer: Signer, change: Partial<StatusListInput> = {}): Promise<string> {
  const list = buildStatusListCredential({
    url: listUrl,
    issuer: 'urn:uuid:issuer',
    validFrom: sealedAt,
    validUntil: daysAfter(300),
    revoked: [],
    ...change,
  })
  return signVcJwt(list, signer)
}

/** Verifies with the world's root in trust and an empty status list, unless told. */
export async function contextOf(
  world: World,
  change: { at?: Date; trust?: TrustInput; list?: string | Fetched } = {},
): Promise<VerifyContext & { readonly fetched: string[] }> {
  const list = change.list ?? (await signList(world.signer))
  const fetched: string[] = []
  return {
    at: change.at ?? daysAfter(1),
    trust: createTrustStore(change.trust ?? { certificates: [world.root] }),
    fetched,
    resolveStatusList: async url => {
      fetched.push(url)
      return typeof list === 'string' ? { kind: 'found', body: new TextEncoder().encode(list) } : list
    },
  }
}
