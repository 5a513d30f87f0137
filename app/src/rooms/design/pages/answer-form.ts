import { AppError, type FieldProblem } from '../../../errors.ts'
import type { FormInput, Visit } from '../../route.ts'
import { problemsOf } from '../forms/parse-input.ts'

/** What a form is shown again with: everything that was typed, and why. */
export interface Again {
  readonly status: number
  readonly input: FormInput
  readonly problems: readonly FieldProblem[]
  /** Somebody else has saved since the form was opened. */
  readonly conflict: boolean
}

/** Saves and goes on, or shows the form again with what was typed. */
export async function answerForm(
  visit: Visit,
  save: () => Promise<string>,
  show: (again: Again) => Promise<Response>,
): Promise<Response> {
  try {
    return visit.redirect(await save())
  } catch (error) {
    const problems = problemsOf(error)
    if (problems) return show({ status: 422, input: visit.form, problems, conflict: false })
    if (!(error instanceof AppError) || error.code !== 'thing.conflict') throw error
    return show({ status: 409, input: visit.form, problems: [], conflict: true })
  }
}

/** The revision that the form was opened with; a form without one is older than any draft. */
export function postedRevision(visit: Visit): number {
  const revision = Number(visit.form.values.revision)
  return Number.isSafeInteger(revision) ? revision : 0
}
