import type { IdentityProvider } from '../identity.ts'

/** Pick a person, no password. Exists only while listener and BASE_URL are loopback. */
export const demonstration: IdentityProvider = {
  id: 'demonstration',
  isAvailable: config => config.demonstration,
}
