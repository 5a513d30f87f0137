import type { Organisation } from '@meritum/kit/elm'
import type { LangString } from '@meritum/kit/text'
import { Select, TextField } from '../../../web/components/index.ts'
import { countriesByName } from '../../organisation/index.ts'
import type { Visit } from '../../route.ts'
import type { FieldsProps } from './section-fields.tsx'

/** Who decides awards, one or several, and who answers for the content. */
export function AwardingFields({ visit, draft, languages }: FieldsProps) {
  const { t } = visit
  const bodies = draft.awardingBodies ?? []
  const language = languages[0] ?? 'sv'
  return (
    <>
      {[...bodies, undefined].map((body, row) => (
        <OrganisationFields
          visit={visit}
          name={`awardingBodies.${row}`}
          organisation={body}
          language={language}
          legend={
            body || row === 0 ? t('design.awarding.body', { number: row + 1 }) : t('design.awarding.another')
          }
          optional={row > 0}
        />
      ))}
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
  readonly optional?: boolean
}

function OrganisationFields({
  visit,
  name,
  organisation,
  language,
  legend,
  help,
  optional,
}: OrganisationFieldsProps) {
  const { t, locale } = visit
  const legalName: LangString = organisation?.legalName ?? {}
  const own = nameLanguage(legalName, language)
  return (
    <fieldset class="m-fieldset">
      <legend class="m-label">
        {legend}
        {optional && <span class="m-label__optional"> {t('form.optional')}</span>}
      </legend>
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

/** The language in which a legal name is edited: the draft's, or the only one it has. */
export function nameLanguage(legalName: LangString, language: string): string {
  return legalName[language] === undefined ? (Object.keys(legalName)[0] ?? language) : language
}
