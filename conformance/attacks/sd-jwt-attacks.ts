import { createHash } from 'node:crypto'
import { expect } from 'vitest'
import { asSigner, encode, signJws, toBytes } from '../../kit/src/formats/test-issuers.test-support.ts'
import type { JsonObject } from '../../kit/src/json/index.ts'
import { type KeyBindingDemand, presentSdJwt, sealSdJwt } from '../../kit/src/proofs/index.ts'
import {
  type AttackBuilder,
  type AttackCase,
  at,
  attackerP256,
  createHolder,
  invalid,
  now,
  p256,
} from './attack-case.ts'

const holder = createHolder()
const plain = () => ({
  vct: 'https://issuer.example/badge',
  iss: p256.didJwk,
  iat: now - 1000,
  exp: now + 1000,
  cnf: { jwk: holder.jwk },
})
const digestOf = (text: string) => createHash('sha256').update(text).digest('base64url')
const salt = (number: number) => encode(String(number).padStart(20, 's'))
let salts = 100

async function sealed(): Promise<string> {
  const claims = { ...plain(), given_name: 'Maja', grade: 'met' }
  return sealSdJwt(
    { claims, paths: [['given_name'], ['grade']], nextSalt: () => salt(salts++) },
    asSigner(p256),
  )
}

/** An SD-JWT as told, mistakes included. */
function write(payload: object, disclosures: readonly string[] = [], more: object = {}): string {
  const jwt = signJws(
    { alg: 'ES256', typ: 'dc+sd-jwt' },
    { ...plain(), ...payload, ...more },
    p256.privateKey,
  )
  return [jwt, ...disclosures, ''].join('~')
}
const disclosure = (...parts: unknown[]) => encode(parts)
const hidden = (...disclosures: string[]) => ({ _sd: disclosures.map(digestOf), _sd_alg: 'sha-256' })

const demand: KeyBindingDemand = { audience: 'https://verifier.example', nonce: 'n-1' }
const asked = { presentation: { ...demand, keyBinding: 'required' } } as const
const withDemand = (attack: AttackCase): AttackCase => ({ ...attack, context: asked })

/** A presentation with a proof of the key that is changed. */
async function bound(
  what: string,
  code: string,
  change: { header?: object; payload?: object; key?: typeof holder },
): Promise<AttackCase> {
  const token = await presentSdJwt(await sealed(), { reveal: 'all' })
  const payload = {
    iat: now - 5,
    aud: demand.audience,
    nonce: demand.nonce,
    sd_hash: digestOf(token),
    ...change.payload,
  }
  const proof = signJws(
    { alg: 'ES256', typ: 'kb+jwt', ...change.header },
    payload,
    (change.key ?? holder).privateKey,
  )
  return withDemand(invalid(what, token + proof, code))
}

