/** What a person may be in an organisation. One person may be several. */
export const roles = ['designer', 'assessor', 'issuer', 'administrator', 'learner'] as const
export type Role = (typeof roles)[number]

/** Who is acting. A person acts for one organisation at a time, or for herself. */
export type Actor =
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'system' }
  | {
      readonly kind: 'person'
      /** The person's own tenant. */
      readonly personId: string
      /** For display in the page head only. */
      readonly name: string
      /** The organisation that she acts for; undefined when she acts for herself. */
      readonly organisation?: { readonly id: string; readonly name: string; readonly roles: readonly Role[] }
    }
