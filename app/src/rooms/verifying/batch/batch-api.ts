import { parseStrictJson } from '@meritum/kit/json'
import { z } from 'zod'
import { AppError, invalidInput } from '../../../errors.ts'
import type { Visit } from '../../route.ts'
import { presentedReportSchema, readAt, verificationExample } from '../api.ts'
import { presentReport } from '../present-report.ts'
import type { UploadedFile } from '../uploads/check-upload.ts'
import { batchLimits, checkBatch, TooManyFiles } from './check-batch.ts'

/** Base64 makes a third more of the bytes. */
export const batchBodyBytes = Math.ceil((batchLimits.bytes * 4) / 3) + 1024 * 1024

const file = z.string().max(1000).optional().describe('A name to tell the answers apart by')
export const batchRequestSchema = z
  .array(
    z.union([
      z.strictObject({ file, text: z.string() }).describe('A credential as text: JSON or a token'),
      z
        .strictObject({ file, base64: z.base64() })
        .describe('Bytes of any kind: a picture, a PDF, an archive'),
    ]),
  )
  .min(1)
  .max(batchLimits.files)

export const batchResponseSchema = z.array(
  presentedReportSchema.extend({
    file: z.string().describe('The name given, else its place from 1; within an archive, both names'),
  }),
)

export const batchExample = [{ file: 'maja.jsonld', ...verificationExample }]

/** `POST /api/v1/verifications/batches`: many files, one report after another. `?at=` asks about another moment. */
export async function verifyBatchByApi(visit: Visit): Promise<Response> {
  const { services, locale, url } = visit
  const at = readAt(url.searchParams.get('at'))
  const files = await readFiles(visit)
  if (files.length === 0) throw new AppError('input.malformed')
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0)
  if (total > batchLimits.bytes) throw new AppError('input.too_large')
  try {
    const checked = await checkBatch(services, files, at)
    return Response.json(
      checked.map(({ file, report }) => ({ file, ...presentReport(report, locale) })),
      { headers: { 'Content-Language': locale, Vary: 'Accept-Language', 'Cache-Control': 'no-store' } },
    )
  } catch (error) {
    if (error instanceof TooManyFiles) throw new AppError('input.too_large', { cause: error })
    throw error
  }
}

async function readFiles({ request, body }: Visit): Promise<UploadedFile[]> {
  const type = request.headers.get('content-type') ?? ''
  const media = type.split(';')[0]!.trim().toLowerCase()
  if (media === 'multipart/form-data') return readForm(type, body)
  if (media === 'application/json') return readList(body)
  throw new AppError('input.unsupported_type')
}

async function readForm(type: string, body: Uint8Array): Promise<UploadedFile[]> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } })
    .formData()
    .catch((cause: unknown) => {
      throw new AppError('input.malformed', { cause })
    })
  const files: UploadedFile[] = []
  for (const value of form.getAll('files')) {
    if (typeof value === 'string') throw new AppError('input.malformed')
    files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) })
  }
  return files
}

function readList(body: Uint8Array): UploadedFile[] {
  const list = batchRequestSchema.safeParse(parse(body))
  if (!list.success) throw invalidInput({ field: 'files', key: 'verifying.batch.problem.list' })
  return list.data.map((entry, index) => ({
    name: entry.file ?? String(index + 1),
    bytes: 'text' in entry ? new TextEncoder().encode(entry.text) : Buffer.from(entry.base64, 'base64'),
  }))
}

function parse(body: Uint8Array): unknown {
  try {
    return parseStrictJson(body, { maxBytes: batchBodyBytes })
  } catch (cause) {
    throw new AppError('input.malformed', { cause })
  }
}
