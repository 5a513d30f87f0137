import type { MicroCredentialContent, Organisation } from '@meritum/kit/elm'

/** An invented steward for demonstration; nobody real is credited. */
export const optofibreSteward: Organisation = {
  id: 'urn:uuid:5b0a3f1e-6a51-4d0c-9d0e-2f6c1f0f7a01',
  legalName: { sv: 'Branschrådet Optofiber (demo)' },
  registration: '802999-0018',
  country: 'SWE',
  locality: 'Stockholm',
}

/** An invented awarding body for demonstration. */
export const optofibreAwardingBody: Organisation = {
  id: 'urn:uuid:5b0a3f1e-6a51-4d0c-9d0e-2f6c1f0f7a02',
  legalName: { sv: 'Fiberkraft Norr Utbildning (demo)' },
  registration: '559999-0011',
  country: 'SWE',
  locality: 'Skellefteå',
}

const knowledge: MicroCredentialContent['outcomes'][number] = {
  id: '0b6f2c7a-52a4-4d43-8f55-0d4f6f2a1c01',
  category: 'knowledge',
  parts: {
    sv: {
      introduction: 'Innehavaren kan',
      activity: 'redogöra',
      content: 'för hur lagning och skarvning av optofiber genomförs',
      contextAndQuality: 'för att akut laga en förbindelse med rätt kvalitet och metod',
    },
    en: {
      introduction: 'The holder can',
      activity: 'explain',
      content: 'how optical fibre is repaired and spliced',
      contextAndQuality: 'in order to restore a connection urgently with the right quality and method',
    },
    da: {
      introduction: 'Indehaveren kan',
      activity: 'redegøre',
      content: 'for, hvordan optisk fiber repareres og splejses',
      contextAndQuality: 'for akut at reparere en forbindelse med den rette kvalitet og metode',
    },
  },
  criterion: {
    sv: 'Beskriver arbetsgången från felsökning till slutmätning utan hjälp, och väljer och motiverar rätt metod för två givna fiberfel.',
    en: 'Describes the work from fault-finding to final measurement without help, and chooses and justifies the right method for two given fibre faults.',
    da: 'Beskriver arbejdsgangen fra fejlfinding til slutmåling uden hjælp og vælger og begrunder den rette metode til to givne fiberfejl.',
  },
  methods: ['oral-open-questions'],
}

const skill: MicroCredentialContent['outcomes'][number] = {
  id: '0b6f2c7a-52a4-4d43-8f55-0d4f6f2a1c02',
  category: 'skill',
  parts: {
    sv: {
      introduction: 'Innehavaren kan',
      activity: 'hantera',
      content: 'fibersvets samt kabelverktyg',
      contextAndQuality: 'för att akut laga en förbindelse med rätt kvalitet och metod',
    },
    en: {
      introduction: 'The holder can',
      activity: 'handle',
      content: 'a fusion splicer and cable tools',
      contextAndQuality: 'in order to restore a connection urgently with the right quality and method',
    },
    da: {
      introduction: 'Indehaveren kan',
      activity: 'håndtere',
      content: 'fibersvejser og kabelværktøj',
      contextAndQuality: 'for akut at reparere en forbindelse med den rette kvalitet og metode',
    },
  },
  criterion: {
    sv: 'Tre svetsade skarvar i följd har en skarvdämpning på högst 0,1 dB var, uppmätt med OTDR.',
    en: 'Three fusion splices in a row each have a splice loss of at most 0.1 dB, measured with an OTDR.',
    da: 'Tre svejste splejsninger i træk har hver et splejsetab på højst 0,1 dB, målt med OTDR.',
  },
  methods: ['test-centre-observation-steered'],
}

const responsibility: MicroCredentialContent['outcomes'][number] = {
  id: '0b6f2c7a-52a4-4d43-8f55-0d4f6f2a1c03',
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
      activity: 'apply',
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
    sv: 'Gör en riskbedömning före arbetet, väljer skyddsåtgärder för ensamarbete och markarbete, och avbryter när läget ändras på ett sätt som bedömningen inte täcker.',
    en: 'Makes a risk assessment before the work, chooses protective measures for working alone and in the ground, and stops when the situation changes in a way that the assessment does not cover.',
    da: 'Laver en risikovurdering før arbejdet, vælger beskyttelsesforanstaltninger ved alenearbejde og jordarbejde og afbryder, når situationen ændrer sig på en måde, som vurderingen ikke dækker.',
  },
  methods: ['test-centre-observation-steered'],
}

/**
 * The guidebook's own example (Kompetenspasset, "Exempel på en mikromerit"): title, three outcomes in four
 * parts and work task are its Swedish words; the rest is filled in for demonstration.
 */
