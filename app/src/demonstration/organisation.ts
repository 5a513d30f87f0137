import type { OrganisationProfile } from '../db/tables.ts'

/** The invented training provider that the demonstration's people work for. */
export const demonstrationOrganisation = {
  tenantId: '019aa000-0000-7000-8000-000000000001',
  profile: {
    id: 'urn:uuid:019aa000-0000-7000-8000-000000000001',
    legalName: { sv: 'Fiberkraft Norr Utbildning (demo)' },
    registration: '559999-0011',
    country: 'SWE',
    locality: 'Skellefteå',
    qualityAssurance: {
      kind: 'internal',
      standard: 'eqf-annex-iv',
      description: {
        sv: 'Utbildningschefen går igenom läranderesultat, kriterier och bedömningar en gång om året.',
        en: 'The head of training reviews outcomes, criteria and assessments once a year.',
        da: 'Uddannelseschefen gennemgår læringsudbytte, kriterier og bedømmelser én gang om året.',
      },
    },
  } satisfies OrganisationProfile,
}
