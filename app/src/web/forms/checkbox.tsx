import type { Child } from 'hono/jsx'
import { Help, ProblemText } from './field-parts.tsx'
import { fieldId, useChosen, useField } from './form-state.ts'

export interface CheckboxProps {
  readonly name: string
  readonly label: Child
  readonly value?: string
  readonly checked?: boolean
  readonly help?: Child
}

/** Yes or no. */
export function Checkbox({ name, label, value = 'yes', checked = false, help }: CheckboxProps) {
  const field = useField(name, undefined, help !== undefined)
  const chosen = useChosen(name, value, checked)
  return (
    <div class="m-field">
      <Box id={field.id} name={name} value={value} label={label} checked={chosen} aria={field.aria} />
      <Help id={field.id}>{help}</Help>
      <ProblemText id={field.id} problem={field.problem} />
    </div>
  )
}

export interface CheckboxGroupProps {
  readonly name: string
  readonly label: string
  readonly help?: Child
  readonly options: readonly { readonly value: string; readonly label: Child }[]
  readonly chosen?: readonly string[]
  readonly labelHidden?: boolean
}

/** Any number of several. Read them from `form.lists[name]`. */
export function CheckboxGroup({ name, label, help, options, chosen = [], labelHidden }: CheckboxGroupProps) {
  const field = useField(name, undefined, help !== undefined)
  return (
    <fieldset class="m-field m-choice" {...field.aria}>
      <legend class={labelHidden ? 'ds-sr-only' : 'm-label'}>{label}</legend>
      <Help id={field.id}>{help}</Help>
      <ProblemText id={field.id} problem={field.problem} />
      <div class="m-checkboxes">
        {options.map((option, i) => (
          <GroupBox name={name} option={option} index={i} stored={chosen.includes(option.value)} />
        ))}
      </div>
    </fieldset>
  )
}

function GroupBox(props: {
  name: string
  option: { value: string; label: Child }
  index: number
  stored: boolean
}) {
  const { name, option, index } = props
  const chosen = useChosen(name, option.value, props.stored)
  const id = index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`
  return <Box id={id} name={name} value={option.value} label={option.label} checked={chosen} />
}

function Box(props: {
  id: string
  name: string
  value: string
  label: Child
  checked: boolean
  aria?: object
}) {
  return (
    <div class="m-checkbox">
      <input
        class="ds-input"
        type="checkbox"
        id={props.id}
        name={props.name}
        value={props.value}
        checked={props.checked}
        {...props.aria}
      />
      <label for={props.id}>{props.label}</label>
    </div>
  )
}
