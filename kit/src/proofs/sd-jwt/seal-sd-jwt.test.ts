import { randomBytes } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { KitError } from '../../errors.ts'
import type { JsonObject } from '../../json/index.ts'
import { type ClaimPath, parseSdJwt, presentSdJwt, type SdJwtInput, sealSdJwt, verifySdJwt } from './index.ts'
import {
  answerTo,
  at,
  demand,
  holder,
  issuer,
  nextSalt,
  plain,
  publicJwk,
  signerOf,
} from './sd-jwt.test-support.ts'

const claims: JsonObject = {
  ...plain,
  cnf: { jwk: publicJwk(holder.publicKey) },
  given_name: 'Maja',
  address: { city: 'Luleå', country: 'SE' },
  languages: ['sv', 'sma', 'da'],
}
const paths: ClaimPath[] = [
  ['given_name'],
  ['address'],
  ['address', 'country'],
  ['languages', 1],
  ['languages', 2],
]
const signer = signerOf(issuer.privateKey)
const seal = (change: Partial<SdJwtInput> = {}) => sealSdJwt({ claims, paths, nextSalt, ...change }, signer)
const shown = (token: string, question = {}) => {
  const parsed = parseSdJwt(token)
  if (!parsed.ok) throw new Error(parsed.code)
  const verified = verifySdJwt(parsed, issuer.publicKey, { at, ...question })
  if (!verified.ok) throw new Error(verified.code)
  return verified
}

describe('sealing and showing', () => {
  test.each(['sha-256', 'sha-384', 'sha-512'] as const)('goes round with %s', async hash => {
    const token = await seal({ hash, decoys: 3, type: 'vc+sd-jwt', kid: 'key-1' })
    expect(shown(token).claims).toEqual(claims)
    expect(shown(token).hidden).toBe(6)
    const keyBinding = { ...demand, issuedAt: at, signer: signerOf(holder.privateKey) }
    const all = await presentSdJwt(token, { reveal: 'all', keyBinding })
    expect(shown(all, { keyBinding: demand })).toMatchObject({ claims, keyBinding: 'proven' })
  })

  test('shows what is named, with what it stands in, and no more', async () => {
    const token = await seal()
    const { given_name: _, ...others } = claims
    const presented = await presentSdJwt(token, {
      reveal: [
        ['address', 'country'],
        ['languages', 2],
      ],
    })
    expect(shown(presented).claims).toEqual({ ...others, languages: ['sv', 'da'] })
    const outer = await presentSdJwt(token, { reveal: [['address']] })
    expect(shown(outer).claims).toMatchObject({ address: { city: 'Luleå' }, languages: ['sv'] })
    const none = await presentSdJwt(token, { reveal: [] })
    expect(none.split('~')).toHaveLength(2)
    expect(shown(none)).toMatchObject({ hidden: 4 })
  })

  test('nothing concealed stands in the signed bytes, and order tells nothing', async () => {
    const parsed = parseSdJwt(await seal())
    if (!parsed.ok) throw new Error(parsed.code)
    const text = JSON.stringify(parsed.claimed)
    for (const secret of ['Maja', 'Luleå', 'sma', 'given_name', 'country']) expect(text).not.toContain(secret)
    const digests = parsed.claimed._sd as string[]
    expect(digests).toEqual([...digests].sort())
  })

  test('a claim that leads nowhere, a reserved name, a weak salt or a hidden end is refused', async () => {
    const code = (value: string) => expect.objectContaining({ constructor: KitError, code: value })
    await expect(seal({ paths: [['given_nam']] })).rejects.toEqual(code('sd.no_such_claim'))
    await expect(seal({ paths: [['given_name'], ['given_name']] })).rejects.toEqual(code('sd.no_such_claim'))
    await expect(seal({ claims: { ...claims, a: { _sd: [] } } })).rejects.toEqual(code('sd.reserved_name'))
    await expect(seal({ nextSalt: () => 'c2hvcnQ' })).rejects.toEqual(code('sd.weak_salt'))
    await expect(seal({ nextSalt: () => 'A'.repeat(22) })).rejects.toEqual(code('sd.weak_salt'))
    for (const name of ['iss', 'exp', 'nbf', 'cnf', 'vct', 'status']) {
      const concealed = { claims: { ...claims, [name]: 1 }, paths: [[name]] }
      await expect(seal(concealed)).rejects.toEqual(code('sd.required_claim_hidden'))
    }
    await expect(presentSdJwt('x', { reveal: [] })).rejects.toEqual(code('sig.serialization'))
  })

  test('the salts of 10,000 credentials are all new and long (SD-15)', async () => {
    const salts = new Set<string>()
    const quick = { ...signer, sign: async () => new Uint8Array(64) }
    for (let i = 0; i < 10_000; i++) {
      const fresh = () => randomBytes(16).toString('base64url')
      const token = await sealSdJwt(
        { claims: { ...plain, a: 1, b: 2 }, paths: [['a'], ['b']], nextSalt: fresh },
        quick,
      )
      for (const part of token.split('~').slice(1, -1))
        salts.add(JSON.parse(Buffer.from(part, 'base64url').toString())[0])
    }
    expect(salts.size).toBe(20_000)
    for (const salt of salts) expect(Buffer.from(salt, 'base64url').length).toBeGreaterThanOrEqual(16)
  })

  test('a sealed token is the strict verifier’s own', async () => {
    expect(answerTo(await seal({ paths: [] }))).toBe('valid')
    expect(answerTo(await seal(), { keyBinding: demand })).toBe('kb.missing')
  })
})
