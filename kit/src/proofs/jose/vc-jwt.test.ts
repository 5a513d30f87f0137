import { beforeAll, describe, expect, test } from 'vitest'
import {
  createDevelopmentAuthority,
  issueSealCertificate,
  type Signer,
  signerFromPem,
} from '../../keys/index.ts'
import { signVcJwt, verifyVcJwt } from './index.ts'

const now = new Date('2027-01-15T10:00:00Z')
const credential = {
  '@context': ['https://www.w3.org/ns/credentials/v2'],
  type: ['VerifiableCredential'],
  id: 'urn:1',
}
let signer: Signer
let token: string

beforeAll(async () => {
  const authority = await createDevelopmentAuthority({ commonName: 'CA', now, days: 30, serial: '01' })
  const pem = await issueSealCertificate(authority, {
    organisationName: 'Fiberkraft (demo)',
    commonName: 'seal',
    organizationIdentifier: 'NTRSE-5599990001',
    country: 'SE',
    now,
    days: 30,
    serial: '02',
  })
  signer = signerFromPem(pem)
  token = await signVcJwt(credential, signer)
})

const encode = (value: unknown) =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
const codeOf = (text: string) => {
  const verified = verifyVcJwt(text)
  return verified.ok ? 'verified' : verified.code
}

async function signed(header: Record<string, unknown>, payload: unknown): Promise<string> {
  const original = JSON.parse(Buffer.from(token.split('.')[0]!, 'base64url').toString())
  const input = `${encode({ ...original, ...header })}.${encode(payload)}`
  return `${input}.${Buffer.from(await signer.sign(new TextEncoder().encode(input))).toString('base64url')}`
}

describe('vc+jwt', () => {
  test('goes round', () => {
    const verified = verifyVcJwt(token)
    expect(verified).toMatchObject({ ok: true, credential })
    expect(verified.ok && verified.signedBy.subject.organizationIdentifier).toBe('NTRSE-5599990001')
  })

  test('refuses other spellings, other parts, other types', async () => {
    const [header, payload, signature] = token.split('.') as [string, string, string]
    expect(codeOf(`${token} `)).toBe('sig.bad_base64url')
    expect(codeOf(`${token}=`)).toBe('sig.bad_base64url')
    expect(codeOf(`${header}.${payload}`)).toBe('sig.serialization')
    expect(codeOf(`${token}.`)).toBe('sig.serialization')
    expect(codeOf(`${token}.a.b`)).toBe('sig.expected_jws')
    expect(codeOf('.'.repeat(2_000_000))).toBe('sig.serialization')
    expect(codeOf('')).toBe('sig.serialization')
    expect(codeOf(`${header}.${encode({ ...credential, id: 'urn:2' })}.${signature}`)).toBe('sig.invalid')
    expect(codeOf(await signed({ typ: 'JWT' }, credential))).toBe('jwt.wrong_type')
    expect(codeOf(await signed({ typ: 'statuslist+jwt' }, credential))).toBe('jwt.wrong_type')
    expect(codeOf(await signed({ alg: 'none' }, credential))).toBe('sig.alg_not_allowed')
    expect(codeOf(await signed({ b64: false, crit: ['b64'] }, credential))).toBe('sig.b64_not_allowed')
    expect(codeOf(await signed({ x5c: undefined }, credential))).toBe('jades.no_signing_cert')
    expect(codeOf(await signed({}, '{"a":1,"a":2}'))).toBe('json.duplicate_key')
    expect(codeOf(await signed({}, '[]'))).toBe('json.syntax')
  })
})
