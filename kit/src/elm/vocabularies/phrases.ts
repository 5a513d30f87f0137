import type { LangString } from '../../text/index.ts'
import { microCredentialType } from './credential-concepts.ts'

/** The heading of a credential. */
export const credentialHeading: LangString = microCredentialType.prefLabel

/** Goes between the holder's name and the title: the EU viewer prints the description after the name. */
export const achievedPhrase: LangString = {
  en: 'has achieved the learning outcomes of',
  sv: 'har uppnått läranderesultaten i',
  da: 'har opnået læringsudbyttet i',
}

/** The result of an outcome where there is no grading scale. */
export const metGrade: LangString = { en: 'Met', sv: 'Uppnått', da: 'Opfyldt' }

/** The scale itself. */
export const metScale: LangString = {
  en: 'Met or not yet met',
  sv: 'Uppnått eller inte uppnått än',
  da: 'Opfyldt eller ikke opfyldt endnu',
}

export const notApplicable: LangString = { en: 'not applicable', sv: 'inte tillämpligt', da: 'ikke relevant' }

/** Form of participation when the learning was there already. */
export const noCoursePhrase: LangString = {
  en: 'no course – validation of prior learning',
  sv: 'ingen kurs – validering av tidigare lärande',
  da: 'intet kursus – realkompetencevurdering',
}

export const informalLearningPhrase: LangString = {
  en: 'informal learning',
  sv: 'informellt lärande',
  da: 'uformel læring',
}

export const statusPageTitle: LangString = {
  en: 'Current status of this credential',
  sv: 'Meritens aktuella status',
  da: 'Bevisets aktuelle status',
}

export const checkPageTitle: LangString = {
  en: 'Check this credential',
  sv: 'Kontrollera meriten',
  da: 'Kontrollér beviset',
}

/** Why a sealer who isn't the awarding body seals. One string: the statement has no language in the ELM. */
export function mandateStatement(sealer: string, awardingBodies: string, language: string): string {
  if (language === 'sv')
    return `${sealer} stämplar den här meriten på uppdrag av ${awardingBodies}, som har beslutat om den.`
  if (language === 'da')
    return `${sealer} forsegler dette bevis på vegne af ${awardingBodies}, som har truffet afgørelsen.`
  return `${sealer} seals this credential on behalf of ${awardingBodies}, which has decided the award.`
}
