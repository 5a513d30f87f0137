import { beforeAll, describe, expect, test } from 'vitest'
import { sampleAward, sampleEdcInput } from '../elm/sample-award.test-support.ts'
import type { Report } from '../report/index.ts'
import { verifyCredential } from '../verify/index.ts'
import {
  contextOf,
  createWorld,
  daysAfter,
  sealedAt,
  signList,
  statusIndex,
  type World,
} from '../verify/sealed-sample.test-support.ts'
import { formats } from './index.ts'

/** What a format needs to write the sample award; a format that isn't here can't be in the list. */
const inputs = { edc: sampleEdcInput() }

let world: World
beforeAll(async () => {
  world = await createWorld()
})

const failuresOf = (report: Report) =>
  report.checks.filter(({ state }) => state === 'failed').map(({ code }) => code)

describe.each(formats.map(format => ({ id: format.id, format })))('every format promises: $id', ({
  id,
  format,
}) => {
  const award = sampleAward()
  let sealed: Uint8Array
  const seal = (document: unknown = format.build(award, inputs[id]), signer = world.signer) =>
    format.seal(document as ReturnType<typeof format.build>, signer, { signingTime: sealedAt })
  beforeAll(async () => {
    sealed = await seal()
  })

  test('round trip: what is sealed is what is read', async () => {
    const report = await verifyCredential(sealed, await contextOf(world))
    expect(report.checks.filter(({ state }) => state !== 'passed')).toEqual([])
    expect(report).toMatchObject({ verdict: 'valid', format: id, checkedAt: daysAfter(1).toISOString() })
    expect(report.credential?.title).toEqual(award.version.content.title)
    expect(report.credential?.holder.name).toBe('Maja Lindqvist Sarri')
    expect(report.credential?.outcomes).toHaveLength(award.version.content.outcomes.length)
    expect(report.digest).toMatch(/^[0-9a-f]{64}$/)
    expect(format.detect(sealed)).toBe('sealed')
    expect(format.detect(new TextEncoder().encode('{"hello":"world"}'))).toBeUndefined()
    expect(format.extension).toMatch(/^\.\w+$/)
    expect(format.mediaType).toMatch(/^\w+\/[\w+.-]+$/)
  })

  test('the same award is built the same, byte for byte', () => {
    const build = () => JSON.stringify(format.build(award, inputs[id]))
    expect(build()).toBe(build())
  })

  test('one flipped bit is never valid and shows nothing', async () => {
    const context = await contextOf(world)
    const step = Math.ceil(sealed.length / 400)
    for (let position = 0, bit = 0; position < sealed.length; position += step, bit = (bit + 1) % 8) {
      const flipped = sealed.slice()
      flipped[position]! ^= 1 << bit
      const report = await verifyCredential(flipped, context)
      expect({ position, bit, isValid: report.verdict === 'valid' }).toEqual({
        position,
        bit,
        isValid: false,
      })
      expect(report.credential).toBeUndefined()
    }
    expect(context.fetched).toEqual([])
  })

  test('cut short, doubled, empty: never valid, never a throw', async () => {
    const context = await contextOf(world)
    const cuts = [0, 1, 2, 10, 100, sealed.length >> 1, sealed.length - 1].map(length =>
      sealed.slice(0, length),
    )
    for (const bytes of [
      ...cuts,
      Buffer.concat([sealed, sealed]),
      Buffer.concat([sealed, Buffer.from('x')]),
    ]) {
      expect((await verifyCredential(new Uint8Array(bytes), context)).verdict).not.toBe('valid')
    }
  })

  test('wrong key: an impersonator is refused, a stranger is unknown', async () => {
    const impostor = await createWorld()
    const forged = await verifyCredential(await seal(undefined, impostor.signer), await contextOf(world))
    expect(forged.verdict).toBe('indeterminate')
    const names = [{ organizationIdentifier: 'NTRSE-5599990011' }]
    const trust = { certificates: [world.root], names }
    const listed = await verifyCredential(
      await seal(undefined, impostor.signer),
      await contextOf(world, { trust }),
    )
    expect(failuresOf(listed)).toEqual(['cert.untrusted'])
  })

  test('expired, not yet valid, revoked', async () => {
    const brief = sampleAward({ validUntil: '2026-04-27T00:00:00Z' })
    const expired = await seal(format.build(brief, inputs[id]))
    expect(
      failuresOf(await verifyCredential(expired, await contextOf(world, { at: daysAfter(20) }))),
    ).toEqual(['dates.expired'])
    const early = await seal(format.build(sampleAward({ awardingDate: '2026-05-01T00:00:00Z' }), inputs[id]))
    expect(failuresOf(await verifyCredential(early, await contextOf(world)))).toEqual(['dates.not_yet_valid'])
    const change = { index: statusIndex, at: '2026-04-18T08:00:00Z', reason: 'issued-in-error' } as const
    const list = await signList(world.signer, { revoked: [change] })
    const revoked = await verifyCredential(sealed, await contextOf(world, { list }))
    expect(revoked.verdict).toBe('invalid')
    expect(revoked.checks.find(({ id: check }) => check === 'status')).toEqual({
      id: 'status',
      state: 'failed',
      code: 'status.revoked',
      params: { at: change.at, reason: change.reason },
    })
  })

  test('an unknown field is sealed like any other, and changes no verdict', async () => {
    const document = { ...(format.build(award, inputs[id]) as object), honours: 'summa' }
    expect((await verifyCredential(await seal(document), await contextOf(world))).verdict).toBe('valid')
  })

  test('a file too large for its receivers is not sealed', async () => {
    const document = { ...(format.build(award, inputs[id]) as object), filler: 'x'.repeat(5_000_000) }
    await expect(seal(document)).rejects.toMatchObject({ code: 'input.too_large' })
  })
})
