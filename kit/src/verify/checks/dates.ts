import type { ParsedContent } from '../../formats/index.ts'
import { parseDateTime } from '../date-time.ts'
import { type CheckFinding, type Examination, failed, passed, unknown } from '../examination.ts'

/** How far two honest clocks may differ; it only ever helps against "in the future". */
const clockSkew = 60_000

/** Whether it is in force at the time asked for, and whether it can have been sealed when it says. */
export function checkDates(examination: Examination): CheckFinding[] {
  const { content } = examination
  if (!content) return [unknown('check.not_made')]
  const sealing = checkSigningTime(examination)
  const validity = checkValidity(content, examination.visit.context.at)
  return sealing.length > 0 && validity.state === 'passed' ? sealing : [...sealing, validity]
}

/** A certificate says from when to when it may have been used; of a bare key nobody does. */
function checkSigningTime({ seal, visit: { context } }: Examination): CheckFinding[] {
  if (!seal?.claimedTime || seal.signer?.kind !== 'certificate') return []
  const { claimedTime } = seal
  const { certificate: signedBy } = seal.signer
  const refuse = (reason: string) => [failed('jades.sigt', { reason, sealedAt: claimedTime.toISOString() })]
  if (claimedTime.getTime() > context.at.getTime() + clockSkew) return refuse('future')
  if (claimedTime < signedBy.notBefore) return refuse('before-certificate')
  if (claimedTime > signedBy.notAfter) return refuse('after-certificate')
  return []
}

function checkValidity({ times }: ParsedContent, at: Date): CheckFinding {
  const parsed = new Map(Object.entries(times).map(([member, text]) => [member, parseDateTime(text)]))
  const malformed = [...parsed].find(([, time]) => time === undefined)
  if (malformed) return failed('time.malformed', { member: malformed[0] })
  // VCDM 1.1 §4.6: without a start of its own a credential is valid from its issuance.
  const from = lastOf([parsed.get('validFrom') ?? parsed.get('issuanceDate'), parsed.get('nbf')])
  const until = firstOf(['validUntil', 'expirationDate', 'exp'].map(member => parsed.get(member)))
  if (from && until && until < from) return failed('time.malformed', { member: 'validUntil' })
  const start = from?.toISOString() ?? ''
  if (until && at >= until) return failed('dates.expired', { until: until.toISOString() })
  if (from && at.getTime() + clockSkew < from.getTime()) return failed('dates.not_yet_valid', { from: start })
  return until
    ? passed('dates.in_force', { from: start, until: until.toISOString() })
    : passed('dates.unlimited', { from: start })
}

/** Everything that is said must hold, so the latest start and the earliest end count. */
function lastOf(times: readonly (Date | undefined)[]): Date | undefined {
  const said = times.filter(time => time !== undefined)
  return said.length > 0 ? new Date(Math.max(...said.map(Number))) : undefined
}

function firstOf(times: readonly (Date | undefined)[]): Date | undefined {
  const said = times.filter(time => time !== undefined)
  return said.length > 0 ? new Date(Math.min(...said.map(Number))) : undefined
}
