import { request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as httpsRequest } from 'node:https'
import type { LookupFunction } from 'node:net'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { FetchError } from './fetch-error.ts'
import type { FetchRules } from './fetch-remote.ts'
import { type Address, resolveHost } from './resolve-host.ts'

export interface RequestSettings {
  readonly accept: string
  readonly rules: FetchRules
  readonly signal: AbortSignal
}

type Answer = { readonly bytes: Uint8Array; readonly mediaType: string } | { readonly location: string }

/** One request to one checked address; a redirect is handed back, not followed. */
export async function requestOnce(url: URL, { accept, rules, signal }: RequestSettings): Promise<Answer> {
  try {
    const address = await orAbort(resolveHost(url.hostname, rules.trustedHosts.includes(url.host)), signal)
    const response = await open(url, address, accept, signal)
    const status = response.statusCode ?? 0
    if ([301, 302, 303, 307, 308].includes(status) && response.headers.location) {
      response.destroy()
      return { location: response.headers.location }
    }
    if (status !== 200) {
      response.destroy()
      throw new FetchError('fetch.status')
    }
    return {
      bytes: await readAll(response, rules.maxBytes, signal),
      mediaType: response.headers['content-type'] ?? '',
    }
  } catch (error) {
    throw understand(error, signal)
  }
}

function open(url: URL, address: Address, accept: string, signal: AbortSignal): Promise<IncomingMessage> {
  const options: RequestOptions = {
    method: 'GET',
    headers: { Accept: accept, 'Accept-Encoding': 'gzip, br', 'User-Agent': 'Meritum' },
    lookup: pinned(address),
    agent: false,
    signal,
    maxHeaderSize: 16 * 1024,
  }
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest
  return new Promise((resolve, reject) => {
    send(url, options, resolve).once('error', reject).end()
  })
}

/** Node asks for one address or for all, as it likes. */
function pinned({ address, family }: Address): LookupFunction {
  return (_host, options, callback) => {
    if (options.all) callback(null, [{ address, family }])
    else callback(null, address, family)
  }
}

async function readAll(
  response: IncomingMessage,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  const collect = async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      size += chunk.byteLength
      if (size > maxBytes) throw new FetchError('fetch.too_large')
      chunks.push(chunk)
    }
  }
  const decoder = decoderOf(response.headers['content-encoding'])
  if (decoder) await pipeline(response, decoder, collect, { signal })
  else await pipeline(response, collect, { signal })
  return Buffer.concat(chunks)
}

function decoderOf(encoding: string | undefined) {
  switch (encoding?.toLowerCase() ?? 'identity') {
    case 'identity':
    case '':
      return undefined
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      throw new FetchError('fetch.failed')
  }
}

function orAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new FetchError('fetch.timeout'))
    signal.addEventListener('abort', () => reject(new FetchError('fetch.timeout')), { once: true })
    work.then(resolve, reject)
  })
}

const certificateProblem = /^(CERT_|ERR_TLS|ERR_SSL|EPROTO|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO|ERR_CERT)/

function understand(error: unknown, signal: AbortSignal): FetchError {
  if (error instanceof FetchError) return error
  if (signal.aborted) return new FetchError('fetch.timeout', { cause: error })
  const code = String((error as { code?: unknown }).code ?? '')
  return new FetchError(certificateProblem.test(code) ? 'fetch.tls' : 'fetch.failed', { cause: error })
}
