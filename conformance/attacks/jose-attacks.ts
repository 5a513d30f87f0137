import { createHmac, createPublicKey, generateKeyPairSync } from 'node:crypto'
import { expect } from 'vitest'
import { encode, signJws, type TestIssuer } from '../../kit/src/formats/test-issuers.test-support.ts'
import { writeMultikey } from '../../kit/src/keys/index.ts'
import { createWorld, daysAfter, sealSample } from '../../kit/src/verify/sealed-sample.test-support.ts'
import {
  type AttackBuilder,
  type AttackCase,
  attacker,
  bareBadge,
  invalid,
  issuer,
  listOfKeys,
  now,
  p256,
  unclear,
  valid,
} from './attack-case.ts'
import { sealedWorld } from './sealed-world.ts'

const header = (more: object = {}) => ({ alg: 'EdDSA', typ: 'vc+jwt', ...more })
const token = (head: unknown, payload: unknown = bareBadge(), by: TestIssuer = issuer) =>
  signJws(head, payload, by.privateKey)
const es256 = (head: object, payload: unknown = bareBadge(p256)) =>
  token({ alg: 'ES256', typ: 'vc+jwt', ...head }, payload, p256)
const didWeb = 'did:web:issuer.example'
const didAddress = 'https://issuer.example/.well-known/did.json'

/** A badge of a did:web, signed with our key, and the document that the host serves. */
function withDocument(what: string, publicKeyJwk: object, ...codes: string[]): AttackCase {
  const id = `${didWeb}#k`
  const document = {
    id: didWeb,
    verificationMethod: [{ id, type: 'JsonWebKey', controller: didWeb, publicKeyJwk }],
    assertionMethod: [id],
  }
  const payload = bareBadge(issuer, { issuer: { id: didWeb, type: ['Profile'], name: 'Web' } })
  return {
    ...invalid(what, token(header({ kid: id }), payload), ...codes),
    context: { web: { [didAddress]: document } },
    asked: [didAddress],
  }
}

function withRsa(what: string, jwk: object): AttackCase {
  const did = `did:jwk:${encode(jwk)}`
  const payload = bareBadge(issuer, { issuer: { id: did, type: ['Profile'], name: 'Rsa' } })
  return invalid(
    what,
    `${encode({ alg: 'RS256', typ: 'vc+jwt' })}.${encode(payload)}.AA`,
    'key.weak',
    'key.malformed',
    'did.malformed',
  )
}

/** r and s of a P-256 signature in other sizes and spellings. */
function withSignature(what: string, signature: Uint8Array): AttackCase {
  const [head, payload] = es256({}).split('.')
  return invalid(what, `${head}.${payload}.${encode(signature)}`, 'sig.invalid')
}

const order = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')
const word = (value: bigint) => Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
const pair = (r: bigint, s: bigint) => Buffer.concat([word(r), word(s)])
const edwardsOrder = 2n ** 252n + 27742317777372353535851937790883648493n

function withLongerS(): string {
  const [head, payload, signature] = token(header()).split('.')
  const bytes = Buffer.from(signature!, 'base64url')
  const s = BigInt(`0x${Buffer.from(bytes.subarray(32)).reverse().toString('hex')}`) + edwardsOrder
  const longer = Buffer.from(s.toString(16).padStart(64, '0'), 'hex').reverse()
  return `${head}.${payload}.${encode(Buffer.concat([bytes.subarray(0, 32), longer]))}`
}

/** Under the neutral point the neutral point signs everything. */
function withSmallOrder(): string {
  const neutral = Buffer.concat([Buffer.from([1]), Buffer.alloc(31)])
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), neutral])
  const did = `did:key:${writeMultikey(createPublicKey({ key: der, format: 'der', type: 'spki' }))}`
  const payload = bareBadge(issuer, { issuer: { id: did, type: ['Profile'], name: 'Small' } })
  const signature = Buffer.concat([neutral, Buffer.alloc(32)])
  return `${encode(header())}.${encode(payload)}.${encode(signature)}`
}

