import { type FieldWords, Help, LabelWords, ProblemText } from './field-parts.tsx'
import { useField } from './form-state.ts'

/** A file to send, or several. The form around it needs `multipart`. */
export function FileField({
  accept,
  multiple,
  ...props
}: FieldWords & { accept?: string; multiple?: boolean }) {
  const field = useField(props.name, undefined, props.help !== undefined)
  return (
    <div class="m-field">
      <label class="m-label" for={field.id}>
        <LabelWords label={props.label} optional={props.optional ?? false} before={props.before} />
      </label>
      <Help id={field.id}>{props.help}</Help>
      <input
        class="ds-input m-file"
        type="file"
        id={field.id}
        name={props.name}
        accept={accept}
        multiple={multiple}
        {...field.aria}
      />
      <ProblemText id={field.id} problem={field.problem} />
    </div>
  )
}
