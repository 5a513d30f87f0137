import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { fetchRemote, fetchRules } from './fetch-remote.ts'
import { isPublicAddress } from './public-address.ts'

let server: Server
let port: number
let hits = 0
let answer: RequestListener = (_request, response) => response.end('hello')
let seen: Record<string, unknown> = {}

beforeAll(async () => {
  server = createServer((request, response) => {
    hits += 1
    seen = request.headers
    answer(request, response)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
beforeEach(() => {
  hits = 0
  answer = (_request, response) => response.end('hello')
})

const own = 'http://meritum.example'
const trusted = () => fetchRules(own, [`127.0.0.1:${port}`])
const at = (path = '/') => `http://127.0.0.1:${port}${path}`

/** Spellings of loopback and of other inside addresses; `%` is the port. */
const inside = [
  'https://127.0.0.1/',
  'https://127.1/',
  'https://2130706433/',
  'https://0x7f000001/',
  'https://0177.0.0.1/',
  'https://0/',
  'https://[::1]/',
  'https://[::]/',
  'https://[::ffff:127.0.0.1]/',
  'https://[::ffff:7f00:1]/',
  'https://[::127.0.0.1]/',
  'https://[64:ff9b::7f00:1]/',
  'https://[2002:7f00:1::]/',
  'https://①②⑦.0.0.1/',
  'https://127。0。0。1/',
  'https://localhost/',
  'https://localhost./',
  'https://LOCALHOST/',
  'https://10.0.0.1/',
  'https://192.168.1.1/',
  'https://172.16.0.1/',
  'https://169.254.169.254/latest/meta-data',
  'https://[fe80::1]/',
  'https://[fd00::1]/',
  'https://100.64.0.1/',
  'https://intranet/',
  'https://0.0.0.0/',
]

describe('addresses inside are never reached', () => {
  test.each(inside)('%s', async address => {
    await expect(fetchRemote(address, '*/*', fetchRules(own))).rejects.toMatchObject({
      code: 'fetch.blocked_address',
    })
    expect(hits).toBe(0)
  })

  test('nor by a redirect from a trusted host, nor over http, nor on another port', async () => {
    const listener = at('/inside').replace('127.0.0.1', 'localhost')
    answer = (_request, response) => response.writeHead(302, { location: listener }).end()
    await expect(fetchRemote(at(), '*/*', trusted())).rejects.toMatchObject({ code: 'fetch.bad_url' })
    expect(hits).toBe(1)
    await expect(fetchRemote(`https://127.0.0.1:${port}/`, '*/*', fetchRules(own))).rejects.toMatchObject({
      code: 'fetch.port_not_allowed',
    })
    expect(hits).toBe(1)
  })

  test('a name that leads inside is refused after the look-up', async () => {
    // RFC 6761: every resolver answers names under localhost with loopback.
    const error = await fetchRemote('https://inside.localhost/', '*/*', fetchRules(own)).catch(e => e)
    expect(['fetch.blocked_address', 'fetch.unknown_host']).toContain(error.code)
    expect(hits).toBe(0)
  })

  test('nor ourselves', async () => {
    const error = await fetchRemote(
      'https://meritum.example/status/lists/1',
      '*/*',
      fetchRules('https://meritum.example'),
    ).catch(e => e)
    expect(error.code).toBe('fetch.self')
  })
})

test.each([
  'http://example.org/',
  'file:///etc/passwd',
  'data:text/plain,x',
  'gopher://example.org/',
  'https://user:pass@example.org/',
  'https://example.org/a b',
  'https://example.org/\r\nX: y',
  `https://example.org/${'a'.repeat(3000)}`,
  'not a url',
  '',
])('case %# is no address to fetch', async address => {
  await expect(fetchRemote(address, '*/*', fetchRules(own))).rejects.toMatchObject({ code: 'fetch.bad_url' })
})

describe('what is fetched', () => {
  test('comes with its media type, and nothing of us goes with the request', async () => {
    answer = (_request, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('hello')
    const fetched = await fetchRemote(at(), 'text/plain', trusted())
    expect([Buffer.from(fetched.bytes).toString(), fetched.mediaType]).toEqual(['hello', 'text/plain'])
    expect(Object.keys(seen).sort()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })

  test('is at most 1 MiB, also when it unfolds', async () => {
    const big = Buffer.alloc(1024 * 1024 + 1)
    for (const [encoding, bytes] of [
      [undefined, big],
      ['gzip', gzipSync(big)],
      ['br', brotliCompressSync(big)],
    ] as const) {
      answer = (_request, response) =>
        response.writeHead(200, encoding ? { 'content-encoding': encoding } : {}).end(bytes)
      await expect(fetchRemote(at(), '*/*', trusted())).rejects.toMatchObject({ code: 'fetch.too_large' })
    }
    answer = (_request, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('small'))
    expect(Buffer.from((await fetchRemote(at(), '*/*', trusted())).bytes).toString()).toBe('small')
  })

  test('has a time that is counted once, not per byte', async () => {
    const timers: NodeJS.Timeout[] = []
    answer = (_request, response) => {
      response.writeHead(200)
      timers.push(setInterval(() => response.write('x'), 20))
    }
    const start = performance.now()
    await expect(fetchRemote(at(), '*/*', { ...trusted(), timeoutMilliseconds: 300 })).rejects.toMatchObject({
      code: 'fetch.timeout',
    })
    expect(performance.now() - start).toBeLessThan(1500)
    timers.forEach(clearInterval)
  })

  test('may be three redirects away, not four', async () => {
    answer = (request, response) => {
      const left = Number(request.url!.slice(1))
      if (left > 0) response.writeHead(302, { location: `/${left - 1}` }).end()
      else response.end('there')
    }
    expect(Buffer.from((await fetchRemote(at('/3'), '*/*', trusted())).bytes).toString()).toBe('there')
    await expect(fetchRemote(at('/4'), '*/*', trusted())).rejects.toMatchObject({
      code: 'fetch.too_many_redirects',
    })
  })

  test('must be answered with 200', async () => {
    answer = (_request, response) => response.writeHead(404).end()
    await expect(fetchRemote(at(), '*/*', trusted())).rejects.toMatchObject({ code: 'fetch.status' })
  })
})

test('public addresses are let through', () => {
  for (const address of ['1.1.1.1', '193.10.0.1', '2606:4700::1111', '2a00:1450::1'])
    expect(isPublicAddress(address)).toBe(true)
  expect(isPublicAddress('example.org')).toBe(false)
})
