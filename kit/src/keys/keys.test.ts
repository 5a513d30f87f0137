import { generateKeyPairSync, verify } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  createDevelopmentAuthority,
  type DevelopmentAuthority,
  findImpersonation,
  issueSealCertificate,
  type PemSeal,
  readCertificate,
  readPemCertificates,
  signerFromPem,
  validateChain,
} from './index.ts'

const now = new Date('2027-01-15T10:00:00.400Z')
const organisation = {
  organisationName: 'Fiberkraft Norr Utbildning (demo)',
  commonName: 'Fiberkraft Norr seal',
  organizationIdentifier: 'NTRSE-5599990001',
  country: 'SE',
  now,
  days: 365,
  serial: 'ff00aa11bb22cc33',
}
const certificateOf = (pem: string) => readCertificate(readPemCertificates(pem)[0]!)

let authority: DevelopmentAuthority
let stranger: DevelopmentAuthority
let seal: PemSeal

beforeAll(async () => {
  authority = await createDevelopmentAuthority({ commonName: 'Development CA', now, days: 730, serial: '01' })
  stranger = await createDevelopmentAuthority({ commonName: 'Development CA', now, days: 730, serial: '02' })
  seal = await issueSealCertificate(authority, organisation)
})

describe('readCertificate', () => {
  test('reads who, when and what for', () => {
    const leaf = certificateOf(seal.certificateChain)
    expect(leaf.subject).toMatchObject({
      country: 'SE',
      organization: 'Fiberkraft Norr Utbildning (demo)',
      commonName: 'Fiberkraft Norr seal',
      organizationIdentifier: 'NTRSE-5599990001',
    })
    expect(leaf.issuer.commonName).toBe('Development CA')
    expect(leaf.notBefore.toISOString()).toBe('2027-01-15T10:00:00.000Z')
    expect(leaf.notAfter.toISOString()).toBe('2028-01-15T10:00:00.000Z')
    expect(leaf.isAuthority).toBe(false)
    expect(leaf.keyUsage).toEqual({ signsData: true, signsCertificates: false })
    expect(leaf.qualified).toBeUndefined()
    expect(leaf.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(certificateOf(authority.certificate)).toMatchObject({ isAuthority: true, pathLength: 0 })
  })

  test.each([
    ['nothing', new Uint8Array()],
    ['text', new TextEncoder().encode('certificate')],
  ])('refuses %s', (_, bytes) => {
    expect(() => readCertificate(bytes)).toThrow(expect.objectContaining({ code: 'cert.malformed' }))
  })

  test('refuses bytes after the end, and a text without a certificate', () => {
    const der = readPemCertificates(seal.certificateChain)[0]!
    expect(() => readCertificate(Buffer.concat([der, Buffer.from([0])]))).toThrow(
      expect.objectContaining({ code: 'cert.malformed' }),
    )
    expect(() => readPemCertificates('no certificate')).toThrow(
      expect.objectContaining({ code: 'cert.malformed' }),
    )
  })
})

describe('validateChain', () => {
  const check = (anchors: string[], at = now, intermediates: string[] = []) =>
    validateChain({
      leaf: certificateOf(seal.certificateChain),
      intermediates: intermediates.map(certificateOf),
      anchors: anchors.map(certificateOf),
      at,
    })

  test('reaches the root, or is listed itself', () => {
    expect(check([authority.certificate])).toMatchObject({ state: 'trusted', path: { length: 2 } })
    expect(check([seal.certificateChain])).toMatchObject({ state: 'trusted', path: { length: 1 } })
  })

  test('a root of the same name with another key is no root', () => {
    expect(check([stranger.certificate])).toEqual({ state: 'unknown' })
    expect(check([stranger.certificate], now, [authority.certificate])).toEqual({ state: 'unknown' })
    expect(check([])).toEqual({ state: 'unknown' })
  })

  test('knows the dates', () => {
    expect(check([authority.certificate], new Date('2027-01-15T09:59:59Z'))).toEqual({
      state: 'broken',
      code: 'cert.not_yet_valid',
    })
    expect(check([authority.certificate], new Date('2028-01-15T10:00:00Z')).state).toBe('trusted')
    expect(check([authority.certificate], new Date('2028-01-15T10:00:01Z'))).toMatchObject({
      state: 'expired',
      endedAt: new Date('2028-01-15T10:00:00Z'),
    })
  })

  test('a seal can not make seals', async () => {
    const forged = await issueSealCertificate(
      { certificate: seal.certificateChain, privateKey: seal.privateKey },
      { ...organisation, organisationName: 'Forger', serial: '77' },
    )
    const leaf = certificateOf(forged.certificateChain)
    const intermediates = [certificateOf(seal.certificateChain)]
    const anchors = [certificateOf(authority.certificate)]
    expect(validateChain({ leaf, intermediates, anchors, at: now })).toEqual({
      state: 'broken',
      code: 'cert.chain',
    })
  })

  test('a signature over SHA-1 leads to no root', () => {
    const leaf = certificateOf(seal.certificateChain)
    const weak = { ...leaf, signatureAlgorithm: '1.2.840.10045.4.1' }
    const anchors = [certificateOf(authority.certificate)]
    expect(validateChain({ leaf: weak, intermediates: [], anchors, at: now })).toEqual({ state: 'unknown' })
  })

  test('refuses a crowd of certificates', () => {
    const crowd = Array.from({ length: 50 }, () => stranger.certificate)
    expect(check([authority.certificate], now, crowd)).toEqual({ state: 'broken', code: 'cert.too_many' })
  })
})

describe('findImpersonation', () => {
  test('a copied name or identifier is found, a name of its own is not', async () => {
    const anchors = [certificateOf(seal.certificateChain)]
    const forge = async (change: Partial<typeof organisation>) => {
      const made = await issueSealCertificate(stranger, { ...organisation, ...change })
      return findImpersonation(certificateOf(made.certificateChain), anchors, [
        { name: 'Branschrådet (demo)' },
      ])
    }
    const other = { organisationName: 'Ny AB', commonName: 'Ny AB seal', organizationIdentifier: 'NTRSE-1' }
    expect(await forge({ ...other, organisationName: ' fiberkraft  norr utbildning (DEMO)' })).toBeDefined()
    expect(await forge({ ...other, organizationIdentifier: 'NTRSE-5599990001' })).toBeDefined()
    expect(await forge({ ...other, commonName: 'Branschrådet (demo)' })).toBeDefined()
    expect(await forge(other)).toBeUndefined()
  })
})

describe('signerFromPem', () => {
  test('signs what the certificate verifies', async () => {
    const signer = signerFromPem(seal)
    const data = new TextEncoder().encode('data')
    const signature = await signer.sign(data)
    expect(signer.algorithm).toBe('ES256')
    expect(signature).toHaveLength(64)
    const key = readCertificate(signer.certificateChain[0]!).publicKey
    expect(verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)).toBe(true)
  })

  test('refuses a foreign key, a weak key and no key', async () => {
    const foreign = await issueSealCertificate(authority, organisation)
    const pemOf = (key: ReturnType<typeof generateKeyPairSync>['privateKey']) =>
      key.export({ type: 'pkcs8', format: 'pem' }).toString()
    const weak = pemOf(generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey)
    for (const [privateKey, code] of [
      [foreign.privateKey, 'key.mismatch'],
      [weak, 'key.unsupported'],
      ['no key', 'key.unsupported'],
    ] as const) {
      expect(() => signerFromPem({ ...seal, privateKey })).toThrow(expect.objectContaining({ code }))
    }
  })
})
