import { gzipSync } from 'node:zlib'
import { expect } from 'vitest'
import {
  asSigner,
  badgeListUrl,
  buildBadge,
  encode,
  sealBadgeList,
  signJws,
  type TestIssuer,
  toBytes,
} from '../../kit/src/formats/test-issuers.test-support.ts'
import type { JsonObject } from '../../kit/src/json/index.ts'
import { sealSdJwt } from '../../kit/src/proofs/index.ts'
import { encodeTokenStatusList } from '../../kit/src/status/index.ts'
import {
  type AttackBuilder,
  type AttackCase,
  at,
  attacker,
  bareBadge,
  invalid,
  issuer,
  jcs,
  now,
  p256,
  put,
  rdfc,
  sign,
  unclear,
  valid,
} from './attack-case.ts'

const moment = (seconds: number) => new Date(at.getTime() + seconds * 1000).toISOString()
const pointed = (change: object = {}) =>
  bareBadge(issuer, {
    credentialStatus: { ...(buildBadge(issuer).credentialStatus as JsonObject), ...change } as JsonObject,
  })

/** A credential that points at a list, and what stands there. */
async function withList(
  attack: (what: string, document: unknown, ...codes: string[]) => AttackCase,
  what: string,
  list: unknown,
  codes: readonly string[],
  pointer: object = {},
): Promise<AttackCase> {
  return {
    ...attack(what, await sign(pointed(pointer)), ...codes),
    context: { web: list === undefined ? {} : { [badgeListUrl]: list } },
    asked: [badgeListUrl],
  }
}

/** Our list with parts of its own, signed anew. */
async function listWith(
  subject: JsonObject,
  more: JsonObject = {},
  by: TestIssuer = issuer,
): Promise<JsonObject> {
  const { proof: _, ...list } = await sealBadgeList(issuer)
  const credentialSubject = { ...(list.credentialSubject as JsonObject), ...subject }
  return sign({ ...list, ...more, credentialSubject }, rdfc, by)
}
const packed = (bytes: number) => `u${gzipSync(new Uint8Array(bytes), { level: 9 }).toString('base64url')}`

const tokenListUrl = 'https://issuer.example/token-status/1'
let salts = 0
async function withTokenStatus(what: string, value: number, code: string): Promise<AttackCase> {
  const claims = {
    vct: 'https://issuer.example/badge',
    iss: p256.didJwk,
    iat: now - 1000,
    status: { status_list: { uri: tokenListUrl, idx: 5 } },
  }
  const nextSalt = () => encode(String(salts++).padStart(20, 's'))
  const token = await sealSdJwt({ claims, paths: [], nextSalt }, asSigner(p256))
  const payload = {
    sub: tokenListUrl,
    iat: now - 100,
    status_list: encodeTokenStatusList([[5, value]], { bits: 8, entries: 64 }),
  }
  return {
    ...unclear(what, token, code),
    context: {
      web: { [tokenListUrl]: signJws({ alg: 'ES256', typ: 'statuslist+jwt' }, payload, p256.privateKey) },
    },
    asked: [tokenListUrl],
  }
}

async function presentationOf(holder: TestIssuer, ...credentials: JsonObject[]): Promise<JsonObject> {
  const document = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder: holder.did,
    verifiableCredential: credentials,
  }
  const options = {
    ...rdfc,
    purpose: 'authentication',
    domain: 'https://verifier.example',
    challenge: 'n-1',
  } as const
  return sign(document, options, holder)
}
const asked = {
  presentation: { audience: 'https://verifier.example', nonce: 'n-1', keyBinding: 'required' },
} as const
const about = (did: string) =>
  sign(
    bareBadge(issuer, { credentialSubject: { ...(bareBadge().credentialSubject as JsonObject), id: did } }),
  )

const withIssuer = (id: string) => bareBadge(issuer, { issuer: { id, type: ['Profile'], name: 'Somebody' } })
const named = (id: string, kid: string) =>
  signJws({ alg: 'EdDSA', typ: 'vc+jwt', kid }, withIssuer(id), issuer.privateKey)

