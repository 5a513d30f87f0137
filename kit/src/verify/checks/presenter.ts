import {
  type CheckFinding,
  type Examination,
  failed,
  ofFailure,
  passed,
  skipped,
  warning,
} from '../examination.ts'

/** Who shows a presentation, and whether for us: audience and nonce are compared with the seal's mathematics. */
export function checkPresenter({ seal, presented, visit }: Examination): CheckFinding[] {
  const { presentation } = visit.context
  if (!seal)
    return presentation?.keyBinding === 'required' ? [failed('kb.missing')] : [skipped('holder.not_asked')]
  if (!seal.outcome.ok || !presented) return []
  const { binding } = seal
  if (binding && !binding.ok) {
    return [binding.undecided ? ofFailure(binding) : failed('holder.mismatch')]
  }
  const isAsked = presentation?.nonce !== undefined
  return [isAsked ? passed('holder.key_proven') : warning('holder.key_unasked')]
}
