import { beforeAll, expect, test } from 'vitest'
import type { Certificate, Signer } from '../keys/index.ts'
import { readCertificate } from '../keys/index.ts'
import type { Report } from '../report/index.ts'
import {
  parseIssuerList,
  readTrustedList,
  sourceOfIssuerList,
  sourceOfTrustedList,
  type TrustSource,
} from '../trust/index.ts'
import {
  createAuthority,
  grantedStatus,
  issueSigner,
  signXml,
  type TestAuthority,
  type TestPeriod,
  withdrawnStatus,
  writeList,
} from '../trust/signed-list.test-support.ts'
import {
  contextOf,
  createWorld,
  organisation,
  sealSample,
  signList,
  type World,
} from './sealed-sample.test-support.ts'
import { verifyCredential } from './verify-credential.ts'

let world: World
let authority: TestAuthority
let state: TestAuthority
let signer: Signer
let seal: Certificate
let sealed: Uint8Array
let list: string

const { organisationName, organizationIdentifier } = organisation

beforeAll(async () => {
  ;[authority, state, world] = await Promise.all([
    createAuthority('Example Seal CA'),
    createAuthority('State'),
    createWorld(),
  ])
  signer = await issueSigner(authority, { organisation: organisationName, organizationIdentifier })
  seal = readCertificate(signer.certificateChain[0]!)
  sealed = await sealSample(world, { signer })
  list = await signList(signer)
})

async function verify(...sources: TrustSource[]): Promise<Report> {
  return verifyCredential(sealed, await contextOf(world, { trust: { sources }, list }))
}
const issuerOf = ({ checks }: Report) => checks.filter(({ id }) => id === 'issuer')
const codesOf = (report: Report) => [
  report.verdict,
  ...issuerOf(report).map(({ state, code }) => `${state} ${code}`),
]

const registry = (name: string, issuers: object[], rest: object = {}): TrustSource =>
  sourceOfIssuerList({ id: name, name }, parseIssuerList(Buffer.from(JSON.stringify({ issuers, ...rest }))))
const entry = () => ({
  id: 'https://fiberkraft.example',
  name: 'Fiberkraft (register)',
  certificates: `-----BEGIN CERTIFICATE-----\n${Buffer.from(seal.der).toString('base64')}\n-----END CERTIFICATE-----`,
})
function stateList(...periods: TestPeriod[]): TrustSource {
  const service = { provider: 'Example Trust AB', name: 'Seals G1', certificate: authority.read, periods }
  const bytes = signXml(
    writeList({ territory: 'SE', issued: '2026-04-01T00:00:00Z', services: [service] }),
    state,
  )
  const opened = readTrustedList(bytes, [state.read])
  return sourceOfTrustedList(
    { id: 'SE', name: 'Sweden' },
    { name: 'SE', list: opened, nextUpdate: opened.nextUpdate! },
  )
}
const missing: TrustSource = {
  id: 'DK',
  name: 'Danish list',
  kind: 'trusted-list',
  issuers: [],
  failure: 'list.altered',
}

test('a trusted list knows the seal, and the report says which and under which name', async () => {
  const report = await verify(
    registry('Register', []),
    stateList({ from: '2022-01-01', status: grantedStatus }),
  )
  expect(codesOf(report)).toEqual(['valid', 'passed issuer.trusted'])
  expect(issuerOf(report)[0]!.params).toMatchObject({
    name: organisationName,
    source: 'Sweden',
    listedName: 'Example Trust AB: Seals G1',
    root: 'Example Seal CA',
  })
  expect(report.lists).toMatchObject([
    { name: 'Register', kind: 'issuer-list', state: 'loaded', hasIssuer: false },
    {
      name: 'Sweden',
      kind: 'trusted-list',
      state: 'loaded',
      hasIssuer: true,
      issued: '2026-04-01T00:00:00.000Z',
    },
  ])
})

test('a service that was withdrawn leaves it open', async () => {
  const report = await verify(
    stateList({ from: '2026-04-01', status: withdrawnStatus }, { from: '2022-01-01', status: grantedStatus }),
  )
  expect(codesOf(report)).toEqual(['indeterminate', 'unknown trust.withdrawn'])
})

test('a register knows it by its own name for the issuer', async () => {
  const report = await verify(registry('Register', [entry()]))
  expect(codesOf(report)).toEqual(['valid', 'passed issuer.trusted'])
  expect(issuerOf(report)[0]!.params).toMatchObject({
    source: 'Register',
    listedName: 'Fiberkraft (register)',
    root: 'Example Seal CA',
  })
})

test('lists that were not there are said, whatever else is found', async () => {
  expect(codesOf(await verify(missing, registry('Register', [entry()])))).toEqual([
    'valid',
    'passed issuer.trusted',
    'warning trust.list_unavailable',
  ])
  const unknown = await verify(missing, registry('Old', [], { nextUpdate: '2026-01-01' }))
  expect(codesOf(unknown)).toEqual([
    'indeterminate',
    'unknown issuer.unknown',
    'warning trust.list_unavailable',
    'warning trust.list_stale',
  ])
  expect(issuerOf(unknown)[1]!.params).toEqual({ count: 1, sources: 'Danish list' })
  expect(unknown.lists?.map(({ state }) => state)).toEqual(['could-not-load', 'stale'])
})

test('a list that is past its end vouches for nobody', async () => {
  const report = await verify(registry('Old', [entry()], { nextUpdate: '2026-01-01' }))
  expect(codesOf(report)).toEqual(['indeterminate', 'unknown trust.issuer_on_stale_list'])
})

test('whoever wears a listed name without a listed key is refused, however it is spelt', async () => {
  for (const name of [
    organisationName,
    organisationName.toUpperCase().replaceAll(' ', '\u00a0'),
    'FIBERKRAFT‐NORR Utbіldning (demo)',
  ]) {
    const report = await verify(registry('Register', [{ id: 'https://fiberkraft.example', name }]))
    expect(codesOf(report)).toEqual(['invalid', 'failed cert.untrusted'])
    expect(issuerOf(report)[0]!.params).toMatchObject({ listed: name, source: 'Register' })
    expect(report.lists?.some(({ hasIssuer }) => hasIssuer)).toBe(false)
  }
})

test('nobody is looked for when the seal is broken', async () => {
  const envelope = JSON.parse(new TextDecoder().decode(sealed))
  const broken = Buffer.from(JSON.stringify({ ...envelope, payload: `${envelope.payload}AA` }))
  const report = await verifyCredential(
    broken,
    await contextOf(world, { trust: { sources: [missing] }, list }),
  )
  expect([report.verdict, report.lists]).toEqual(['invalid', undefined])
})
