import type { MicroCredentialVersion } from '@meritum/kit/elm'
import { sql } from 'kysely'
import type { Trx } from '../../db/connect.ts'
import { acrossTenants } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import { toVersion, versionColumns } from '../design/index.ts'
import type { Services } from '../services.ts'

export const itemsPerPage = 20

export interface CatalogueSearch {
  /** Words to find in a title, in any language; empty for all. */
  readonly words: string
  /** Counts from 1. */
  readonly page: number
}

export interface CataloguePage {
  readonly items: readonly MicroCredentialVersion[]
  readonly total: number
  readonly pages: number
}

/** The newest version of every published micro-credential, last published first. Public, across organisations. */
export async function searchCatalogue(services: Services, search: CatalogueSearch): Promise<CataloguePage> {
  return acrossTenants(services.db, async trx => {
    const found = newestVersions(trx).$if(search.words.trim() !== '', query =>
      query.where(
        sql<boolean>`exists (select from jsonb_each_text(content -> 'title') as texts
          where texts.value ilike ${`%${escapeLike(search.words.trim())}%`})`,
      ),
    )
    const { total } = await found
      .clearOrderBy()
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await found
      .select(versionColumns)
      .orderBy('published_at', 'desc')
      .orderBy('id')
      .limit(itemsPerPage)
      .offset((search.page - 1) * itemsPerPage)
      .execute()
    return {
      items: rows.map(toVersion),
      total: Number(total),
      pages: Math.max(1, Math.ceil(Number(total) / itemsPerPage)),
    }
  })
}

function newestVersions(trx: Trx) {
  return trx.selectFrom('micro_credential_version').where(
    sql<boolean>`not exists (select from micro_credential_version as newer
      where newer.tenant_id = micro_credential_version.tenant_id
        and newer.micro_credential_id = micro_credential_version.micro_credential_id
        and newer.number > micro_credential_version.number)`,
  )
}

const escapeLike = (words: string) => words.replace(/[\\%_]/g, '\\$&')

export interface CatalogueItem {
  readonly version: MicroCredentialVersion
  /** Every version of the same micro-credential, newest first. */
  readonly versions: readonly { readonly id: string; readonly number: number; readonly publishedAt: Date }[]
}

/** One published version, also an older one. Throws `thing.not_found`. */
export async function getCatalogueItem(services: Services, versionId: string): Promise<CatalogueItem> {
  return acrossTenants(services.db, async trx => {
    const row = await trx
      .selectFrom('micro_credential_version')
      .select([...versionColumns, 'tenant_id'])
      .where('id', '=', versionId)
      .executeTakeFirst()
    if (!row) throw new AppError('thing.not_found')
    const versions = await trx
      .selectFrom('micro_credential_version')
      .select(['id', 'number', 'published_at as publishedAt'])
      .where('tenant_id', '=', row.tenant_id)
      .where('micro_credential_id', '=', row.micro_credential_id)
      .orderBy('number', 'desc')
      .execute()
    return { version: toVersion(row), versions }
  })
}
