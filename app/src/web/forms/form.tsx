import type { PropsWithChildren } from 'hono/jsx'
import type { FieldProblem } from '../../errors.ts'
import { FormContext } from './form-state.ts'

export type FormProps = PropsWithChildren<{
  action: string
  /** `visit.formToken`. */
  token: string
  /** `visit.form` when the form is shown again with problems. */
  input?:
    | { values: Readonly<Record<string, string>>; lists: Readonly<Record<string, readonly string[]>> }
    | undefined
  problems?: readonly FieldProblem[]
  /** Needed when a file is sent. */
  multipart?: boolean
  /** Names the form for screen readers where a page has several. */
  label?: string
}>

/** A form that posts. Our own checks speak, not the browser's: they say more, in the page's language. */
export function Form({ action, token, input, problems = [], multipart, label, children }: FormProps) {
  return (
    <FormContext.Provider value={{ values: input?.values, lists: input?.lists, problems }}>
      <form
        class="m-form"
        method="post"
        action={action}
        enctype={multipart ? 'multipart/form-data' : undefined}
        aria-label={label}
        novalidate
      >
        <input type="hidden" name="form_token" value={token} />
        {children}
      </form>
    </FormContext.Provider>
  )
}

/** One button that posts, such as "Stop sharing", with what it is about in hidden fields. */
export function PostButton({
  action,
  token,
  hidden = {},
  children,
}: PropsWithChildren<{ action: string; token: string; hidden?: Readonly<Record<string, string>> }>) {
  return (
    <form class="m-post-button" method="post" action={action}>
      <input type="hidden" name="form_token" value={token} />
      {Object.entries(hidden).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  )
}

/** A form that only looks something up: its fields become the address. No token. */
export function SearchForm({
  action,
  label,
  children,
}: PropsWithChildren<{ action: string; label: string }>) {
  return (
    <search>
      <form class="m-form m-form--search" method="get" action={action} aria-label={label}>
        {children}
      </form>
    </search>
  )
}
