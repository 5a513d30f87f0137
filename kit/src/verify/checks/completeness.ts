import { type CheckFinding, type Examination, passed, unknown, warning } from '../examination.ts'

/** The eleven mandatory elements of Annex I to the Council Recommendation of 16 June 2022. */
export function checkCompleteness({ content }: Examination): CheckFinding[] {
  if (!content) return [unknown('check.not_made')]
  const { present, missing } = content.view.completeness
  const params = { present: present.length, total: present.length + missing.length }
  if (missing.length === 0) return [passed('completeness.full', params)]
  return [warning('completeness.missing', { ...params, missing: missing.join(', ') })]
}
