import { join } from 'node:path'
import type { Report } from '@meritum/kit/report'
import { type VerifyContext, verifyCredential } from '@meritum/kit/verify'
import { statusListJwt } from '../issuing/index.ts'
import type { Services } from '../services.ts'
import { createStatusListResolver } from './resolve-status-list.ts'
import { readTrust } from './trust.ts'

/**
 * Is it genuine, and in force at that moment (now when left out)? Trusts the certificates in the data folder's
 * `trust/`. Never throws for a bad credential.
 */
export async function verifyBytes(services: Services, bytes: Uint8Array, at?: Date): Promise<Report> {
  return verifyCredential(bytes, await readVerifyContext(services, at))
}

/** Everything that a verification needs from outside, as this installation has it now. */
export async function readVerifyContext(services: Services, at?: Date): Promise<VerifyContext> {
  const { config, clock, log } = services
  const trust = await readTrust(join(config.dataFolder, 'trust'), (file, err) =>
    log.error({ err, file }, 'a file in the trust folder is no certificate and is left out'),
  )
  return {
    at: at ?? clock.now(),
    trust,
    resolveStatusList: createStatusListResolver(config.baseUrl, id => statusListJwt(services, id)),
  }
}
