import type { AssessmentMethod } from '@meritum/kit/elm'

/**
 * Methods that give an assessor something to go on but can't decide an outcome by themselves: the Council
 * Recommendation (point 5(i)) wants assessment by the provider or another recognised assessor, and an
 * exploratory talk asks what a person can do, not whether she can (MYH 2017).
 */
const supporting: readonly AssessmentMethod[] = ['self-assessment', 'exploratory-talk']

/** Whether an outcome can be decided by this method alone. */
export function canDecide(method: AssessmentMethod): boolean {
  return !supporting.includes(method)
}
