import { describe, expect, test } from 'vitest'
import { buildEdc } from './build-edc.ts'
import { sampleAward, sampleEdcInput, samplePng } from './sample-award.test-support.ts'
import { assessmentMethodTable, canDecide } from './vocabularies/index.ts'

const build = (...[award, input]: Partial<Parameters<typeof buildEdc>>) =>
  buildEdc(award ?? sampleAward(), input ?? sampleEdcInput())

describe('buildEdc', () => {
  test('is a specification without a decided level', () => {
    const { specifiedBy } = build().credentialSubject.hasClaim
    expect(specifiedBy.type).toBe('LearningAchievementSpecification')
    expect(specifiedBy).not.toHaveProperty('eqfLevel')
    expect(specifiedBy.educationLevel?.prefLabel.en).toBe('Issuer’s own estimate: 4 of 8')
  })

  test('writes every category into its outcome’s title', () => {
    const outcomes = [build().credentialSubject.hasClaim.specifiedBy.learningOutcome].flat()
    expect(outcomes.map(outcome => outcome.title.sv?.split(':')[0])).toEqual([
      'Kunskap',
      'Färdighet',
      'Ansvar och självständighet',
    ])
    expect(outcomes[2]).not.toHaveProperty('dcType')
  })

  test('names the sealer as the certificate does', () => {
    const { issuer } = build()
    expect(issuer.legalName.sv).toBe('Fiberkraft Norr Utbildning (demo)')
    expect(issuer.eIDASIdentifier?.notation).toBe('NTRSE-5599990011')
    expect(issuer.eIDASIdentifier?.spatial.id).toMatch(/\/country\/SWE$/)
  })

  test('lists a language only when every text has it and a page shows it', () => {
    const tags = (document: ReturnType<typeof build>) =>
      [document.displayParameter.language].flat().map(language => language.id.slice(-3))
    const onePage = sampleEdcInput({ pageImages: [{ language: 'sv', png: samplePng }] })
    const untranslated = sampleAward({ content: { summary: { sv: 'Snabbt', da: 'Hurtigt' } } })
    expect(tags(build())).toEqual(['SWE', 'ENG', 'DAN'])
    expect(tags(build(sampleAward(), onePage))).toEqual(['SWE'])
    expect(tags(build(untranslated))).toEqual(['SWE', 'DAN'])
  })

  test('writes both ends of validity, the last second of a bare date', () => {
    const document = build(sampleAward({ validUntil: '2028-01-31' }))
    expect(document.validUntil).toBe('2028-01-31T23:59:59Z')
    expect(document.expirationDate).toBe(document.validUntil)
  })

  test.each([
    ['an outcome without result', () => build(sampleAward({ results: [] }))],
    ['no outcome', () => build(sampleAward({ content: { outcomes: [] } }))],
    ['no title', () => build(sampleAward({ content: { title: {} } }))],
    ['no awarding body', () => build(sampleAward({ awardingBodies: [] }))],
    ['no page image', () => build(sampleAward(), sampleEdcInput({ pageImages: [] }))],
    ['a country that isn’t one', () => build(sampleAward({ place: { locality: 'X', country: 'XXX' } }))],
  ])('refuses %s', (_name, act) => {
    expect(act).toThrow(expect.objectContaining({ code: 'elm.incomplete' }))
  })
})

test('no method is "level of attendance", and fifteen of the seventeen can decide', () => {
  const methods = Object.entries(assessmentMethodTable)
  expect(methods).toHaveLength(17)
  expect(methods.filter(([, { euType }]) => euType.id.endsWith('7331eb4762'))).toEqual([])
  expect(methods.filter(([method]) => canDecide(method as never))).toHaveLength(15)
})
