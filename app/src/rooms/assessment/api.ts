import { z } from 'zod'
import { readJson } from '../read-json.ts'
import type { Route } from '../route.ts'
import { decideOutcome, decideOutcomeInput } from './commands/decide-outcome.ts'
import { openCase, openCaseInput } from './commands/open-case.ts'
import { type CaseDetail, getCase } from './queries.ts'

const read = { bodyBytes: 0, perMinute: 600 }
const write = { bodyBytes: 64 * 1024, perMinute: 120 }

const resultInput = decideOutcomeInput.omit({ caseId: true })
const caseState = z.enum(['open', 'ready', 'awarded'])

const caseResponse = z.object({
  id: z.uuid(),
  state: caseState,
  versionId: z.uuid(),
  personId: z.uuid(),
  outcomes: z.array(
    z.object({
      id: z.uuid(),
      state: z.enum(['met', 'not-yet-met', 'not-assessed']),
      method: z.string().optional(),
      supervision: z.string().optional(),
      note: z.string().optional(),
      assessedAt: z.iso.datetime().optional(),
    }),
  ),
})

/** A case as the API shows it: ids and codes, no names. */
function describe(found: CaseDetail): z.infer<typeof caseResponse> {
  return {
    id: found.caseId,
    state: found.state,
    versionId: found.versionId,
    personId: found.personId,
    outcomes: found.progress.map(({ outcome, state, latest }) => ({
      id: outcome.id,
      state,
      ...(latest && {
        method: latest.method,
        supervision: latest.supervision,
        assessedAt: latest.assessedAt.toISOString(),
        ...(latest.note && { note: latest.note }),
      }),
    })),
  }
}

const exampleId = '0199f3a2-7c1e-7d0a-9b1c-3f2a5b6c7d8e'

export const assessmentApi: readonly Route[] = [
  {
    method: 'POST',
    path: '/api/v1/assessment-cases',
    kind: 'api',
    who: 'assessment.open',
    limits: write,
    openapi: {
      summary: 'Opens the assessment of one person against one published version',
      request: openCaseInput,
      response: z.object({ id: z.uuid() }),
      status: 201,
      example: { id: exampleId },
    },
    async handle({ services, actor, body, json }) {
      const { caseId } = await openCase(services, actor, readJson(openCaseInput, body))
      return json({ id: caseId }, 201)
    },
  },
  {
    method: 'GET',
    path: '/api/v1/assessment-cases/:id',
    kind: 'api',
    who: 'assessment.read',
    limits: read,
    openapi: {
      summary: 'One case with the state of every outcome',
      response: caseResponse,
      example: {
        id: exampleId,
        state: 'open',
        versionId: exampleId,
        personId: exampleId,
        outcomes: [{ id: exampleId, state: 'not-assessed' }],
      },
    },
    async handle({ services, actor, params, json }) {
      return json(describe(await getCase(services, actor, params.id!)))
    },
  },
  {
    method: 'POST',
    path: '/api/v1/assessment-cases/:id/results',
    kind: 'api',
    who: 'assessment.decide',
    limits: write,
    openapi: {
      summary: 'Records a decision on one outcome; a later one replaces an earlier until the award',
      request: resultInput,
      response: z.object({ state: caseState }),
      status: 201,
      example: { state: 'ready' },
    },
    async handle({ services, actor, params, body, json }) {
      const input = readJson(resultInput, body)
      return json(await decideOutcome(services, actor, { ...input, caseId: params.id! }), 201)
    },
  },
]
