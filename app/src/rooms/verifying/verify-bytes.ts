import type { Report } from '@meritum/kit/report'
import type { VerifyContext } from '@meritum/kit/verify'
import { statusListJwt } from '../issuing/index.ts'
import type { Services } from '../services.ts'
import { createFetches, type Fetches } from './create-fetches.ts'
import { installationTrust } from './trust/installation-trust.ts'
import { verifyAnything } from './verify-anything.ts'

/**
 * Is it genuine, and in force at that moment (now when left out)? Trusts our own organisations and what lies in
 * the data folder's `trust/`. Never throws for a bad credential.
 */
export async function verifyBytes(services: Services, bytes: Uint8Array, at?: Date): Promise<Report> {
  return verifyAnything(bytes, await readVerifyContext(services, at))
}

/** Everything that a verification needs from outside, as this installation has it now. */
export async function readVerifyContext(services: Services, at?: Date): Promise<VerifyContext & Fetches> {
  const { config, clock } = services
  return {
    at: at ?? clock.now(),
    trust: await installationTrust(services),
    ...createFetches(config.baseUrl, id => statusListJwt(services, id)),
  }
}
