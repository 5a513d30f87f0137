import type { FormatName, ParsedCredential } from '../formats/index.ts'
import type { Failure } from '../proofs/index.ts'
import type { Check, Report } from '../report/index.ts'
import type { Visit } from './visit.ts'

/** A finding before its check's id is put to it. */
export type CheckFinding = Omit<Check, 'id'>

/** The credential on the table, as far as its bytes could be read. */
export interface Examination extends Omit<ParsedCredential, 'defect'> {
  readonly format: FormatName
  readonly visit: Visit
  /** Why the bytes as a whole can't be read. */
  readonly defect?: CheckFinding
  /** Of a presentation: what the credentials in it came to. */
  readonly reports?: readonly Report[]
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

/** Disproved, or only not proved. */
export function ofFailure({ code, params, undecided }: Failure, more: Params = {}): CheckFinding {
  const all = { ...more, ...params }
  return finding(undecided ? 'unknown' : 'failed', code, Object.keys(all).length > 0 ? all : undefined)
}

function finding(state: Check['state'], code: string, params: Params | undefined): CheckFinding {
  return params ? { state, code, params } : { state, code }
}
