import type { MicroCredentialContent, MicroCredentialVersion } from '@meritum/kit/elm'

interface VersionRow {
  readonly id: string
  readonly micro_credential_id: string
  readonly number: number
  readonly content: MicroCredentialContent
  readonly published_at: Date
}

export const versionColumns = ['id', 'micro_credential_id', 'number', 'content', 'published_at'] as const

/** The URI that all versions of a micro-credential share. */
export const microCredentialUri = (id: string) => `urn:uuid:${id}`

export function toVersion(row: VersionRow): MicroCredentialVersion {
  return {
    microCredentialId: microCredentialUri(row.micro_credential_id),
    versionId: row.id,
    number: row.number,
    publishedAt: row.published_at.toISOString(),
    content: row.content,
  }
}
