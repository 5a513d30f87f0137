import { beforeAll, describe, expect, test } from 'vitest'
import { sampleAward, sampleEdcInput } from '../elm/sample-award.test-support.ts'
import type { Report } from '../report/index.ts'
import { createTrustStore, type TrustInput, type VerifyContext, verifyCredential } from '../verify/index.ts'
import { daysAfter, sealedAt, type World } from '../verify/sealed-sample.test-support.ts'
import { formats } from './index.ts'
import { createSealers, type TestSealer } from './sealers.test-support.ts'

let world: World
let sealers: readonly TestSealer[]
beforeAll(async () => {
  ;({ world, sealers } = await createSealers())
})

const failuresOf = (report: Report) =>
  report.checks.filter(({ state }) => state === 'failed').map(({ code }) => code)

interface Change {
  readonly at?: Date
  readonly trust?: TrustInput
  readonly isRevoked?: boolean
}

function contextOf(sealer: TestSealer, change: Change = {}): VerifyContext & { readonly fetched: string[] } {
  const fetched: string[] = []
  return {
    at: change.at ?? daysAfter(1),
    trust: createTrustStore(change.trust ?? sealer.trust),
    fetched,
    resolveStatusList: async url => {
      fetched.push(url)
      return { kind: 'found', body: await sealer.list(change.isRevoked ?? false) }
    },
  }
}

// The names stand here, since sealers take a while to make: a list that differs is noticed below.
const names = [
  'edc',
  'open-badges-3 with eddsa-rdfc-2022',
  'open-badges-3 with eddsa-jcs-2022',
  'open-badges-3 with ecdsa-rdfc-2019',
  'open-badges-3 with ecdsa-jcs-2019',
  'open-badges-3 with Ed25519Signature2020',
  'open-badges-3 as vc+jwt, EdDSA',
  'w3c-vc-jwt with the claim of version 1.1, EdDSA',
  'open-badges-3 enveloped, EdDSA',
  'open-badges-3 as vc+jwt, ES256',
  'w3c-vc-jwt with the claim of version 1.1, ES256',
  'open-badges-3 enveloped, ES256',
  'open-badges-3 as vc+jwt with a certificate',
  'sd-jwt-vc of a did:jwk',
]

test('every way to seal is held to the contract', () => {
  expect(sealers.map(({ name }) => name)).toEqual(names)
})

