import { expect } from 'vitest'
import { toBytes } from '../../kit/src/formats/test-issuers.test-support.ts'
import type { JsonObject } from '../../kit/src/json/index.ts'
import { encodeBase58 } from '../../kit/src/keys/index.ts'
import {
  type AttackBuilder,
  type AttackCase,
  attacker,
  bareBadge,
  created,
  invalid,
  issuer,
  jcs,
  put,
  rdfc,
  sign,
  valid,
} from './attack-case.ts'

const contexts = bareBadge()['@context'] as string[]
const withContext = async (what: string, context: unknown, ...codes: string[]): Promise<AttackCase> =>
  invalid(what, put(await sign(bareBadge()), '@context', context), ...codes)

const didWeb = 'did:web:issuer.example'
const didAddress = 'https://issuer.example/.well-known/did.json'
const method = (controller = didWeb) => ({
  id: `${didWeb}#k`,
  type: 'Multikey',
  controller,
  publicKeyMultibase: issuer.did.slice('did:key:'.length),
})
const documentOf = (more: object = {}) => ({
  id: didWeb,
  verificationMethod: [method()],
  assertionMethod: [`${didWeb}#k`],
  ...more,
})

async function withDocument(what: string, document: object, ...codes: string[]): Promise<AttackCase> {
  const badge = bareBadge(issuer, { issuer: { id: didWeb, type: ['Profile'], name: 'Web' } })
  const signed = await sign(badge, rdfc, { ...issuer, verificationMethod: `${didWeb}#k` })
  return {
    ...invalid(what, signed, ...codes),
    context: { web: { [didAddress]: document } },
    asked: [didAddress],
  }
}

async function presentationOf(proof: object = {}): Promise<JsonObject> {
  const presentation: JsonObject = {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder: issuer.did,
    verifiableCredential: [],
  }
  return sign(presentation, { ...rdfc, purpose: 'authentication', ...proof })
}
const asked = {
  presentation: { audience: 'https://verifier.example', nonce: 'n-1', keyBinding: 'required' },
} as const

const first = 'urn:uuid:00000000-0000-4000-8000-000000000001'
async function chained(by = issuer): Promise<JsonObject> {
  return sign(await sign(bareBadge(), { ...rdfc, id: first }), { ...rdfc, previousProof: first }, by)
}

async function changedProof(
  changes: readonly (readonly [string, string, unknown])[],
  code: string,
): Promise<AttackCase[]> {
  const signed = await sign(bareBadge())
  return changes.map(([what, member, value]) => invalid(what, put(signed, `proof/${member}`, value), code))
}

const nested = (levels: number) => {
  const text = JSON.stringify(bareBadge())
  return toBytes(`${text.slice(0, -1)},"a":${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}}`)
}

