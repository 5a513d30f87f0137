import { findByCheckCode } from '../../issuing/index.ts'
import type { Services } from '../../services.ts'
import { findShared } from '../../wallet/index.ts'
import { readPasted } from '../read-submission.ts'

/** The credential that a check link, share link or code of ours leads to. Other sites' links are never followed. */
export async function followOwnLink(services: Services, text: string): Promise<Uint8Array | undefined> {
  const submission = readPasted(text, services.config.baseUrl)
  if (submission.kind !== 'code') return undefined
  const [, kind, code = ''] = submission.path.split('/')
  if (kind === 'm') return (await findByCheckCode(services, code))?.bytes
  const shared = await findShared(services, code)
  return shared?.state === 'open' ? shared.bytes : undefined
}
