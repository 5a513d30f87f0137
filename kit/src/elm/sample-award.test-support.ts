import type { Award } from './award.ts'
import type { EdcInput } from './edc/build-context.ts'
import type { LearningOutcome, MicroCredentialContent, Organisation } from './micro-credential.ts'

const steward: Organisation = {
  id: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0001',
  legalName: { sv: 'Branschrådet Optofiber (demo)' },
  registration: '802999-0018',
  country: 'SWE',
  locality: 'Stockholm',
}

const awardingBody: Organisation = {
  id: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0002',
  legalName: { sv: 'Fiberkraft Norr Utbildning (demo)' },
  registration: '559999-0011',
  country: 'SWE',
  locality: 'Skellefteå',
  homepage: 'https://fiberkraft.example/',
  email: 'utbildning@fiberkraft.example',
}

const urgently = {
  sv: 'för att akut laga en förbindelse med rätt kvalitet och metod',
  en: 'in order to repair a connection urgently with the right quality and method',
  da: 'for akut at reparere en forbindelse med den rette kvalitet og metode',
}

const outcomes: readonly LearningOutcome[] = [
  {
    id: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0011',
    category: 'knowledge',
    parts: {
      sv: {
        introduction: 'Innehavaren kan',
        activity: 'redogöra',
        content: 'för hur lagning och skarvning av optofiber genomförs',
        contextAndQuality: urgently.sv,
      },
      en: {
        introduction: 'The holder can',
        activity: 'explain',
        content: 'how optical fibre is repaired and spliced',
        contextAndQuality: urgently.en,
      },
      da: {
        introduction: 'Indehaveren kan',
        activity: 'redegøre',
        content: 'for, hvordan optisk fiber repareres og splejses',
        contextAndQuality: urgently.da,
      },
    },
    criterion: {
      sv: 'Beskriver arbetsgången från felsökning till slutmätning utan hjälp.',
      en: 'Describes the work from fault-finding to final measurement without help.',
      da: 'Beskriver arbejdsgangen fra fejlfinding til slutmåling uden hjælp.',
    },
    methods: ['oral-open-questions'],
  },
  {
    id: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0012',
    category: 'skill',
    parts: {
      sv: {
        introduction: 'Innehavaren kan',
        activity: 'hantera',
        content: 'fibersvets samt kabelverktyg',
        contextAndQuality: urgently.sv,
      },
      en: {
        introduction: 'The holder can',
        activity: 'handle',
        content: 'a fusion splicer and cable tools',
        contextAndQuality: urgently.en,
      },
      da: {
        introduction: 'Indehaveren kan',
        activity: 'håndtere',
        content: 'fibersvejser og kabelværktøj',
        contextAndQuality: urgently.da,
      },
    },
    criterion: {
      sv: 'Tre skarvar i följd har en dämpning på högst 0,1 dB var.',
      en: 'Three splices in a row each have a loss of at most 0.1 dB.',
      da: 'Tre splejsninger i træk har hver et tab på højst 0,1 dB.',
    },
    methods: ['test-centre-observation-steered'],
  },
  {
    id: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0013',
    category: 'responsibility-and-autonomy',
    parts: {
      sv: {
        introduction: 'Innehavaren kan',
        activity: 'praktisera',
        content: 'riskbedömning vid ensamarbete/markarbete',
        contextAndQuality: 'för att kunna arbeta säkert under akuta kritiska/krigsliknande förhållanden',
      },
      en: {
        introduction: 'The holder can',
        activity: 'practise',
        content: 'risk assessment when working alone or in the ground',
        contextAndQuality: 'in order to work safely in urgent, critical or war-like conditions',
      },
      da: {
        introduction: 'Indehaveren kan',
        activity: 'praktisere',
        content: 'risikovurdering ved alenearbejde og jordarbejde',
        contextAndQuality: 'for at kunne arbejde sikkert under akutte, kritiske eller krigslignende forhold',
      },
    },
    criterion: {
      sv: 'Gör en riskbedömning före arbetet och avbryter när läget ändras.',
      en: 'Makes a risk assessment before the work and stops when the situation changes.',
      da: 'Laver en risikovurdering før arbejdet og afbryder, når situationen ændrer sig.',
    },
    methods: ['test-centre-observation-steered', 'workplace-observation-free'],
  },
]

