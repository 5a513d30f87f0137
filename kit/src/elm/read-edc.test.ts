import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annexCompleteness } from './annex-completeness.ts'
import { buildEdc } from './build-edc.ts'
import { annexElements } from './credential-view.ts'
import { readEdc } from './read-edc.ts'
import { sampleAward, sampleEdcInput } from './sample-award.test-support.ts'
import { validateEdc } from './validate-edc.ts'

const document = () => JSON.parse(JSON.stringify(buildEdc(sampleAward(), sampleEdcInput())))
const runs = process.env.MERITUM_FULL ? 5_000 : 300

describe('readEdc', () => {
  test('never throws, whatever it is given; nor does validation', () => {
    fc.assert(
      fc.property(fc.jsonValue(), anything => {
        expect(readEdc(anything).completeness.missing.length).toBeGreaterThan(0)
        expect(validateEdc(anything).length).toBeGreaterThan(0)
      }),
      { numRuns: runs },
    )
  })

  test('never throws on a credential with anything anywhere', () => {
    const names = ['credentialSubject', 'issuer', 'displayParameter', 'identifier', 'evidence', 'type', 'id']
    const claimNames = [
      'title',
      'awardedBy',
      'provenBy',
      'specifiedBy',
      'additionalNote',
      'hasPart',
      'influencedBy',
    ]
    fc.assert(
      fc.property(fc.constantFrom(...names, ...claimNames), fc.jsonValue(), (name, value) => {
        const changed = document()
        const owner = names.includes(name) ? changed : changed.credentialSubject.hasClaim
        owner[name] = value
        expect(readEdc(changed).languages).toBeInstanceOf(Array)
        expect(validateEdc(changed)).toBeInstanceOf(Array)
      }),
      { numRuns: runs },
    )
  })

  test('parts that contain each other end', () => {
    const changed = document()
    const claim = changed.credentialSubject.hasClaim
    claim.hasPart = { id: 'urn:x:part', type: 'LearningAchievement', hasPart: [claim.id, 'urn:x:part'] }
    expect(readEdc(changed).outcomes).toHaveLength(3)
  })

  test('keeps a sentence that begins like a category', () => {
    const sample = sampleAward()
    const [first, ...others] = sample.version.content.outcomes
    const parts = { sv: { ...first!.parts.sv!, introduction: 'Kunskap: innehavaren kan' } }
    const award = sampleAward({ content: { languages: ['sv'], outcomes: [{ ...first!, parts }, ...others] } })
    const [outcome] = readEdc(buildEdc(award, sampleEdcInput())).outcomes
    expect(outcome?.category).toBe('knowledge')
    expect(outcome?.title.sv).toMatch(/^Kunskap: innehavaren kan redogöra/)
  })
})

describe('annexCompleteness', () => {
  const without: [string, (changed: ReturnType<typeof document>) => void][] = [
    ['learner', changed => delete changed.credentialSubject.dateOfBirth],
    ['title', changed => delete changed.credentialSubject.hasClaim.title],
    [
      'awarding-body',
      changed => (changed.credentialSubject.hasClaim.awardedBy = { type: 'AwardingProcess' }),
    ],
    ['learning-outcomes', changed => delete changed.credentialSubject.hasClaim.specifiedBy.learningOutcome],
    ['workload', changed => delete changed.credentialSubject.hasClaim.specifiedBy.volumeOfLearning],
    ['participation', changed => delete changed.credentialSubject.hasClaim.specifiedBy.mode],
    ['assessment', changed => delete changed.credentialSubject.hasClaim.provenBy],
  ]
  test.each(without)('%s is missing when it is left out', (element, leaveOut) => {
    const changed = document()
    leaveOut(changed)
    expect(annexCompleteness(changed).missing).toContain(element)
  })

  test('a level is missing when neither level nor note says anything of it', () => {
    const changed = document()
    const specification = changed.credentialSubject.hasClaim.specifiedBy
    delete specification.educationLevel
    expect(annexCompleteness(changed).missing).toEqual([])
    specification.additionalNote = []
    expect(annexCompleteness(changed).missing).toEqual(['level', 'quality-assurance'])
  })

  test('of nothing, all eleven are missing', () => {
    expect(annexCompleteness(null)).toEqual({ present: [], missing: annexElements })
  })
})
