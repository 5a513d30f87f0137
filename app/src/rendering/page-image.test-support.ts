import type { PageImageInput } from './page-image-input.ts'

type Language = 'sv' | 'en' | 'da'

const words = {
  sv: {
    title: 'Reparationsberedskap för akut felsökning/lagning/mätning av optofiber',
    outcomes: [
      'Innehavaren kan redogöra för hur lagning och skarvning av optofiber genomförs för att akut laga en förbindelse med rätt kvalitet och metod.',
      'Innehavaren kan hantera fibersvets samt kabelverktyg för att akut laga en förbindelse med rätt kvalitet och metod.',
      'Innehavaren kan praktisera riskbedömning vid ensamarbete/markarbete för att kunna arbeta säkert under akuta kritiska/krigsliknande förhållanden.',
    ],
    awardedTo: 'Mikromerit, tilldelad',
    categories: ['Kunskap', 'Färdighet', 'Ansvar och självständighet'],
    born: 'Född 3 maj 1994',
  },
  en: {
    title: 'Repair readiness for urgent fault-finding, repair and measurement of optical fibre',
    outcomes: [
      'The holder can explain how optical fibre is repaired and spliced in order to restore a connection urgently with the right quality and method.',
      'The holder can handle a fusion splicer and cable tools in order to restore a connection urgently with the right quality and method.',
      'The holder can carry out risk assessment when working alone or on the ground in order to work safely under urgent, critical or warlike conditions.',
    ],
    awardedTo: 'Micro-credential, awarded to',
    categories: ['Knowledge', 'Skill', 'Responsibility and autonomy'],
    born: 'Born 3 May 1994',
  },
  da: {
    title: 'Reparationsberedskab til akut fejlsøgning/reparation/måling af lysleder',
    outcomes: [
      'Indehaveren kan redegøre for, hvordan reparation og splejsning af lysledere udføres for akut at genetablere en forbindelse med rette kvalitet og metode.',
      'Indehaveren kan håndtere fibersvejser og kabelværktøj for akut at genetablere en forbindelse med rette kvalitet og metode.',
      'Indehaveren kan udføre risikovurdering ved alenearbejde/jordarbejde for at kunne arbejde sikkert under akutte kritiske/krigslignende forhold.',
    ],
    awardedTo: 'Mikroeksamensbevis, tildelt',
    categories: ['Viden', 'Færdighed', 'Ansvar og selvstændighed'],
    born: 'Født 3. maj 1994',
  },
} as const

/** The guidebook's example as a page in one of the three languages. */
export function examplePage(language: Language, changes: Partial<PageImageInput> = {}): PageImageInput {
  const { title, outcomes, awardedTo, categories, born } = words[language]
  return {
    language,
    seed: '0198c5aa-1111-7000-8000-000000000001',
    title,
    outcomes: (['knowledge', 'skill', 'responsibility'] as const).map((category, i) => ({
      category,
      sentence: outcomes[i]!,
    })),
    issuedBy: 'Fiberkraft Norr Utbildning (demo)',
    designedBy: 'Branschrådet Optofiber (demo)',
    facts: [
      { label: 'Beräknad arbetsinsats', value: '24 timmar' },
      { label: 'Nivå, utfärdarens bedömning', value: '4 av 8, inget beslut finns' },
    ],
    labels: {
      awardedTo,
      categories: { knowledge: categories[0], skill: categories[1], responsibility: categories[2] },
      moreOutcomes: 'Fler läranderesultat finns i filen.',
      issuedBy: 'Utfärdad av',
      designedBy: 'Utformad av',
      awarded: 'Datum och plats',
      validUntil: 'Gäller till och med',
      check: 'Kontrollera att det är äkta och gäller i dag:',
      notice: 'Det här är en bild. Stämpeln finns i filen.',
    },
    holder: { name: 'Maja Lindqvist Sarri', birth: born },
    awarded: '14 mars 2026, Skellefteå',
    validUntil: '14 mars 2029',
    checkLink: 'meritum.example/m/7KQ4-M2XP-9TRD',
    ...changes,
  }
}

/** Width, height, bit depth and colour type of a PNG. */
export function pngHeader(png: Uint8Array) {
  const bytes = Buffer.from(png)
  return {
    signature: bytes.subarray(0, 8).toString('latin1'),
    width: bytes.readUInt32BE(16),
    height: bytes.readUInt32BE(20),
    depth: bytes[24],
    colourType: bytes[25],
  }
}
