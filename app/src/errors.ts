/**
 * Every error that the product answers with: code → HTTP status. The words are in
 * `web/i18n/messages/<language>/errors.json`: `error.<code>` and, for a page's heading, `error.<code>.title`.
 */
export const errorStatus = {
  'input.invalid': 422,
  'input.too_large': 413,
  'input.malformed': 400,
  'input.unsupported_type': 415,
  'access.sign_in_required': 401,
  'access.denied': 403,
  'access.form_expired': 403,
  'access.cross_site': 403,
  'thing.not_found': 404,
  'thing.gone': 410,
  'thing.conflict': 409,
  'method.not_allowed': 405,
  'rate.limited': 429,
  'design.incomplete': 422,
  'assessment.self_assessment_alone': 422,
  'assessment.case_exists': 409,
  'assessment.closed': 409,
  'issuing.outcomes_missing': 422,
  'issuing.no_seal': 409,
  'issuing.already_revoked': 409,
  'issuing.self_check_failed': 500,
  'rendering.too_large': 422,
  'internal.unexpected': 500,
  'service.unavailable': 503,
} as const

export type ErrorCode = keyof typeof errorStatus

/** One thing wrong with one field of a form. `key` is a message key; `field` is the form's field name. */
export interface FieldProblem {
  readonly field: string
  readonly key: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** A refusal with a stable code. Anything else that is thrown is a defect and answered with 500. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly params: Readonly<Record<string, string | number>>
  readonly problems: readonly FieldProblem[]

  constructor(
    code: ErrorCode,
    details: {
      params?: Record<string, string | number>
      problems?: readonly FieldProblem[]
      cause?: unknown
    } = {},
  ) {
    super(code, { cause: details.cause })
    this.name = 'AppError'
    this.code = code
    this.params = details.params ?? {}
    this.problems = details.problems ?? []
  }

  get status(): number {
    return errorStatus[this.code]
  }
}

/** The error for a form or body in which fields are wrong. */
export function invalidInput(...problems: FieldProblem[]): AppError {
  return new AppError('input.invalid', { problems })
}

export type StartRefusalCode =
  | 'config.invalid'
  | 'config.unsafe'
  | 'config.wrong_key'
  | 'data.unusable'
  | 'db.locked'
  | 'db.no_binaries'
  | 'db.not_running'
  | 'db.unreachable'
  | 'db.unsuitable'
  | 'http.port_taken'

/** The server can't start, for a reason that the operator can act on: shown as it is, without a stack. */
export class StartRefusal extends Error {
  readonly code: StartRefusalCode

  constructor(code: StartRefusalCode, message: string, cause?: unknown) {
    super(message, { cause })
    this.name = 'StartRefusal'
    this.code = code
  }
}
