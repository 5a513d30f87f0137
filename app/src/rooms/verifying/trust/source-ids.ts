/** The id of the one source that all certificates make together. */
export const certificatesId = 'certificates'
/** The id of the source that our own organisations make. */
export const organisationsId = 'organisations'
