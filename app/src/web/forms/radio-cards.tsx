import type { Child } from 'hono/jsx'
import { Icon, type IconName } from '../components/icon.tsx'
import { type FieldWords, Help, LabelWords, ProblemText } from './field-parts.tsx'
import { useField } from './form-state.ts'

export interface RadioOption {
  readonly value: string
  readonly label: Child
  readonly help?: Child
  readonly icon?: IconName
  /** Colours the chosen card; the word and shape say the same. */
  readonly tone?: 'good' | 'attention'
}

export interface RadioCardsProps extends FieldWords {
  readonly options: readonly RadioOption[]
  readonly value?: string | undefined
  /** Beside each other where there is room. */
  readonly inline?: boolean
}

/** One of a few, each as a row that can be hit with a thumb. The first has the field's id. */
export function RadioCards({ options, inline, ...props }: RadioCardsProps) {
  const { name, label, help, optional, before, labelHidden } = props
  const field = useField(name, props.value, help !== undefined)
  return (
    <fieldset class="m-field m-choice" {...field.aria}>
      <legend class={labelHidden ? 'ds-sr-only' : 'm-label'}>
        <LabelWords label={label} optional={optional ?? false} before={before} />
      </legend>
      <Help id={field.id}>{help}</Help>
      <ProblemText id={field.id} problem={field.problem} />
      <div class={inline ? 'm-radio-cards m-radio-cards--inline' : 'm-radio-cards'}>
        {options.map((option, i) => {
          const id = i === 0 ? field.id : `${field.id}-${i + 1}`
          return (
            <label class={`m-radio-card m-radio-card--${option.tone ?? 'plain'}`} for={id}>
              {option.icon && <Icon name={option.icon} />}
              <span class="m-radio-card__words">
                <span class="m-radio-card__label">{option.label}</span>
                {option.help && <span class="m-radio-card__help">{option.help}</span>}
              </span>
              <input
                class="ds-input"
                type="radio"
                id={id}
                name={name}
                value={option.value}
                checked={option.value === field.value}
              />
            </label>
          )
        })}
      </div>
    </fieldset>
  )
}