const claimForm = (more: object, vc: object = {}) => ({
  iss: issuer.did,
  sub: 'did:example:learner',
  jti: 'urn:uuid:1',
  nbf: now - 100,
  vc: {
    '@context': ['https://www.w3.org/2018/credentials/v1'],
    type: ['VerifiableCredential'],
    issuanceDate: '2026-05-01T00:00:00Z',
    credentialSubject: { degree: 'x' },
    ...vc,
  },
  ...more,
})
const withTimes = (more: object) => token(header(), { ...bareBadge(), ...more })

export const joseAttacks: Readonly<Record<string, AttackBuilder>> = {
  'JOS-01': () =>
    ['none', 'None', 'NONE', 'nOnE'].map(alg =>
      invalid(alg, `${encode({ alg, typ: 'vc+jwt' })}.${encode(bareBadge())}.`, 'sig.alg_not_allowed'),
    ),
  'JOS-02': () => {
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string
    const secrets: [string, string | Uint8Array][] = [
      ['PEM', pem],
      ['PEM after a blank', ` ${pem}`],
      ['PEM after a line', `\n${pem}`],
      ['DER', publicKey.export({ type: 'spki', format: 'der' })],
      ['JWK', JSON.stringify(publicKey.export({ format: 'jwk' }))],
    ]
    return secrets.map(([what, secret]) => {
      const input = `${encode({ alg: 'HS256', typ: 'vc+jwt' })}.${encode(bareBadge())}`
      const mac = createHmac('sha256', secret as Buffer)
        .update(input)
        .digest()
      return invalid(what, `${input}.${encode(mac)}`, 'sig.alg_not_allowed')
    })
  },
  'JOS-03': () =>
    ['ES384', 'PS256', 'EdDSA'].map(alg => invalid(alg, es256({ alg }), 'sig.alg_key_mismatch')),
  'JOS-04': () => {
    const listed = 'https://listed.example'
    const payload = bareBadge(issuer, { issuer: { id: listed, type: ['Profile'], name: 'Listed' } })
    const list = [{ id: listed, name: 'Listed', jwks: [issuer.jwk] }]
    const forged = token(header({ jwk: attacker.jwk }), payload, attacker)
    return [
      {
        ...invalid('a listed issuer', forged, 'key.not_bound_to_issuer'),
        context: { trust: listOfKeys(list) },
      },
      invalid(
        'an issuer that is a key',
        token(header({ jwk: attacker.jwk }), bareBadge(), attacker),
        'sig.invalid',
      ),
    ]
  },
  'JOS-05': async () => {
    const { world } = await sealedWorld()
    const impostor = await createWorld()
    const stranger = await createWorld({
      organizationIdentifier: 'NTRSE-7',
      organisationName: 'Nobody',
      commonName: 'Nobody',
      serial: '07',
    })
    const context = {
      at: daysAfter(1),
      trust: { certificates: [world.root], names: [{ organizationIdentifier: 'NTRSE-5599990011' }] },
    }
    const unknown = await sealSample(stranger, {
      input: {
        seal: {
          organisationName: 'Nobody',
          commonName: 'Nobody',
          organizationIdentifier: 'NTRSE-7',
          country: 'SE',
        },
      },
    })
    return [
      { ...invalid('a copied subject', await sealSample(impostor), 'cert.untrusted'), context },
      {
        ...unclear('an unknown name', unknown, 'issuer.unknown'),
        context,
        asked: ['http://localhost:3000/status/lists/1'],
      },
    ]
  },
  'JOS-06': () =>
    ['jku', 'x5u'].map(name =>
      invalid(name, token(header({ [name]: 'http://127.0.0.1:9/jwks' })), 'sig.header_not_allowed'),
    ),
  'JOS-07': () =>
    ['../../../../etc/passwd', "' OR 1=1--", 'k'.repeat(65_536), '__proto__', 'constructor'].map(kid =>
      invalid(kid.slice(0, 20), token(header({ kid })), 'key.unknown', 'did.malformed'),
    ),
  'JOS-08': () => [
    invalid(
      'another DID’s key',
      token(header({ kid: 'did:web:evil.example#k' }), bareBadge(), attacker),
      'key.not_bound_to_issuer',
    ),
  ],
  'JOS-09': async () => {
    const { unprotected } = await sealedWorld()
    return [
      invalid('unknown', token(header({ crit: ['x'], x: 1 })), 'sig.crit_unsupported'),
      invalid('empty', token(header({ crit: [] })), 'sig.crit_unsupported'),
      invalid('absent member', token(header({ crit: ['exp'] })), 'sig.crit_unsupported'),
      invalid('unprotected', await unprotected({ crit: ['x'] }), 'sig.crit_unsupported'),
    ]
  },
  'JOS-10': () => [
    invalid('alone', token(header({ b64: false })), 'sig.b64_not_allowed'),
    invalid('critical', token(header({ b64: false, crit: ['b64'] })), 'sig.b64_not_allowed'),
  ],
  'JOS-11': () =>
    ['{"alg":"none","alg":"EdDSA","typ":"vc+jwt"}', '{"alg":"EdDSA","alg":"none","typ":"vc+jwt"}'].map(text =>
      invalid(text, token(text), 'json.duplicate_key'),
    ),
  'JOS-12': () => {
    const twice = JSON.stringify({ ...bareBadge(), iss: issuer.did }).replace(
      '"iss":',
      '"iss":"did:key:zEvil","iss":',
    )
    return [invalid('iss twice', token(header(), twice), 'json.duplicate_key')]
  },
  'JOS-13': () =>
    ['__proto__', 'constructor', 'prototype'].map(name => {
      const text = JSON.stringify(bareBadge()).replace(/^\{/, `{"${name}":{"admin":true},`)
      return invalid(name, token(header(), text), 'json.forbidden_key')
    }),
  'JOS-14': () => {
    const parts = token(header()).split('.')
    return [' ', '\t', '\n', '='].flatMap(blank =>
      parts.map((part, index) => {
        const changed = parts.with(index, `${part.slice(0, 12)}${blank}${part.slice(12)}`)
        return invalid(JSON.stringify([blank, index]), changed.join('.'), 'sig.bad_base64url')
      }),
    )
  },
  'JOS-15': () => {
    const [head, payload, signature] = token(header()).split('.')
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
    const last = letters[letters.indexOf(signature!.at(-1)!) + 1]!
    return [
      invalid('unused bits', `${head}.${payload}.${signature!.slice(0, -1)}${last}`, 'sig.bad_base64url'),
    ]
  },
  'JOS-16': () => {
    const good = Buffer.from(es256({}).split('.')[2]!, 'base64url')
    const edges = [0n, 1n, order - 1n, order, 2n ** 256n - 1n]
    return [
      ...edges.flatMap(r => edges.map(s => withSignature(`r ${r} s ${s}`, pair(r, s)))),
      withSignature('a zero behind', Buffer.concat([good, Buffer.alloc(1)])),
      withSignature(
        'DER',
        Buffer.concat([
          Buffer.from([0x30, 0x44, 2, 32]),
          good.subarray(0, 32),
          Buffer.from([2, 32]),
          good.subarray(32),
        ]),
      ),
      withSignature('nothing', Buffer.alloc(0)),
    ]
  },
  'JOS-17': () => [
    invalid('S beyond the order', withLongerS(), 'sig.invalid'),
    invalid('a key of small order', withSmallOrder(), 'key.weak'),
  ],
  'JOS-18': () => {
    const n = (bits: number) =>
      generateKeyPairSync('rsa', { modulusLength: bits }).publicKey.export({ format: 'jwk' }).n!
    return [
      withRsa('e = 1', { kty: 'RSA', n: n(2048), e: 'AQ' }),
      withRsa('512 bits', { kty: 'RSA', n: n(512), e: 'AQAB' }),
    ]
  },
  'JOS-19': () => [
    withDocument('for encryption', { ...issuer.jwk, use: 'enc' }, 'key.wrong_use'),
    withDocument('without verify', { ...issuer.jwk, key_ops: ['sign'] }, 'key.wrong_use'),
  ],
  'JOS-20': () => {
    const jwk = issuer.privateKey.export({ format: 'jwk' }) as { d: string }
    const published = withDocument('in a DID document', jwk, 'key.private_material')
    return [{ ...published, holds: report => expect(JSON.stringify(report)).not.toContain(jwk.d) }]
  },
  'JOS-21': async () => {
    const { envelope } = await sealedWorld()
    const [entry] = envelope.signatures
    return [
      invalid(
        'two signatures',
        { ...envelope, signatures: [entry, { ...entry, signature: 'AAAA' }] },
        'sig.serialization',
      ),
      invalid('none', { ...envelope, signatures: [] }, 'sig.serialization'),
    ]
  },
  'JOS-22': () => [
    invalid('4 parts', `${token(header())}.AAAA`, 'sig.serialization'),
    invalid('6 parts', `${token(header())}.AA.AA.AA`, 'sig.serialization'),
    invalid('2 MiB of dots', '.'.repeat(2 * 1024 * 1024), 'sig.serialization'),
  ],
  'JOS-23': () => [
    invalid('encrypted', `${encode({ alg: 'RSA-OAEP', enc: 'A256GCM' })}.AA.AA.AA.AA`, 'sig.expected_jws'),
  ],
  'JOS-25': () =>
    ['statuslist+jwt', 'kb+jwt', 'openid4vci-proof+jwt', 'JWT', 'logout+jwt', 'oauth-authz-req+jwt'].map(
      typ =>
        invalid(
          typ,
          token(header({ typ }), { iss: issuer.did, sub: 'x', aud: 'y', nonce: 'n', iat: now }),
          'jwt.wrong_type',
        ),
    ),
  'JOS-26': () => [
    invalid('text', withTimes({ exp: '2030' }), 'time.malformed'),
    invalid('negative', withTimes({ exp: -1 }), 'time.malformed'),
    invalid(
      'infinite',
      token(header(), JSON.stringify({ ...bareBadge(), exp: 7 }).replace('"exp":7', '"exp":1e400')),
      'json.number_range',
    ),
    invalid('beyond all years', withTimes({ exp: 1e17 }), 'time.malformed', 'json.number_range'),
    invalid('now', withTimes({ exp: now }), 'dates.expired'),
    valid('in a second', withTimes({ exp: now + 1 })),
  ],
  'JOS-27': () => [
    invalid('nbf tomorrow', withTimes({ nbf: now + 86_400 }), 'dates.not_yet_valid'),
    invalid('iat tomorrow', withTimes({ iat: now + 86_400 }), 'time.not_yet_valid'),
    invalid('iat 1970', withTimes({ iat: 1 }), 'time.inconsistent'),
    invalid('iat after exp', withTimes({ iat: now - 10, exp: now - 20 }), 'time.inconsistent'),
  ],
  'JOS-28': () => [
    {
      ...valid('claims around the token', {
        ...bareBadge(issuer, { name: 'Forged' }),
        proof: { type: 'JwtProof2020', jwt: token(header()) },
      }),
      holds: ({ credential }) => expect(JSON.stringify(credential)).not.toContain('Forged'),
    },
  ],
  'JOS-29': () => [
    invalid(
      'issuer',
      token(header({ typ: 'JWT' }), claimForm({}, { issuer: attacker.did })),
      'vc.claim_conflict',
    ),
    invalid(
      'subject',
      token(header({ typ: 'JWT' }), claimForm({}, { credentialSubject: { id: 'did:example:other' } })),
      'vc.claim_conflict',
    ),
    invalid('id', token(header({ typ: 'JWT' }), claimForm({}, { id: 'urn:uuid:2' })), 'vc.claim_conflict'),
  ],
  'JOS-30': () => [
    invalid('0xff', token(header(), Uint8Array.of(0x7b, 0xff, 0x7d)), 'json.encoding', 'json.syntax'),
    invalid(
      'UTF-16',
      Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(JSON.stringify(bareBadge()), 'utf16le')]),
      'json.encoding',
    ),
    invalid(
      'lone surrogate',
      token(header(), '{"type":["VerifiableCredential"],"a":"\\ud800"}'),
      'json.encoding',
    ),
  ],
}
