export type { ConsultedList } from './consulted-list.ts'
export type { Receipt } from './receipt.ts'
export type { Check, CheckId, CheckState, Report, Verdict } from './report.ts'
export { verdictOf } from './verdict.ts'
