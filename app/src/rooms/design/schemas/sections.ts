import {
  type MicroCredentialDraft,
  participationModes,
  qualityStandards,
  stackabilityKinds,
  supervisionCodes,
} from '@meritum/kit/elm'
import { z } from 'zod'
import {
  contentLanguages,
  countryCode,
  langText,
  organisationSchema,
  text,
  webAddress,
} from '../../organisation/index.ts'

export const titleText = langText(200)
const longText = langText(4000)
const choiceOf = <const T extends readonly string[]>(values: T, missing = 'form.problem.choose') =>
  z.enum(values, missing)

export const languagesSchema = z
  .array(z.enum(contentLanguages))
  .min(1, 'form.problem.choose')
  .max(contentLanguages.length)
  .refine(languages => new Set(languages).size === languages.length, 'design.problem.language_twice')

const basics = z.strictObject({
  languages: languagesSchema,
  title: titleText,
  summary: langText(1000).optional(),
  need: longText.optional(),
  countries: z.array(countryCode).min(1, 'form.problem.choose').max(40),
  region: text(100).optional(),
})

const awarding = z.strictObject({
  awardingBodies: z.array(organisationSchema).min(1, 'form.problem.required').max(10),
  steward: organisationSchema,
})

const workload = z.strictObject({
  workload: z.strictObject({
    /** Hours of a learner's time. */
    hours: z.number().positive('design.problem.hours').max(10_000, 'design.problem.hours'),
    ects: z.number().positive('design.problem.ects').max(60, 'design.problem.ects').optional(),
  }),
})

const level = z.strictObject({
  level: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('not-applicable') }),
    z.strictObject({
      kind: z.literal('estimate'),
      level: z
        .number('design.level.number_missing')
        .int('design.level.number_missing')
        .min(1, 'design.level.number_missing')
        .max(8, 'design.level.number_missing'),
    }),
  ]),
})

const participation = z.strictObject({
  participation: z.strictObject({
    mode: choiceOf(participationModes, 'design.participation.mode_missing'),
    setting: choiceOf(['formal', 'non-formal', 'informal'], 'design.participation.setting_missing'),
  }),
})

const quality = z.strictObject({
  qualityAssurance: z.strictObject({
    kind: choiceOf(['internal', 'external'], 'design.quality.kind_missing'),
    standard: choiceOf(qualityStandards, 'design.quality.standard_missing'),
    description: longText.refine(
      value => Object.keys(value).length > 0,
      'design.quality.description_missing',
    ),
  }),
})

const assessment = z.strictObject({
  supervision: choiceOf(supervisionCodes).optional(),
  gradingScheme: langText(1000).optional(),
})

const validity = z.strictObject({
  validity: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('unlimited') }),
    z.strictObject({
      kind: z.literal('months'),
      months: z
        .number('design.problem.months')
        .int('design.problem.months')
        .min(1, 'design.problem.months')
        .max(600, 'design.problem.months'),
    }),
  ]),
})

const optional = z.strictObject({
  prerequisites: longText.optional(),
  stackability: z
    .strictObject({ kind: choiceOf(stackabilityKinds), description: longText.optional() })
    .optional(),
  furtherInformation: longText.optional(),
  homepage: webAddress.optional(),
})

const kompetenspasset = z.strictObject({
  workTasks: longText.optional(),
  authorisations: longText.optional(),
  /** SSYK 2012, SUN 2020 and SNI 2007 as Statistics Sweden writes them. */
  ssyk: z
    .string()
    .regex(/^\d{1,4}$/, 'design.problem.ssyk')
    .optional(),
  sun: z
    .string()
    .regex(/^\d{2,3}[a-z]?$/, 'design.problem.sun')
    .optional(),
  sni: z
    .string()
    .regex(/^\d{2}(?:\.?\d{1,3})?$/, 'design.problem.sni')
    .optional(),
  esco: webAddress
    .refine(uri => /^https?:\/\/data\.europa\.eu\/esco\//.test(uri), 'design.problem.esco')
    .optional(),
  influencingFactors: longText.optional(),
  issuerRequirements: longText.optional(),
})

/** One page of the studio each, except the outcomes, which have pages of their own. */
export const sectionSchemas = {
  basics,
  awarding,
  workload,
  level,
  assessment,
  participation,
  quality,
  validity,
  optional,
  kompetenspasset,
} as const satisfies Record<string, z.ZodType<MicroCredentialDraft, unknown>>

export type SectionName = keyof typeof sectionSchemas

export const sectionNames = Object.keys(sectionSchemas) as SectionName[]

/** The parts of a draft that a section answers for; saving it replaces them all. */
export function sectionKeys(section: SectionName): (keyof MicroCredentialDraft)[] {
  return Object.keys(sectionSchemas[section].shape) as (keyof MicroCredentialDraft)[]
}
