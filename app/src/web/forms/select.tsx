import { type FieldWords, Help, LabelWords, ProblemText } from './field-parts.tsx'
import { useField } from './form-state.ts'

export interface Option {
  readonly value: string
  readonly label: string
}

export interface SelectProps extends FieldWords {
  readonly options: readonly Option[]
  readonly value?: string | undefined
  /** First, empty choice: "Choose". Left out when a value is always there. */
  readonly placeholder?: string
  readonly autocomplete?: string
}

/** One of many; for up to five use `RadioCards`. */
export function Select({ options, placeholder, ...props }: SelectProps) {
  const { name, label, help, optional, before, labelHidden } = props
  const field = useField(name, props.value, help !== undefined)
  return (
    <div class="m-field">
      <label class={labelHidden ? 'ds-sr-only' : 'm-label'} for={field.id}>
        <LabelWords label={label} optional={optional ?? false} before={before} />
      </label>
      <Help id={field.id}>{help}</Help>
      <select class="ds-input" id={field.id} name={name} autocomplete={props.autocomplete} {...field.aria}>
        {placeholder !== undefined && (
          <option value="" selected={field.value === ''}>
            {placeholder}
          </option>
        )}
        {options.map(option => (
          <option value={option.value} selected={option.value === field.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ProblemText id={field.id} problem={field.problem} />
    </div>
  )
}
