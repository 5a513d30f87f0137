import type { AnnexElement } from '@meritum/kit/elm'

/** The pages of the studio in their order; the name is the last part of the address. */
export const studioPages = [
  'basics',
  'awarding',
  'outcomes',
  'workload',
  'level',
  'assessment',
  'participation',
  'quality',
  'validity',
  'optional',
  'kompetenspasset',
  'publish',
] as const
export type StudioPage = (typeof studioPages)[number]

/** Where an element of Annex I is written; the learner and the date come with the award. */
export const pageOfElement: Readonly<Record<AnnexElement, StudioPage | undefined>> = {
  title: 'basics',
  country: 'basics',
  'awarding-body': 'awarding',
  'learning-outcomes': 'outcomes',
  workload: 'workload',
  level: 'level',
  assessment: 'assessment',
  participation: 'participation',
  'quality-assurance': 'quality',
  learner: undefined,
  date: undefined,
}

/** The page after this one, or the overview. */
export function pageAfter(page: StudioPage): StudioPage | undefined {
  return studioPages[studioPages.indexOf(page) + 1]
}
