import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Award, buildEdc, outcomeSentence, readEdc, validateEdc } from '../kit/src/elm/index.ts'
import { sampleEdcInput } from '../kit/src/elm/sample-award.test-support.ts'
import { awardTable } from './shacl/award-table.ts'
import { elmFolder, elmPresent } from './shacl/elm-folder.ts'
import { countMutations, mutate } from './shacl/mutate.ts'
import { listSamples, readSample, withContext } from './shacl/read-sample.ts'
import { createShaclValidator, type ShaclAnswer } from './shacl/shacl-validator.ts'

if (!elmPresent)
  console.warn(`SKIPPED: the European Learning Model's files are not at ${elmFolder}; set MERITUM_SHARED`)

const expectedMutants: Record<string, { shaclConforms: boolean }> = elmPresent
  ? JSON.parse(readFileSync(join(elmFolder, 'samples/mutants/expected.json'), 'utf8'))
  : {}

// samples/ in the data's own index: the sealed ones conform, the others lack what the issuer adds.
const conformingOfficial = new Set(['Sample-MC-Annex1-signed.jsonld', 'Sample-CertOfPart-signed.jsonld'])

/** What JSON text says, whatever objects it came from. */
const asJson = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

describe.skipIf(!elmPresent)('European Digital Credentials and the published shapes', () => {
  let shacl: (document: object) => Promise<ShaclAnswer>
  beforeAll(() => {
    shacl = createShaclValidator(elmFolder)
  })

  describe('official samples', () => {
    const names = elmPresent ? listSamples('official') : []

    test('are all there', () => {
      expect(names.length).toBe(9)
    })

    test.each(names)('%s: SHACL and our validation agree', async name => {
      const document = withContext(readSample('official', name))
      const answer = await shacl(document)
      expect(answer.conforms, answer.results.join('\n')).toBe(conformingOfficial.has(name))
      expect(validateEdc(document).length === 0).toBe(answer.conforms)
    })
  })

  describe('mutants', () => {
    const names = elmPresent ? listSamples('mutants').map(name => name.replace('.jsonld', '')) : []

    test('are all expected', () => {
      expect(names.toSorted()).toEqual(Object.keys(expectedMutants).toSorted())
    })

    test.each(names)('%s', async name => {
      const document = readSample('mutants', `${name}.jsonld`)
      const answer = await shacl(document)
      expect(answer.conforms, answer.results.join('\n')).toBe(expectedMutants[name]?.shaclConforms)
      // What the shapes let through though it is wrong, we refuse.
      const ours = name.startsWith('semantic-bad-') ? false : answer.conforms
      expect(validateEdc(document).length === 0).toBe(ours)
    })
  })

  describe('what our validation finds beyond the shapes', () => {
    const base = () => readSample('mutants', 'valid-base.jsonld')
    const cases: [string, string, () => object][] = [
      [
        'an end before the start',
        'elm.ends_before_start',
        () => ({ ...base(), validUntil: '1999-01-01T00:00:00Z' }),
      ],
      [
        'two texts in one language',
        'elm.two_texts_in_one_language',
        () => {
          const document = base() as { credentialSubject: { hasClaim: unknown } }
          const claim = [document.credentialSubject.hasClaim].flat()[0] as Record<string, unknown>
          claim.additionalNote = { type: 'Note', noteLiteral: { en: ['One', 'Another'] } }
          return document
        },
      ],
    ]
    test.each(cases)('%s', async (_name, code, make) => {
      const document = make()
      expect((await shacl(document)).conforms).toBe(true)
      expect(validateEdc(document).map(finding => finding.code)).toContain(code)
    })
  })

  test('one-place changes of a credential of ours: we refuse whatever SHACL refuses', async () => {
    const [, award] = awardTable.find(([name]) => name === 'all fields')!
    const base = asJson(buildEdc(award, sampleEdcInput()))
    const all = countMutations(base)
    const tries = Math.ceil(all / (process.env.MERITUM_FULL ? 6 : 60))
    // A step that shares no factor with the count visits places and kinds evenly.
    const step = 7919
    const outcomes = { bothRefuse: 0, bothAccept: 0, onlyWeRefuse: 0 }
    for (let index = 0; index < tries; index++) {
      const { name, document } = mutate(base, (index * step) % all)
      const conforms = await shacl(document).then(
        answer => answer.conforms,
        () => false,
      )
      const accepted = validateEdc(document).length === 0
      expect(accepted && !conforms, name).toBe(false)
      outcomes[accepted ? 'bothAccept' : conforms ? 'onlyWeRefuse' : 'bothRefuse'] += 1
    }
    expect(outcomes.bothRefuse).toBeGreaterThan(tries / 4)
    expect(outcomes.bothAccept).toBeGreaterThan(tries / 20)
    expect(outcomes.onlyWeRefuse).toBeLessThan(tries / 4)
  }, 600_000)

  test('the authored sample with every element conforms', async () => {
    const document = readSample('authored', 'km-annex1-kompetenspasset-valid.jsonld')
    expect((await shacl(document)).conforms).toBe(true)
    expect(validateEdc(document)).toEqual([])
    expect(readEdc(document).completeness.missing).toEqual([])
  })

  describe.each(awardTable)('a credential that we build: %s', (_name, award) => {
    const document = () => asJson(buildEdc(award, sampleEdcInput()))

    test('conforms, to SHACL and to us', async () => {
      const answer = await shacl(document())
      expect(answer.results).toEqual([])
      expect(answer.conforms).toBe(true)
      expect(validateEdc(document())).toEqual([])
    })

    test('is the same bytes every time', () => {
      expect(JSON.stringify(buildEdc(award, sampleEdcInput()))).toBe(
        JSON.stringify(buildEdc(award, sampleEdcInput())),
      )
    })

    test('says again what was awarded', () => {
      expectFacts(readEdc(document()), award)
    })
  })
})

