import type { MicroCredentialVersion } from '@meritum/kit/elm'
import { z } from 'zod'
import { requireStaff } from '../../access/can.ts'
import { AppError, invalidInput } from '../../errors.ts'
import { readJson } from '../read-json.ts'
import type { Route } from '../route.ts'
import { createMicroCredential } from './commands/create-micro-credential.ts'
import { publishVersion } from './commands/publish-version.ts'
import { replaceDraft } from './commands/replace-draft.ts'
import { optofibreExample } from './examples/optofibre.ts'
import { getMicroCredential, getVersion, type MicroCredential } from './queries.ts'
import { draftSchema } from './schemas/draft.ts'
import { newMicroCredentialSchema } from './schemas/new-micro-credential.ts'
import { outcomeSchema } from './schemas/outcome.ts'

const read = { bodyBytes: 0, perMinute: 600 }
const write = { bodyBytes: 512 * 1024, perMinute: 120 }

const exampleId = '0192d3a4-7c1e-7d4f-9a10-3b6f1f2f8c01'
const revision = z.number().int().min(1)
/** Outcomes may come without ids; new ones get theirs here. */
const apiDraft = draftSchema.extend({
  outcomes: z
    .array(outcomeSchema.extend({ id: z.uuid().optional() }))
    .max(30)
    .optional(),
})
const replaceSchema = z.strictObject({ revision, draft: apiDraft })
const publishSchema = z.strictObject({ revision })

const changed = z.object({ id: z.uuid(), revision })
const content = z.record(z.string(), z.unknown())
const versionSummary = z.object({ id: z.uuid(), number: z.number(), publishedAt: z.iso.datetime() })
const microCredential = z.object({
  id: z.uuid(),
  revision,
  updatedAt: z.iso.datetime(),
  draft: content,
  versions: z.array(versionSummary),
})

/** What the API answers for one version. */
export const versionResponse = versionSummary.extend({ microCredentialId: z.string(), content })

function describe(micro: MicroCredential) {
  return {
    id: micro.id,
    revision: micro.revision,
    updatedAt: micro.updatedAt.toISOString(),
    draft: micro.draft,
    versions: micro.versions.map(({ id, number, publishedAt }) => ({
      id,
      number,
      publishedAt: publishedAt.toISOString(),
    })),
  }
}

/** A version as the API and the catalogue show it. */
export function describeVersion(version: MicroCredentialVersion) {
  const { versionId, microCredentialId, number, publishedAt, content } = version
  return { id: versionId, microCredentialId, number, publishedAt, content }
}

/** For the OpenAPI document. */
export const versionExample = describeVersion({
  versionId: exampleId,
  microCredentialId: `urn:uuid:${exampleId}`,
  number: 1,
  publishedAt: '2027-01-15T10:00:00.000Z',
  content: optofibreExample(),
})

const create: Route = {
  method: 'POST',
  path: '/api/v1/micro-credentials',
  kind: 'api',
  who: 'design.write',
  limits: write,
  openapi: {
    summary: 'Begin a micro-credential',
    request: newMicroCredentialSchema,
    response: changed,
    status: 201,
    example: { id: exampleId, revision: 1 },
  },
  async handle(visit) {
    const input = readJson(newMicroCredentialSchema, visit.body)
    return visit.json(await createMicroCredential(visit.services, visit.actor, input), 201)
  },
}

const show: Route = {
  method: 'GET',
  path: '/api/v1/micro-credentials/:id',
  kind: 'api',
  who: 'design.read',
  limits: read,
  openapi: {
    summary: 'Read a micro-credential with its draft and the list of its versions',
    response: microCredential,
    example: {
      id: exampleId,
      revision: 3,
      updatedAt: '2027-01-15T10:00:00.000Z',
      draft: optofibreExample(),
      versions: [],
    },
  },
  async handle(visit) {
    const { tenantId } = requireStaff(visit.actor, 'design.read')
    return visit.json(describe(await getMicroCredential(visit.services, tenantId, visit.params.id!)))
  },
}

const replace: Route = {
  method: 'POST',
  path: '/api/v1/micro-credentials/:id/draft',
  kind: 'api',
  who: 'design.write',
  limits: write,
  openapi: {
    summary: 'Replace the whole draft; refused when it has changed since the given revision',
    request: replaceSchema,
    response: changed,
    example: { id: exampleId, revision: 4 },
  },
  async handle(visit) {
    const { revision, draft } = readJson(replaceSchema, visit.body)
    const { outcomes, ...rest } = draft
    const withIds = outcomes?.map(outcome => ({
      ...outcome,
      id: outcome.id ?? visit.services.ids.randomUuid(),
    }))
    const place = { id: visit.params.id!, revision }
    const change = { ...place, draft: { ...rest, ...(withIds ? { outcomes: withIds } : {}) } }
    const replaced = await replaceDraft(visit.services, visit.actor, change).catch(inDraft)
    return visit.json({ id: place.id, ...replaced })
  },
}

/** The draft is one part of the body: so are the fields that the refusal names. */
function inDraft(error: unknown): never {
  if (!(error instanceof AppError) || error.code !== 'input.invalid') throw error
  throw invalidInput(...error.problems.map(problem => ({ ...problem, field: `draft.${problem.field}` })))
}

const publish: Route = {
  method: 'POST',
  path: '/api/v1/micro-credentials/:id/versions',
  kind: 'api',
  who: 'design.publish',
  limits: write,
  openapi: {
    summary: 'Publish the draft as the next version; refused with what is missing when it is incomplete',
    request: publishSchema,
    response: z.object({ id: z.uuid(), number: z.number() }),
    status: 201,
    example: { id: exampleId, number: 1 },
  },
  async handle(visit) {
    const input = readJson(publishSchema, visit.body)
    const published = await publishVersion(visit.services, visit.actor, { id: visit.params.id!, ...input })
    return visit.json({ id: published.versionId, number: published.number }, 201)
  },
}

const showVersion: Route = {
  method: 'GET',
  path: '/api/v1/versions/:id',
  kind: 'api',
  who: 'design.read',
  limits: read,
  openapi: { summary: 'Read one published version', response: versionResponse, example: versionExample },
  async handle(visit) {
    const { tenantId } = requireStaff(visit.actor, 'design.read')
    return visit.json(describeVersion(await getVersion(visit.services, tenantId, visit.params.id!)))
  },
}

export const designApi: readonly Route[] = [create, show, replace, publish, showVersion]
