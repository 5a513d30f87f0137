import {
  type MicroCredentialDraft,
  participationModes,
  qualityStandards,
  stackabilityKinds,
  supervisionCodes,
} from '@meritum/kit/elm'
import type { FC } from 'hono/jsx'
import {
  CheckboxGroup,
  LangFields,
  languageName,
  RadioCards,
  Select,
  TextField,
} from '../../../web/components/index.ts'
import { contentLanguages, countriesByName } from '../../organisation/index.ts'
import type { Visit } from '../../route.ts'
import type { SectionName } from '../schemas/sections.ts'
import { AwardingFields } from './awarding-fields.tsx'

export interface FieldsProps {
  readonly visit: Visit
  readonly draft: MicroCredentialDraft
  readonly languages: readonly string[]
}

function BasicsFields({ visit, draft, languages }: FieldsProps) {
  const { t, locale } = visit
  const countries = countriesByName(locale).map(({ code, name }) => ({ value: code, label: name }))
  const rows = Math.max(1, draft.countries?.length ?? 0) + 1
  return (
    <>
      <LangFields
        name="title"
        label={t('design.title.label')}
        languages={languages}
        value={draft.title}
        maxlength={200}
      />
      <LangFields
        name="summary"
        label={t('design.summary.label')}
        help={t('design.summary.help')}
        languages={languages}
        value={draft.summary}
        rows={3}
        optional
      />
      <LangFields
        name="need"
        label={t('design.need.label')}
        help={t('design.need.help')}
        languages={languages}
        value={draft.need}
        rows={3}
        optional
      />
      <CheckboxGroup
        name="languages"
        label={t('design.languages.label')}
        help={t('design.languages.help')}
        options={contentLanguages.map(value => ({ value, label: languageName(locale, value) }))}
        chosen={languages}
      />
      {Array.from({ length: rows }, (_, row) => (
        <Select
          name={`countries.${row}`}
          label={row === 0 ? t('design.country.label') : t('design.country.another')}
          options={countries}
          value={draft.countries?.[row]}
          placeholder={row === 0 ? t('design.choose') : t('design.country.none')}
          optional={row > 0}
        />
      ))}
      <TextField
        name="region"
        label={t('design.region.label')}
        help={t('design.region.help')}
        value={draft.region}
        optional
        size={24}
      />
    </>
  )
}

function WorkloadFields({ visit, draft }: FieldsProps) {
  const { t } = visit
  const { hours, ects } = draft.workload ?? {}
  return (
    <>
      <TextField
        name="workload.hours"
        label={t('design.workload.hours')}
        help={t('design.workload.hours_help')}
        value={hours?.toLocaleString(visit.locale, { useGrouping: false })}
        inputmode="decimal"
        size={8}
      />
      <TextField
        name="workload.ects"
        label={t('design.workload.ects')}
        help={t('design.workload.ects_help')}
        value={ects?.toLocaleString(visit.locale, { useGrouping: false })}
        inputmode="decimal"
        size={8}
        optional
      />
    </>
  )
}

function LevelFields({ visit, draft }: FieldsProps) {
  const { t } = visit
  const level = draft.level
  return (
    <>
      <RadioCards
        name="level.kind"
        label={t('design.level.label')}
        value={level?.kind}
        options={[
          { value: 'estimate', label: t('design.level.estimate'), help: t('design.level.estimate_help') },
          { value: 'not-applicable', label: t('design.level.none'), help: t('design.level.none_help') },
        ]}
      />
      <Select
        name="level.level"
        label={t('design.level.number')}
        help={t('design.level.number_help')}
        value={level?.kind === 'estimate' ? String(level.level) : undefined}
        placeholder={t('design.choose')}
        options={[1, 2, 3, 4, 5, 6, 7, 8].map(number => ({
          value: String(number),
          label: t('design.level.of_eight', { level: number }),
        }))}
      />
    </>
  )
}

function ParticipationFields({ visit, draft }: FieldsProps) {
  const { t } = visit
  return (
    <>
      <RadioCards
        name="participation.mode"
        label={t('design.participation.mode')}
        value={draft.participation?.mode}
        options={participationModes.map(value => ({ value, label: t(`codes.mode.${value}`) }))}
      />
      <RadioCards
        name="participation.setting"
        label={t('design.participation.setting')}
        value={draft.participation?.setting}
        options={(['formal', 'non-formal', 'informal'] as const).map(value => ({
          value,
          label: t(`codes.setting.${value}`),
          help: t(`design.participation.${value}_help`),
        }))}
      />
    </>
  )
}

function QualityFields({ visit, draft, languages }: FieldsProps) {
  const { t } = visit
  const quality = draft.qualityAssurance
  return (
    <>
      <RadioCards
        name="qualityAssurance.kind"
        label={t('design.quality.kind')}
        value={quality?.kind}
        options={(['internal', 'external'] as const).map(value => ({
          value,
          label: t(`codes.quality_kind.${value}`),
          help: t(`design.quality.${value}_help`),
        }))}
      />
      <RadioCards
        name="qualityAssurance.standard"
        label={t('design.quality.standard')}
        value={quality?.standard}
        options={qualityStandards.map(value => ({ value, label: t(`codes.quality_standard.${value}`) }))}
      />
      <LangFields
        name="qualityAssurance.description"
        label={t('design.quality.description')}
        help={t('design.quality.description_help')}
        languages={languages}
        value={quality?.description}
        rows={4}
      />
    </>
  )
}