export const dataIntegrityAttacks: Readonly<Record<string, AttackBuilder>> = {
  'LD-01': async () => [
    {
      ...invalid('in the credential', { ...(await sign(bareBadge())), honours: 'summa' }, 'ld.data_loss'),
      holds: report =>
        expect(report.checks.find(({ code }) => code === 'ld.data_loss')?.params?.term).toContain('honours'),
    },
  ],
  'LD-02': async () => {
    const signed = await sign(bareBadge())
    const endorsed = await sign(
      bareBadge(issuer, {
        endorsement: [
          {
            '@context': contexts,
            id: 'urn:uuid:2',
            type: ['VerifiableCredential', 'EndorsementCredential'],
            issuer: { id: 'https://other.example', type: ['Profile'], name: 'Other' },
            validFrom: '2026-01-01T00:00:00Z',
            credentialSubject: { id: 'https://issuer.example', type: ['EndorsementSubject'] },
            proof: [
              {
                type: 'DataIntegrityProof',
                created: '2026-01-01T00:00:00Z',
                cryptosuite: 'eddsa-rdfc-2022',
                proofPurpose: 'assertionMethod',
                verificationMethod: 'https://other.example#k',
                proofValue: 'z2',
              },
            ],
          },
        ],
      }),
    )
    return [
      invalid(
        'in the achievement',
        put(signed, 'credentialSubject/achievement/honours', 'summa'),
        'ld.data_loss',
      ),
      invalid(
        'in a list',
        put(signed, 'credentialSubject/achievement/alignment/0/honours', 'summa'),
        'ld.data_loss',
      ),
      invalid(
        'in an embedded proof',
        put(endorsed, 'endorsement/0/proof/0/honours', 'summa'),
        'ld.data_loss',
      ),
    ]
  },
  'LD-03': async () => [
    invalid(
      'a term of nothing',
      put(put(await sign(bareBadge()), '@context', [...contexts, { grade: null }]), 'grade', 'A'),
      'ld.context_not_allowed',
      'ld.data_loss',
    ),
  ],
  'LD-04': async () => [
    invalid(
      'a word for everything',
      put(
        put(await sign(bareBadge()), '@context', [...contexts, { '@vocab': 'https://attacker.example/#' }]),
        'honours',
        'summa',
      ),
      'ld.context_not_allowed',
    ),
  ],
  'LD-05': async () => [valid('the pinned copy counts, nobody is asked', await sign(bareBadge()))],
  'LD-06': () =>
    Promise.all(
      ['issuer', 'credentialSubject', 'proof', 'type'].map(term =>
        withContext(term, [...contexts, { [term]: 'https://attacker.example/#x' }], 'ld.protected_term'),
      ),
    ),
  'LD-07': () =>
    Promise.all([
      withContext('another order', contexts.toReversed(), 'ld.context_order'),
      withContext('no base', contexts.slice(1), 'ld.context_order'),
      withContext('none', undefined, 'ld.context_order'),
      withContext(
        'both versions',
        [contexts[0], 'https://www.w3.org/2018/credentials/v1', contexts[1]],
        'ld.context_order',
      ),
    ]),
  'LD-08': () =>
    Promise.all(
      ['https://attacker.example/context', 'http://127.0.0.1/context', 'https://169.254.169.254/'].map(url =>
        withContext(url, [...contexts, url], 'ld.context_not_allowed'),
      ),
    ),
  'LD-09': async () => {
    const signed = await sign(bareBadge())
    return [
      invalid('a relative id', put(signed, 'id', 'credentials/1'), 'ld.relative_iri'),
      invalid(
        'a relative type',
        put(signed, 'type', ['VerifiableCredential', 'OpenBadgeCredential', 'Other']),
        'ld.relative_iri',
      ),
      invalid('a blank node', put(signed, 'id', '_:b0'), 'ld.relative_iri'),
    ]
  },
  'LD-10': async () => {
    const signed = await sign(bareBadge())
    return [
      invalid('as id', put(signed, 'id', '__proto__'), 'ld.relative_iri'),
      invalid(
        'as id within',
        put(signed, 'credentialSubject/achievement/id', '__proto__'),
        'ld.relative_iri',
      ),
      invalid('as type', put(signed, 'credentialSubject/type', ['__proto__']), 'ld.relative_iri'),
    ]
  },
  'LD-12': () =>
    [500, 2000, 10_000].map(levels => invalid(`${levels} levels`, nested(levels), 'json.too_deep')),
  'LD-13': async () => {
    const amount = (value: number) =>
      bareBadge(issuer, {
        credentialSubject: { ...(bareBadge().credentialSubject as JsonObject), creditsEarned: value },
      })
    const spelled = (document: JsonObject, number: string) =>
      toBytes(JSON.stringify(document).replace('"creditsEarned":1,', `"creditsEarned":${number},`))
    const cases = await Promise.all(
      [rdfc, jcs].map(async options => {
        const one = await sign(amount(1), options)
        return [
          valid('1.0 is 1', spelled(one, '1.0')),
          valid('1e0 is 1', spelled(one, '1e0')),
          invalid('2 is not 1', spelled(one, '2'), 'sig.invalid'),
          invalid('1.0000001 is not 1', spelled(one, '1.0000001'), 'sig.invalid'),
          invalid('what a double cannot hold', spelled(one, '9007199254740993'), 'json.number_range'),
        ]
      }),
    )
    return cases.flat()
  },
  'LD-14': async () => {
    const signed = await sign(bareBadge(issuer, { name: 'Caf\u00e9' }))
    return [
      invalid('decomposed', put(signed, 'name', 'Cafe\u0301'), 'sig.invalid'),
      invalid('right to left', put(signed, 'name', 'Caf\u00e9\u202e'), 'sig.invalid'),
      invalid('zero width', put(signed, 'name', 'Ca\u200bf\u00e9'), 'sig.invalid'),
    ]
  },
  'LD-15': async () => {
    const signed = await sign({ ...bareBadge(), '\u{1f600}': 1, '\ufb33': 2 }, jcs)
    const escaped = JSON.stringify(signed).replace(/^\{/, '{"\\u006eame":"x",')
    return [
      valid('keys by UTF-16', signed),
      invalid('twice, once escaped', toBytes(escaped), 'json.duplicate_key'),
    ]
  },
  'LD-16': async () => {
    const short = encodeBase58(new Uint8Array(63))
    const cases: [string, string, unknown][] = [
      ['another type', 'type', 'OtherProof'],
      ['no suite', 'cryptosuite', undefined],
      ['an unknown suite', 'cryptosuite', 'eddsa-rdfc-2099'],
      ['a number', 'cryptosuite', 2022],
      ['no value', 'proofValue', undefined],
      ['base64', 'proofValue', `z${Buffer.alloc(64, 251).toString('base64')}`],
      ['another multibase', 'proofValue', `u${Buffer.alloc(64).toString('base64url')}`],
      ['63 bytes', 'proofValue', `z${short}`],
      ['65 bytes', 'proofValue', `z${encodeBase58(new Uint8Array(65))}`],
    ]
    return changedProof(cases, 'proof.malformed')
  },
  'LD-17': async () => [
    invalid(
      'authentication on a credential',
      await sign(bareBadge(), { ...rdfc, purpose: 'authentication' }),
      'proof.wrong_purpose',
    ),
    invalid(
      'assertion on a presentation',
      await presentationOf({ purpose: 'assertionMethod' }),
      'proof.wrong_purpose',
    ),
  ],
  'LD-18': async () => [
    await withDocument(
      'for logging in only',
      documentOf({ assertionMethod: [], authentication: [`${didWeb}#k`] }),
      'key.not_authorized',
    ),
  ],
  'LD-19': async () => [
    await withDocument(
      'the method is another’s',
      documentOf({ verificationMethod: [method('did:web:evil.example')] }),
      'key.not_bound_to_issuer',
    ),
    invalid('the attacker’s key', await sign(bareBadge(), rdfc, attacker), 'key.not_bound_to_issuer'),
  ],
  'LD-20': async () => [
    await withDocument(
      'another document',
      documentOf({ id: 'did:web:evil.example', alsoKnownAs: [didWeb] }),
      'did.document_mismatch',
    ),
  ],
  'LD-21': async () => {
    const right = { domain: 'https://verifier.example', challenge: 'n-1' }
    const cases: [string, object, string][] = [
      ['no domain', { challenge: 'n-1' }, 'proof.domain'],
      ['another domain', { ...right, domain: 'https://other.example' }, 'proof.domain'],
      ['a list', { ...right, domain: ['https://verifier.example'] }, 'proof.domain'],
      ['no challenge', { domain: right.domain }, 'proof.challenge'],
      ['another challenge', { ...right, challenge: 'n-2' }, 'proof.challenge'],
    ]
    return Promise.all(
      cases.map(async ([what, proof, code]) => ({
        ...invalid(what, await presentationOf(proof), code),
        context: asked,
      })),
    )
  },
  'LD-22': async () => [
    invalid(
      'ended',
      await sign(bareBadge(), { ...rdfc, expires: new Date('2026-05-01T00:00:00Z') }),
      'proof.expired',
    ),
    ...(await changedProof([['2099', 'created', '2099-01-01T00:00:00Z']], 'time.not_yet_valid')),
    ...(await changedProof([['no such month', 'created', '2026-13-40T00:00:00Z']], 'time.malformed')),
    // Read as UTC and signed otherwise: the time holds, the signature doesn't.
    ...(await changedProof([['without a zone', 'created', '2026-04-17T09:45:00']], 'sig.invalid')),
  ],
  'LD-23': async () => {
    const set = await sign(await sign(bareBadge()), rdfc, attacker)
    return [
      invalid(
        'one of two is garbage',
        put(set, 'proof/1/proofValue', `z${encodeBase58(new Uint8Array(64).fill(7))}`),
        'sig.invalid',
      ),
    ]
  },
  'LD-24': async () => {
    const set = await sign(await sign(bareBadge()), rdfc, attacker)
    return [
      invalid(
        'only the stranger’s is left',
        put(set, 'proof', [(set.proof as JsonObject[])[1]]),
        'proof.no_issuer_proof',
      ),
    ]
  },
  'LD-25': async () => {
    const chain = await chained()
    const cycle = put(put(chain, 'proof/0/previousProof', 'urn:uuid:2'), 'proof/1/id', 'urn:uuid:2')
    return [
      invalid('the first has no id', put(chain, 'proof/0/id', undefined), 'proof.chain_broken'),
      ...['urn:uuid:9', 7, [first, 'urn:uuid:9']].map(name =>
        invalid(JSON.stringify(name), put(chain, 'proof/1/previousProof', name), 'proof.chain_broken'),
      ),
      invalid('itself', put(chain, 'proof/0/previousProof', first), 'proof.chain_broken'),
      invalid('a circle', cycle, 'proof.chain_broken'),
    ]
  },
  'LD-26': async () => {
    const chain = await chained(attacker)
    const signersOf = (count: number): Pick<AttackCase, 'holds'> => ({
      holds: ({ signers }) => expect(signers).toHaveLength(count),
    })
    return [
      { ...valid('countersigned', chain), ...signersOf(2) },
      {
        ...valid('the countersignature taken away', put(chain, 'proof', (chain.proof as JsonObject[])[0])),
        ...signersOf(1),
      },
    ]
  },
  'LD-27': async () => {
    const signed = await sign(bareBadge())
    return [
      invalid('ten thousand', put(signed, 'proof', Array(10_000).fill(signed.proof)), 'proof.too_many'),
      invalid('text', put(signed, 'proof', 'proof'), 'proof.malformed'),
      invalid('null', put(signed, 'proof', null), 'proof.malformed'),
      invalid('in itself', put(signed, 'proof/proof', signed.proof), 'proof.malformed'),
    ]
  },
  'LD-28': async () => {
    const signed = await sign(bareBadge(), jcs)
    return [
      invalid(
        'one more context',
        put(signed, '@context', [...contexts, 'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json']),
        'ld.context_order',
      ),
    ]
  },
  'LD-30': async () => {
    const old = {
      ...bareBadge(),
      '@context': [
        'https://www.w3.org/2018/credentials/v1',
        'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
        'https://w3id.org/security/data-integrity/v2',
      ],
    }
    return [
      invalid(
        'two starts',
        { ...old, issuanceDate: '2020-01-01T00:00:00Z', proof: { created: created.toISOString() } },
        'vc.version_mix',
      ),
    ]
  },
}
