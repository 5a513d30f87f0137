import type { ReadProof } from './read-proof.ts'

/**
 * The proofs that each proof builds on (VC Data Integrity §4.3), or `undefined` when the chain is broken: a
 * name that no proof or more than one has, a proof that builds on itself, or a circle.
 */
export function linkProofs(
  proofs: readonly ReadProof[],
): ReadonlyMap<ReadProof, readonly ReadProof[]> | undefined {
  const links = new Map<ReadProof, readonly ReadProof[]>()
  for (const proof of proofs) {
    const named = proof.previous.map(id => proofs.filter(other => other.id === id))
    if (named.some(found => found.length !== 1)) return undefined
    links.set(
      proof,
      named.map(([found]) => found!),
    )
  }
  return hasCircle(links) ? undefined : links
}

/** Takes away what builds on nothing that is left, until nothing is left or a circle is. */
function hasCircle(links: ReadonlyMap<ReadProof, readonly ReadProof[]>): boolean {
  const open = new Set(links.keys())
  let isShrinking = true
  while (isShrinking) {
    const done = [...open].filter(proof => !links.get(proof)!.some(previous => open.has(previous)))
    for (const proof of done) open.delete(proof)
    isShrinking = done.length > 0
  }
  return open.size > 0
}