export function optofibreExample(
  awardingBody: Organisation = optofibreAwardingBody,
  steward: Organisation = optofibreSteward,
): MicroCredentialContent {
  return {
    languages: ['sv', 'en', 'da'],
    title: {
      sv: 'Reparationsberedskap för akut felsökning/lagning/mätning av optofiber',
      en: 'Repair readiness for urgent fault-finding, repair and measurement of optical fibre',
      da: 'Reparationsberedskab til akut fejlfinding, reparation og måling af optisk fiber',
    },
    summary: {
      sv: 'För dig som ska kunna få en avbruten fiberförbindelse att fungera igen när det är bråttom.',
      en: 'For you who must be able to get a broken fibre connection working again when time is short.',
      da: 'For dig, der skal kunne få en afbrudt fiberforbindelse til at virke igen, når det haster.',
    },
    need: {
      sv: 'Samhället är beroende av fibernäten. Vid kris behövs fler som kan laga dem snabbt och säkert.',
      en: 'Society depends on the fibre networks. In a crisis more people are needed who can repair them quickly and safely.',
      da: 'Samfundet er afhængigt af fibernettene. I en krise er der brug for flere, der kan reparere dem hurtigt og sikkert.',
    },
    countries: ['SWE'],
    region: 'SE33',
    awardingBodies: [awardingBody],
    steward,
    outcomes: [knowledge, skill, responsibility],
    workload: { hours: 24 },
    level: { kind: 'estimate', level: 4 },
    participation: { mode: 'on-site', setting: 'non-formal' },
    qualityAssurance: {
      kind: 'internal',
      standard: 'eqf-annex-iv',
      description: {
        sv: 'Branschrådet går igenom läranderesultat, kriterier och bedömningar en gång om året tillsammans med arbetsgivare och fackliga företrädare. Utbildningschefen hos utfärdaren ansvarar.',
        en: 'The industry council reviews outcomes, criteria and assessments once a year together with employers and trade unions. The head of training at the issuer is responsible.',
        da: 'Brancherådet gennemgår læringsudbytte, kriterier og bedømmelser én gang om året sammen med arbejdsgivere og faglige repræsentanter. Uddannelseschefen hos udstederen har ansvaret.',
      },
    },
    prerequisites: {
      sv: 'Vana vid praktiskt arbete med kabel eller el. Inget krav för att få en bedömning.',
      en: 'Some practice of work with cables or electricity. Not a condition for being assessed.',
      da: 'Erfaring med praktisk arbejde med kabler eller el. Ikke et krav for at blive bedømt.',
    },
    supervision: 'supervised-on-site-with-id',
    stackability: {
      kind: 'stand-alone-stackable',
      description: {
        sv: 'Hör ihop med andra mikromeriter inom optofiber. Mottagande organisation avgör om den kan räknas in.',
        en: 'Goes with other micro-credentials in optical fibre. The receiving organisation decides whether it can be counted.',
        da: 'Hører sammen med andre mikroeksamensbeviser om optisk fiber. Den modtagende organisation afgør, om det kan tælle med.',
      },
    },
    furtherInformation: {
      sv: 'Bedömningen tar en dag på ett testcenter. Verktyg och skyddsutrustning finns på plats.',
      en: 'The assessment takes one day at a test centre. Tools and protective equipment are provided.',
      da: 'Bedømmelsen tager én dag på et testcenter. Værktøj og værnemidler findes på stedet.',
    },
    workTasks: {
      sv: 'Innehavaren kan akut felsöka, laga och mäta en optofiber under akuta kritiska/krigsliknande förhållanden.',
      en: 'The holder can urgently find faults in, repair and measure an optical fibre in urgent, critical or war-like conditions.',
      da: 'Indehaveren kan akut fejlfinde, reparere og måle en optisk fiber under akutte, kritiske eller krigslignende forhold.',
    },
    authorisations: {
      sv: 'Ingen. Elinstallation och arbete på väg kräver egna behörigheter.',
      en: 'None. Electrical installation and work on roads need authorisations of their own.',
      da: 'Ingen. Elinstallation og arbejde på vej kræver særskilte autorisationer.',
    },
    // SSYK 2012: Elektronikreparatörer och kommunikationselektriker m.fl.
    ssyk: '7420',
    // SNI 2007: Anläggningsarbeten för el och telekommunikation
    sni: '42220',
    // SUN 2020: Elektronik, datateknik och automation
    sun: '523',
    // ESCO 1.2: telecommunications technician
    esco: 'http://data.europa.eu/esco/occupation/056bef79-c125-47ab-b6b9-8eed05c9458c',
    influencingFactors: {
      sv: 'Mörker, kyla, skadad elförsörjning, begränsade transporter och hot mot arbetsplatsen.',
      en: 'Darkness, cold, damaged power supply, limited transport and threats to the place of work.',
      da: 'Mørke, kulde, skadet elforsyning, begrænset transport og trusler mod arbejdsstedet.',
    },
    issuerRequirements: {
      sv: 'Testcenter med fibersvets och OTDR, och bedömare som själva har lagat fiber i fält de senaste tre åren.',
      en: 'A test centre with a fusion splicer and an OTDR, and assessors who have repaired fibre in the field in the last three years.',
      da: 'Testcenter med fibersvejser og OTDR og bedømmere, der selv har repareret fiber i marken inden for de seneste tre år.',
    },
    validity: { kind: 'months', months: 36 },
  }
}
