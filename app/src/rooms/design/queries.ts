import { isDeepStrictEqual } from 'node:util'
import type { MicroCredentialDraft, MicroCredentialVersion } from '@meritum/kit/elm'
import { inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import type { Services } from '../services.ts'
import { onlyLanguages } from './schemas/only-languages.ts'
import { toVersion, versionColumns } from './versions.ts'

export interface PublishedVersion {
  readonly id: string
  readonly number: number
  readonly publishedAt: Date
}

export interface MicroCredential {
  readonly id: string
  readonly draft: MicroCredentialDraft
  readonly revision: number
  readonly updatedAt: Date
  /** Newest first. */
  readonly versions: readonly PublishedVersion[]
  /** Whether the draft says anything else than the newest version. */
  readonly hasChanges: boolean
}

/** One micro-credential of the organisation, with its draft. Throws `thing.not_found`. */
export async function getMicroCredential(
  services: Services,
  tenantId: string,
  id: string,
): Promise<MicroCredential> {
  return inTenant(services.db, tenantId, async trx => {
    const row = await trx
      .selectFrom('micro_credential')
      .select(['id', 'draft', 'revision', 'updated_at'])
      .where('tenant_id', '=', tenantId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!row) throw new AppError('thing.not_found')
    const versions = await trx
      .selectFrom('micro_credential_version')
      .select(['id', 'number', 'published_at as publishedAt', 'content'])
      .where('tenant_id', '=', tenantId)
      .where('micro_credential_id', '=', id)
      .orderBy('number', 'desc')
      .execute()
    return {
      id: row.id,
      draft: row.draft,
      revision: row.revision,
      updatedAt: row.updated_at,
      versions: versions.map(({ content: _, ...version }) => version),
      hasChanges: !isDeepStrictEqual(versions[0]?.content, onlyLanguages(row.draft)),
    }
  })
}

export interface ListedMicroCredential {
  readonly id: string
  readonly draft: MicroCredentialDraft
  readonly updatedAt: Date
  readonly latest: PublishedVersion | undefined
}

export const microCredentialsPerPage = 30

/** The organisation's micro-credentials, last changed first; `page` counts from 1. */
export async function listMicroCredentials(
  services: Services,
  tenantId: string,
  page = 1,
): Promise<{ items: ListedMicroCredential[]; total: number }> {
  return inTenant(services.db, tenantId, async trx => {
    const { total } = await trx
      .selectFrom('micro_credential')
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .where('tenant_id', '=', tenantId)
      .executeTakeFirstOrThrow()
    const rows = await trx
      .selectFrom('micro_credential')
      .select(['id', 'draft', 'updated_at as updatedAt'])
      .where('tenant_id', '=', tenantId)
      .orderBy('updated_at', 'desc')
      .orderBy('id')
      .limit(microCredentialsPerPage)
      .offset((page - 1) * microCredentialsPerPage)
      .execute()
    if (rows.length === 0) return { items: [], total: Number(total) }
    const versions = await trx
      .selectFrom('micro_credential_version')
      .distinctOn('micro_credential_id')
      .select(['micro_credential_id', 'id', 'number', 'published_at as publishedAt'])
      .where('tenant_id', '=', tenantId)
      .where(
        'micro_credential_id',
        'in',
        rows.map(row => row.id),
      )
      .orderBy('micro_credential_id')
      .orderBy('number', 'desc')
      .execute()
    const latest = new Map(
      versions.map(({ micro_credential_id, ...version }) => [micro_credential_id, version]),
    )
    return { items: rows.map(row => ({ ...row, latest: latest.get(row.id) })), total: Number(total) }
  })
}

/** One frozen version of the organisation. Throws `thing.not_found`. */
export async function getVersion(
  services: Services,
  tenantId: string,
  versionId: string,
): Promise<MicroCredentialVersion> {
  const row = await inTenant(services.db, tenantId, trx =>
    trx
      .selectFrom('micro_credential_version')
      .select(versionColumns)
      .where('tenant_id', '=', tenantId)
      .where('id', '=', versionId)
      .executeTakeFirst(),
  )
  if (!row) throw new AppError('thing.not_found')
  return toVersion(row)
}

/** The organisation's newest version of each micro-credential, last published first; at most 200. */
export async function listVersions(services: Services, tenantId: string): Promise<MicroCredentialVersion[]> {
  const rows = await inTenant(services.db, tenantId, trx =>
    trx
      .selectFrom('micro_credential_version')
      .distinctOn('micro_credential_id')
      .select(versionColumns)
      .where('tenant_id', '=', tenantId)
      .orderBy('micro_credential_id')
      .orderBy('number', 'desc')
      .limit(200)
      .execute(),
  )
  return rows.map(toVersion).sort((a, b) => b.publishedAt.localeCompare(a.publishedAt))
}
