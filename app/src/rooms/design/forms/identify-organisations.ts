import { isDeepStrictEqual } from 'node:util'
import type { MicroCredentialDraft, Organisation } from '@meritum/kit/elm'

type Written = Record<string, unknown>

/**
 * Gives each organisation of a form its id. One that was there keeps its own; another name written over it
 * makes it another organisation, and so do other facts than an earlier one with the same id has, since a
 * credential can only say one thing of each id.
 */
export function identifyOrganisations(
  written: readonly Written[],
  stored: readonly Organisation[],
  newId: () => string,
): Written[] {
  const identified: Written[] = []
  for (const organisation of written) {
    const { id, ...facts } = organisation
    const known = stored.find(other => other.id === id)
    const isRenamed = !known || !isDeepStrictEqual(known.legalName, { ...(facts.legalName as Written) })
    const earlier = identified.find(other => isDeepStrictEqual({ ...other, id: '' }, { ...facts, id: '' }))
    const isTaken = identified.some(other => other.id === id)
    identified.push({ ...facts, id: earlier?.id ?? (isRenamed || isTaken ? newId() : id) })
  }
  return identified
}

/** Awarding bodies, then the steward. */
export function organisationsOf(
  draft: Pick<MicroCredentialDraft, 'awardingBodies' | 'steward'>,
): Organisation[] {
  return [...(draft.awardingBodies ?? []), ...(draft.steward ? [draft.steward] : [])]
}
