import type { ParsedContent, SealReading } from '../formats/index.ts'
import type { Check } from '../report/index.ts'
import type { VerifyContext } from './verify-context.ts'

/** A finding before its check's id is put to it. */
export type CheckFinding = Omit<Check, 'id'>

/** The credential on the table, as far as its bytes could be read. */
export interface Examination {
  readonly format: 'edc' | 'edc-unsealed' | 'unknown'
  readonly context: VerifyContext
  /** Why the bytes as a whole can't be read. */
  readonly defect?: CheckFinding
  readonly seal?: SealReading
  readonly content?: ParsedContent
}

export type Params = NonNullable<Check['params']>

export function passed(code: string, params?: Params): CheckFinding {
  return finding('passed', code, params)
}
export function failed(code: string, params?: Params): CheckFinding {
  return finding('failed', code, params)
}
export function unknown(code: string, params?: Params): CheckFinding {
  return finding('unknown', code, params)
}
export function warning(code: string, params?: Params): CheckFinding {
  return finding('warning', code, params)
}
export function skipped(code: string, params?: Params): CheckFinding {
  return finding('skipped', code, params)
}

function finding(state: Check['state'], code: string, params: Params | undefined): CheckFinding {
  return params ? { state, code, params } : { state, code }
}
