import { z } from 'zod'
import type { Actor } from '../../../access/actor.ts'
import { requireStaff } from '../../../access/can.ts'
import type { Services } from '../../services.ts'
import { completeIssue, type Issued } from '../sealing/complete-issue.ts'

export const issueAwardInput = z.strictObject({ awardId: z.uuid() })
export type IssueAwardInput = z.infer<typeof issueAwardInput>

/**
 * Seals a decided award and hands it to its holder. May be called again and at the same time: an award has
 * one sealed copy per format, whatever happens between. Throws `issuing.no_seal`, and
 * `issuing.self_check_failed` when what was sealed doesn't pass our own verification; then nothing is kept
 * but the intent.
 */
export async function issueAward(services: Services, actor: Actor, input: IssueAwardInput): Promise<Issued> {
  const { tenantId } = requireStaff(actor, 'issuing.award')
  return completeIssue(services, actor, tenantId, input.awardId)
}
