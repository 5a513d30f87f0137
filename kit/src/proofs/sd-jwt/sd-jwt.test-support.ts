import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import type { JsonObject, JsonValue } from '../../json/index.ts'
import type { Signer } from '../../keys/index.ts'
import { parseSdJwt, type SdJwtQuestion, verifySdJwt } from './index.ts'

export const issuer = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const holder = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' })
export const at = new Date('2027-03-01T12:00:00Z')
export const now = at.getTime() / 1000

export const encode = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')
export const digestOf = (text: string, hash = 'sha256'): string =>
  createHash(hash).update(text).digest('base64url')
export const publicJwk = (key: KeyObject): JsonObject => key.export({ format: 'jwk' }) as JsonObject

export function signerOf(privateKey: KeyObject): Signer {
  return {
    algorithm: 'ES256',
    certificateChain: [],
    sign: async data => Uint8Array.from(sign('sha256', data, { key: privateKey, dsaEncoding: 'ieee-p1363' })),
  }
}

/** A compact JWS of anything; text stands for itself. */
export function jws(header: unknown, payload: unknown, key: KeyObject = issuer.privateKey): string {
  const input = `${encode(header)}.${encode(payload)}`
  return `${input}.${sign('sha256', Buffer.from(input), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`
}

export const disclosure = (...parts: JsonValue[]): string => encode(parts)
let salts = 0
/** Unlike any before, and as long as it has to be. */
export const nextSalt = (): string => encode(String(salts++).padStart(20, 's'))

export const plain = { iss: 'https://issuer.example', vct: 'https://issuer.example/badge', iat: now - 100 }

export interface Written {
  readonly header?: JsonObject
  /** Beside or in place of the plain claims. */
  readonly payload?: Record<string, unknown>
  readonly disclosures?: readonly string[]
  readonly keyBinding?: string
  readonly key?: KeyObject
}

/** An SD-JWT as told, mistakes included. */
export function write({ header, payload, disclosures = [], keyBinding = '', key }: Written): string {
  const jwt = jws({ alg: 'ES256', typ: 'dc+sd-jwt', ...header }, { ...plain, ...payload }, key)
  return [jwt, ...disclosures, keyBinding].join('~')
}

export const demand = { audience: 'x509_san_dns:verifier.example', nonce: 'n-0S6_WzA2Mj' }

/** A key binding for a presentation (all up to the last tilde), with changes. */
export function bind(
  presentation: string,
  change: { header?: JsonObject; payload?: JsonObject; key?: KeyObject } = {},
): string {
  const header = { alg: 'ES256', typ: 'kb+jwt', ...change.header }
  const payload = {
    iat: now - 10,
    aud: demand.audience,
    nonce: demand.nonce,
    sd_hash: digestOf(presentation),
    ...change.payload,
  }
  return presentation + jws(header, payload, change.key ?? holder.privateKey)
}

/** `valid`, or the code. */
export function answerTo(
  token: string,
  question: Partial<SdJwtQuestion> = {},
  key = issuer.publicKey,
): string {
  const parsed = parseSdJwt(token)
  const verified = parsed.ok ? verifySdJwt(parsed, key, { at, ...question }) : parsed
  return verified.ok ? 'valid' : verified.code
}
