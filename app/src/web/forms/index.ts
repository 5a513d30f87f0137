export { Checkbox, CheckboxGroup } from './checkbox.tsx' // {name, label, checked?, help?} · {name, label, options:[{value,label}], chosen?} → form.lists
export { ErrorSummary } from './error-summary.tsx' // {problems}: first in the page body; nothing when empty
export { FileField } from './file-field.tsx' // {name, label, help?, accept?}: in a <Form multipart>
export { Form, PostButton, SearchForm } from './form.tsx' // {action, token, input?, problems?, multipart?} · {action, token, hidden?, children: <Button>} · {action, label}
export { type FormState, fieldId } from './form-state.ts'
export { LangFields, languageName } from './lang-fields.tsx' // {name, label, languages, value?: LangString, rows?, help?, optional?} → `<name>.<language>`
export { RadioCards, type RadioOption } from './radio-cards.tsx' // {name, label, options:[{value,label,help?,icon?,tone?}], value?, inline?}
export { type OutcomeChoice, outcomeChoices, ResultChoice } from './result-choice.tsx' // {name, label, value?: met|not-yet-met|not-assessed, choices?}
export { type Option, Select } from './select.tsx' // {name, label, options:[{value,label}], value?, placeholder?, help?, optional?}
export { TextArea } from './text-area.tsx' // {name, label, value?, rows?, language?, help?, optional?, before?}
export { TextField } from './text-field.tsx' // {name, label, value?, type?, autocomplete?, size?, language?, help?, optional?, before?}
