import { z } from 'zod'
import { readJson } from '../read-json.ts'
import type { Route } from '../route.ts'
import { decideAward, decideAwardInput } from './commands/decide-award.ts'
import { issueAward } from './commands/issue-award.ts'
import { revocationInput, revokeAward } from './commands/revoke-award.ts'
import { fileResponse } from './file-response.ts'
import { type AwardDetail, getAward, getSealedFile } from './queries.ts'

const read = { bodyBytes: 0, perMinute: 600 }
const write = { bodyBytes: 64 * 1024, perMinute: 120 }

const awardResponse = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  state: z.enum(['decided', 'issued', 'revoked']),
  awardingDate: z.iso.datetime(),
  validUntil: z.iso.datetime().optional(),
  credentials: z.array(
    z.object({
      id: z.string(),
      format: z.string(),
      sealedAt: z.iso.datetime(),
      checkLink: z.url(),
    }),
  ),
  revoked: z.object({ at: z.iso.datetime(), reason: z.string() }).optional(),
})

/** An award as the API shows it: states, codes and addresses; the person is in the sealed file. */
function describe(found: AwardDetail): z.infer<typeof awardResponse> {
  return {
    id: found.awardId,
    caseId: found.caseId,
    state: found.state,
    awardingDate: found.award.awardingDate,
    ...(found.award.validUntil && { validUntil: found.award.validUntil }),
    credentials: found.copies.map(copy => ({
      id: copy.credentialId,
      format: copy.format,
      sealedAt: copy.sealedAt.toISOString(),
      checkLink: copy.checkLink,
    })),
    ...(found.revoked && { revoked: { at: found.revoked.at.toISOString(), reason: found.revoked.reason } }),
  }
}

const exampleId = '0199f3a2-7c1e-7d0a-9b1c-3f2a5b6c7d8e'
const example: z.infer<typeof awardResponse> = {
  id: exampleId,
  caseId: exampleId,
  state: 'issued',
  awardingDate: '2026-03-14T13:32:00.000Z',
  validUntil: '2029-03-14T22:59:59Z',
  credentials: [
    {
      id: 'urn:credential:7d1f6a52-0c0e-4a39-9f5e-2f1d6a0b3c11',
      format: 'edc',
      sealedAt: '2026-03-14T13:32:01.000Z',
      checkLink: 'https://meritum.example/m/7KQ4-M2XP-9TRD',
    },
  ],
}

export const awardApi: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/v1/awards',
    kind: 'api',
    who: 'issuing.award',
    limits: write,
    openapi: {
      summary:
        'Awards and issues the micro-credential of a case; the second time it answers with the first award',
      request: decideAwardInput,
      response: awardResponse,
      status: 201,
      example,
    },
    async handle({ services, actor, body, json }) {
      const { awardId } = await decideAward(services, actor, readJson(decideAwardInput, body))
      await issueAward(services, actor, { awardId })
      return json(describe(await getAward(services, actor, awardId)), 201)
    },
  },
  {
    method: 'GET',
    path: '/api/v1/awards/:id',
    kind: 'api',
    who: 'issuing.read',
    limits: read,
    openapi: { summary: 'One award with its sealed copies and state', response: awardResponse, example },
    async handle({ services, actor, params, json }) {
      return json(describe(await getAward(services, actor, params.id!)))
    },
  },
  {
    method: 'GET',
    path: '/api/v1/awards/:id/credential',
    kind: 'api',
    who: 'issuing.read',
    limits: read,
    openapi: {
      summary: 'The sealed file, as it was sealed',
      response: z.object({ payload: z.string(), signatures: z.array(z.unknown()) }),
      example: { payload: '{"@context":["https://www.w3.org/2018/credentials/v1"]}', signatures: [{}] },
    },
    async handle({ services, actor, params }) {
      return fileResponse(await getSealedFile(services, actor, params.id!))
    },
  },
  {
    method: 'POST',
    path: '/api/v1/awards/:id/revocation',
    kind: 'api',
    who: 'issuing.revoke',
    limits: write,
    openapi: {
      summary: 'Revokes an award and every sealed copy of it, for a reason that is public',
      request: revocationInput,
      response: awardResponse,
      example: {
        ...example,
        state: 'revoked',
        revoked: { at: '2026-05-02T08:00:00.000Z', reason: 'issued-in-error' },
      },
    },
    async handle({ services, actor, params, body, json }) {
      const { reason, note } = readJson(revocationInput, body)
      const awardId = params.id!
      await revokeAward(services, actor, { awardId, reason, ...(note && { note }) })
      return json(describe(await getAward(services, actor, awardId)))
    },
  },
]
