import {
  type CheckFinding,
  type Examination,
  failed,
  ofFailure,
  passed,
  skipped,
  warning,
} from '../examination.ts'

/**
 * Whether whoever shows it has proved to be the holder. What was asked for decides, never what was sent; nothing
 * is said of a credential that is bound to no key, since then nobody can prove anything.
 */
export function checkHolder({ content, visit }: Examination): CheckFinding[] {
  if (!content) return []
  const { bonds, subjects, possession } = content.holder
  const { presentation } = visit.context
  if (typeof possession === 'object') return [ofFailure(possession)]
  if (possession === 'proven') return [passed('holder.key_proven')]
  if (possession === 'unasked') {
    const isRequired = presentation?.keyBinding === 'required'
    return [isRequired ? failed('kb.missing') : warning('holder.key_unasked')]
  }
  const presenter = visit.presenter?.holder
  if (presenter !== undefined && subjects.length > 0) {
    if (!subjects.includes(presenter)) return [failed('holder.mismatch')]
    return [presentation?.nonce === undefined ? warning('holder.key_unasked') : passed('holder.key_proven')]
  }
  // In a presentation the question is put to whoever presents.
  if (visit.presenter) return [skipped('holder.not_bound')]
  if (presentation?.keyBinding === 'required') return [failed('kb.missing')]
  return bonds.includes('key') ? [skipped('holder.not_asked')] : []
}
