export { createSealKey } from './commands/create-seal-key.ts'
export { countriesByName, countryAlpha2, countryCodes, countryName } from './countries.ts'
export { readDevelopmentAuthority } from './development-authority.ts'
export { listSeals } from './list-seals.ts'
export {
  findParticipant,
  findPersonNames,
  getOrganisation,
  listLearners,
  listPeople,
  type Participant,
} from './queries.ts'
export {
  type ContentLanguage,
  contentLanguages,
  countryCode,
  langText,
  organisationSchema,
  text,
  webAddress,
} from './schemas.ts'
export { getSigner, type OrganisationSigner, readSigner } from './signer.ts'
