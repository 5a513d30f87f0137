import { kindOf } from '@meritum/kit/carriers'
import type { Report } from '@meritum/kit/report'
import { z } from 'zod'
import { AppError, invalidInput } from '../../errors.ts'
import type { Visit } from '../route.ts'
import type { Services } from '../services.ts'
import { presentReport } from './present-report.ts'
import { checkUpload } from './uploads/check-upload.ts'
import { followOwnLink } from './uploads/follow-own-link.ts'
import { refusedReport } from './uploads/refused-report.ts'
import { verifyBytes } from './verify-bytes.ts'

/**
 * `POST /api/v1/verifications`: the body is the credential, byte for byte, or a picture or document that carries
 * one. `?at=` asks about another moment.
 */
export async function verifyByApi(visit: Visit): Promise<Response> {
  const { body, services, locale, url } = visit
  if (body.length === 0) throw new AppError('input.malformed')
  const at = readAt(url.searchParams.get('at'))
  const report = await checkOne(services, body, at)
  // Not even JSON: there is nothing to give a verdict on.
  const isNothing = kindOf(body) === 'unknown' && report.checks.some(({ code }) => code === 'format.unknown')
  if (isNothing) throw new AppError('input.malformed')
  return Response.json(presentReport(report, locale), {
    headers: { 'Content-Language': locale, Vary: 'Accept-Language', 'Cache-Control': 'no-store' },
  })
}

/** Several credentials have several answers, and are asked about as a batch. */
async function checkOne(services: Services, bytes: Uint8Array, at: Date | undefined): Promise<Report> {
  const moment = at ?? services.clock.now()
  const checked = await checkUpload(
    { name: '', bytes },
    {
      at: moment,
      verify: found => verifyBytes(services, found, moment),
      follow: text => followOwnLink(services, text),
    },
  )
  const [only, ...others] = checked
  return only && others.length === 0 ? only.report : refusedReport(bytes, 'upload.ambiguous', moment)
}

export function readAt(text: string | null): Date | undefined {
  if (text === null) return undefined
  const result = z.iso.datetime({ offset: true }).or(z.iso.date()).safeParse(text)
  if (!result.success) throw invalidInput({ field: 'at', key: 'form.not_a_date' })
  return new Date(result.data)
}

const check = z.object({
  id: z.enum(['format', 'seal', 'issuer', 'dates', 'status', 'holder', 'completeness', 'contents']),
  state: z.enum(['passed', 'failed', 'unknown', 'warning', 'skipped']),
  code: z.string().describe('Stable; docs/codes.md lists them'),
  message: z.string().describe('The finding in the language of Accept-Language: en, sv or da'),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})

/** What the API answers, for the OpenAPI document. The content is as the file states it. */
export const presentedReportSchema = z.object({
  verdict: z.enum(['valid', 'invalid', 'indeterminate']),
  format: z.enum([
    'edc',
    'edc-unsealed',
    'open-badges-3',
    'open-badges-2',
    'w3c-vc',
    'w3c-vc-jwt',
    'sd-jwt-vc',
    'presentation',
    'receipt',
    'unknown',
  ]),
  checkedAt: z.iso.datetime(),
  checks: z
    .array(check)
    .describe('Grouped by id in a fixed order; a check with several findings has several entries'),
  lists: z
    .array(
      z.object({
        id: z.string(),
        name: z.string(),
        kind: z.enum(['organisations', 'trusted-list', 'issuer-list', 'certificates']),
        state: z.enum(['loaded', 'stale', 'could-not-load']),
        hasIssuer: z.boolean(),
        issued: z.iso.datetime().optional(),
        loadedAt: z.iso.datetime().optional(),
        nextUpdate: z.iso.datetime().optional(),
      }),
    )
    .optional()
    .describe('Where the issuer was looked for'),
  signers: z
    .array(z.looseObject({ kind: z.enum(['certificate', 'key']), fingerprint: z.string().optional() }))
    .optional()
    .describe('Whose seals it carries, the issuer’s first'),
  credential: z.looseObject({ id: z.string() }).optional().describe('Absent when the seal is broken'),
  holder: z
    .object({
      bonds: z
        .array(z.string())
        .describe('What ties it to a person: key, name, birth-date, email-hash and others'),
      possession: z.enum(['proven', 'unasked', 'absent', 'disproved']),
    })
    .optional(),
  credentials: z
    .array(z.looseObject({ verdict: z.enum(['valid', 'invalid', 'indeterminate']) }))
    .optional()
    .describe('Of a presentation: a report like this one of each credential in it'),
  receipt: z
    .looseObject({
      digest: z.string(),
      verdict: z.enum(['valid', 'invalid', 'indeterminate']),
      checkedAt: z.iso.datetime(),
    })
    .optional()
    .describe('Of the format receipt: what was found about another file on another day'),
  digest: z.string().describe('SHA-256 of the bytes, hexadecimal'),
})

export const verificationExample = {
  verdict: 'valid',
  format: 'edc',
  checkedAt: '2026-11-21T14:32:00.000Z',
  checks: [
    {
      id: 'format',
      state: 'passed',
      code: 'format.edc',
      message: 'A sealed Europass file (EDC), read without errors.',
    },
    {
      id: 'seal',
      state: 'passed',
      code: 'seal.intact',
      message: 'Nothing has been changed since it was sealed.',
      params: { sealedAt: '2026-03-14T13:05:12.000Z' },
    },
    {
      id: 'issuer',
      state: 'passed',
      code: 'issuer.trusted',
      message:
        'Fiberkraft Norr Utbildning (demo), according to a certificate from Example Seal CA (demo), which this service trusts.',
      params: { name: 'Fiberkraft Norr Utbildning (demo)', root: 'Example Seal CA (demo)' },
    },
    {
      id: 'dates',
      state: 'passed',
      code: 'dates.in_force',
      message: 'In force up to and including 14 March 2029.',
      params: { until: '2029-03-14T22:59:59.000Z' },
    },
    { id: 'status', state: 'passed', code: 'status.in_force', message: 'It has not been revoked.' },
    {
      id: 'completeness',
      state: 'passed',
      code: 'completeness.full',
      message: 'All 11 standard elements are there.',
      params: { present: 11, total: 11 },
    },
  ],
  credential: {
    id: 'urn:credential:1f0e5c5e-7f0c-4b8e-9d5b-0b6a4f1c2d3e',
    title: { sv: 'Reparationsberedskap för akut felsökning/lagning/mätning av optofiber' },
    holder: { name: 'Maja Lindqvist Sarri', birthDate: '1994-05-03' },
  },
  digest: '9b74c9897bac770ffc029102a200c5de9f1d8c2f4b6c5d1c7f4f4f0b9a3e7d21',
}
