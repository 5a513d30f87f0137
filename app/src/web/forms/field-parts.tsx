import type { Child } from 'hono/jsx'
import type { FieldProblem } from '../../errors.ts'
import { Icon } from '../components/icon.tsx'
import { translateCode, useLanguage } from '../i18n/index.ts'

export interface FieldWords {
  readonly name: string
  readonly label: string
  readonly help?: Child
  /** Marked "(optional)": everything else is needed. */
  readonly optional?: boolean
  /** Drawn before the label, e.g. `<PartLine>`. */
  readonly before?: Child
  readonly labelHidden?: boolean
}

/** The words of a label, and that the field may be left empty. */
export function LabelWords({ label, optional, before }: Pick<FieldWords, 'label' | 'optional' | 'before'>) {
  const { t } = useLanguage()
  return (
    <>
      {before}
      {label}
      {optional && <span class="m-label__optional"> {t('form.optional')}</span>}
    </>
  )
}

export function Help({ id, children }: { id: string; children?: Child }) {
  return children ? (
    <div class="m-help" id={`${id}-help`}>
      {children}
    </div>
  ) : null
}

/** What is wrong with a field: icon and text. */
export function ProblemText({ id, problem }: { id: string; problem: FieldProblem | undefined }) {
  const { t } = useLanguage()
  return problem ? (
    <p class="m-problem" id={`${id}-error`}>
      <Icon name="wrong" />
      <span>{translateCode(t, problem.key, problem.params)}</span>
    </p>
  ) : null
}
