import { type FieldWords, Help, LabelWords, ProblemText } from './field-parts.tsx'
import { useField } from './form-state.ts'

export interface TextAreaProps extends FieldWords {
  readonly value?: string | undefined
  readonly rows?: number
  readonly language?: string
  readonly maxlength?: number
  readonly spellcheck?: boolean
}

/** Several lines of text. */
export function TextArea(props: TextAreaProps) {
  const { name, label, help, optional, before, labelHidden, language } = props
  const field = useField(name, props.value, help !== undefined)
  return (
    <div class="m-field">
      <label class={labelHidden ? 'ds-sr-only' : 'm-label'} for={field.id}>
        <LabelWords label={label} optional={optional ?? false} before={before} />
      </label>
      <Help id={field.id}>{help}</Help>
      <textarea
        class="ds-input"
        id={field.id}
        name={name}
        rows={props.rows ?? 3}
        lang={language}
        maxlength={props.maxlength}
        spellcheck={props.spellcheck}
        {...field.aria}
      >
        {/* A text that starts with a line break would lose it: HTML drops the first one. */}
        {`\n${field.value}`}
      </textarea>
      <ProblemText id={field.id} problem={field.problem} />
    </div>
  )
}