const content: MicroCredentialContent = {
  languages: ['sv', 'en', 'da'],
  title: {
    sv: 'Reparationsberedskap för akut felsökning/lagning/mätning av optofiber',
    en: 'Repair readiness for urgent fault-finding, repair and measurement of optical fibre',
    da: 'Reparationsberedskab til akut fejlfinding, reparation og måling af optisk fiber',
  },
  summary: {
    sv: 'Att få en avbruten fiberförbindelse att fungera igen när det är bråttom.',
    en: 'Getting a broken fibre connection working again when time is short.',
    da: 'At få en afbrudt fiberforbindelse til at virke igen, når det haster.',
  },
  countries: ['SWE'],
  region: 'SE33',
  awardingBodies: [awardingBody],
  steward,
  outcomes,
  workload: { hours: 24 },
  level: { kind: 'estimate', level: 4 },
  participation: { mode: 'on-site', setting: 'non-formal' },
  qualityAssurance: {
    kind: 'internal',
    standard: 'eqf-annex-iv',
    description: {
      sv: 'Branschrådet går igenom innehållet en gång om året.',
      en: 'The industry council reviews the content once a year.',
      da: 'Brancherådet gennemgår indholdet én gang om året.',
    },
  },
  supervision: 'supervised-on-site-with-id',
  workTasks: {
    sv: 'Innehavaren kan akut felsöka, laga och mäta en optofiber under akuta kritiska/krigsliknande förhållanden.',
    en: 'The holder can urgently find faults in, repair and measure an optical fibre in urgent, critical or war-like conditions.',
    da: 'Indehaveren kan akut fejlfinde, reparere og måle en optisk fiber under akutte, kritiske eller krigslignende forhold.',
  },
  validity: { kind: 'months', months: 36 },
}

/** The guidebook's example as content, with what a test wants otherwise. */
export function sampleContent(overrides: Partial<MicroCredentialContent> = {}): MicroCredentialContent {
  return { ...content, ...overrides }
}

/** An award of the guidebook's example to an invented learner. Results follow the outcomes of the content. */
export function sampleAward(
  overrides: Partial<Award> & { readonly content?: Partial<MicroCredentialContent> } = {},
): Award {
  const { content: contentOverrides, ...awardOverrides } = overrides
  const ours = sampleContent(contentOverrides)
  return {
    id: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0021',
    holder: {
      id: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0022',
      givenName: 'Maja',
      familyName: 'Lindqvist Sarri',
      birthDate: '1994-05-03',
    },
    version: {
      microCredentialId: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0023',
      versionId: 'urn:uuid:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0024',
      number: 1,
      publishedAt: '2026-02-01T08:00:00Z',
      content: ours,
    },
    results: ours.outcomes.map(outcome => ({
      outcomeId: outcome.id,
      method: outcome.methods[0]!,
      supervision: 'supervised-on-site-with-id',
      assessedAt: '2026-04-16T10:15:00Z',
    })),
    awardingDate: '2026-04-17T09:30:00Z',
    place: { locality: 'Skellefteå', country: 'SWE' },
    awardingBodies: ours.awardingBodies,
    issuer: awardingBody,
    validUntil: '2029-04-17T21:59:59Z',
    ...awardOverrides,
  }
}

/** The smallest PNG there is: one grey pixel. */
export const samplePng: Uint8Array = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
)

/** What is sealed beside the award, with page images in all three languages. */
export function sampleEdcInput(overrides: Partial<EdcInput> = {}): EdcInput {
  return {
    credentialId: 'urn:credential:0f3b7f62-6a0e-4a53-9c3e-6f1f5a3e0031',
    seal: {
      organisationName: 'Fiberkraft Norr Utbildning (demo)',
      commonName: 'Fiberkraft Norr development seal',
      organizationIdentifier: 'NTRSE-5599990011',
      country: 'SE',
    },
    issuedAt: '2026-04-17T09:45:00Z',
    status: { listUrl: 'http://localhost:3000/status/lists/1', index: 4711 },
    statusPageUrl: 'http://localhost:3000/m/ABCD-EFGH',
    checkUrl: 'http://localhost:3000/verify',
    pageImages: ['sv', 'en', 'da'].map(language => ({ language, png: samplePng })),
    ...overrides,
  }
}
