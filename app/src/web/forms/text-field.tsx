import { type FieldWords, Help, LabelWords, ProblemText } from './field-parts.tsx'
import { useField } from './form-state.ts'

export interface TextFieldProps extends FieldWords {
  readonly value?: string | undefined
  readonly type?: 'text' | 'email' | 'url' | 'search' | 'date' | 'number' | 'tel'
  readonly autocomplete?: string
  readonly inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'url' | 'search'
  /** Language of the text, when it isn't the page's. */
  readonly language?: string
  readonly maxlength?: number
  /** Characters that fit: short answers get short fields. */
  readonly size?: number
  readonly spellcheck?: boolean
}

/** One line of text. */
export function TextField(props: TextFieldProps) {
  const { name, label, help, optional, before, labelHidden, language } = props
  const field = useField(name, props.value, help !== undefined)
  return (
    <div class="m-field">
      <label class={labelHidden ? 'ds-sr-only' : 'm-label'} for={field.id}>
        <LabelWords label={label} optional={optional ?? false} before={before} />
      </label>
      <Help id={field.id}>{help}</Help>
      <input
        class="ds-input"
        id={field.id}
        name={name}
        type={props.type ?? 'text'}
        value={field.value}
        lang={language}
        autocomplete={props.autocomplete ?? 'off'}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        size={props.size}
        spellcheck={props.spellcheck}
        {...field.aria}
      />
      <ProblemText id={field.id} problem={field.problem} />
    </div>
  )
}
