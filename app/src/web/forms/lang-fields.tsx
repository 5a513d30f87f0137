import type { LangString } from '@meritum/kit/text'
import { useLanguage } from '../i18n/index.ts'
import { type FieldWords, Help, LabelWords, ProblemText } from './field-parts.tsx'
import { useField } from './form-state.ts'
import { TextArea } from './text-area.tsx'
import { TextField } from './text-field.tsx'

export interface LangFieldsProps extends FieldWords {
  readonly languages: readonly string[]
  readonly value?: LangString | undefined
  /** More than one: a text area. */
  readonly rows?: number
  readonly maxlength?: number
}

/** The name of a language in the page's language: "svenska", "Swedish". */
export function languageName(locale: string, language: string): string {
  return new Intl.DisplayNames([locale], { type: 'language' }).of(language) ?? language
}

/**
 * One text in several languages. Posted as `<name>.<language>`; a problem may name one of these fields or
 * `<name>` for the whole.
 */
export function LangFields({ languages, value, rows = 1, maxlength, ...words }: LangFieldsProps) {
  const { locale } = useLanguage()
  const whole = useField(words.name, undefined, words.help !== undefined)
  const one = languages.length === 1
  const fields = languages.map(language => {
    const props = {
      ...(one ? words : {}),
      name: `${words.name}.${language}`,
      label: one ? words.label : languageName(locale, language),
      value: value?.[language],
      language,
      ...(maxlength === undefined ? {} : { maxlength }),
    }
    return rows > 1 ? <TextArea {...props} rows={rows} /> : <TextField {...props} />
  })
  if (one) {
    return (
      <div id={whole.id}>
        {fields}
        <ProblemText id={whole.id} problem={whole.problem} />
      </div>
    )
  }
  return (
    <fieldset class="m-field m-lang-fields" id={whole.id} {...whole.aria}>
      <legend class={words.labelHidden ? 'ds-sr-only' : 'm-label'}>
        <LabelWords label={words.label} optional={words.optional ?? false} before={words.before} />
      </legend>
      <Help id={whole.id}>{words.help}</Help>
      <ProblemText id={whole.id} problem={whole.problem} />
      {fields}
    </fieldset>
  )
}
