import { parseStrictJson } from '@meritum/kit/json'
import type { z } from 'zod'
import { AppError } from '../errors.ts'
import { fieldProblems } from './read-form.ts'

/** An API request's JSON body, read by a schema. Throws `input.malformed` or `input.invalid` with the problems. */
export function readJson<T>(schema: z.ZodType<T>, body: Uint8Array): T {
  const value = parse(body)
  const result = schema.safeParse(value)
  if (!result.success) throw new AppError('input.invalid', { problems: fieldProblems(result.error, value) })
  return result.data
}

function parse(body: Uint8Array): unknown {
  try {
    return parseStrictJson(body)
  } catch (cause) {
    throw new AppError('input.malformed', { cause })
  }
}
