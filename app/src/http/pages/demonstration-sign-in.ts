import { z } from 'zod'
import { requireDemonstrationPerson } from '../../access/demonstration-people.ts'
import { actFor, createSession } from '../../access/sessions.ts'
import { readJson } from '../../rooms/read-json.ts'
import type { Route } from '../../rooms/route.ts'

const request = z.strictObject({ person: z.uuid(), organisation: z.uuid().optional() })
const response = z.object({ token: z.string(), expiresAt: z.iso.datetime() })

/** `POST /api/v1/demonstration/sign-in`: a token for `Authorization: Bearer`. 404 outside demonstration mode. */
export const demonstrationSignIn: Route = {
  method: 'POST',
  path: '/api/v1/demonstration/sign-in',
  kind: 'api',
  who: 'anyone',
  limits: { bodyBytes: 4 * 1024, perMinute: 30 },
  openapi: {
    summary: 'Sign in as a demonstration person; exists only in demonstration mode',
    request,
    response,
    example: { token: 'mF_9…', expiresAt: '2026-03-14T20:00:00.000Z' },
  },
  async handle(visit) {
    const { person, organisation } = readJson(request, visit.body)
    const personId = await requireDemonstrationPerson(visit.services, person)
    const { token, expiresAt } = await createSession(visit.services, personId)
    if (organisation) await actFor(visit.services, token, personId, organisation)
    return visit.json({ token, expiresAt: expiresAt.toISOString() })
  },
}
