import type { Actor } from '../access/actor.ts'
import { addPerson, fullName, setRoles } from '../access/people.ts'
import { acrossTenants, inTenant } from '../db/tenant.ts'
import { decideOutcome, getCase, openCase } from '../rooms/assessment/index.ts'
import {
  createMicroCredential,
  listVersions,
  optofibreExample,
  publishVersion,
  replaceDraft,
} from '../rooms/design/index.ts'
import { decideAward, issueAward } from '../rooms/issuing/index.ts'
import { createSealKey } from '../rooms/organisation/index.ts'
import type { Services } from '../rooms/services.ts'
import { demonstrationOrganisation } from './organisation.ts'
import { type DemonstrationMember, people } from './people.ts'

const organisationId = demonstrationOrganisation.tenantId

/**
 * Loads what makes the first visit worth while: an organisation with its people and seal, a published
 * micro-credential, one learner who has it and one who is being assessed. Every step looks first, so that a
 * start that was killed half-way goes on where it stopped. It uses the same commands as everybody.
 */
export async function seedDemonstration(services: Services): Promise<void> {
  await addOrganisation(services)
  for (const person of Object.values(people)) await addMember(services, person)
  await addSealKey(services)
  const versionId = await addVersion(services)
  const maja = await addCase(services, versionId, people.maja)
  if (maja) await awardCase(services, maja)
  const amir = await addCase(services, versionId, people.amir)
  if (amir) await decideFirst(services, amir, 1)
}

function actingAs(member: DemonstrationMember): Actor {
  return {
    kind: 'person',
    personId: member.id,
    name: fullName(member.profile),
    organisation: {
      id: organisationId,
      name: demonstrationOrganisation.profile.legalName.sv,
      roles: member.roles,
    },
  }
}

async function addOrganisation(services: Services): Promise<void> {
  const now = services.clock.now()
  await inTenant(services.db, organisationId, async trx => {
    await trx
      .insertInto('tenant')
      .values({ id: organisationId, kind: 'organisation', created_at: now })
      .onConflict(conflict => conflict.doNothing())
      .execute()
    await trx
      .insertInto('organisation')
      .values({
        tenant_id: organisationId,
        profile: JSON.stringify(demonstrationOrganisation.profile),
        created_at: now,
        updated_at: now,
      })
      .onConflict(conflict => conflict.doNothing())
      .execute()
  })
}

async function addMember(services: Services, person: DemonstrationMember): Promise<void> {
  const known = await inTenant(services.db, person.id, trx =>
    trx.selectFrom('person').select('tenant_id').where('tenant_id', '=', person.id).executeTakeFirst(),
  )
  if (!known) {
    await addPerson(services, {
      id: person.id,
      provider: 'demonstration',
      subject: person.id,
      profile: person.profile,
      demonstration: true,
    })
  }
  await setRoles(services, { organisationId, personId: person.id, roles: person.roles })
}

async function addSealKey(services: Services): Promise<void> {
  const key = await inTenant(services.db, organisationId, trx =>
    trx.selectFrom('seal_key').select('id').limit(1).executeTakeFirst(),
  )
  if (!key) await createSealKey(services, organisationId)
}

async function addVersion(services: Services): Promise<string> {
  const [published] = await listVersions(services, organisationId)
  if (published) return published.versionId
  const designer = actingAs(people.designer)
  const { qualityAssurance: _, ...awardingBody } = demonstrationOrganisation.profile
  const draft = optofibreExample(awardingBody)
  const { id, revision } = await createMicroCredential(services, designer, {
    languages: ['sv', 'en', 'da'],
    title: draft.title,
  })
  const replaced = await replaceDraft(services, designer, { id, revision, draft })
  const { versionId } = await publishVersion(services, designer, { id, revision: replaced.revision })
  return versionId
}

/** The person's case, unless it has come further than opened. */
async function addCase(
  services: Services,
  versionId: string,
  person: DemonstrationMember,
): Promise<string | undefined> {
  const found = await inTenant(services.db, organisationId, trx =>
    trx
      .selectFrom('assessment_case')
      .select(['id', 'state'])
      .where('person_id', '=', person.id)
      .executeTakeFirst(),
  )
  if (found) return found.state === 'awarded' && (await isIssued(services, found.id)) ? undefined : found.id
  const { caseId } = await openCase(services, actingAs(people.assessor), { versionId, personId: person.id })
  return caseId
}

const isIssued = (services: Services, caseId: string) =>
  acrossTenants(services.db, trx =>
    trx
      .selectFrom('award')
      .select('id')
      .where('case_id', '=', caseId)
      .where('state', '!=', 'decided')
      .executeTakeFirst(),
  ).then(Boolean)

/** Decides the first outcomes of a case that nobody has decided yet. */
async function decideFirst(services: Services, caseId: string, count: number): Promise<void> {
  const assessor = actingAs(people.assessor)
  const { progress } = await getCase(services, assessor, caseId)
  for (const { outcome, state } of progress.slice(0, count)) {
    if (state === 'met') continue
    await decideOutcome(services, assessor, {
      caseId,
      outcomeId: outcome.id,
      result: 'met',
      method: outcome.methods[0]!,
      supervision: 'supervised-on-site-with-id',
    })
  }
}

async function awardCase(services: Services, caseId: string): Promise<void> {
  await decideFirst(services, caseId, Number.POSITIVE_INFINITY)
  const issuer = actingAs(people.issuer)
  const { awardId } = await decideAward(services, issuer, { caseId })
  await issueAward(services, issuer, { awardId })
}
