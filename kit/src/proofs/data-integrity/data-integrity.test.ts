import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { isJsonObject, type JsonObject, type JsonValue } from '../../json/index.ts'
import { encodeBase58, type KeyCurve, writeMultikey } from '../../keys/index.ts'
import {
  type DataIntegrityQuestion,
  type ProofOptions,
  type ProofSigner,
  signDataIntegrity,
  verifyDataIntegrity,
} from './index.ts'

const at = new Date('2027-01-15T10:00:00Z')
const created = new Date('2027-01-01T00:00:00Z')

interface Party extends ProofSigner {
  readonly did: string
}

function createParty(curve: KeyCurve): Party {
  const { publicKey, privateKey } =
    curve === 'Ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: curve })
  const did = `did:key:${writeMultikey(publicKey as KeyObject)}`
  const hash = { Ed25519: null, 'P-256': 'sha256', 'P-384': 'sha384' }[curve]
  return {
    curve,
    did,
    verificationMethod: `${did}#${did.slice('did:key:'.length)}`,
    sign: async data =>
      Uint8Array.from(sign(hash, data, { key: privateKey as KeyObject, dsaEncoding: 'ieee-p1363' })),
  }
}

const issuer = createParty('Ed25519')
const stranger = createParty('Ed25519')
const p256 = createParty('P-256')
const p384 = createParty('P-384')

