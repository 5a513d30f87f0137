import type { OutcomeCategory } from '@meritum/kit/elm'
import type { OutcomeCounts } from '@meritum/kit/mark'

/** How many outcomes each ring of the mark has segments for. An outcome without category is no ring's. */
export function countOutcomes(
  outcomes: readonly { readonly category?: OutcomeCategory | undefined }[],
): OutcomeCounts {
  const count = (category: OutcomeCategory) =>
    outcomes.filter(outcome => outcome.category === category).length
  return {
    knowledge: count('knowledge'),
    skill: count('skill'),
    responsibility: count('responsibility-and-autonomy'),
  }
}
