import type { LangString } from '../../text/index.ts'
import type { SupervisionCode } from '../micro-credential.ts'
import type { VocabularyConcept } from './concept.ts'
import { participationConcepts } from './participation-modes.ts'
import { snbConcept } from './snb.ts'

const unsupervised = snbConcept('supervision-verification', 'c598449d64', {
  en: 'Not supervised, no identity check',
  sv: 'Ingen övervakning, ingen identitetskontroll',
  da: 'Intet tilsyn, ingen identitetskontrol',
})
const supervised = snbConcept('supervision-verification', '44314532f9', {
  en: 'Supervised, no identity check',
  sv: 'Övervakning, ingen identitetskontroll',
  da: 'Tilsyn, ingen identitetskontrol',
})
const supervisedWithId = snbConcept('supervision-verification', '70be69aaf9', {
  en: 'Supervised, with identity check',
  sv: 'Övervakning och identitetskontroll',
  da: 'Tilsyn og identitetskontrol',
})

/** What the EU's list says of a code. It doesn't tell online from on site: the assessment's mode does. */
export const supervisionConcepts: Readonly<
  Record<SupervisionCode, { readonly concept: VocabularyConcept; readonly mode?: VocabularyConcept }>
> = {
  'unsupervised-without-id': { concept: unsupervised },
  'supervised-without-id': { concept: supervised },
  'supervised-online-with-id': { concept: supervisedWithId, mode: participationConcepts.online },
  'supervised-on-site-with-id': { concept: supervisedWithId, mode: participationConcepts['on-site'] },
}

/** The four codes of Annex I in words. */
export const supervisionLabels: Readonly<Record<SupervisionCode, LangString>> = {
  'unsupervised-without-id': unsupervised.prefLabel,
  'supervised-without-id': supervised.prefLabel,
  'supervised-online-with-id': {
    en: 'Supervised online, with identity check',
    sv: 'Övervakning på distans och identitetskontroll',
    da: 'Tilsyn online og identitetskontrol',
  },
  'supervised-on-site-with-id': {
    en: 'Supervised on site, with identity check',
    sv: 'Övervakning på plats och identitetskontroll',
    da: 'Tilsyn ved fremmøde og identitetskontrol',
  },
}

/** The code that these two concepts stand for. */
export function findSupervisionCode(verification: string | undefined, modes: readonly string[]) {
  return (Object.keys(supervisionConcepts) as SupervisionCode[]).find(code => {
    const { concept, mode } = supervisionConcepts[code]
    return concept.id === verification && (mode === undefined || modes.includes(mode.id))
  })
}
