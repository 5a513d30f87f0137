import { z } from 'zod'
import { fileResponse } from '../issuing/index.ts'
import { readJson } from '../read-json.ts'
import type { Route } from '../route.ts'
import { createShare, createShareInput } from './commands/create-share.ts'
import { withdrawShare } from './commands/withdraw-share.ts'
import { getHeldFile, type HeldCredential, listHeld } from './queries.ts'

const read = { bodyBytes: 0, perMinute: 600 }
const write = { bodyBytes: 16 * 1024, perMinute: 60 }

const shareInput = createShareInput.omit({ walletCredentialId: true })
const shareResponse = z.object({ id: z.uuid(), link: z.url(), expiresAt: z.iso.datetime() })

const heldResponse = z.object({
  id: z.uuid(),
  credentialId: z.string(),
  title: z.record(z.string(), z.string()),
  state: z.enum(['not-yet', 'in-force', 'renew-soon', 'ended', 'revoked']),
  validUntil: z.string().optional(),
  receivedAt: z.iso.datetime(),
  checkLink: z.url().optional(),
  revoked: z.object({ at: z.iso.datetime(), reason: z.string(), note: z.string().optional() }).optional(),
})

function describe({ id, view, standing, receivedAt, issuer }: HeldCredential): z.infer<typeof heldResponse> {
  const revoked = issuer?.revoked
  return {
    id,
    credentialId: view.id,
    title: view.title,
    state: standing,
    receivedAt: receivedAt.toISOString(),
    ...(view.validUntil && { validUntil: view.validUntil }),
    ...(issuer && { checkLink: issuer.checkLink }),
    ...(revoked && { revoked: { ...revoked, at: revoked.at.toISOString() } }),
  }
}

const exampleId = '0199f3a2-7c1e-7d0a-9b1c-3f2a5b6c7d8e'

export const walletApi: readonly Route[] = [
  {
    method: 'GET',
    path: '/api/v1/wallet',
    kind: 'api',
    who: 'wallet.use',
    limits: read,
    openapi: {
      summary: 'The person’s own credentials, newest first',
      response: z.object({ credentials: z.array(heldResponse) }),
      example: {
        credentials: [
          {
            id: exampleId,
            credentialId: 'urn:credential:7d1f6a52-0c0e-4a39-9f5e-2f1d6a0b3c11',
            title: { sv: 'Reparationsberedskap för akut felsökning/lagning/mätning av optofiber' },
            state: 'in-force',
            receivedAt: '2026-03-14T13:32:02.000Z',
          },
        ],
      },
    },
    async handle({ services, actor, json }) {
      return json({ credentials: (await listHeld(services, actor)).map(describe) })
    },
  },
  {
    method: 'GET',
    path: '/api/v1/wallet/:id/file',
    kind: 'api',
    who: 'wallet.use',
    limits: read,
    openapi: {
      summary: 'The sealed file, as it was sealed',
      response: z.object({ payload: z.string(), signatures: z.array(z.unknown()) }),
      example: { payload: '{"@context":["https://www.w3.org/2018/credentials/v1"]}', signatures: [{}] },
    },
    async handle({ services, actor, params }) {
      return fileResponse(await getHeldFile(services, actor, params.id!))
    },
  },
  {
    method: 'POST',
    path: '/api/v1/wallet/:id/shares',
    kind: 'api',
    who: 'wallet.use',
    limits: write,
    openapi: {
      summary: 'Makes a link that shows one credential for 7, 30 or 90 days',
      request: shareInput,
      response: shareResponse,
      status: 201,
      example: {
        id: exampleId,
        link: 'https://meritum.example/s/v4Qm0cVbZxk3dTq2o5nGxw',
        expiresAt: '2026-04-13T09:00:00.000Z',
      },
    },
    async handle({ services, actor, params, body, json }) {
      const input = readJson(shareInput, body)
      const share = await createShare(services, actor, { ...input, walletCredentialId: params.id! })
      return json({ id: share.shareId, link: share.link, expiresAt: share.expiresAt.toISOString() }, 201)
    },
  },
  {
    method: 'POST',
    path: '/api/v1/shares/:id/withdrawal',
    kind: 'api',
    who: 'wallet.use',
    limits: write,
    openapi: {
      summary: 'Stops a link; stopping it twice is no error',
      response: z.object({ state: z.literal('withdrawn') }),
      example: { state: 'withdrawn' },
    },
    async handle({ services, actor, params, json }) {
      await withdrawShare(services, actor, { shareId: params.id! })
      return json({ state: 'withdrawn' })
    },
  },
]
