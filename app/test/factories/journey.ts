import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MicroCredentialVersion } from '@meritum/kit/elm'
import { expectConforming } from '../../../conformance/shacl/expect-conforming.ts'
import type { Actor, Role } from '../../src/access/actor.ts'
import { deliverMessages } from '../../src/jobs/deliver-messages.ts'
import { handlers } from '../../src/jobs/handlers.ts'
import { decideOutcome, openCase } from '../../src/rooms/assessment/index.ts'
import {
  createMicroCredential,
  getVersion,
  optofibreExample,
  publishVersion,
  replaceDraft,
} from '../../src/rooms/design/index.ts'
import { decideAward, issueAward, readSealedCredential } from '../../src/rooms/issuing/index.ts'
import { createSealKey } from '../../src/rooms/organisation/index.ts'
import type { Services } from '../../src/rooms/services.ts'
import { createStaffed, type Staffed } from './people.ts'

/** A data folder of one's own, so that keys and status lists of a test stay out of the project. */
export function temporaryData(): string {
  return mkdtempSync(join(tmpdir(), 'meritum-test-'))
}

export interface Stage extends Staffed {
  readonly version: MicroCredentialVersion
  readonly designer: Actor
  readonly assessor: Actor
  readonly issuer: Actor
  /** For herself. */
  readonly learner: Actor
}

/** An organisation with people, a development seal and the optofibre micro-credential, published. */
export async function createStage(services: Services): Promise<Stage> {
  const staff = await createStaffed(services)
  const { organisationId } = staff
  await createSealKey(services, organisationId)
  const designer = staffActor(staff, staff.designerId, 'designer')
  const { id, revision } = await createMicroCredential(services, designer, {
    languages: ['sv', 'en', 'da'],
    title: { sv: 'Reparationsberedskap' },
  })
  const draft = optofibreExample()
  const replaced = await replaceDraft(services, designer, { id, revision, draft })
  const { versionId } = await publishVersion(services, designer, { id, revision: replaced.revision })
  return {
    ...staff,
    version: await getVersion(services, organisationId, versionId),
    designer,
    assessor: staffActor(staff, staff.assessorId, 'assessor'),
    issuer: staffActor(staff, staff.issuerId, 'issuer'),
    learner: { kind: 'person', personId: staff.learnerId, name: 'Maja Lindqvist Sarri' },
  }
}

export function staffActor({ organisationId }: Staffed, personId: string, role: Role): Actor {
  return {
    kind: 'person',
    personId,
    name: role,
    organisation: { id: organisationId, name: 'Fiberkraft', roles: [role] },
  }
}

/** Opens a case for the learner and decides the first outcomes as met; all unless told. */
export async function assess(
  services: Services,
  stage: Stage,
  personId = stage.learnerId,
  count = Infinity,
): Promise<string> {
  const { assessor, version } = stage
  const { caseId } = await openCase(services, assessor, { versionId: version.versionId, personId })
  for (const outcome of version.content.outcomes.slice(0, count)) {
    await decideOutcome(services, assessor, {
      caseId,
      outcomeId: outcome.id,
      result: 'met',
      method: outcome.methods[0]!,
      supervision: 'supervised-on-site-with-id',
    })
  }
  return caseId
}

/** From assessment to sealed credential in the learner's wallet. */
export async function award(services: Services, stage: Stage, personId = stage.learnerId) {
  const caseId = await assess(services, stage, personId)
  const { awardId } = await decideAward(services, stage.issuer, { caseId })
  const issued = await issueAward(services, stage.issuer, { awardId })
  await expectConforming((await readSealedCredential(services, stage.organisationId, issued.sealedId)).bytes)
  await deliver(services)
  return { caseId, ...issued }
}

/** Lets the worker deliver what is in the outbox. */
export const deliver = (services: Services) => deliverMessages(services, handlers)
