import { describe, expect, it } from 'vitest'
import { lintOutcome } from './lint-outcome.ts'

const good = {
  introduction: 'Innehavaren kan',
  activity: 'hantera',
  content: 'fibersvets samt kabelverktyg',
  contextAndQuality: 'för att akut laga en förbindelse med rätt kvalitet och metod',
}

const codes = (parts: Partial<typeof good>, language = 'sv') =>
  lintOutcome({ ...good, ...parts }, 'skill', language).map(finding => finding.code)

describe('lintOutcome', () => {
  it('has nothing to say about the guidebook’s own sentences', () => {
    expect(lintOutcome(good, 'skill', 'sv')).toEqual([])
    expect(
      codes({ activity: 'redogöra', content: 'för hur lagning och skarvning av optofiber genomförs' }),
    ).toEqual([])
    expect(codes({ activity: 'praktisera', content: 'riskbedömning vid ensamarbete/markarbete' })).toEqual([])
  })

  it('misses the verb first, then every other part', () => {
    const findings = lintOutcome(
      { introduction: ' ', activity: '', content: '', contextAndQuality: '' },
      'skill',
      'sv',
    )
    expect(findings.map(finding => [finding.code, finding.part, finding.severity])).toEqual([
      ['outcome.verb_missing', 'activity', 'error'],
      ['outcome.part_missing', 'introduction', 'error'],
      ['outcome.part_missing', 'content', 'error'],
      ['outcome.part_missing', 'contextAndQuality', 'error'],
    ])
  })

  it.each([
    ['sv', 'Förstå'],
    ['sv', 'ha  kunskap om'],
    ['en', 'understand'],
    ['en', 'be aware of'],
    ['da', 'forstå'],
    ['da', 'kende til'],
  ])('%s: "%s" can’t be observed, and other verbs are offered', (language, activity) => {
    const [finding] = lintOutcome({ ...good, activity }, 'skill', language)
    expect(finding).toMatchObject({ code: 'outcome.verb_vague', severity: 'warning', part: 'activity' })
    expect(finding?.suggestions?.length).toBeGreaterThan(1)
  })

  it('finds a vague phrase that is split over two parts, and no word that only begins alike', () => {
    expect(codes({ activity: 'känna', content: 'till olika kabeltyper' })).toEqual(['outcome.verb_vague'])
    expect(codes({ activity: 'knowledge-test' }, 'en')).toEqual([])
  })

  it.each([
    ['sv', 'hanterar'],
    ['sv', 'hanteras'],
    ['sv', 'skarvning'],
    ['sv', 'att hantera'],
    ['en', 'to handle'],
    ['en', 'handling'],
    ['en', 'handles'],
    ['da', 'håndterer'],
    ['da', 'håndteres'],
    ['da', 'at håndtere'],
  ])('%s: "%s" is no infinitive', (language, activity) => {
    expect(codes({ activity }, language)).toContain('outcome.verb_not_infinitive')
  })

  it.each([
    ['sv', 'gå'],
    ['sv', 'självständigt utföra'],
    ['sv', 'följa upp'],
    ['en', 'assess'],
    ['en', 'bring'],
    ['da', 'genkende'],
    ['da', 'måle'],
    ['da', 'gå'],
  ])('%s: "%s" is let through', (language, activity) => {
    expect(codes({ activity }, language)).toEqual([])
  })

  it('wants one activity at a time', () => {
    expect(codes({ activity: 'hantera och mäta' })).toEqual(['outcome.verb_several'])
    expect(codes({ activity: 'measure, repair' }, 'en')).toEqual(['outcome.verb_several'])
  })

  it('warns of a sentence that is too long to read', () => {
    expect(codes({ contextAndQuality: 'för att '.repeat(20) })).toEqual(['outcome.sentence_long'])
  })

  it('only asks for the parts in a language that it does not know', () => {
    expect(codes({ activity: 'ymmärtää' }, 'fi')).toEqual([])
    expect(codes({ activity: '' }, 'fi')).toEqual(['outcome.verb_missing'])
  })
})
