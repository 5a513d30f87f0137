import type { Locator, Page } from '@playwright/test'
import { type Language, languageName } from './words.ts'

/** Names begin with these words: "Formal learning" is not "Non-formal learning". */
const beginningWith = (words: string) => new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

export const groupOf = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: beginningWith(name) })

/** Chooses one of several in a named group. */
export async function choose(page: Page, group: string, option: string): Promise<void> {
  await groupOf(page, group)
    .getByRole('radio', { name: beginningWith(option) })
    .check()
}

export interface Reader {
  readonly page: Page
  readonly language: Language
}

/** Writes one text in each of the languages: one field, or a group with a field for each. */
export async function writeTexts(
  { page, language }: Reader,
  label: string,
  text: Readonly<Record<string, string>> | undefined,
  languages: readonly Language[],
): Promise<void> {
  for (const tongue of languages) {
    const field =
      languages.length === 1
        ? page.getByRole('textbox', { name: beginningWith(label) })
        : groupOf(page, label).getByRole('textbox', { name: languageName(language, tongue) })
    await field.fill(text?.[tongue] ?? '')
  }
}
