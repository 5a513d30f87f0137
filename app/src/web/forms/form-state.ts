import { createContext, useContext } from 'hono/jsx'
import type { FieldProblem } from '../../errors.ts'

/** What was posted, when a form is shown again; and what is wrong with it. */
export interface FormState {
  /** Undefined the first time: fields then show their stored value. */
  readonly values?: Readonly<Record<string, string>> | undefined
  readonly lists?: Readonly<Record<string, readonly string[]>> | undefined
  readonly problems: readonly FieldProblem[]
}

export const FormContext = createContext<FormState>({ problems: [] })

/** The id of a field's control, as links in the error summary and labels name it. */
export function fieldId(name: string): string {
  return `field-${name.replace(/[^A-Za-z0-9_-]/g, '-')}`
}

export interface FieldState {
  readonly id: string
  /** What was typed wins over what is stored. */
  readonly value: string
  readonly problem: FieldProblem | undefined
  /** For the control: ids of help and error, and whether it is wrong. */
  readonly aria: { 'aria-describedby'?: string; 'aria-invalid'?: 'true' }
}

/** A field's place in the form around it. */
export function useField(name: string, stored: string | undefined, hasHelp: boolean): FieldState {
  const form = useContext(FormContext)
  const id = fieldId(name)
  const problem = form.problems.find(candidate => candidate.field === name)
  const described = [hasHelp && `${id}-help`, problem && `${id}-error`].filter(Boolean).join(' ')
  return {
    id,
    value: form.values ? (form.values[name] ?? '') : (stored ?? ''),
    problem,
    aria: {
      ...(described && { 'aria-describedby': described }),
      ...(problem && { 'aria-invalid': 'true' as const }),
    },
  }
}

/** Whether one of several values was posted, or is stored. */
export function useChosen(name: string, value: string, stored: boolean): boolean {
  const form = useContext(FormContext)
  if (!form.values) return stored
  return form.lists?.[name]?.includes(value) ?? form.values[name] === value
}
