import { type Award, completeLanguages } from '@meritum/kit/elm'
import { edcFormat } from '@meritum/kit/formats'
import type { Trx } from '../../../db/connect.ts'
import { inTenant } from '../../../db/tenant.ts'
import { AppError } from '../../../errors.ts'
import { getSigner, type OrganisationSigner } from '../../organisation/index.ts'
import type { Services } from '../../services.ts'
import { type AwardRow, lockAward, openAward, readAward } from '../award-row.ts'
import { checkLink, hashCode } from '../check-code.ts'
import { currentList, randomIndex } from '../status/allocate-entry.ts'
import { statusListUrl } from '../status/status-list-url.ts'
import { checkCodePlace, type IntentRow, payloadPlace, selectIntents } from './intent-row.ts'
import { pageImageOf } from './page-image-of.ts'

/**
 * Writes down what is to be sealed before anything is: exact bytes, status index, check code, key. An award
 * has one intent per format for ever, so that a try that was cut off is finished with the same bytes and
 * never becomes a second credential. Answers with the intent that is there when there is one.
 */
export async function prepareIntent(
  services: Services,
  tenantId: string,
  awardId: string,
): Promise<IntentRow> {
  const { row, known } = await inTenant(services.db, tenantId, async trx => ({
    row: await readAward(trx, tenantId, awardId),
    known: await findIntent(trx, tenantId, awardId),
  }))
  if (known) return known
  const draft = await draftIntent(services, tenantId, row)

  return inTenant(services.db, tenantId, async trx => {
    await lockAward(trx, tenantId, awardId)
    const made = await findIntent(trx, tenantId, awardId)
    return made ?? insertIntent(trx, services, tenantId, row, draft)
  })
}

function findIntent(trx: Trx, tenantId: string, awardId: string): Promise<IntentRow | undefined> {
  return selectIntents(trx, tenantId)
    .where('award_id', '=', awardId)
    .where('format', '=', edcFormat.id)
    .executeTakeFirst()
}

/** All that can be made before the award is locked: pictures take their time. */
interface IntentDraft {
  readonly award: Award
  readonly seal: OrganisationSigner
  readonly code: string
  readonly pageImages: readonly { language: string; png: Uint8Array }[]
}

async function draftIntent(services: Services, tenantId: string, row: AwardRow): Promise<IntentDraft> {
  const seal = await getSigner(services, tenantId)
  const award = await inTenant(services.db, tenantId, trx => openAward(trx, services, tenantId, row))
  const code = services.ids.code()
  const pageImages: { language: string; png: Uint8Array }[] = []
  for (const language of completeLanguages(award.version.content)) {
    const page = pageImageOf(award, language, checkLink(services, code))
    pageImages.push({ language, png: await services.rendering.pageImage(page) })
  }
  return { award, seal, code, pageImages }
}

async function insertIntent(
  trx: Trx,
  services: Services,
  tenantId: string,
  row: AwardRow,
  draft: IntentDraft,
): Promise<IntentRow> {
  const intentId = services.ids.uuid()
  const credentialId = `urn:credential:${services.ids.randomUuid()}`
  const statusListId = await currentList(trx, services, tenantId)
  const codeSealed = await services.vault.seal(
    trx,
    checkCodePlace(tenantId, row.personId, intentId),
    draft.code,
  )
  // An index that is taken is drawn again. At most half of a list is used, so forty draws never all fail.
  for (let draw = 0; draw < 40; draw++) {
    const statusIndex = randomIndex(services)
    const payload = buildPayload(services, draft, { credentialId, statusListId, statusIndex })
    const made = await trx
      .insertInto('seal_intent')
      .values({
        tenant_id: tenantId,
        id: intentId,
        award_id: row.awardId,
        format: edcFormat.id,
        credential_id: credentialId,
        payload_sealed: await services.vault.seal(
          trx,
          payloadPlace(tenantId, row.personId, intentId),
          payload,
        ),
        check_code_hash: hashCode(services, draft.code),
        check_code_sealed: codeSealed,
        status_list_id: statusListId,
        status_index: statusIndex,
        seal_key_id: draft.seal.keyId,
        state: 'prepared',
        created_at: services.clock.now(),
      })
      .onConflict(conflict => conflict.columns(['tenant_id', 'status_list_id', 'status_index']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (made) return (await findIntent(trx, tenantId, row.awardId))!
  }
  throw new AppError('service.unavailable')
}

function buildPayload(
  services: Services,
  { award, seal, code, pageImages }: IntentDraft,
  place: { credentialId: string; statusListId: string; statusIndex: number },
): string {
  const { organization, commonName, organizationIdentifier, country } = seal.certificate.subject
  if (!organization || !organizationIdentifier || !country) throw new AppError('issuing.no_seal')
  const link = checkLink(services, code)
  const document = edcFormat.build(award, {
    credentialId: place.credentialId,
    seal: {
      organisationName: organization,
      commonName: commonName ?? organization,
      organizationIdentifier,
      country,
    },
    issuedAt: services.clock.now().toISOString(),
    status: { listUrl: statusListUrl(services, place.statusListId), index: place.statusIndex },
    statusPageUrl: link,
    checkUrl: link,
    pageImages,
  })
  return JSON.stringify(document)
}