function expectFacts(view: ReturnType<typeof readEdc>, award: Award): void {
  const { content } = award.version
  const primary = content.languages[0]!
  expect(view.title[primary]).toBe(content.title[primary])
  expect(view.holder).toEqual({
    name: `${award.holder.givenName} ${award.holder.familyName}`,
    birthDate: award.holder.birthDate,
  })
  expect(
    view.outcomes.map(outcome => [outcome.category, outcome.title[primary], outcome.criterion?.[primary]]),
  ).toEqual(
    content.outcomes.map(outcome => [
      outcome.category,
      outcomeSentence(outcome.parts[primary]!),
      outcome.criterion[primary],
    ]),
  )
  expect(view.assessments.map(assessment => assessment.method)).toEqual(
    award.results.map(result => result.method),
  )
  expect(view.designedBy?.name).toEqual(content.steward.legalName)
  expect(view.awardingBodies.map(body => body.name)).toEqual(award.awardingBodies.map(body => body.legalName))
  expect(view.qualityAssurance?.[primary]).toContain(content.qualityAssurance.description[primary])
  expect(view.workload?.hours).toBe(content.workload.hours)
  expect(view.workload?.ects).toBe(content.workload.ects?.toString())
  expect(view.workTasks?.[primary]).toBe(content.workTasks?.[primary])
  expect(view.prerequisites?.[primary]).toBe(content.prerequisites?.[primary])
  expect(view.validUntil?.slice(0, 10)).toBe(award.validUntil?.slice(0, 10))
  expect(view.place).toBe(award.place.locality)
  expect(view.version).toBe(String(award.version.number))
  expect(view.status).toEqual({ listUrl: 'http://localhost:3000/status/lists/1', index: 4711 })
  expect(view.mandate === undefined).toBe(award.awardingBodies.some(body => body.id === award.issuer.id))
  expect(view.completeness.missing).toEqual([])
  expect(view.countries).toEqual(expect.arrayContaining([...content.countries]))
}
