import {
  type CheckFinding,
  type Examination,
  failed,
  passed,
  skipped,
  unknown,
  warning,
} from '../examination.ts'

/** Whether these are the bytes that were sealed. Who sealed them is the issuer check's question. */
export function checkSeal({ seal, defect }: Examination): CheckFinding[] {
  if (!seal) return [defect ? skipped('check.not_made') : unknown('seal.none')]
  const { outcome, claimedTime, hasForeignTimestamp } = seal
  if (!outcome.ok) return [failed(outcome.code, outcome.params)]
  const intact = passed('seal.intact', { sealedAt: claimedTime?.toISOString() ?? '' })
  // A stamp on other bytes proves nothing about these, and takes nothing from the seal either.
  return hasForeignTimestamp ? [warning('jades.timestamp_mismatch'), intact] : [intact]
}
