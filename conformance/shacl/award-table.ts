import type { Award, LearningOutcome, OutcomeCategory } from '../../kit/src/elm/index.ts'
import { sampleAward, sampleContent } from '../../kit/src/elm/sample-award.test-support.ts'

const sample = sampleContent()
const [awardingBody] = sample.awardingBodies

const swedishOnly = (value: Readonly<Record<string, string>>) => ({ sv: value.sv! })

function outcome(number: number): LearningOutcome {
  const categories: readonly OutcomeCategory[] = ['knowledge', 'skill', 'responsibility-and-autonomy']
  const first = sample.outcomes[0]!
  return {
    ...first,
    id: `outcome-${number}`,
    category: categories[number % 3]!,
    parts: { sv: { ...first.parts.sv!, content: `moment ${number}` } },
    criterion: { sv: `Visar moment ${number}.` },
  }
}

const oneLanguage = {
  languages: ['sv'],
  title: swedishOnly(sample.title),
  outcomes: sample.outcomes.map(item => ({
    ...item,
    parts: { sv: item.parts.sv! },
    criterion: swedishOnly(item.criterion),
  })),
  qualityAssurance: {
    ...sample.qualityAssurance,
    description: swedishOnly(sample.qualityAssurance.description),
  },
}

const allFields = {
  need: { sv: 'Behov', en: 'Need', da: 'Behov' },
  countries: ['SWE', 'NOR', 'FIN'],
  workload: { hours: 37.5, ects: 1.5 },
  prerequisites: { sv: 'Inga.', en: 'None.', da: 'Ingen.' },
  gradingScheme: { sv: 'A–F', en: 'A–F', da: 'A–F' },
  stackability: {
    kind: 'stand-alone-stackable',
    description: { sv: 'Mottagaren avgör.', en: 'The receiver decides.', da: 'Modtageren afgør.' },
  },
  furtherInformation: { sv: 'En dag.', en: 'One day.', da: 'Én dag.' },
  homepage: 'https://fiberkraft.example/reparationsberedskap?språk=sv',
  authorisations: { sv: 'Inga.', en: 'None.', da: 'Ingen.' },
  ssyk: '7420',
  sun: '523',
  sni: '42220',
  esco: 'http://data.europa.eu/esco/skill/ccdf3597-5c80-410f-896d-e1bdfa223de9',
  influencingFactors: { sv: 'Mörker.', en: 'Darkness.', da: 'Mørke.' },
  issuerRequirements: { sv: 'Testcenter.', en: 'A test centre.', da: 'Testcenter.' },
} as const

const { validUntil: _until, ...unlimited } = sampleAward()
const minimal = sampleAward({
  content: {
    ...oneLanguage,
    summary: undefined,
    region: undefined,
    supervision: undefined,
    workTasks: undefined,
  },
})

/** Awards that differ in everything that the format may stumble over. */
export const awardTable: readonly (readonly [name: string, award: Award])[] = [
  ['three languages', sampleAward()],
  [
    'one language',
    sampleAward({ content: { ...oneLanguage, summary: { sv: 'Snabbt.' }, workTasks: { sv: 'Laga.' } } }),
  ],
  ['optional fields left out', withoutUndefined(minimal)],
  ['all fields', sampleAward({ content: allFields })],
  ['valid without end', unlimited],
  ['valid until a date', sampleAward({ validUntil: '2026-10-17' })],
  [
    'sealed on behalf of others',
    sampleAward({
      issuer: { ...awardingBody!, id: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0099', country: 'DNK' },
    }),
  ],
  [
    'many outcomes',
    sampleAward({ content: { ...oneLanguage, outcomes: Array.from({ length: 10 }, (_, i) => outcome(i)) } }),
  ],
  [
    'odd characters in names',
    sampleAward({
      holder: {
        id: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0022',
        givenName: 'Łucja "Lu" <b>\u200d',
        familyName: "O'Ñáñez-\u6797 \u{1F600} \\ ﷽",
        birthDate: '2000-02-29',
      },
      place: { locality: 'Å\n"i" åa ä e ö', country: 'SWE' },
    }),
  ],
  [
    'level not applicable, prior learning',
    sampleAward({
      content: {
        level: { kind: 'not-applicable' },
        participation: { mode: 'none-validation', setting: 'informal' },
      },
    }),
  ],
  [
    'steward and two awarding bodies, one of them the steward',
    sampleAward({ content: { awardingBodies: [awardingBody!, sample.steward] } }),
  ],
  ['partly translated', sampleAward({ content: { summary: { sv: 'Bara på svenska.' } } })],
]

function withoutUndefined(award: Award): Award {
  return JSON.parse(JSON.stringify(award)) as Award
}
