import type { LangString } from '../../text/index.ts'

/** What a badge says beyond the words of the European model, under names of its own. */
export const badgeLabels = {
  criteria: { en: 'Criteria', sv: 'Kriterier', da: 'Kriterier' },
  narrative: { en: 'What was done', sv: 'Vad som gjorts', da: 'Hvad der er gjort' },
  kind: { en: 'Kind of achievement', sv: 'Slag av merit', da: 'Slags merit' },
  credits: { en: 'Credits', sv: 'Poäng', da: 'Point' },
  period: { en: 'Period', sv: 'Tid', da: 'Periode' },
  role: { en: 'Role', sv: 'Roll', da: 'Rolle' },
  licence: { en: 'Licence number', sv: 'Licensnummer', da: 'Licensnummer' },
  field: { en: 'Field of study', sv: 'Ämnesområde', da: 'Fagområde' },
  specialization: { en: 'Specialisation', sv: 'Inriktning', da: 'Specialisering' },
  evidence: { en: 'Evidence', sv: 'Underlag', da: 'Dokumentation' },
} as const satisfies Readonly<Record<string, LangString>>
