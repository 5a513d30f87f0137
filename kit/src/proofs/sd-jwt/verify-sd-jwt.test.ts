import { describe, expect, test } from 'vitest'
import { parseSdJwt, verifySdJwt } from './index.ts'
import {
  answerTo,
  at,
  digestOf,
  disclosure,
  encode,
  issuer,
  jws,
  plain,
  publicJwk,
  stranger,
  type Written,
  write,
} from './sd-jwt.test-support.ts'

const given = disclosure('c2FsdC1vbmU', 'given_name', 'Maja')
const family = disclosure('c2FsdC10d28', 'family_name', 'Sarri')
const element = disclosure('c2FsdC10aHJlZQ', 'sv')
const sd = (...texts: string[]): string[] => texts.map(text => digestOf(text))
const reveal = (token: string) => {
  const parsed = parseSdJwt(token)
  return parsed.ok ? verifySdJwt(parsed, issuer.publicKey, { at }) : parsed
}

describe('an SD-JWT that holds', () => {
  test('shows what is disclosed, in objects, arrays and each other, and says how much is hidden', () => {
    const inner = disclosure('c2FsdC1mb3Vy', 'country', 'SE')
    const outer = disclosure('c2FsdC1maXZl', 'address', { city: 'Luleå', _sd: sd(inner) })
    const token = write({
      payload: {
        _sd: sd(given, family, outer),
        languages: [{ '...': digestOf(element) }, 'da', { '...': 'decoy' }],
        _sd_alg: 'sha-256',
      },
      disclosures: [inner, given, element, outer],
    })
    expect(reveal(token)).toEqual({
      ok: true,
      claims: {
        ...plain,
        given_name: 'Maja',
        address: { city: 'Luleå', country: 'SE' },
        languages: ['sv', 'da'],
      },
      hidden: 2,
      keyBinding: 'absent',
    })
  })

  test.each(['sha-256', 'sha-384', 'sha-512'])('with %s', name => {
    const digest = digestOf(given, name.replace('-', ''))
    const token = write({ payload: { _sd: [digest], _sd_alg: name }, disclosures: [given] })
    expect(reveal(token)).toMatchObject({ ok: true, claims: { given_name: 'Maja' } })
  })

  test.each<[string, Written]>([
    ['nothing to disclose', {}],
    ['the older type', { header: { typ: 'vc+sd-jwt' } }],
    ['everything hidden', { payload: { _sd: sd(given, family) } }],
    ['no digests in its list', { payload: { _sd: [] } }],
    ['256 disclosures', many(256)],
    [
      'a credential of VCDM 2.0',
      {
        header: { typ: 'vc+sd-jwt' },
        payload: {
          vct: undefined,
          iss: undefined,
          '@context': ['x'],
          type: ['VerifiableCredential'],
          issuer: 'did:x:1',
        },
      },
    ],
  ])('%s', (_, written) => {
    expect(answerTo(write(written))).toBe('valid')
  })

  test('a JSON serialisation says the same', () => {
    const [jwt] = write({ payload: { _sd: sd(given) } }).split('~') as [string]
    const [header, payload, signature] = jwt.split('.')
    const part = { protected: header, signature, header: { disclosures: [given], kid: 'key-1' } }
    const flattened = { payload, ...part }
    for (const document of [flattened, { payload, signatures: [part] }]) {
      expect(reveal(JSON.stringify(document))).toMatchObject({ ok: true, claims: { given_name: 'Maja' } })
    }
    const spoiled: [object, string][] = [
      [{ payload, signatures: [part, part] }, 'sig.serialization'],
      [{ payload, signatures: [] }, 'sig.serialization'],
      [{ ...flattened, signatures: [part] }, 'sig.serialization'],
      [{ ...flattened, extra: 1 }, 'sig.serialization'],
      [{ ...flattened, header: { disclosures: [given], alg: 'none' } }, 'sig.serialization'],
      [{ ...flattened, header: { disclosures: given } }, 'sig.serialization'],
      [{ ...flattened, header: { disclosures: [given], kb_jwt: 7 } }, 'sig.serialization'],
      [{ ...flattened, header: undefined }, 'sig.serialization'],
      [{ ...flattened, payload: encode({ ...plain, _sd: sd(given), admin: true }) }, 'sig.invalid'],
    ]
    for (const [document, code] of spoiled) expect(answerTo(JSON.stringify(document))).toBe(code)
  })
})

