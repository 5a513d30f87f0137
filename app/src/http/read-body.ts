import { AppError } from '../errors.ts'

/** Refuses by what the request says of itself, before anything is read. */
export function refuseByHeaders(request: Request, limit: number): void {
  const length = request.headers.get('content-length')
  if (length !== null && !/^\d{1,15}$/.test(length)) throw new AppError('input.malformed')
  if (Number(length ?? 0) > limit) throw new AppError('input.too_large')
  const encoding = request.headers.get('content-encoding')
  if (encoding && encoding.toLowerCase() !== 'identity') throw new AppError('input.unsupported_type')
}

/** The body's bytes; stops reading as soon as there are more than `limit`, also when no length was announced. */
export async function readBody(request: Request, limit: number): Promise<Uint8Array> {
  if (!request.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = request.body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.byteLength
    if (size > limit) {
      await reader.cancel().catch(() => undefined)
      throw new AppError('input.too_large')
    }
    chunks.push(value)
  }
  return Buffer.concat(chunks)
}
