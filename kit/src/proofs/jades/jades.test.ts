import { generateKeyPairSync, sign } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  createDevelopmentAuthority,
  type DevelopmentAuthority,
  issueSealCertificate,
  type Signer,
  signerFromPem,
} from '../../keys/index.ts'
import { parseJades, sealJades, verifyJades } from './index.ts'

const now = new Date('2027-01-15T10:00:00.400Z')
const organisation = {
  organisationName: 'Fiberkraft (demo)',
  commonName: 'Fiberkraft seal',
  organizationIdentifier: 'NTRSE-5599990001',
  country: 'SE',
  now,
  days: 365,
  serial: '0a',
}
const payload = JSON.stringify({ id: 'urn:credential:1', title: 'Läranderesultat "akut" \u2028' })

let authority: DevelopmentAuthority
let signer: Signer
let sealed: string

beforeAll(async () => {
  authority = await createDevelopmentAuthority({ commonName: 'Development CA', now, days: 730, serial: '01' })
  signer = signerFromPem(await issueSealCertificate(authority, organisation))
  sealed = await sealJades(payload, signer, { signingTime: now })
})

type Members = Record<string, unknown>
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const bytesOf = (text: string) => new TextEncoder().encode(text)
const verifyText = (text: string) => verifyJades(parseJades(bytesOf(text)))
const headerOf = (text: string): Members =>
  JSON.parse(Buffer.from(JSON.parse(text).signatures[0].protected, 'base64url').toString())

/** A seal, rightly signed, over a header that was changed before. */
async function sealWith(change: Members, more: Members = {}, by: Signer = signer): Promise<string> {
  const header = { ...headerOf(sealed), ...change }
  const encoded = encode(header)
  const signature = await by.sign(bytesOf(`${encoded}.${payload}`))
  const entry = { protected: encoded, signature: Buffer.from(signature).toString('base64url'), ...more }
  return JSON.stringify({ payload, signatures: [entry] })
}

function failuresOf(text: string): string[] {
  const { header, certificate, signature, signingTime } = verifyText(text)
  return [header, certificate, signature, signingTime].flatMap(outcome => (outcome.ok ? [] : [outcome.code]))
}

describe('sealJades', () => {
  test('writes the header of baseline B in the order of the official seals', () => {
    expect(Object.keys(headerOf(sealed))).toEqual([
      'alg',
      'cty',
      'kid',
      'x5t#S256',
      'x5c',
      'typ',
      'b64',
      'sigT',
      'crit',
    ])
    expect(headerOf(sealed)).toMatchObject({
      alg: 'ES256',
      typ: 'jose+json',
      b64: false,
      sigT: '2027-01-15T10:00:00Z',
      crit: ['b64', 'sigT'],
    })
  })

  test('what it seals, verifies, and is read back as it was', () => {
    const parsed = parseJades(bytesOf(sealed))
    const verified = verifyJades(parsed)
    expect(parsed.payload).toBe(payload)
    expect(failuresOf(sealed)).toEqual([])
    expect(verified.signedBy?.subject.organizationIdentifier).toBe('NTRSE-5599990001')
    expect(verified.claimedTime?.toISOString()).toBe('2027-01-15T10:00:00.000Z')
    expect(verified.timestamps).toEqual([])
  })
})

