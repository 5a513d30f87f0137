import type { LangString } from '../../text/index.ts'
import type { AssessmentMethod } from '../micro-credential.ts'
import type { VocabularyConcept } from './concept.ts'
import { snbConcept } from './snb.ts'

const type = (code: string, en: string, sv: string, da: string) =>
  snbConcept('assessment', code, { en, sv, da })

/** The members of the EU's list of assessments that our methods fall under. 'Level of attendance' is no assessment. */
export const assessmentTypes = {
  oral: type('d30284d7df', 'Oral examination', 'Muntlig bedömning', 'Mundtlig bedømmelse'),
  written: type('6e6cb2cc78', 'Written examination', 'Skriftligt prov', 'Skriftlig prøve'),
  quiz: type('b1b68f6735', 'Quiz', 'Flervalsprov', 'Multiple choice-prøve'),
  practical: type('6a4db9f11d', 'Practical assessment', 'Praktisk bedömning', 'Praktisk bedømmelse'),
  portfolio: type('4f03b91c0e', 'Portfolio', 'Portfölj', 'Portfolio'),
  continuous: type('3484bd7e51', 'Continuous evaluation', 'Löpande bedömning', 'Løbende bedømmelse'),
  peer: type('19a2e5e671', 'Peer assessment', 'Bedömning av kollegor', 'Bedømmelse af kolleger'),
  problem: type('c4256a2726', 'Problem-based', 'Problembaserad', 'Problembaseret'),
} as const satisfies Record<string, VocabularyConcept>

/** Own scheme: the seventeen methods of the Swedish national standard for validation. */
export const assessmentMethodScheme = 'urn:meritum:assessment-method'

const method = (euType: VocabularyConcept, en: string, sv: string, da: string) => ({
  euType,
  label: { en, sv, da } as LangString,
})
const { oral, written, quiz, practical, portfolio, continuous, peer, problem } = assessmentTypes

/** Each method in words, and the member of the EU's list that comes closest. */
export const assessmentMethodTable: Readonly<
  Record<AssessmentMethod, { readonly euType: VocabularyConcept; readonly label: LangString }>
> = {
  'exploratory-talk': method(oral, 'Exploratory talk', 'Utforskande samtal', 'Afklarende samtale'),
  'control-talk': method(oral, 'Control talk', 'Kontrollsamtal', 'Kontrolsamtale'),
  'document-review': method(
    portfolio,
    'Review of documents',
    'Dokumentgranskning',
    'Gennemgang af dokumenter',
  ),
  'self-assessment': method(portfolio, 'Self-assessment', 'Självskattning', 'Selvvurdering'),
  'self-assessment-with-talk': method(
    oral,
    'Self-assessment with a talk',
    'Självskattning med samtal',
    'Selvvurdering med samtale',
  ),
  'workplace-observation-steered': method(
    practical,
    'Steered observation at a workplace',
    'Styrd observation på arbetsplats',
    'Styret observation på arbejdspladsen',
  ),
  'workplace-observation-free': method(
    practical,
    'Free observation at a workplace',
    'Fri observation på arbetsplats',
    'Fri observation på arbejdspladsen',
  ),
  'co-assessor-360': method(
    peer,
    'Co-assessors from all sides',
    'Medbedömare från alla håll (360 grader)',
    'Bidrag til bedømmelsen fra alle sider (360 grader)',
  ),
  'co-assessor-colleague': method(
    peer,
    'Colleague as co-assessor',
    'Kollega som medbedömare',
    'Kollega bidrager til bedømmelsen',
  ),
  'co-assessor-supervisor': method(
    continuous,
    'Workplace supervisor as co-assessor',
    'Handledare som medbedömare',
    'Oplæringsansvarlig bidrager til bedømmelsen',
  ),
  'test-centre-observation-steered': method(
    practical,
    'Steered observation at a test centre',
    'Styrd observation på testcenter',
    'Styret observation på testcenter',
  ),
  'test-centre-observation-free': method(
    practical,
    'Free observation at a test centre',
    'Fri observation på testcenter',
    'Fri observation på testcenter',
  ),
  'case-study': method(problem, 'Case study', 'Fallstudie', 'Casestudie'),
  'oral-multiple-choice': method(
    oral,
    'Oral multiple-choice questions',
    'Muntliga flervalsfrågor',
    'Mundtlige multiple choice-spørgsmål',
  ),
  'oral-open-questions': method(
    oral,
    'Oral open questions',
    'Muntliga öppna frågor',
    'Mundtlige åbne spørgsmål',
  ),
  'written-multiple-choice': method(
    quiz,
    'Written multiple-choice questions',
    'Skriftliga flervalsfrågor',
    'Skriftlige multiple choice-spørgsmål',
  ),
  'written-open-questions': method(
    written,
    'Written open questions',
    'Skriftliga öppna frågor',
    'Skriftlige åbne spørgsmål',
  ),
}

/** The method as a concept of our own scheme, beside the EU's type. */
export function assessmentMethodConcept(method: AssessmentMethod): VocabularyConcept {
  return {
    id: `${assessmentMethodScheme}:${method}`,
    scheme: assessmentMethodScheme,
    prefLabel: assessmentMethodTable[method].label,
  }
}

/** The method that a concept's address names. */
export function findAssessmentMethod(id: string): AssessmentMethod | undefined {
  return (Object.keys(assessmentMethodTable) as AssessmentMethod[]).find(
    method => `${assessmentMethodScheme}:${method}` === id,
  )
}

// MYH 2017; Council Recommendation 2022, Annex II point 5(i).
const supportingMethods: readonly AssessmentMethod[] = ['self-assessment', 'exploratory-talk']

/** Whether an outcome can be decided by this method alone; the others only give the assessor something to go on. */
export function canDecide(method: AssessmentMethod): boolean {
  return !supportingMethods.includes(method)
}
