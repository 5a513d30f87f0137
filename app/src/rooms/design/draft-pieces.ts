import {
  type AnnexElement,
  designCompleteness,
  designElements,
  type MicroCredentialDraft,
  publishProblems,
} from '@meritum/kit/elm'

export interface DraftPiece {
  readonly element: AnnexElement
  readonly state: 'done' | 'under-way' | 'missing' | 'at-award'
}

/**
 * The eleven elements with how far each has come: there and publishable, begun, missing, or brought by the
 * award. The two that the award brings stand last.
 */
export function draftPieces(draft: MicroCredentialDraft): DraftPiece[] {
  const { present, atAward } = designCompleteness(draft)
  const unfinished = new Set(publishProblems(draft).map(({ element }) => element))
  return [
    ...designElements.map((element): DraftPiece => {
      if (!present.includes(element)) return { element, state: 'missing' }
      return { element, state: unfinished.has(element) ? 'under-way' : 'done' }
    }),
    ...atAward.map((element): DraftPiece => ({ element, state: 'at-award' })),
  ]
}