describe('verifyJades', () => {
  test('finds a flipped bit in any byte of the payload', () => {
    const envelope = JSON.parse(sealed)
    for (let index = 0; index < payload.length; index++) {
      const flipped = String.fromCharCode(payload.charCodeAt(index) ^ 1)
      const changed = payload.slice(0, index) + flipped + payload.slice(index + 1)
      expect(failuresOf(JSON.stringify({ ...envelope, payload: changed }))).toEqual(['sig.invalid'])
    }
  })

  test('accepts a payload in base64url', async () => {
    const encoded = encode({ ...headerOf(sealed), b64: true })
    const body = Buffer.from(payload).toString('base64url')
    const signature = Buffer.from(await signer.sign(bytesOf(`${encoded}.${body}`))).toString('base64url')
    const text = JSON.stringify({ payload: body, signatures: [{ protected: encoded, signature }] })
    expect(failuresOf(text)).toEqual([])
    expect(parseJades(bytesOf(text)).payload).toBe(payload)
  })

  test.each<[string, Members, string[]]>([
    ['no algorithm', { alg: 'none' }, ['sig.alg_not_allowed', 'sig.alg_not_allowed']],
    ['an HMAC', { alg: 'HS256' }, ['sig.alg_not_allowed', 'sig.alg_not_allowed']],
    ['an algorithm of another key', { alg: 'ES384' }, ['sig.alg_key_mismatch']],
    ['an algorithm of another kind of key', { alg: 'RS256' }, ['sig.alg_key_mismatch']],
    ['a key of its own', { jwk: {} }, ['sig.header_not_allowed', 'sig.header_not_allowed']],
    [
      'an address of keys',
      { jku: 'http://127.0.0.1/' },
      ['sig.header_not_allowed', 'sig.header_not_allowed'],
    ],
    [
      'an unknown critical member',
      { crit: ['b64', 'x'], x: 1 },
      ['sig.crit_unsupported', 'sig.crit_unsupported'],
    ],
    [
      'an absent critical member',
      { crit: ['b64', 'adoTst'] },
      ['sig.crit_unsupported', 'sig.crit_unsupported'],
    ],
    ['b64 that is not critical', { crit: ['sigT'] }, ['sig.b64_not_allowed', 'sig.b64_not_allowed']],
    ['the type of a token', { typ: 'vc+jwt' }, ['jwt.wrong_type', 'jwt.wrong_type']],
    ['a detached payload', { sigD: {} }, ['jades.sigd', 'jades.sigd']],
    ['no certificate', { x5c: undefined }, ['jades.no_signing_cert', 'jades.no_signing_cert']],
    ['another thumbprint', { 'x5t#S256': 'AAAA' }, ['jades.cert_mismatch']],
    ['another issuer and serial', { kid: 'AAAA' }, ['jades.cert_mismatch']],
    ['a certificate that is none', { x5c: ['AAAA'] }, ['cert.malformed', 'jades.no_signing_cert']],
    ['a certificate in base64url', { x5c: ['__8'] }, ['cert.malformed', 'jades.no_signing_cert']],
    ['no time', { sigT: undefined, crit: ['b64'] }, ['jades.sigt']],
    ['30 February', { sigT: '2027-02-30T00:00:00Z' }, ['jades.sigt']],
    ['a local time', { sigT: '2027-01-15T10:00:00+01:00' }, ['jades.sigt']],
  ])('a header with %s fails', async (_, change, codes) => {
    expect(failuresOf(await sealWith(change))).toEqual(codes)
  })

  test.each<[string, Members, string[]]>([
    ['certificates', { x5c: [] }, ['jades.unsigned_header', 'jades.unsigned_header']],
    ['a thumbprint', { 'x5t#S256': 'AAAA' }, ['jades.unsigned_header', 'jades.unsigned_header']],
    ['crit', { crit: ['b64'] }, ['sig.crit_unsupported', 'sig.crit_unsupported']],
    ['rubbish in etsiU', { etsiU: ['%%', { xVals: [{ x509Cert: { val: 'AAAA' } }] }, 7] }, []],
  ])('an unprotected header with %s', async (_, header, codes) => {
    expect(failuresOf(await sealWith({}, { header }))).toEqual(codes)
  })

  test('a seal by another key, or with another certificate put in, is broken', async () => {
    const other = signerFromPem(await issueSealCertificate(authority, { ...organisation, serial: '0b' }))
    expect(failuresOf(await sealWith({}, {}, other))).toEqual(['sig.invalid'])
    const x5c = [Buffer.from(other.certificateChain[0]!).toString('base64')]
    expect(failuresOf(await sealWith({ x5c }))).toEqual(['jades.cert_mismatch', 'sig.invalid'])
  })

  test('a chain in the wrong order, or far too long, fails', async () => {
    const [own] = headerOf(sealed).x5c as string[]
    expect(failuresOf(await sealWith({ x5c: [own, own] }))).toContain('cert.chain')
    expect(failuresOf(await sealWith({ x5c: Array.from({ length: 50 }, () => own) }))).toContain(
      'cert.too_many',
    )
  })

  test('a time stamp over other bytes is seen, and harms nothing', async () => {
    const token = Buffer.from('3003020101', 'hex').toString('base64')
    const etsiU = [
      Buffer.from(JSON.stringify({ sigTst: { tstTokens: [{ val: token }] } })).toString('base64url'),
    ]
    const text = await sealWith({}, { header: { etsiU } })
    expect(verifyText(text).timestamps).toEqual([{ kind: 'sigTst', imprintMatches: false }])
    expect(failuresOf(text)).toEqual([])
  })
})

describe('parseJades', () => {
  const codeOf = (text: string) => {
    try {
      parseJades(bytesOf(text))
      return 'parsed'
    } catch (error) {
      return (error as { code?: string }).code
    }
  }
  const withEntry = (change: Members) => {
    const { signatures } = JSON.parse(sealed)
    return JSON.stringify({ payload, signatures: [{ ...signatures[0], ...change }] })
  }

  test('takes exactly one signature and no stranger beside it', () => {
    const { signatures } = JSON.parse(sealed)
    expect(codeOf(JSON.stringify({ payload, signatures: [] }))).toBe('sig.serialization')
    expect(codeOf(JSON.stringify({ payload, signatures: [...signatures, ...signatures] }))).toBe(
      'sig.serialization',
    )
    expect(codeOf(JSON.stringify({ payload, signatures, signature: 'AA' }))).toBe('sig.serialization')
    expect(codeOf(JSON.stringify({ signatures }))).toBe('sig.serialization')
    expect(codeOf(withEntry({ alg: 'ES256' }))).toBe('sig.serialization')
    expect(codeOf(withEntry({ header: [] }))).toBe('sig.serialization')
  })

  test('takes base64url in one spelling only', () => {
    const { signature } = JSON.parse(sealed).signatures[0] as { signature: string }
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    // 64 bytes leave four unused bits in the last character: the next letter means the same bytes.
    const sameBytes = signature.slice(0, -1) + alphabet[alphabet.indexOf(signature.at(-1)!) + 1]
    for (const spelling of [`${signature}=`, ` ${signature}`, `${signature}\n`, sameBytes, `${signature}!`]) {
      expect(codeOf(withEntry({ signature: spelling }))).toBe('sig.bad_base64url')
    }
  })

  test('reads the protected header strictly', () => {
    const twice = Buffer.from('{"alg":"none","alg":"ES256"}').toString('base64url')
    expect(codeOf(withEntry({ protected: twice }))).toBe('json.duplicate_key')
    expect(codeOf(withEntry({ protected: encode([]) }))).toBe('sig.serialization')
  })
})

test('signatures made elsewhere with r‖s of DER form are refused', async () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const der: Signer = { ...signer, sign: async data => sign('sha256', data, privateKey) }
  expect(failuresOf(await sealWith({}, {}, der))).toEqual(['sig.invalid'])
})