export const sdJwtAttacks: Readonly<Record<string, AttackBuilder>> = {
  'SD-02': async () => {
    const [jwt, first, second] = (await sealed()).split('~')
    const [, name] = JSON.parse(Buffer.from(first!, 'base64url').toString())
    return [
      invalid(
        'another value',
        [jwt, disclosure(salt(1), name, 'Mona'), second, ''].join('~'),
        'sd.digest_mismatch',
      ),
      invalid(
        'another name',
        [jwt, disclosure(salt(1), 'family_name', 'Maja'), second, ''].join('~'),
        'sd.digest_mismatch',
      ),
    ]
  },
  'SD-03': async () => {
    const token = await sealed()
    const one = disclosure(salt(2), 'a', 1)
    const [digest] = hidden(one)._sd
    const [, first] = token.split('~')
    return [
      invalid(
        'for no place',
        `${token}${disclosure(salt(3), 'x', 1)}~`,
        'sd.unreferenced',
        'sd.digest_mismatch',
      ),
      invalid(
        'the same twice',
        `${token}${first}~`,
        'sd.unreferenced',
        'sd.duplicate_digest',
        'sd.malformed',
      ),
      invalid('a digest twice', write({ _sd: [digest, digest] }, [one]), 'sd.duplicate_digest'),
      invalid(
        'a digest in two objects',
        write({ _sd: [digest], inner: { _sd: [digest] } }, [one]),
        'sd.duplicate_digest',
      ),
    ]
  },
  'SD-04': () =>
    ['iss', 'exp', 'vct', 'cnf', 'given_name'].map(name => {
      const one = disclosure(salt(4), name, 'https://evil.example')
      return invalid(
        name,
        write({ ...hidden(one), given_name: 'Maja' }, [one]),
        'sd.claim_collision',
        'sd.required_claim_hidden',
      )
    }),
  'SD-05': () =>
    ['_sd', '...', '__proto__'].map(name => {
      const one = disclosure(salt(5), name, 'x')
      return invalid(name, write(hidden(one), [one]), 'sd.reserved_name', 'json.forbidden_key')
    }),
  'SD-06': () =>
    ['exp', 'nbf', 'cnf', 'status', 'iss'].map(name => {
      const one = disclosure(salt(6), name, name === 'iss' ? p256.didJwk : 7)
      return invalid(
        name,
        write(hidden(one), [one], { [name]: undefined }),
        'sd.required_claim_hidden',
        'key.unknown',
      )
    }),
  'SD-07': () => {
    const one = disclosure(salt(7), 'a', 1)
    return [
      invalid('md5', write({ ...hidden(one), _sd_alg: 'md5' }, [one]), 'sd.hash_not_allowed'),
      invalid('cut short', write({ ...hidden(one), _sd_alg: 'sha-256-32' }, [one]), 'sd.hash_not_allowed'),
      invalid('nested', write({ inner: { ...hidden(one) } }, [one]), 'sd.hash_not_allowed'),
    ]
  },
  'SD-08': async () => [withDemand(invalid('stripped', await sealed(), 'kb.missing'))],
  'SD-09': async () => [
    await bound('another', 'kb.nonce', { payload: { nonce: 'n-2' } }),
    await bound('none', 'kb.nonce', { payload: { nonce: undefined } }),
  ],
  'SD-10': async () => [
    await bound('another', 'kb.aud', { payload: { aud: 'https://other.example' } }),
    await bound('a list', 'kb.aud', { payload: { aud: [demand.audience] } }),
    await bound('without its prefix', 'kb.aud', { payload: { aud: 'verifier.example' } }),
  ],
  'SD-11': async () => {
    const other = await sealed()
    return [
      await bound('none', 'kb.sd_hash', { payload: { sd_hash: undefined } }),
      await bound('of fewer parts', 'kb.sd_hash', {
        payload: { sd_hash: digestOf(`${other.split('~')[0]}~`) },
      }),
      await bound('of another credential', 'kb.sd_hash', { payload: { sd_hash: digestOf(other) } }),
    ]
  },
  'SD-12': async () => [
    await bound('an hour old', 'kb.iat', { payload: { iat: now - 3600 } }),
    await bound('an hour ahead', 'kb.iat', { payload: { iat: now + 3600 } }),
    await bound('another type', 'kb.typ', { header: { typ: 'JWT' } }),
    await bound('no algorithm', 'kb.sig', { header: { alg: 'none' } }),
    await bound('a key of its own', 'kb.sig', { header: { jwk: attackerP256.jwk }, key: attackerP256 }),
  ],
  'SD-13': () => {
    const many = Array.from({ length: 2000 }, (_, index) => disclosure(salt(1000 + index), `c${index}`, 1))
    const large = disclosure(salt(8), 'large', 'x'.repeat(1024 * 1024))
    const deep = write({ a: JSON.parse(`${'{"a":'.repeat(200)}1${'}'.repeat(200)}`) as JsonObject })
    return [
      invalid('2,000 parts', write(hidden(...many), many), 'sd.too_many'),
      invalid('a part of 1 MiB', write(hidden(large), [large]), 'input.too_large'),
      invalid('200 levels', deep, 'json.too_deep'),
    ]
  },
}

/** What a bound presentation must come to when nothing is wrong with it: else the cases above prove nothing. */
export async function soundPresentation(): Promise<AttackCase> {
  const binding = { ...demand, issuedAt: new Date(at.getTime() - 5000), signer: asSigner(holder) }
  const token = await presentSdJwt(await sealed(), { reveal: [['grade']], keyBinding: binding })
  return {
    what: 'a sound presentation',
    bytes: toBytes(token),
    context: asked,
    verdict: 'valid',
    holds: report => {
      expect(report.checks.map(({ code }) => code)).toContain('holder.key_proven')
      expect(report.holder).toMatchObject({ possession: 'proven' })
    },
  }
}
