/** What ties a credential to a person. */
export type HolderBond =
  | 'key'
  | 'name'
  | 'birth-date'
  | 'identifier'
  | 'email'
  | 'email-hash'
  | 'identifier-hash'

export interface HolderFacts {
  /** Empty for one that anybody may show. */
  readonly bonds: readonly HolderBond[]
  /** Whether whoever shows it has proved to hold the key: `unasked` when it isn't known whom the proof is for. */
  readonly possession: 'proven' | 'unasked' | 'absent' | 'disproved'
}
