import type { OutcomeCategory } from '../elm/index.ts'
import type { LintLanguage } from './finding.ts'

/** Verbs that name something an assessor can see or hear, per category: what to write instead of a vague one. */
export const observableVerbs: Readonly<
  Record<LintLanguage, Readonly<Record<OutcomeCategory, readonly string[]>>>
> = {
  en: {
    knowledge: ['explain', 'describe', 'identify'],
    skill: ['carry out', 'handle', 'demonstrate'],
    'responsibility-and-autonomy': ['assess', 'plan', 'decide on'],
  },
  sv: {
    knowledge: ['förklara', 'beskriva', 'redogöra för'],
    skill: ['hantera', 'utföra', 'demonstrera'],
    'responsibility-and-autonomy': ['bedöma', 'planera', 'ansvara för'],
  },
  da: {
    knowledge: ['forklare', 'beskrive', 'redegøre for'],
    skill: ['håndtere', 'udføre', 'demonstrere'],
    'responsibility-and-autonomy': ['vurdere', 'planlægge', 'tage ansvar for'],
  },
}

/**
 * Words for a state of mind: nobody can observe them. A phrase matches when the activity begins with it,
 * with or without the words that follow.
 */
export const vagueVerbs: Readonly<Record<LintLanguage, readonly string[]>> = {
  en: [
    'understand',
    'know',
    'learn',
    'realise',
    'realize',
    'appreciate',
    'grasp',
    'be aware of',
    'be familiar with',
    'have knowledge of',
    'have an understanding of',
    'have insight into',
    'gain insight into',
  ],
  sv: [
    'förstå',
    'känna till',
    'veta',
    'inse',
    'kunna',
    'lära sig',
    'behärska',
    'ha kunskap om',
    'ha kännedom om',
    'ha förståelse för',
    'ha insikt i',
    'få insikt i',
    'vara medveten om',
    'vara bekant med',
  ],
  da: [
    'forstå',
    'kende til',
    'kende',
    'vide',
    'indse',
    'kunne',
    'lære',
    'beherske',
    'have viden om',
    'have kendskab til',
    'have forståelse for',
    'have indsigt i',
    'være opmærksom på',
    'være bekendt med',
  ],
}
