import type { LintRule, OutcomePart } from '../finding.ts'

const others: readonly OutcomePart[] = ['introduction', 'content', 'contextAndQuality']

/** All four parts are needed for a whole sentence with a clear requirement; the verb has a rule of its own. */
export const missingPart: LintRule = ({ parts }) =>
  others
    .filter(part => parts[part].trim() === '')
    .map(part => ({ code: 'outcome.part_missing', severity: 'error', part }))