function AssessmentFields({ visit, draft, languages }: FieldsProps) {
  const { t } = visit
  return (
    <>
      <RadioCards
        name="supervision"
        label={t('design.supervision.label')}
        help={t('design.supervision.help')}
        value={draft.supervision ?? ''}
        optional
        options={[
          ...supervisionCodes.map(value => ({
            value: value as string,
            label: t(`codes.supervision.${value}`),
          })),
          { value: '', label: t('design.supervision.open') },
        ]}
      />
      <LangFields
        name="gradingScheme"
        label={t('design.grading.label')}
        help={t('design.grading.help')}
        languages={languages}
        value={draft.gradingScheme}
        rows={2}
        optional
      />
    </>
  )
}

function ValidityFields({ visit, draft }: FieldsProps) {
  const { t } = visit
  const validity = draft.validity
  return (
    <>
      <RadioCards
        name="validity.kind"
        label={t('design.validity.label')}
        value={validity?.kind}
        options={[
          { value: 'months', label: t('design.validity.limited'), help: t('design.validity.limited_help') },
          {
            value: 'unlimited',
            label: t('design.validity.unlimited'),
            help: t('design.validity.unlimited_help'),
          },
        ]}
      />
      <TextField
        name="validity.months"
        label={t('design.validity.months')}
        help={t('design.validity.months_help')}
        value={validity?.kind === 'months' ? String(validity.months) : undefined}
        inputmode="numeric"
        size={6}
      />
    </>
  )
}

function OptionalFields({ visit, draft, languages }: FieldsProps) {
  const { t } = visit
  return (
    <>
      <LangFields
        name="prerequisites"
        label={t('design.prerequisites.label')}
        help={t('design.prerequisites.help')}
        languages={languages}
        value={draft.prerequisites}
        rows={3}
        optional
      />
      <RadioCards
        name="stackability.kind"
        label={t('design.stackability.label')}
        value={draft.stackability?.kind ?? ''}
        optional
        options={[
          ...stackabilityKinds.map(value => ({
            value: value as string,
            label: t(`codes.stackability.${value}`),
          })),
          { value: '', label: t('design.not_stated') },
        ]}
      />
      <LangFields
        name="stackability.description"
        label={t('design.stackability.description')}
        help={t('design.stackability.help')}
        languages={languages}
        value={draft.stackability?.description}
        rows={3}
        optional
      />
      <LangFields
        name="furtherInformation"
        label={t('design.further.label')}
        languages={languages}
        value={draft.furtherInformation}
        rows={3}
        optional
      />
      <TextField
        name="homepage"
        label={t('design.homepage.label')}
        help={t('design.homepage.help')}
        value={draft.homepage}
        inputmode="url"
        optional
      />
    </>
  )
}

function KompetenspassetFields({ visit, draft, languages }: FieldsProps) {
  const { t } = visit
  return (
    <>
      <LangFields
        name="workTasks"
        label={t('design.tasks.label')}
        help={t('design.tasks.help')}
        languages={languages}
        value={draft.workTasks}
        rows={3}
        optional
      />
      <LangFields
        name="authorisations"
        label={t('design.authorisations.label')}
        help={t('design.authorisations.help')}
        languages={languages}
        value={draft.authorisations}
        rows={3}
        optional
      />
      <TextField
        name="ssyk"
        label={t('design.ssyk.label')}
        help={t('design.ssyk.help')}
        value={draft.ssyk}
        inputmode="numeric"
        size={8}
        optional
      />
      <TextField
        name="sun"
        label={t('design.sun.label')}
        help={t('design.sun.help')}
        value={draft.sun}
        size={8}
        optional
      />
      <TextField
        name="sni"
        label={t('design.sni.label')}
        help={t('design.sni.help')}
        value={draft.sni}
        size={8}
        optional
      />
      <TextField
        name="esco"
        label={t('design.esco.label')}
        help={t('design.esco.help')}
        value={draft.esco}
        inputmode="url"
        optional
      />
      <LangFields
        name="influencingFactors"
        label={t('design.factors.label')}
        help={t('design.factors.help')}
        languages={languages}
        value={draft.influencingFactors}
        rows={3}
        optional
      />
      <LangFields
        name="issuerRequirements"
        label={t('design.issuers.label')}
        help={t('design.issuers.help')}
        languages={languages}
        value={draft.issuerRequirements}
        rows={3}
        optional
      />
    </>
  )
}

/** The fields of each section. */
export const sectionFields: Readonly<Record<SectionName, FC<FieldsProps>>> = {
  basics: BasicsFields,
  awarding: AwardingFields,
  workload: WorkloadFields,
  level: LevelFields,
  assessment: AssessmentFields,
  participation: ParticipationFields,
  quality: QualityFields,
  validity: ValidityFields,
  optional: OptionalFields,
  kompetenspasset: KompetenspassetFields,
}