function many(count: number): Written {
  const disclosures = Array.from({ length: count }, (_, index) => disclosure('c2FsdA', `n${index}`, index))
  return { payload: { _sd: sd(...disclosures) }, disclosures }
}

/** A chain of disclosures, each within the one before. */
function deep(levels: number): Written {
  const disclosures: string[] = []
  for (let i = 0; i < levels; i++) {
    const value = i === 0 ? 1 : { _sd: sd(disclosures.at(-1)!) }
    disclosures.push(disclosure('c2FsdA', 'a', value))
  }
  return { payload: { _sd: sd(disclosures.at(-1)!) }, disclosures }
}

const named = (name: string, value: string | number | object = 1): Written => {
  const text = disclosure('c2FsdA', name, value as string)
  return { payload: { _sd: sd(text) }, disclosures: [text] }
}
const raw = (text: string): Written => ({ payload: { _sd: sd(text) }, disclosures: [text] })
const both = { payload: { _sd: sd(given, family) }, disclosures: [given, family] }

describe('an SD-JWT that is refused', () => {
  test.each<[string, Written, string]>([
    // Signature and header (RFC 8725, RFC 9901 §7.1 step 2)
    ['no algorithm', { header: { alg: 'none' } }, 'sig.alg_not_allowed'],
    ['a shared secret', { header: { alg: 'HS256' } }, 'sig.alg_not_allowed'],
    ['another algorithm than the key has', { header: { alg: 'ES384' } }, 'sig.alg_key_mismatch'],
    ['another signer', { key: stranger.privateKey }, 'sig.invalid'],
    [
      'a key of its own',
      { header: { jwk: publicJwk(stranger.publicKey) }, key: stranger.privateKey },
      'sig.header_not_allowed',
    ],
    ['an address of keys', { header: { jku: 'http://127.0.0.1/' } }, 'sig.header_not_allowed'],
    ['a critical member that nobody knows', { header: { crit: ['x'], x: 1 } }, 'sig.crit_unsupported'],
    ['an empty crit', { header: { crit: [] } }, 'sig.crit_unsupported'],
    ['a payload that is not encoded', { header: { b64: false, crit: ['b64'] } }, 'sig.b64_not_allowed'],
    ['no type', { header: { typ: null } }, 'jwt.wrong_type'],
    ['the type of a plain token', { header: { typ: 'JWT' } }, 'jwt.wrong_type'],
    ['the type of a key binding', { header: { typ: 'kb+jwt' } }, 'jwt.wrong_type'],
    ['the type of a status list', { header: { typ: 'statuslist+jwt' } }, 'jwt.wrong_type'],
    ['the type of another credential', { header: { typ: 'vc+jwt' } }, 'jwt.wrong_type'],
    // SD-02, SD-03
    [
      'a value that was changed',
      { ...both, disclosures: [given, disclosure('c2FsdC10d28', 'family_name', 'Evil')] },
      'sd.digest_mismatch',
    ],
    [
      'a name that was changed',
      { ...both, disclosures: [disclosure('c2FsdC1vbmU', 'admin', 'Maja'), family] },
      'sd.digest_mismatch',
    ],
    [
      'a salt that was changed',
      { ...both, disclosures: [disclosure('c2FsdC14', 'given_name', 'Maja'), family] },
      'sd.digest_mismatch',
    ],
    [
      'an element that was changed',
      { payload: { a: [{ '...': digestOf(element) }] }, disclosures: [disclosure('c2FsdC10aHJlZQ', 'da')] },
      'sd.digest_mismatch',
    ],
    [
      'the same in another spelling',
      { ...both, disclosures: [encode('["c2FsdC1vbmU","given_name", "Maja"]'), family] },
      'sd.digest_mismatch',
    ],
    ['one disclosure too many', { ...both, disclosures: [given, family, element] }, 'sd.unreferenced'],
    ['a disclosure without any digest', { disclosures: [given] }, 'sd.unreferenced'],
    ['a disclosure twice', { ...both, disclosures: [given, family, given] }, 'sd.unreferenced'],
    [
      'a disclosure whose parent is kept back',
      { payload: { _sd: sd(disclosure('c2FsdA', 'a', { _sd: sd(given) })) }, disclosures: [given] },
      'sd.digest_mismatch',
    ],
    [
      'a digest twice in one object',
      { payload: { _sd: sd(given, given) }, disclosures: [given] },
      'sd.duplicate_digest',
    ],
    [
      'a digest in two objects',
      { payload: { _sd: sd(given), more: { _sd: sd(given) } }, disclosures: [given] },
      'sd.duplicate_digest',
    ],
    [
      'a digest in an object and an array',
      { payload: { _sd: sd(given), a: [{ '...': digestOf(given) }] }, disclosures: [] },
      'sd.duplicate_digest',
    ],
    ['a hidden digest twice', { payload: { _sd: ['x', 'x'] } }, 'sd.duplicate_digest'],
    [
      'a digest that a disclosure repeats',
      {
        payload: { _sd: [...sd(given), ...sd(disclosure('c2FsdA', 'a', { _sd: sd(given) }))] },
        disclosures: [given, disclosure('c2FsdA', 'a', { _sd: sd(given) })],
      },
      'sd.duplicate_digest',
    ],
    [
      'a circle: a disclosure cannot hold its own digest, but may claim to',
      { payload: { _sd: ['x'], a: { _sd: ['x'] } } },
      'sd.duplicate_digest',
    ],
    // SD-04
    ...['iss', 'exp', 'vct', 'status', 'cnf', 'nbf', 'iat'].map((name): [string, Written, string] => [
      `a disclosed ${name} beside the plain one`,
      {
        payload: { [name]: 'plain', ...named(name, 'https://evil.example').payload },
        disclosures: named(name, 'https://evil.example').disclosures!,
      },
      'sd.claim_collision',
    ]),
    [
      'a collision further in',
      { payload: { a: { given_name: 'x', _sd: sd(given) } }, disclosures: [given] },
      'sd.claim_collision',
    ],
    [
      'two disclosures of one name',
      {
        payload: { _sd: sd(given, disclosure('YW5vdGhlcg', 'given_name', 'X')) },
        disclosures: [given, disclosure('YW5vdGhlcg', 'given_name', 'X')],
      },
      'sd.claim_collision',
    ],
    // SD-05
    ...['_sd', '...', '_sd_alg', '__proto__', 'constructor', 'prototype'].map(
      (name): [string, Written, string] => [`a claim named ${name}`, named(name), 'sd.reserved_name'],
    ),
    ['an object with a member named ...', { payload: { a: { '...': 'x' } } }, 'sd.reserved_name'],
    ['a forbidden name within a value', raw(encode('["s","a",{"__proto__":1}]')), 'json.forbidden_key'],
    // SD-06
    ...['exp', 'nbf', 'cnf', 'status'].map((name): [string, Written, string] => [
      `${name} that the holder may keep back`,
      named(name),
      'sd.required_claim_hidden',
    ]),
    ['vct kept back', { payload: { vct: undefined, _sd: sd(given) } }, 'sd.required_claim_hidden'],
    [
      'iss kept back, without a certificate',
      { payload: { iss: undefined, _sd: sd(given) } },
      'sd.required_claim_hidden',
    ],
    [
      'vct disclosed',
      {
        payload: { vct: undefined, ...named('vct', 'x').payload },
        disclosures: named('vct', 'x').disclosures!,
      },
      'sd.required_claim_hidden',
    ],
    ['no vct at all', { payload: { vct: undefined } }, 'sd.malformed'],
    ['a vct that is no text', { payload: { vct: ['x'] } }, 'sd.malformed'],
    [
      'a context without a type',
      { header: { typ: 'vc+sd-jwt' }, payload: { '@context': ['x'], vct: undefined, issuer: 'x' } },
      'sd.malformed',
    ],
    // SD-07
    ...['md5', 'sha-256-32', 'sha-1', 'SHA-256', '', 'constructor'].map((name): [string, Written, string] => [
      `the hash ${name}`,
      { payload: { _sd_alg: name } },
      'sd.hash_not_allowed',
    ]),
    ['a hash that is a list', { payload: { _sd_alg: ['sha-256'] } }, 'sd.hash_not_allowed'],
    ['a hash further in', { payload: { a: { _sd_alg: 'sha-256' } } }, 'sd.hash_not_allowed'],
    // Form
    ['a list of digests that is none', { payload: { _sd: 'x' } }, 'sd.malformed'],
    ['a digest that is a number', { payload: { _sd: [1] } }, 'sd.malformed'],
    ['an element with a digest and more', { payload: { a: [{ '...': 'x', b: 1 }] } }, 'sd.malformed'],
    ['an element whose digest is a list', { payload: { a: [{ '...': ['x'] }] } }, 'sd.malformed'],
    [
      'an element in the place of a member',
      { payload: { _sd: sd(element) }, disclosures: [element] },
      'sd.malformed',
    ],
    [
      'a member in the place of an element',
      { payload: { a: [{ '...': digestOf(given) }] }, disclosures: [given] },
      'sd.malformed',
    ],
    ['a disclosure of one part', raw(encode(['salt'])), 'sd.malformed'],
    ['a disclosure of four parts', raw(encode(['salt', 'a', 1, 2])), 'sd.malformed'],
    ['a disclosure that is an object', raw(encode({ a: 1 })), 'sd.malformed'],
    ['a salt that is a number', raw(encode([1, 'a', 1])), 'sd.malformed'],
    ['a name that is a number', raw(encode(['salt', 1, 1])), 'sd.malformed'],
    ['a disclosure that is no JSON', raw(encode('["salt"')), 'json.syntax'],
    ['a key twice within a disclosure', raw(encode('["s","a",{"b":1,"b":2}]')), 'json.duplicate_key'],
    ['a disclosure with padding', raw(`${encode(['salt', 'a', 12])}=`), 'sig.bad_base64url'],
    ['an empty disclosure', { ...both, disclosures: [given, '', family] }, 'sd.malformed'],
    // SD-13
    ['257 disclosures', many(257), 'sd.too_many'],
    ['2,000 disclosures', many(2_000), 'sd.too_many'],
    ['200 levels of disclosures', deep(200), 'json.too_deep'],
    ['a disclosure of 1 MiB', named('a', 'x'.repeat(1024 * 1024)), 'input.too_large'],
  ])('%s', (_, written, code) => {
    const token = write(written)
    const start = performance.now()
    expect(answerTo(token)).toBe(code)
    expect(performance.now() - start).toBeLessThan(5000)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  const whole = write(both)
  const [jwt] = whole.split('~') as [string]
  test.each<[string, string, string]>([
    ['nothing', '', 'sig.serialization'],
    ['a plain token without a tilde', jwt, 'sig.serialization'],
    ['only tildes', '~~~', 'sig.serialization'],
    ['two million tildes', '~'.repeat(2_000_000), 'sig.serialization'],
    ['four parts', `${jwt}.x~`, 'sig.serialization'],
    ['an encrypted token', `${jwt}.x.x~`, 'sig.expected_jws'],
    ['a blank in the signature', `${jwt} ~`, 'sig.bad_base64url'],
    ['a line break before', `\n${whole}`, 'sig.bad_base64url'],
    ['a payload that is a list', `${jws({ alg: 'ES256', typ: 'dc+sd-jwt' }, [])}~`, 'json.syntax'],
    [
      'a claim twice',
      `${jws({ alg: 'ES256', typ: 'dc+sd-jwt' }, '{"iss":"a","iss":"b"}')}~`,
      'json.duplicate_key',
    ],
    [
      'a header member twice',
      `${jws('{"alg":"none","alg":"ES256","typ":"dc+sd-jwt"}', plain)}~`,
      'json.duplicate_key',
    ],
    ['6 MiB', `${jwt}~${'A'.repeat(6 * 1024 * 1024)}~`, 'input.too_large'],
    [
      'a payload of somebody else',
      `${jwt.split('.')[0]}.${encode({ ...plain, iss: 'x' })}.${jwt.split('.')[2]}~`,
      'sig.invalid',
    ],
  ])('%s', (_, token, code) => {
    expect(answerTo(token)).toBe(code)
  })

  test('claims that the verifier needs and does not see', () => {
    for (const name of ['exp', 'status', 'given_name']) {
      expect(answerTo(write({ payload: { _sd: sd(given) } }), { requiredClaims: [name] })).toBe(
        'sd.required_claim_hidden',
      )
    }
    expect(answerTo(whole, { requiredClaims: ['given_name'] })).toBe('valid')
  })

  test('no text with any character changed is accepted as another', () => {
    for (let i = 0; i < whole.length; i++) {
      const changed = whole.slice(0, i) + (whole[i] === 'A' ? 'B' : 'A') + whole.slice(i + 1)
      expect(answerTo(changed), `character ${i}`).not.toBe('valid')
    }
  })
})
