import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { verifyCredential } from '../kit/src/verify/index.ts'
import { type AttackBuilder, bareBadge, contextOf, sign, valid } from './attacks/attack-case.ts'
import { dataIntegrityAttacks } from './attacks/data-integrity-attacks.ts'
import { notYet, provedElsewhere } from './attacks/elsewhere.ts'
import { jadesAttacks } from './attacks/jades-attacks.ts'
import { joseAttacks } from './attacks/jose-attacks.ts'
import { sdJwtAttacks, soundPresentation } from './attacks/sd-jwt-attacks.ts'
import { statusAttacks } from './attacks/status-attacks.ts'

/** The catalogue of attacks, as far as it is about credentials that are verified (sections A to D). */
const builders: Readonly<Record<string, AttackBuilder>> = {
  ...joseAttacks,
  ...dataIntegrityAttacks,
  ...statusAttacks,
  ...sdJwtAttacks,
  ...jadesAttacks,
}

const catalogue = join(
  process.env.MERITUM_SHARED ?? join(import.meta.dirname, '../../shared'),
  'security/attacks.json',
)
const present = existsSync(catalogue)
if (!present) console.warn(`SKIPPED: the catalogue is not at ${catalogue}; set MERITUM_SHARED`)

interface Entry {
  readonly id: string
  readonly section: string
  readonly input: string
}
const entries: readonly Entry[] = present ? JSON.parse(readFileSync(catalogue, 'utf8')) : []
const ours = entries.filter(({ section }) => /^[ABCD]\./.test(section)).map(({ id }) => id)

/** Milliseconds; a hang guard, far from what any of them takes. */
const mostTime = 2000
const ownKeys = Object.getOwnPropertyNames(Object.prototype).join()

test.skipIf(!present)('every case is tried here, proved elsewhere, or named as not applying yet', () => {
  const known = [...Object.keys(builders), ...Object.keys(provedElsewhere), ...Object.keys(notYet)]
  expect(known.toSorted()).toEqual(ours.toSorted())
})

test.skipIf(!present)('docs/standards.md counts them', () => {
  const text = readFileSync(join(import.meta.dirname, '../docs/standards.md'), 'utf8')
  const covered = Object.keys(builders).length + Object.keys(provedElsewhere).length
  expect(text).toContain(`${covered} of ${ours.length} cases`)
  for (const id of Object.keys(notYet)) expect(text).toContain(id)
})

describe('the proofs are there that others are held against', () => {
  test.each(Object.values(provedElsewhere))('%s', place => {
    expect(existsSync(join(import.meta.dirname, '..', place.split(':')[0]!))).toBe(true)
  })
})

test('what is sound is valid, or the attacks would prove nothing', async () => {
  for (const attack of [valid('a badge', await sign(bareBadge())), await soundPresentation()]) {
    const report = await verifyCredential(attack.bytes, contextOf(attack))
    expect(report.checks.filter(({ state }) => state === 'failed' || state === 'unknown')).toEqual([])
    expect(report.verdict).toBe('valid')
    attack.holds?.(report)
  }
})

describe.each(Object.entries(builders))('%s', (id, build) => {
  test('comes to what it must', async () => {
    const cases = await build()
    expect(cases.length).toBeGreaterThan(0)
    for (const attack of cases) {
      const context = contextOf(attack)
      const start = performance.now()
      const report = await verifyCredential(attack.bytes, context)
      const took = performance.now() - start
      const codes = report.checks
        .filter(({ state }) => state === 'failed' || state === 'unknown')
        .map(({ code }) => code)
      expect({ id, what: attack.what, verdict: report.verdict, codes }).toMatchObject({
        verdict: attack.verdict,
      })
      if (attack.codes && attack.codes.length > 0) {
        expect({
          id,
          what: attack.what,
          codes,
          isAmongThem: attack.codes.some(code => codes.includes(code)),
        }).toMatchObject({
          isAmongThem: true,
        })
      }
      expect({ what: attack.what, asked: context.asked }).toEqual({
        what: attack.what,
        asked: attack.asked ?? [],
      })
      attack.holds?.(report)
      // What holds after every case, as far as it can be seen from here.
      expect(took).toBeLessThan(mostTime)
      expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(ownKeys)
      expect(JSON.stringify(report)).not.toMatch(/node_modules|at .*\(file:|"d":/)
      if (
        attack.verdict === 'invalid' &&
        report.checks.some(({ id: check, state }) => check === 'seal' && state === 'failed')
      )
        expect(report.credential).toBeUndefined()
    }
    const next = valid('the next one', await sign(bareBadge()))
    expect((await verifyCredential(next.bytes, contextOf(next))).verdict).toBe('valid')
  })
})
