import type { MicroCredentialContent, ParticipationMode } from '../micro-credential.ts'
import type { VocabularyConcept } from './concept.ts'
import { snbConcept } from './snb.ts'

const mode = (code: string, en: string, sv: string, da: string) =>
  snbConcept('learning-assessment', code, { en, sv, da })

/**
 * Form of participation (Annex I, element 10). Validation of prior learning has no member: nobody took part
 * in anything, and the credential says so in words.
 */
export const participationConcepts: Readonly<
  Record<Exclude<ParticipationMode, 'none-validation'>, VocabularyConcept>
> = {
  online: mode('920fbb3cbe', 'Online', 'På distans', 'Online'),
  'on-site': mode('9191af2ed9', 'On site', 'På plats', 'Fremmøde'),
  blended: mode('e92d221e4d', 'Blended', 'Både på plats och på distans', 'Både fremmøde og online'),
  'work-based': mode('729f3bed4b', 'Work-based', 'På arbetsplats', 'På arbejdspladsen'),
  'project-based': mode('7813801c77', 'Project-based', 'I projekt', 'I projekt'),
}

type Setting = MicroCredentialContent['participation']['setting']

/** Formal and non-formal learning; informal learning has no member. */
export const learningSettings: Readonly<Record<Exclude<Setting, 'informal'>, VocabularyConcept>> = {
  formal: snbConcept('learning-setting', '6fd4685715', {
    en: 'Formal learning',
    sv: 'Formellt lärande',
    da: 'Formel læring',
  }),
  'non-formal': snbConcept('learning-setting', 'e207a81fc7', {
    en: 'Non-formal learning',
    sv: 'Icke-formellt lärande',
    da: 'Ikkeformel læring',
  }),
}
