import type { Organisation } from '@meritum/kit/elm'
import type { LangString } from '@meritum/kit/text'
import { Details, Select, TextField } from '../../../web/components/index.ts'
import { countriesByName } from '../../organisation/index.ts'
import type { Visit } from '../../route.ts'
import type { FieldsProps } from './section-fields.tsx'

/** Who decides awards, one or several, and who answers for the content. */
export function AwardingFields({ visit, draft, languages }: FieldsProps) {
  const { t } = visit
  const bodies = draft.awardingBodies ?? []
  const language = languages[0] ?? 'sv'
  const another = `awardingBodies.${Math.max(1, bodies.length)}`
  return (
    <>
      {(bodies.length > 0 ? bodies : [undefined]).map((body, row) => (
        <OrganisationFields
          visit={visit}
          name={`awardingBodies.${row}`}
          organisation={body}
          language={language}
          legend={t('design.awarding.body', { number: row + 1 })}
        />
      ))}
      <Details summary={t('design.awarding.another')} open={isWritten(visit, another)}>
        <OrganisationFields
          visit={visit}
          name={another}
          organisation={undefined}
          language={language}
          legend={t('design.awarding.body', { number: Math.max(1, bodies.length) + 1 })}
        />
      </Details>
      <OrganisationFields
        visit={visit}
        name="steward"
        organisation={draft.steward}
        language={language}
        legend={t('design.awarding.steward')}
        help={t('design.awarding.steward_help')}
      />
    </>
  )
}

interface OrganisationFieldsProps {
  readonly visit: Visit
  readonly name: string
  readonly organisation: Organisation | undefined
  /** Of the draft; a name that is kept in another language is edited in that one. */
  readonly language: string
  readonly legend: string
  readonly help?: string
}

function OrganisationFields({ visit, name, organisation, language, legend, help }: OrganisationFieldsProps) {
  const { t, locale } = visit
  const legalName: LangString = organisation?.legalName ?? {}
  const own = nameLanguage(legalName, language)
  return (
    <fieldset class="m-fieldset">
      <legend class="m-label">{legend}</legend>
      {help && <p class="m-help">{help}</p>}
      <input type="hidden" name={`${name}.id`} value={organisation?.id ?? ''} />
      {Object.entries(legalName)
        .filter(([other]) => other !== own)
        .map(([other, text]) => (
          <input type="hidden" name={`${name}.legalName.${other}`} value={text} />
        ))}
      <TextField
        name={`${name}.legalName.${own}`}
        label={t('design.organisation.name')}
        value={legalName[own]}
        language={own}
      />
      <TextField
        name={`${name}.registration`}
        label={t('design.organisation.registration')}
        value={organisation?.registration}
        size={16}
        optional
      />
      <Select
        name={`${name}.country`}
        label={t('design.organisation.country')}
        value={organisation?.country}
        placeholder={t('design.choose')}
        options={countriesByName(locale).map(({ code, name: label }) => ({ value: code, label }))}
      />
      <TextField
        name={`${name}.locality`}
        label={t('design.organisation.locality')}
        value={organisation?.locality}
        optional
      />
      <TextField
        name={`${name}.homepage`}
        label={t('design.homepage.label')}
        value={organisation?.homepage}
        inputmode="url"
        optional
      />
      <TextField
        name={`${name}.email`}
        label={t('design.organisation.email')}
        value={organisation?.email}
        inputmode="email"
        optional
      />
    </fieldset>
  )
}

/** Whether something was written in the fields of an organisation when the form was sent. */
function isWritten({ form }: Visit, name: string): boolean {
  return Object.entries(form.values).some(
    ([field, value]) => field.startsWith(`${name}.`) && value.trim() !== '',
  )
}

/** The language in which a legal name is edited: the draft's, or the only one it has. */
export function nameLanguage(legalName: LangString, language: string): string {
  return legalName[language] === undefined ? (Object.keys(legalName)[0] ?? language) : language
}
