import type { z } from 'zod'
import { AppError, type FieldProblem, invalidInput } from '../../../errors.ts'
import { fieldProblems } from '../../read-form.ts'

/** The value, or `input.invalid` with a problem at each wrong field. */
export function parseInput<T>(schema: z.ZodType<T>, value: unknown): T {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  throw invalidInput(...fieldProblems(result.error, value))
}

/** The problems of a refusal of the input, or undefined for any other error. */
export function problemsOf(error: unknown): readonly FieldProblem[] | undefined {
  return error instanceof AppError && error.code === 'input.invalid' ? error.problems : undefined
}
