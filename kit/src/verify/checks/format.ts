import { type CheckFinding, type Examination, passed, warning } from '../examination.ts'

/** What the bytes are, and whether they can be read. */
export function checkFormat({ format, defect, content }: Examination): CheckFinding[] {
  if (defect) return [defect]
  const count = content?.findings.length ?? 0
  if (count > 0) return [warning('format.nonconforming', { count, first: content?.findings[0] ?? '' })]
  return [passed(format === 'edc' ? 'format.edc' : 'format.edc_unsealed')]
}
