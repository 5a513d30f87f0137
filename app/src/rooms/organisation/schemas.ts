import type { Organisation } from '@meritum/kit/elm'
import type { LangString } from '@meritum/kit/text'
import { z } from 'zod'

/** The languages that texts may be written in. */
export const contentLanguages = ['sv', 'en', 'da'] as const
export type ContentLanguage = (typeof contentLanguages)[number]

/**
 * One text as a person wrote it: trimmed, composed (NFC), without control characters other than line
 * breaks. The database refuses NUL and lone surrogates, so they are refused here, at the field.
 */
export function text(longest: number) {
  return z
    .string()
    .trim()
    .normalize('NFC')
    .max(longest)
    .refine(
      value => value.isWellFormed() && !/[^\P{Cc}\n\r\t]/u.test(value),
      'organisation.problem.control_characters',
    )
}

/** Language → text, for the languages that we write in; blank texts are left out. */
export function langText(longest: number) {
  return z
    .strictObject({
      sv: text(longest).optional(),
      en: text(longest).optional(),
      da: text(longest).optional(),
    })
    .transform(withoutBlanks)
}

function withoutBlanks(texts: Partial<Record<ContentLanguage, string | undefined>>): LangString {
  const kept = Object.entries(texts).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return Object.fromEntries(kept)
}

/** ISO 3166-1 alpha-3, as in the Publications Office's country table. */
export const countryCode = z.string('form.problem.choose').regex(/^[A-Z]{3}$/, 'form.problem.unknown_value')

export const webAddress = z.url({ protocol: /^https?$/ }).max(500)

/** A legal person; only what the ELM asks for must be there. */
export const organisationSchema = z.strictObject({
  id: z.string().regex(/^(?:urn:uuid:[0-9a-f-]{36}|https?:\/\/\S+)$/),
  legalName: langText(200).refine(name => Object.keys(name).length > 0, 'form.problem.required'),
  registration: text(40).optional(),
  country: countryCode,
  locality: text(100).optional(),
  homepage: webAddress.optional(),
  email: z.email().max(254).optional(),
}) satisfies z.ZodType<Organisation, unknown>
