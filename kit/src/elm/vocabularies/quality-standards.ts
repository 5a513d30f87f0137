import type { LangString } from '../../text/index.ts'
import type { QualityAssurance, QualityStandard, StackabilityKind } from '../micro-credential.ts'

/** Internal or external quality assurance, in words. */
export const qualityKindLabels: Readonly<Record<QualityAssurance['kind'], LangString>> = {
  internal: {
    en: 'Internal quality assurance',
    sv: 'Intern kvalitetssäkring',
    da: 'Intern kvalitetssikring',
  },
  external: {
    en: 'External quality assurance',
    sv: 'Extern kvalitetssäkring',
    da: 'Ekstern kvalitetssikring',
  },
}

/** What the quality assurance follows (Council Recommendation 2022, Annex II principle 1). 'Other' has no name. */
export const qualityStandardLabels: Readonly<Record<QualityStandard, LangString>> = {
  'eqf-annex-iv': {
    en: 'according to Annex IV of the EQF Recommendation',
    sv: 'enligt bilaga IV till EQF-rekommendationen',
    da: 'efter bilag IV til EQF-henstillingen',
  },
  esg: {
    en: 'according to the standards and guidelines for higher education (ESG)',
    sv: 'enligt standarder och riktlinjer för högre utbildning (ESG)',
    da: 'efter standarder og retningslinjer for videregående uddannelse (ESG)',
  },
  eqavet: { en: 'according to EQAVET', sv: 'enligt EQAVET', da: 'efter EQAVET' },
  other: {},
}

/** How a micro-credential stands towards others (Annex I, optional element 4), in words. */
export const stackabilityLabels: Readonly<Record<StackabilityKind, LangString>> = {
  'stand-alone': {
    en: 'Stands on its own',
    sv: 'Står för sig själv',
    da: 'Står alene',
  },
  'stand-alone-stackable': {
    en: 'Stands on its own and can be built on',
    sv: 'Står för sig själv och kan byggas på',
    da: 'Står alene og kan bygges videre på',
  },
  integrated: {
    en: 'Part of something larger',
    sv: 'Ingår i något större',
    da: 'Indgår i noget større',
  },
  'integrated-stackable': {
    en: 'Part of something larger and can be built on',
    sv: 'Ingår i något större och kan byggas på',
    da: 'Indgår i noget større og kan bygges videre på',
  },
}
