import type { LangString } from '../../text/index.ts'
import type { OutcomeCategory } from '../micro-credential.ts'
import type { VocabularyConcept } from './concept.ts'
import { snbConcept } from './snb.ts'

/** The three categories in words (EQF Recommendation 2017, Annex II). */
export const categoryLabels: Readonly<Record<OutcomeCategory, LangString>> = {
  knowledge: { en: 'Knowledge', sv: 'Kunskap', da: 'Viden' },
  skill: { en: 'Skill', sv: 'Färdighet', da: 'Færdighed' },
  'responsibility-and-autonomy': {
    en: 'Responsibility and autonomy',
    sv: 'Ansvar och självständighet',
    da: 'Ansvar og selvstændighed',
  },
}

/** ESCO's skill types. It has none for responsibility and autonomy, and SHACL refuses any other scheme. */
export const skillTypes: Readonly<Partial<Record<OutcomeCategory, VocabularyConcept>>> = {
  knowledge: snbConcept('skill-type', 'knowledge', categoryLabels.knowledge),
  skill: snbConcept('skill-type', 'skill', categoryLabels.skill),
}
