/**
 * The only `@context` of an EDC, in this order: the Commission's issuer seals VCDM 1.1, and the terms of
 * `edc-ap` collide with the protected ones of VCDM 2.0. The second is `http`, not `https`.
 */
export const edcContexts = [
  'https://www.w3.org/2018/credentials/v1',
  'http://data.europa.eu/snb/model/context/edc-ap',
] as const

/** Name of the identifier that points at a credential's place in a status list (`<list>#<index>`). */
export const statusIdentifierScheme = 'BitstringStatusListEntry'

/** Names of the identifiers that tell versions and outcomes apart. */
export const microCredentialIdentifierScheme = 'Meritum micro-credential'
export const versionIdentifierScheme = 'Meritum version'
export const outcomeIdentifierScheme = 'Meritum learning outcome'
