import { demonstration } from './providers/demonstration.ts'

/** A way to sign in. To add one: a file in `providers/` and a line in the list below. */
export interface IdentityProvider {
  /** Stable: it is part of every identity hash. */
  readonly id: string
  isAvailable(config: { readonly demonstration: boolean }): boolean
}

const providers: readonly IdentityProvider[] = [demonstration]

export function availableProviders(config: { readonly demonstration: boolean }): readonly IdentityProvider[] {
  return providers.filter(provider => provider.isAvailable(config))
}
