import type { CarriedItem, CarrierKind, CarrierProblem } from '@meritum/kit/carriers'

/** What somebody's file holds. Nothing of it is believed yet. */
export interface OpenedUpload {
  readonly kind: CarrierKind | 'jpeg'
  /** Credentials; of a zip, files that may themselves be carriers. */
  readonly items: readonly CarriedItem[]
  /** The text of the QR code in a picture that carries no credential. */
  readonly code?: string
  /** Why nothing, or not everything, could be taken out. */
  readonly problems: readonly CarrierProblem[]
}

/** An upload of which only the reason is known why it could not be opened. */
export function notOpened(kind: OpenedUpload['kind'], code: string): OpenedUpload {
  return { kind, items: [], problems: [{ code }] }
}
