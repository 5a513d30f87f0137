import type { CredentialView } from '@meritum/kit/elm'
import type { ValidityState } from '../../web/components/index.ts'

/** What the mark of a credential is drawn from: of ours, the version's id, as everywhere else. */
export function markOf(view: CredentialView): { seed: string; outcomes: CredentialView['outcomes'] } {
  return { seed: (view.specificationId ?? view.id).replace(/^urn:uuid:/, ''), outcomes: view.outcomes }
}

/** Solid rings while it is in force, thin lines when it no longer is. */
export function markStateOf(standing: ValidityState): 'in-force' | 'ended' {
  return standing === 'in-force' || standing === 'renew-soon' ? 'in-force' : 'ended'
}
