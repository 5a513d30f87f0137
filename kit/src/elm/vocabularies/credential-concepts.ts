import type { VocabularyConcept } from './concept.ts'
import { snbConcept } from './snb.ts'

/** The profile that a micro-credential is written in: there is none of its own. */
export const genericProfile = snbConcept('credential', 'e34929035b', {
  en: 'Generic',
  sv: 'Allmän',
  da: 'Generel',
})

/** SHACL shapes that the Generic profile stands for. */
export const genericSchema = 'http://data.europa.eu/snb/model/ap/edc-generic-full'

/** Evidence that the awarding body lets another organisation apply its seal. */
export const mandateEvidence = snbConcept('evidence-type', 'c_18016257', {
  en: 'Mandate',
  sv: 'Uppdrag',
  da: 'Mandat',
})

export const ectsFramework = snbConcept('education-credit', '6fcec5c5af', {
  en: 'European Credit Transfer System (ECTS)',
  sv: 'Europeiska systemet för överföring av studiepoäng (ECTS)',
  da: 'Det europæiske meritoverførselssystem (ECTS)',
})

export const base64Encoding = snbConcept('encoding', '6146cde7dd', {
  en: 'base64',
  sv: 'base64',
  da: 'base64',
})

export const pngFileType: VocabularyConcept = {
  id: 'http://publications.europa.eu/resource/authority/file-type/PNG',
  scheme: 'http://publications.europa.eu/resource/authority/file-type',
  notation: 'file-type',
  prefLabel: { en: 'PNG', sv: 'PNG', da: 'PNG' },
}

/** What the specification is; own scheme, for the EU's list of learning opportunities has no such member. */
export const microCredentialType: VocabularyConcept = {
  id: 'urn:meritum:specification-type:micro-credential',
  scheme: 'urn:meritum:specification-type',
  prefLabel: { en: 'Micro-credential', sv: 'Mikromerit', da: 'Mikroeksamensbevis' },
}

const estimateScheme = 'urn:meritum:level-estimate'

/** The issuer's own estimate of the level, 1–8. Never in the EQF's scheme: nobody has decided it. */
export function levelEstimate(level: number): VocabularyConcept {
  return {
    id: `${estimateScheme}:${level}`,
    scheme: estimateScheme,
    prefLabel: {
      en: `Issuer’s own estimate: ${level} of 8`,
      sv: `Utfärdarens egen bedömning: ${level} av 8`,
      da: `Udsteders egen vurdering: ${level} af 8`,
    },
  }
}
