import type { LangString } from '../../text/index.ts'
import type { VocabularyConcept } from './concept.ts'

const topicScheme = 'urn:meritum:note-topic'

const labels = {
  level: { en: 'Level', sv: 'Nivå', da: 'Niveau' },
  'level-not-applicable': { en: 'Level', sv: 'Nivå', da: 'Niveau' },
  'quality-assurance': { en: 'Quality assurance', sv: 'Kvalitetssäkring', da: 'Kvalitetssikring' },
  participation: { en: 'Form of participation', sv: 'Form av deltagande', da: 'Deltagelsesform' },
  supervision: {
    en: 'Supervision and identity check during assessment',
    sv: 'Övervakning och identitetskontroll under bedömningen',
    da: 'Tilsyn og identitetskontrol under bedømmelsen',
  },
  stackability: { en: 'Stackability', sv: 'Stapelbarhet', da: 'Udbygningsegnethed' },
  'further-information': {
    en: 'Further information',
    sv: 'Ytterligare upplysningar',
    da: 'Yderligere oplysninger',
  },
  steward: { en: 'Designed by', sv: 'Framtagen av', da: 'Udviklet af' },
  need: { en: 'Need', sv: 'Behov', da: 'Behov' },
  'work-tasks': {
    en: 'Work tasks that the holder can be expected to do',
    sv: 'Arbetsuppgifter som förväntas kunna utföras',
    da: 'Arbejdsopgaver, som indehaveren forventes at kunne udføre',
  },
  authorisations: {
    en: 'Authorisations obtained',
    sv: 'Behörigheter som erhållits',
    da: 'Opnåede autorisationer',
  },
  ssyk: { en: 'SSYK (occupation)', sv: 'SSYK (yrke)', da: 'SSYK (erhverv)' },
  sun: { en: 'SUN (field of education)', sv: 'SUN (utbildningsinriktning)', da: 'SUN (uddannelsesretning)' },
  sni: { en: 'SNI (industry)', sv: 'SNI (bransch)', da: 'SNI (branche)' },
  esco: { en: 'ESCO', sv: 'ESCO', da: 'ESCO' },
  'influencing-factors': {
    en: 'Factors that affect the requirements',
    sv: 'Faktorer som påverkar kravställningen',
    da: 'Faktorer, der påvirker kravene',
  },
  'issuer-requirements': {
    en: 'Quality requirements on issuers',
    sv: 'Kvalitetskrav på utfärdare',
    da: 'Kvalitetskrav til udstedere',
  },
  category: { en: 'Category', sv: 'Kategori', da: 'Kategori' },
} as const satisfies Record<string, LangString>

export type NoteTopic = keyof typeof labels

/** What each kind of note is about. The label also stands in the note's text: the EU viewer hides headings. */
export const noteTopicLabels: Readonly<Record<NoteTopic, LangString>> = labels

export function noteTopicConcept(topic: NoteTopic): VocabularyConcept {
  return { id: `${topicScheme}:${topic}`, scheme: topicScheme, prefLabel: labels[topic] }
}

/** The topic that a note's subject names, when it is one of ours. */
export function findNoteTopic(id: string): NoteTopic | undefined {
  const name = id.startsWith(`${topicScheme}:`) ? id.slice(topicScheme.length + 1) : ''
  return Object.hasOwn(labels, name) ? (name as NoteTopic) : undefined
}
