import { type CheckFinding, type Examination, failed, passed, skipped, unknown } from '../examination.ts'

/** What the credentials of a presentation came to: all must hold. */
export function checkContents({ reports }: Examination): CheckFinding[] {
  if (!reports) return [skipped('check.not_made')]
  const count = reports.length
  if (count === 0) return [unknown('presentation.empty')]
  const invalid = reports.filter(({ verdict }) => verdict === 'invalid').length
  const unclear = reports.filter(({ verdict }) => verdict === 'indeterminate').length
  if (invalid > 0) return [failed('presentation.some_invalid', { count, invalid })]
  if (unclear > 0) return [unknown('presentation.some_unclear', { count, unclear })]
  return [passed('presentation.all_valid', { count })]
}
