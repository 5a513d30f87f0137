import type { Signer } from '@meritum/kit/keys'
import { createTrustStore, verifyCredential } from '@meritum/kit/verify'
import { AppError } from '../../../errors.ts'
import type { Services } from '../../services.ts'
import { statusListJwt } from '../status/status-list-jwt.ts'
import { statusListUrl } from '../status/status-list-url.ts'

export interface SealedCopy {
  readonly bytes: Uint8Array
  readonly signer: Signer
  readonly statusListId: string
}

/**
 * Verifies what we have just sealed as a stranger would who trusts the seal's own root. Throws
 * `issuing.self_check_failed` with the codes of what didn't hold: then nobody gets to see it.
 */
export async function selfCheck(services: Services, copy: SealedCopy): Promise<void> {
  const root = copy.signer.certificateChain.at(-1)!
  const report = await verifyCredential(copy.bytes, {
    at: services.clock.now(),
    trust: createTrustStore({ certificates: [root] }),
    async resolveStatusList(url) {
      const own = url === statusListUrl(services, copy.statusListId)
      const jwt = own ? await statusListJwt(services, copy.statusListId) : undefined
      return jwt ? { kind: 'found', body: Buffer.from(jwt) } : { kind: 'unreachable', reason: 'not our list' }
    },
  })
  if (report.verdict === 'valid') return
  const codes = report.checks
    .filter(({ state }) => state === 'failed' || state === 'unknown')
    .map(({ code }) => code)
  throw new AppError('issuing.self_check_failed', {
    params: { codes: codes.join(' ') },
    cause: new Error(codes.join(' ')),
  })
}