describe.each(names)('every format promises: %s', name => {
  let sealer: TestSealer
  let sealed: Uint8Array
  beforeAll(async () => {
    sealer = sealers.find(candidate => candidate.name === name)!
    sealed = await sealer.seal()
  })

  test('round trip: what is sealed is what is read', async () => {
    const context = contextOf(sealer)
    const report = await verifyCredential(sealed, context)
    expect(report.checks.filter(({ state }) => state === 'failed' || state === 'unknown')).toEqual([])
    expect(report).toMatchObject({
      verdict: 'valid',
      format: sealer.format,
      checkedAt: context.at.toISOString(),
    })
    expect(report.checks.find(({ id }) => id === 'status')?.code).toBe('status.in_force')
    expect(report.credential?.holder.name).toBe('Maja Lindqvist Sarri')
    expect(report.holder?.bonds).toContain('name')
    expect(report.signers).toHaveLength(1)
    expect(context.fetched).toHaveLength(1)
    expect(report.digest).toMatch(/^[0-9a-f]{64}$/)
  })

  test('one flipped bit is never valid and shows nothing', async () => {
    const context = contextOf(sealer)
    const step = Math.ceil(sealed.length / (sealer.refusesUnknownFields ? 100 : 400))
    for (let position = 0, bit = 0; position < sealed.length; position += step, bit = (bit + 1) % 8) {
      const flipped = sealed.slice()
      flipped[position]! ^= 1 << bit
      const { verdict, credential, checks } = await verifyCredential(flipped, context)
      expect({ position, bit, checks, isValid: verdict === 'valid' }).toMatchObject({ isValid: false })
      const seal = checks.find(({ id }) => id === 'seal')
      if (seal?.state === 'failed') expect(credential).toBeUndefined()
    }
  })

  test('cut short, doubled, empty: never valid, never a throw', async () => {
    const context = contextOf(sealer)
    const cuts = [0, 1, 2, 10, 100, sealed.length >> 1, sealed.length - 1].map(length =>
      sealed.slice(0, length),
    )
    const doubled = [Buffer.concat([sealed, sealed]), Buffer.concat([sealed, Buffer.from('x')])]
    for (const bytes of [...cuts, ...doubled]) {
      expect((await verifyCredential(new Uint8Array(bytes), context)).verdict).not.toBe('valid')
    }
  })

  test('wrong key: an impostor and a namesake are refused, a stranger is unknown', async () => {
    const [impostor, namesake] = await Promise.all([
      sealer.seal({ by: 'impostor' }),
      sealer.seal({ by: 'namesake' }),
    ])
    expect(failuresOf(await verifyCredential(impostor, contextOf(sealer)))).toEqual([sealer.forged[0]])
    expect(failuresOf(await verifyCredential(namesake, contextOf(sealer)))).toEqual([sealer.forged[1]])
    const strange = await verifyCredential(await sealer.seal({ by: 'stranger' }), contextOf(sealer))
    expect(strange.verdict).toBe('indeterminate')
    expect(strange.checks.find(({ id }) => id === 'issuer')).toMatchObject({
      state: 'unknown',
      code: 'issuer.unknown',
    })
    const nobody = await verifyCredential(sealed, contextOf(sealer, { trust: {} }))
    expect(nobody.verdict).toBe('indeterminate')
    expect(nobody.checks.find(({ id }) => id === 'issuer')?.code).toBe('issuer.unknown')
  })

  test('expired, not yet valid, revoked', async () => {
    const brief = await sealer.seal({ validUntil: '2026-04-27T00:00:00Z' })
    expect(failuresOf(await verifyCredential(brief, contextOf(sealer, { at: daysAfter(20) })))).toEqual([
      'dates.expired',
    ])
    const early = await sealer.seal({ validFrom: '2026-05-01T00:00:00Z' })
    expect(failuresOf(await verifyCredential(early, contextOf(sealer)))).toEqual(['dates.not_yet_valid'])
    const revoked = await verifyCredential(sealed, contextOf(sealer, { isRevoked: true }))
    expect(revoked.verdict).toBe('invalid')
    expect(failuresOf(revoked)).toEqual([expect.stringMatching(/^status\.revoked/)])
  })

  test('an unknown field is sealed like any other, or refused; never half believed', async () => {
    const seal = sealer.seal({ more: { honours: 'summa' } })
    if (sealer.refusesUnknownFields) {
      await expect(seal).rejects.toMatchObject({ code: 'ld.data_loss' })
      const added = { ...JSON.parse(new TextDecoder().decode(sealed)), honours: 'summa' }
      const report = await verifyCredential(Buffer.from(JSON.stringify(added)), contextOf(sealer))
      expect(failuresOf(report)).toEqual(['ld.data_loss'])
    } else {
      expect((await verifyCredential(await seal, contextOf(sealer))).verdict).toBe('valid')
    }
  })

  test('a proof of possession that is asked for and not given is missed', async () => {
    const presentation = {
      audience: 'https://verifier.example',
      nonce: 'n-1',
      keyBinding: 'required',
    } as const
    const report = await verifyCredential(sealed, { ...contextOf(sealer), presentation })
    expect(failuresOf(report)).toEqual(['kb.missing'])
  })
})

describe.each(
  formats.map(format => ({ id: format.id, format })),
)('every format that we write promises: $id', ({ format }) => {
  const award = sampleAward()
  const input = sampleEdcInput()
  const seal = (document: unknown) =>
    format.seal(document as ReturnType<typeof format.build>, world.signer, { signingTime: sealedAt })

  test('the same award is built the same, byte for byte', () => {
    const build = () => JSON.stringify(format.build(award, input))
    expect(build()).toBe(build())
    expect(format.extension).toMatch(/^\.\w+$/)
    expect(format.mediaType).toMatch(/^\w+\/[\w+.-]+$/)
  })

  test('what it seals, it reads', async () => {
    const { content } = format.parse(await seal(format.build(award, input)))
    expect(content?.view.title).toEqual(award.version.content.title)
    expect(content?.view.outcomes).toHaveLength(award.version.content.outcomes.length)
  })

  test('a file too large for its receivers is not sealed', async () => {
    const document = { ...(format.build(award, input) as object), filler: 'x'.repeat(5_000_000) }
    await expect(seal(document)).rejects.toMatchObject({ code: 'input.too_large' })
  })
})
