import {
  type CheckFinding,
  type Examination,
  ofFailure,
  passed,
  skipped,
  unknown,
  warning,
} from '../examination.ts'

/** Whether these are the bytes that were sealed. Who sealed them is the issuer check's question. */
export function checkSeal({ seal, defect, format }: Examination): CheckFinding[] {
  if (!seal) {
    if (defect) return [skipped('check.not_made')]
    return [format === 'presentation' ? skipped('presentation.unsigned') : unknown('seal.none')]
  }
  const { outcome, claimedTime, hasForeignTimestamp } = seal
  if (!outcome.ok) return [ofFailure(outcome)]
  const intact = passed('seal.intact', { sealedAt: claimedTime?.toISOString() ?? '' })
  // A stamp on other bytes proves nothing about these, and takes nothing from the seal either.
  return hasForeignTimestamp ? [warning('jades.timestamp_mismatch'), intact] : [intact]
}
