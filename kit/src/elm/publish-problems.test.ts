import { describe, expect, test } from 'vitest'
import { designCompleteness } from './completeness.ts'
import type { MicroCredentialDraft } from './micro-credential.ts'
import { publishProblems } from './publish-problems.ts'
import { sampleContent } from './sample-award.test-support.ts'

const sample = sampleContent()
const first = sample.outcomes[0]!
const withOutcome = (change: object): MicroCredentialDraft => ({
  ...sample,
  outcomes: [{ ...first, ...change }],
})

describe('designCompleteness', () => {
  test('an empty draft has nothing of the nine', () => {
    const { present, missing, atAward } = designCompleteness({})
    expect(present).toEqual([])
    expect(missing).toHaveLength(9)
    expect(atAward).toEqual(['learner', 'date'])
  })

  test('the guidebook’s example has all nine', () => {
    expect(designCompleteness(sample).missing).toEqual([])
  })

  test('"not applicable" is a level, and hours without ECTS are a workload', () => {
    const draft: MicroCredentialDraft = { level: { kind: 'not-applicable' }, workload: { hours: 3 } }
    expect(designCompleteness(draft).present).toEqual(['workload', 'level'])
  })
})

describe('publishProblems', () => {
  test('the guidebook’s example can be published', () => {
    expect(publishProblems(sample)).toEqual([])
  })

  test('a title in another language than the primary one is missing', () => {
    expect(publishProblems({ ...sample, title: { en: 'Only English' } })).toEqual([
      { code: 'missing', field: 'title', element: 'title' },
    ])
  })

  test.each<[string, MicroCredentialDraft, string, string]>([
    ['no language', {}, 'missing', 'languages'],
    ['no steward', { ...sample, steward: undefined }, 'missing', 'steward'],
    ['no awarding body', { ...sample, awardingBodies: [] }, 'missing', 'awardingBodies'],
    ['no validity', { ...sample, validity: undefined }, 'missing', 'validity'],
    ['no outcomes', { ...sample, outcomes: [] }, 'missing', 'outcomes'],
    ['no workload', { ...sample, workload: { hours: 0 } }, 'missing', 'workload'],
    [
      'no quality assurance',
      { ...sample, qualityAssurance: undefined },
      'missing',
      'qualityAssurance.description',
    ],
    [
      'an outcome without verb',
      withOutcome({ parts: { sv: { ...first.parts.sv, activity: ' ' } } }),
      'outcome_verb_missing',
      'outcomes.0.parts.sv.activity',
    ],
    [
      'an outcome without context',
      withOutcome({ parts: { sv: { ...first.parts.sv, contextAndQuality: '' } } }),
      'outcome_part_missing',
      'outcomes.0.parts.sv.contextAndQuality',
    ],
    [
      'an outcome without criterion',
      withOutcome({ criterion: {} }),
      'outcome_criterion_missing',
      'outcomes.0.criterion.sv',
    ],
    [
      'an outcome without category',
      withOutcome({ category: '' }),
      'outcome_category_missing',
      'outcomes.0.category',
    ],
    [
      'an outcome without method',
      withOutcome({ methods: [] }),
      'outcome_method_missing',
      'outcomes.0.methods',
    ],
    [
      'self-assessment and exploratory talk alone',
      withOutcome({ methods: ['self-assessment', 'exploratory-talk'] }),
      'outcome_method_cannot_decide',
      'outcomes.0.methods',
    ],
    ['eleven outcomes', { ...sample, outcomes: Array(11).fill(first) }, 'too_many_outcomes', 'outcomes'],
    ['a country that isn’t one', { ...sample, countries: ['SWE', 'XXX'] }, 'country_unknown', 'countries.1'],
    [
      'a level of 9',
      { ...sample, level: { kind: 'estimate', level: 9 } },
      'level_out_of_range',
      'level.level',
    ],
    [
      'a validity of no months',
      { ...sample, validity: { kind: 'months', months: 0 } },
      'validity_out_of_range',
      'validity.months',
    ],
  ])('%s', (_name, draft, code, field) => {
    expect(publishProblems(draft).map(problem => [problem.code, problem.field])).toEqual([[code, field]])
  })
})
