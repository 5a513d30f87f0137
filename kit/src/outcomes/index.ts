export type { LintFinding, OutcomePart } from './finding.ts'
export { lintOutcome } from './lint-outcome.ts'
export { observableVerbs } from './verbs.ts'