/** A badge, in the contexts that badges have. */
function badge(by: Party = issuer): JsonObject {
  return {
    '@context': [
      'https://www.w3.org/ns/credentials/v2',
      'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    ],
    id: 'urn:uuid:6d7a1f0e-7b1c-4f3e-9a56-0f4f8c1d2a3b',
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: 'Optofiber: fusion splicing',
    issuer: { id: by.did, type: ['Profile'], name: 'Fiberkraft Norr Utbildning (demo)' },
    validFrom: '2027-01-01T00:00:00Z',
    validUntil: '2030-01-01T00:00:00Z',
    credentialSubject: {
      id: 'did:example:learner',
      type: ['AchievementSubject'],
      achievement: {
        id: 'urn:uuid:8a0e9f7d-5c3b-4a29-8f1e-2d3c4b5a6978',
        type: ['Achievement'],
        name: 'Café de la fibre',
        description: 'Splices single-mode fibre',
        criteria: { narrative: 'Ten splices below 0.05 dB' },
        creditsAvailable: 7.5,
      },
    },
    credentialStatus: {
      id: 'https://issuer.example/status/1#7',
      type: 'BitstringStatusListEntry',
      statusPurpose: 'revocation',
      statusListIndex: '7',
      statusListCredential: 'https://issuer.example/status/1',
    },
  }
}

const options = (other: Partial<ProofOptions> = {}): ProofOptions => ({
  cryptosuite: 'eddsa-rdfc-2022',
  purpose: 'assertionMethod',
  created,
  ...other,
})

const fetched: string[] = []
const question = (other: Partial<DataIntegrityQuestion> = {}): DataIntegrityQuestion => ({
  at,
  purpose: 'assertionMethod',
  signer: issuer.did,
  fetchDidDocument: async url => {
    fetched.push(url)
    return { kind: 'unreachable', reason: 'offline' }
  },
  ...other,
})

async function decide(document: JsonObject, other: Partial<DataIntegrityQuestion> = {}): Promise<string> {
  const { outcome, binding } = await verifyDataIntegrity(document, question(other))
  const failure = outcome.ok ? binding : outcome
  if (failure.ok) return 'valid'
  return failure.undecided ? `undecided ${failure.code}` : failure.code
}

/** The document with one place in it set, by path; `undefined` takes it away. */
function put(document: JsonObject, path: string, value: JsonValue | undefined): JsonObject {
  const copy = structuredClone(document)
  const keys = path.split('/')
  const holder = keys
    .slice(0, -1)
    .reduce<JsonValue>((found, key) => (found as JsonObject)[key]!, copy) as JsonObject
  const last = keys.at(-1)!
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return copy
}

let rdfc: JsonObject
let jcs: JsonObject
beforeAll(async () => {
  rdfc = await signDataIntegrity(badge(), issuer, options())
  jcs = await signDataIntegrity(badge(), issuer, options({ cryptosuite: 'eddsa-jcs-2022' }))
})

describe('every suite', () => {
  test.each([
    ['eddsa-rdfc-2022', issuer],
    ['eddsa-jcs-2022', issuer],
    ['ecdsa-rdfc-2019', p256],
    ['ecdsa-rdfc-2019', p384],
    ['ecdsa-jcs-2019', p256],
    ['ecdsa-jcs-2019', p384],
  ] as const)('%s with %o goes round, and holds for nothing else', async (cryptosuite, party) => {
    const signed = await signDataIntegrity(badge(party), party, options({ cryptosuite }))
    const signer = party.did
    expect(await decide(signed, { signer })).toBe('valid')
    // LD-14: composed and decomposed letters are two texts, and marks that nobody sees count.
    const changed: [string, JsonValue][] = [
      ['credentialSubject/achievement/name', 'Cafe\u0301 de la fibre'],
      ['credentialSubject/achievement/name', 'Café de la\u200b fibre'],
      ['credentialSubject/achievement/name', '\u202eCafé de la fibre'],
      ['credentialSubject/achievement/creditsAvailable', 8],
      ['validUntil', '2031-01-01T00:00:00Z'],
      ['issuer/id', stranger.did],
      ['proof/created', '2027-01-02T00:00:00Z'],
    ]
    for (const [path, value] of changed) {
      expect([path, await decide(put(signed, path, value), { signer })]).toEqual([path, 'sig.invalid'])
    }
  })

  test('Ed25519Signature2020 goes round in its own context', async () => {
    const document = put(badge(), '@context/2', 'https://w3id.org/security/suites/ed25519-2020/v1')
    const signed = await signDataIntegrity(document, issuer, options({ cryptosuite: 'Ed25519Signature2020' }))
    expect(await decide(signed)).toBe('valid')
    expect(await decide(put(signed, 'name', 'x'))).toBe('sig.invalid')
    expect(await decide(put(signed, 'proof/cryptosuite', 'eddsa-rdfc-2022'))).toBe('proof.malformed')
  })

  test('numbers that are equal are signed alike (LD-13)', async () => {
    for (const signed of [rdfc, jcs]) {
      const same = put(signed, 'credentialSubject/achievement/creditsAvailable', JSON.parse('75e-1'))
      expect(await decide(same)).toBe('valid')
    }
  })

  test('a suite does not take keys of another', async () => {
    const foreign = put(rdfc, 'proof/verificationMethod', p256.verificationMethod)
    expect(await decide(foreign, { signer: p256.did })).toBe('sig.alg_key_mismatch')
    await expect(signDataIntegrity(badge(), p256, options())).rejects.toMatchObject({
      code: 'sig.alg_key_mismatch',
    })
  })
})

describe('what isn’t signed', () => {
  test.each<[string, string, JsonValue, string]>([
    ['LD-01 an undefined term', 'honours', 'summa', 'ld.data_loss'],
    ['LD-02 one in the achievement', 'credentialSubject/achievement/honours', 'summa', 'ld.data_loss'],
    [
      'LD-02 one in a list',
      'evidence',
      [{ id: 'urn:e', type: ['Evidence'], honours: 'summa' }],
      'ld.data_loss',
    ],
    ['LD-02 one in the proof', 'proof/honours', 'summa', 'ld.data_loss'],
    ['LD-03 a term that is set to nothing', '@context/2', { grade: null }, 'ld.context_not_allowed'],
    [
      'LD-04 a catch-all vocabulary',
      '@context/2',
      { '@vocab': 'https://attacker.example/#' },
      'ld.context_not_allowed',
    ],
    [
      'LD-04 the published catch-all',
      '@context/2',
      'https://www.w3.org/ns/credentials/undefined-terms/v2',
      'ld.context_not_allowed',
    ],
    [
      'LD-06 the issuer defined anew',
      '@context/2',
      { issuer: 'https://attacker.example/#' },
      'ld.protected_term',
    ],
    ['LD-06 the subject defined anew', '@context/2', { credentialSubject: 'urn:x:y' }, 'ld.protected_term'],
    ['LD-06 the proof defined anew', '@context/2', { proof: 'urn:x:y' }, 'ld.protected_term'],
    ['LD-06 the type defined anew', '@context/2', { type: 'urn:x:y' }, 'ld.protected_term'],
    ['LD-07 no contexts', '@context', [], 'ld.context_order'],
    [
      'LD-07 the base not first',
      '@context',
      ['https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json', 'https://www.w3.org/ns/credentials/v2'],
      'ld.context_order',
    ],
    ['LD-07 two bases', '@context/2', 'https://www.w3.org/2018/credentials/v1', 'ld.context_order'],
    ['LD-07 the base twice', '@context/2', 'https://www.w3.org/ns/credentials/v2', 'ld.context_order'],
    ['LD-08 an unknown context', '@context/2', 'https://attacker.example/context', 'ld.context_not_allowed'],
    ['LD-08 a private address', '@context/2', 'http://127.0.0.1/context', 'ld.context_not_allowed'],
    [
      'LD-08 one further in',
      'credentialSubject/@context',
      'https://attacker.example/context',
      'ld.context_not_allowed',
    ],
    ['LD-09 a relative id', 'credentialSubject/achievement/id', 'achievements/1', 'ld.relative_iri'],
    [
      'LD-09 a relative type',
      'credentialSubject/achievement/type',
      ['Achievement', 'Mastery'],
      'ld.relative_iri',
    ],
    ['LD-09 a blank id', 'id', '_:b0', 'ld.relative_iri'],
    ['LD-10 a name of every object', 'credentialSubject/achievement/id', '__proto__', 'ld.relative_iri'],
    [
      'LD-10 a type of that name',
      'credentialSubject/achievement/type',
      ['Achievement', '__proto__'],
      'ld.relative_iri',
    ],
    ['a free text where an object belongs', 'credentialSubject/@graph', [], 'ld.not_compact'],
  ])('%s', async (_, path, value, code) => {
    expect(await decide(put(rdfc, path, value))).toBe(code)
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  test('the form that hides a status from readers isn’t taken', async () => {
    const { credentialStatus, ...others } = rdfc
    const named = { ...others, 'https://www.w3.org/2018/credentials#credentialStatus': credentialStatus! }
    expect(await decide(named)).toBe('ld.not_compact')
    const compact = { ...others, 'cred:credentialStatus': credentialStatus! }
    expect(await decide(compact)).toBe('ld.not_compact')
    const included = { ...others, '@included': [{ id: rdfc.id!, credentialStatus: credentialStatus! }] }
    expect(await decide(included)).toBe('ld.not_compact')
    const elsewhere = put(others, 'issuer/image', {
      id: rdfc.id!,
      type: 'Image',
      credentialStatus: credentialStatus!,
    })
    expect(await decide(elsewhere)).toBe('ld.not_compact')
    const { id: _, ...entry } = credentialStatus as JsonObject
    expect(
      await decide({ ...rdfc, credentialStatus: { '@id': 'https://issuer.example/status/1#7', ...entry } }),
    ).toBe('ld.not_compact')
  })

  test('LD-12 deep nesting is refused before JSON-LD sees it', async () => {
    for (const depth of [33, 500, 2000]) {
      let nested: JsonObject = {}
      for (let level = 0; level < depth; level++) nested = { achievement: nested }
      expect(await decide(put(rdfc, 'credentialSubject', nested))).toBe('json.too_deep')
    }
  })

  test('LD-28 a context that the proof doesn’t sign', async () => {
    const more = [...(jcs['@context'] as JsonValue[]), 'https://w3id.org/security/data-integrity/v2']
    expect(await decide({ ...jcs, '@context': more })).toBe('ld.context_order')
    expect(await decide(put(rdfc, 'proof/@context', ['https://www.w3.org/ns/credentials/v2']))).toBe(
      'ld.context_order',
    )
  })

  test('nothing was fetched', () => {
    expect(fetched).toEqual([])
  })
})

describe('proof options', () => {
  const value = () => (rdfc.proof as JsonObject).proofValue as string
  test.each<[string, string, () => JsonValue | undefined, string]>([
    ['another type', 'proof/type', () => 'UnknownProof', 'proof.malformed'],
    ['no suite', 'proof/cryptosuite', () => undefined, 'proof.malformed'],
    ['an unknown suite', 'proof/cryptosuite', () => 'eddsa-2099', 'proof.malformed'],
    ['a number for a suite', 'proof/cryptosuite', () => 7, 'proof.malformed'],
    ['no value', 'proof/proofValue', () => undefined, 'proof.malformed'],
    ['base64', 'proof/proofValue', () => `u${Buffer.alloc(64, 1).toString('base64url')}`, 'proof.malformed'],
    ['another multibase', 'proof/proofValue', () => `x${value().slice(1)}`, 'proof.malformed'],
    ['63 bytes', 'proof/proofValue', () => `z${encodeBase58(new Uint8Array(63).fill(1))}`, 'proof.malformed'],
    ['65 bytes', 'proof/proofValue', () => `z${encodeBase58(new Uint8Array(65).fill(1))}`, 'proof.malformed'],
    ['96 bytes', 'proof/proofValue', () => `z${encodeBase58(new Uint8Array(96).fill(1))}`, 'proof.malformed'],
    [
      'another signature',
      'proof/proofValue',
      () => `z${encodeBase58(new Uint8Array(64).fill(1))}`,
      'sig.invalid',
    ],
    ['no purpose', 'proof/proofPurpose', () => undefined, 'proof.malformed'],
    [
      'LD-17 the purpose of a presentation',
      'proof/proofPurpose',
      () => 'authentication',
      'proof.wrong_purpose',
    ],
    ['no method', 'proof/verificationMethod', () => undefined, 'proof.malformed'],
    ['a relative method', 'proof/verificationMethod', () => '#key-1', 'proof.malformed'],
    ['a proof in the proof', 'proof/proof', () => rdfc.proof!, 'proof.malformed'],
    ['LD-22 an end in the past', 'proof/expires', () => '2027-01-10T00:00:00Z', 'proof.expired'],
    ['LD-22 made in 2099', 'proof/created', () => '2099-01-01T00:00:00Z', 'time.not_yet_valid'],
    ['LD-22 no such day', 'proof/created', () => '2026-13-40T00:00:00Z', 'time.malformed'],
    ['LD-22 30 February', 'proof/created', () => '2026-02-30T00:00:00Z', 'time.malformed'],
    ['LD-22 a number', 'proof/created', () => 1_800_000_000, 'time.malformed'],
    ['LD-22 an end before the start', 'proof/expires', () => '2026-01-01T00:00:00Z', 'time.inconsistent'],
    ['LD-25 a number before it', 'proof/previousProof', () => 7, 'proof.chain_broken'],
    ['LD-25 an unknown one before it', 'proof/previousProof', () => 'urn:uuid:1', 'proof.chain_broken'],
    ['LD-27 text', 'proof', () => 'proof', 'proof.malformed'],
    ['LD-27 null', 'proof', () => null, 'proof.malformed'],
    ['LD-27 none', 'proof', () => undefined, 'proof.malformed'],
    ['LD-27 an empty list', 'proof', () => [], 'proof.malformed'],
    ['LD-27 lists in lists', 'proof', () => [[rdfc.proof!]], 'proof.malformed'],
    ['LD-27 ten thousand', 'proof', () => new Array(10_000).fill(rdfc.proof), 'proof.too_many'],
  ])('LD-16 %s', async (_, path, make, code) => {
    expect(await decide(put(rdfc, path, make()))).toBe(code)
  })

  test('LD-22 a time without a zone is UTC', async () => {
    const { outcome, proofs } = await verifyDataIntegrity(
      put(rdfc, 'proof/created', '2027-01-01T00:00:00'),
      question(),
    )
    expect(proofs[0]!.proof?.created).toEqual(created)
    expect(outcome).toMatchObject({ code: 'sig.invalid' })
  })

  test('a suite that we don’t verify is nobody’s lie', async () => {
    expect(await decide(put(rdfc, 'proof/cryptosuite', 'bbs-2023'))).toBe('undecided proof.unsupported')
  })
})

describe('whose proof it is', () => {
  const did = 'did:web:issuer.example'
  const verificationMethod = `${did}#key-1`
  const own = (controller = did, id = did) => ({
    id,
    verificationMethod: [
      {
        id: verificationMethod,
        type: 'Multikey',
        controller,
        publicKeyMultibase: issuer.did.slice('did:key:'.length),
      },
    ],
    assertionMethod: [verificationMethod],
  })
  const serve = (body: unknown): Partial<DataIntegrityQuestion> => ({
    signer: did,
    fetchDidDocument: async () => ({ kind: 'found', body: new TextEncoder().encode(JSON.stringify(body)) }),
  })
  let document: JsonObject
  beforeAll(async () => {
    document = await signDataIntegrity(
      { ...badge(), issuer: did },
      { ...issuer, verificationMethod },
      options(),
    )
  })

  test('LD-18, LD-19, LD-20', async () => {
    expect(await decide(document, serve(own()))).toBe('valid')
    expect(await decide(document, serve({ ...own(), assertionMethod: [] }))).toBe('key.not_authorized')
    expect(await decide(document, serve(own('did:web:evil.example')))).toBe('key.not_bound_to_issuer')
    expect(await decide(document, serve(own(did, 'did:web:evil.example')))).toBe('did.document_mismatch')
    expect(await decide(document, { signer: did })).toBe('undecided did.unreachable')
  })

  test('a stranger’s key', async () => {
    const forged = await signDataIntegrity(badge(), stranger, options())
    expect(await decide(forged)).toBe('key.not_bound_to_issuer')
    expect(await decide(forged, { signer: undefined })).toBe('valid')
    expect(await decide(forged, { isListedKey: ({ controller }) => controller === stranger.did })).toBe(
      'valid',
    )
  })

  test('a key that only names itself', async () => {
    const address = 'https://issuer.example/1'
    const named = { ...issuer, verificationMethod: `${address}#${issuer.did.slice('did:key:'.length)}` }
    const signed = await signDataIntegrity({ ...badge(), issuer: address }, named, options())
    expect(await decide(signed, { signer: address })).toBe('undecided key.unconfirmed')
    expect(await decide(put(signed, 'name', 'x'), { signer: address })).toBe('sig.invalid')
  })

  test('no key is asked for when the proof can’t hold', async () => {
    const asked: string[] = []
    const fetchDidDocument: DataIntegrityQuestion['fetchDidDocument'] = async url => {
      asked.push(url)
      return { kind: 'unreachable', reason: 'offline' }
    }
    for (const [path, value] of [
      ['honours', 'summa'],
      ['proof/proofPurpose', 'authentication'],
      ['proof/created', '2099-01-01T00:00:00Z'],
      ['@context/2', 'https://attacker.example/'],
    ] as const) {
      expect(await decide(put(document, path, value), { fetchDidDocument })).not.toBe('valid')
    }
    expect(asked).toEqual([])
  })
})

describe('several proofs', () => {
  const first = 'urn:uuid:00000000-0000-4000-8000-000000000001'
  const second = 'urn:uuid:00000000-0000-4000-8000-000000000002'
  const proofsOf = (document: JsonObject) => document.proof as JsonObject[]

  test('LD-23 a set holds when every one holds', async () => {
    const both = await signDataIntegrity(rdfc, p256, options({ cryptosuite: 'ecdsa-jcs-2019' }))
    expect(proofsOf(both)).toHaveLength(2)
    expect(await decide(both)).toBe('valid')
    for (const index of [0, 1]) {
      const spoiled = put(both, `proof/${index}/proofValue`, `z${encodeBase58(new Uint8Array(64).fill(1))}`)
      expect(await decide(spoiled)).toBe('sig.invalid')
      const { proofs } = await verifyDataIntegrity(spoiled, question())
      expect(proofs.map(({ outcome }) => outcome.ok)).toEqual([index !== 0, index !== 1])
    }
    expect(await decide(put(both, 'proof/1/cryptosuite', 'bbs-2023'))).toBe('undecided proof.unsupported')
  })

  test('LD-24 a set without the issuer’s own', async () => {
    const both = await signDataIntegrity(rdfc, stranger, options())
    expect(await decide({ ...both, proof: proofsOf(both).slice(1) })).toBe('proof.no_issuer_proof')
  })

  test('LD-25, LD-26 a chain', async () => {
    const base = await signDataIntegrity(badge(), issuer, options({ id: first }))
    const chained = await signDataIntegrity(
      base,
      p256,
      options({ cryptosuite: 'ecdsa-rdfc-2019', id: second, previousProof: first }),
    )
    expect(await decide(chained)).toBe('valid')
    const { proofs } = await verifyDataIntegrity(chained, question())
    expect(proofs.map(({ key }) => key?.controller)).toEqual([issuer.did, p256.did])
    // Without the countersignature, the rest still holds; who signed is told.
    expect(await decide({ ...chained, proof: [proofsOf(chained)[0]!] })).toBe('valid')
    expect(await decide({ ...chained, proof: [proofsOf(chained)[1]!] })).toBe('proof.chain_broken')
    expect(await decide(put(chained, 'proof/1/previousProof', second))).toBe('proof.chain_broken')
    expect(await decide(put(chained, 'proof/0/previousProof', second))).toBe('proof.chain_broken')
    expect(await decide(put(chained, 'proof/1/previousProof', [first, 'urn:uuid:x']))).toBe(
      'proof.chain_broken',
    )
    expect(await decide(put(chained, 'proof/0/id', undefined))).toBe('proof.chain_broken')
    expect(await decide(put(chained, 'proof/1/id', first))).toBe('proof.chain_broken')
    expect(await decide(put(chained, 'proof/1/previousProof', undefined))).toBe('sig.invalid')
    await expect(signDataIntegrity(base, issuer, options({ previousProof: 'urn:x' }))).rejects.toMatchObject({
      code: 'proof.chain_broken',
    })
  })

  test('a jcs chain signs the proofs before it, byte for byte', async () => {
    const jcsOf = (other: Partial<ProofOptions>) => options({ cryptosuite: 'eddsa-jcs-2022', ...other })
    const base = await signDataIntegrity(badge(), issuer, jcsOf({ id: first }))
    const chained = await signDataIntegrity(base, stranger, jcsOf({ previousProof: [first] }))
    expect(await decide(chained)).toBe('valid')
    expect(await decide(put(chained, 'proof/0/created', '2027-01-01T00:00:01Z'))).toBe('sig.invalid')
  })

  test('no ninth proof', async () => {
    let document = badge()
    for (let count = 0; count < 8; count++) document = await signDataIntegrity(document, issuer, options())
    expect(await decide(document)).toBe('valid')
    await expect(signDataIntegrity(document, issuer, options())).rejects.toMatchObject({
      code: 'proof.too_many',
    })
    expect(await decide({ ...document, proof: [...proofsOf(document), proofsOf(document)[0]!] })).toBe(
      'proof.too_many',
    )
  })
})

describe('a presentation', () => {
  const presentation = (): JsonObject => ({
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    type: ['VerifiablePresentation'],
    holder: issuer.did,
    verifiableCredential: [rdfc, jcs],
  })
  const asked = { purpose: 'authentication', domain: 'https://verifier.example', challenge: 'n-1' } as const

  test('LD-17, LD-21 is made for whom and what was asked', async () => {
    const { purpose, domain, challenge } = asked
    const made = await signDataIntegrity(presentation(), issuer, options({ purpose, domain, challenge }))
    expect(await decide(made, asked)).toBe('valid')
    expect(await decide(made, { ...asked, domain: 'https://other.example' })).toBe('proof.domain')
    expect(await decide(made, { ...asked, challenge: 'n-2' })).toBe('proof.challenge')
    expect(await decide(put(made, 'proof/domain', undefined), asked)).toBe('proof.domain')
    expect(await decide(put(made, 'proof/domain', [domain]), asked)).toBe('proof.domain')
    expect(await decide(put(made, 'proof/challenge', undefined), asked)).toBe('proof.challenge')
    expect(await decide(put(made, 'proof/challenge', [challenge]), asked)).toBe('proof.challenge')
    expect(await decide(made)).toBe('proof.wrong_purpose')
    const other = put(made, 'verifiableCredential/0/name', 'x')
    expect(isJsonObject(other) && (await decide(other, asked))).toBe('sig.invalid')
  })
})

describe('signing', () => {
  test('what the verifier would refuse is not signed', async () => {
    await expect(
      signDataIntegrity({ ...badge(), honours: 'summa' }, issuer, options()),
    ).rejects.toMatchObject({
      code: 'ld.data_loss',
      params: { term: 'honours' },
    })
    await expect(
      signDataIntegrity(put(badge(), '@context/2', 'urn:x:y'), issuer, options()),
    ).rejects.toMatchObject({
      code: 'ld.context_not_allowed',
    })
  })
})