export const statusAttacks: Readonly<Record<string, AttackBuilder>> = {
  'ST-01': async () => [
    invalid('a second ago', await sign(bareBadge(issuer, { validUntil: moment(-1) })), 'dates.expired'),
    invalid('now', await sign(bareBadge(issuer, { validUntil: moment(0) })), 'dates.expired'),
    valid('in a second', await sign(bareBadge(issuer, { validUntil: moment(1) }))),
  ],
  'ST-02': async () => [
    invalid('tomorrow', await sign(bareBadge(issuer, { validFrom: moment(86_400) })), 'dates.not_yet_valid'),
  ],
  'ST-03': async () => [
    invalid(
      'an end before the start',
      await sign(bareBadge(issuer, { validUntil: '2020-01-01T00:00:00Z' })),
      'time.malformed',
    ),
    ...(await Promise.all(
      ['2026-02-30T00:00:00Z', '+10000-01-01T00:00:00Z', '2026-02-03T00:00:00'].map(async time =>
        invalid(time, await sign(bareBadge(issuer, { validFrom: time })), 'time.malformed'),
      ),
    )),
  ],
  'ST-04': async () => [
    await withList(unclear, 'a list of another purpose', await listWith({ statusPurpose: 'suspension' }), [
      'status.purpose_mismatch',
    ]),
  ],
  'ST-05': async () => {
    const list = await sealBadgeList(issuer)
    const within = ['131072', '9007199254740991']
    const malformed = ['-1', '1.5', '0x10', ' 7', '1e3', '9007199254740993', '9'.repeat(10_000)]
    return [
      ...(await Promise.all(
        within.map(index =>
          withList(unclear, index, list, ['status.index_range'], { statusListIndex: index }),
        ),
      )),
      ...(await Promise.all(
        malformed.map(async index =>
          unclear(
            index.slice(0, 20),
            await sign(pointed({ statusListIndex: index })),
            'status.malformed',
            'status.index_range',
          ),
        ),
      )),
      unclear(
        'beyond what is counted in',
        await sign(
          pointed({ statusListIndex: '9007199254740991', statusSize: 8, statusMessage: messages(256) }),
        ),
        'status.index_range',
      ),
    ]
  },
  'ST-06': async () => [
    await withList(
      invalid,
      'bit 1, asked for 1',
      await sealBadgeList(issuer, [1]),
      ['status.revoked_unexplained'],
      { statusListIndex: '1' },
    ),
    await withList(valid, 'bit 1, asked for 6', await sealBadgeList(issuer, [1]), [], {
      statusListIndex: '6',
    }),
  ],
  'ST-07': async () => [
    await withList(unclear, 'a list of somebody else', await sealBadgeList(attacker), [
      'status.issuer_mismatch',
    ]),
  ],
  'ST-08': async () => {
    const list = await sealBadgeList(issuer)
    const { proof: _, ...unsigned } = list
    return Promise.all([
      withList(unclear, 'unsigned', unsigned, ['status.unverified']),
      withList(unclear, 'altered', put(list, 'credentialSubject/encodedList', packed(16_385)), [
        'status.unverified',
      ]),
      withList(unclear, 'another type', await listWith({}, { type: ['VerifiableCredential'] }), [
        'status.unverified',
      ]),
      withList(unclear, 'another address', await listWith({}, { id: `${badgeListUrl}0` }), [
        'status.unverified',
      ]),
    ])
  },
  'ST-09': async () => [
    await withList(unclear, '256 MiB', await listWith({ encodedList: packed(256 * 1024 * 1024) }), [
      'status.too_large',
    ]),
  ],
  'ST-10': async () => [
    await withList(unclear, '8 entries', await listWith({ encodedList: packed(1) }), ['status.too_short']),
  ],
  'ST-11': async () => {
    const cases = [
      await withList(unclear, 'ended', await listWith({}, { validUntil: moment(-1) }), ['status.stale']),
    ]
    return cases.map(attack => ({
      ...attack,
      holds: report =>
        expect(report.checks.find(({ code }) => code === 'status.stale')?.params?.until).toBe(moment(-1)),
    }))
  },
  'ST-13': async () => [
    await withList(unclear, 'nothing there', undefined, ['status.unreachable']),
    await withList(unclear, 'a page', toBytes('<!doctype html><title>404</title>'), ['status.unverified']),
    await withList(unclear, 'something else', { error: 'not found' }, ['status.unverified']),
  ],
  'ST-14': async () => [
    invalid(
      'altered, and pointing at a listener',
      put(await sign(pointed()), 'name', 'Forged'),
      'sig.invalid',
    ),
  ],
  'ST-15': async () => {
    const entry = pointed().credentialStatus as JsonObject
    const two = await sign(
      bareBadge(issuer, { credentialStatus: [{ ...entry, id: 'urn:x:1', statusListIndex: '8' }, entry] }),
    )
    const foreign = await sign(
      bareBadge(issuer, {
        credentialStatus: [entry, { id: 'https://issuer.example/other', type: '1EdTechRevocationList' }],
      }),
      jcs,
    )
    const web = async (revoked: number[]) => ({
      context: { web: { [badgeListUrl]: await sealBadgeList(issuer, revoked) } },
      asked: [badgeListUrl],
    })
    return [
      invalid('taken away', put(await sign(pointed()), 'credentialStatus', undefined), 'sig.invalid'),
      { ...invalid('one of two is revoked', two, 'status.revoked_unexplained'), ...(await web([7])) },
      { ...unclear('one of two is of an unknown kind', foreign, 'status.unknown_type'), ...(await web([])) },
    ]
  },
  'ST-16': async () => [
    unclear(
      'too short a table',
      await sign(pointed({ statusSize: 2, statusPurpose: 'message', statusMessage: messages(3) })),
      'status.malformed',
    ),
    unclear(
      'a table of other values',
      await sign(
        pointed({
          statusSize: 2,
          statusPurpose: 'message',
          statusMessage: messages(4).map((line, index) => (index === 3 ? { ...line, status: '0x7' } : line)),
        }),
      ),
      'status.malformed',
    ),
  ],
  'ST-17': () =>
    Promise.all(
      [3, 0x0b, 0x7f].map(value => withTokenStatus(`0x${value.toString(16)}`, value, 'status.unknown_value')),
    ),
  'ST-18': async () => [
    await withList(
      unclear,
      'a list with a status',
      await listWith({}, { credentialStatus: pointed().credentialStatus! }),
      ['status.malformed'],
    ),
  ],
  'ST-19': async () => [
    {
      ...invalid(
        'another’s credential',
        await presentationOf(attacker, await about(issuer.did)),
        'presentation.some_invalid',
      ),
      context: asked,
      holds: report =>
        expect(report.credentials?.[0]?.checks.map(({ code }) => code)).toContain('holder.mismatch'),
    },
  ],
  'ST-20': async () => [
    {
      ...invalid(
        'two subjects',
        await presentationOf(issuer, await about(issuer.did), await about(attacker.did)),
        'presentation.some_invalid',
      ),
      context: asked,
      holds: report => {
        expect(report.credentials?.map(({ verdict }) => verdict)).toEqual(['valid', 'invalid'])
        expect(report.credentials?.[0]?.checks.map(({ code }) => code)).toContain('holder.key_proven')
      },
    },
  ],
  'ST-21': async () => [
    {
      ...valid('nobody proves anything', await about('did:example:learner')),
      holds: ({ holder, checks }) => {
        expect(holder).toEqual({ bonds: ['key', 'name'], possession: 'absent' })
        expect(checks.find(({ id }) => id === 'holder')).toMatchObject({
          state: 'skipped',
          code: 'holder.not_asked',
        })
      },
    },
  ],
  'ST-22': async () => {
    const oslo = bareBadge(attacker, {
      issuer: { id: attacker.did, type: ['Profile'], name: 'University of Oslo' },
    })
    return [unclear('a copied name on no list', await sign(oslo, rdfc, attacker), 'issuer.unknown')]
  },
  'ST-23': () => [
    ...['did:web:127.0.0.1', 'did:web:user%40issuer.example', 'did:web:[::1]'].map(did =>
      invalid(did, named(did, `${did}#k`), 'did.not_allowed', 'did.malformed'),
    ),
    invalid(
      'a path that climbs',
      named('did:web:a%2F..%2Fb', 'did:web:a%2F..%2Fb#k'),
      'did.malformed',
      'did.not_allowed',
    ),
    {
      ...unclear(
        'a lookalike in its real letters',
        named('did:web:xn--issur-hsa.example', 'did:web:xn--issur-hsa.example#k'),
        'did.unreachable',
      ),
      asked: ['https://xn--issur-hsa.example/.well-known/did.json'],
    },
  ],
  'ST-24': () => [
    invalid(
      'another codec',
      named(
        'did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc',
        'did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc#k',
      ),
      'did.malformed',
    ),
    invalid('a private key', named(privateDid(), `${privateDid()}#0`), 'did.malformed'),
    invalid('1 MiB', named(`did:jwk:${'e'.repeat(1024 * 1024)}`, '#0'), 'did.malformed', 'key.unknown'),
    unclear('an unknown method', named('did:example:1', 'did:example:1#k'), 'did.method_unsupported'),
  ],
}

const privateDid = () => `did:jwk:${encode(issuer.privateKey.export({ format: 'jwk' }))}`

function messages(count: number): { status: string; message: string }[] {
  return Array.from({ length: count }, (_, value) => ({
    status: `0x${value.toString(16)}`,
    message: `m${value}`,
  }))
}
