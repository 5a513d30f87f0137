import type { createApp } from '../src/http/app.ts'

type App = ReturnType<typeof createApp>

export interface TestFile {
  readonly name: string
  readonly bytes: Uint8Array
  readonly type?: string
}

export type Fields = Readonly<Record<string, string | readonly string[] | TestFile>>

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly bytes: Uint8Array
  /** Where a redirect leads, as a path. */
  readonly location: string | undefined
  json<T = unknown>(): T
}

export interface PostOptions {
  /** The page from which the form token is taken; `/sign-in` serves everybody. */
  readonly from?: string
  /** A token of one's own instead, or none at all. */
  readonly formToken?: string | null
  readonly headers?: Readonly<Record<string, string>>
}

/** A browser without scripts: keeps cookies, takes form tokens from pages, follows nothing by itself. */
export interface TestClient {
  readonly cookies: Map<string, string>
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>
  post(path: string, fields?: Fields, options?: PostOptions): Promise<Answer>
  /** With the client's own session as bearer token unless another token, or null, is given. */
  api(method: string, path: string, body?: unknown, token?: string | null): Promise<Answer>
  /** The form token of a page. */
  tokenOf(path: string): Promise<string>
  /** Anything else. */
  send(path: string, init?: RequestInit): Promise<Answer>
}

export function testClient(
  app: App,
  baseUrl: string,
  start: Readonly<Record<string, string>> = {},
): TestClient {
  const cookies = new Map(Object.entries(start))

  async function send(path: string, init: RequestInit = {}): Promise<Answer> {
    const headers = new Headers(init.headers)
    if (cookies.size > 0 && !headers.has('cookie')) {
      headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    }
    const request = new Request(new URL(path, baseUrl), { ...init, headers, redirect: 'manual' })
    const response = await app.fetch(request)
    keepCookies(cookies, response.headers.getSetCookie())
    const bytes = new Uint8Array(await response.arrayBuffer())
    const text = new TextDecoder().decode(bytes)
    return {
      status: response.status,
      headers: response.headers,
      bytes,
      text,
      location: response.headers.get('location') ?? undefined,
      json: <T>() => JSON.parse(text) as T,
    }
  }

  async function tokenOf(path: string): Promise<string> {
    const page = await send(path)
    const token = /name="form_token" value="([^"]+)"/.exec(page.text)?.[1]
    if (!token) throw new Error(`No form token on ${path} (${page.status})`)
    return token
  }

  return {
    cookies,
    tokenOf,
    send,
    get: (path, headers) => send(path, headers && { headers }),
    async post(path, fields = {}, options = {}) {
      const token =
        options.formToken === undefined ? await tokenOf(options.from ?? '/sign-in') : options.formToken
      const body = encode(token === null ? fields : { form_token: token, ...fields })
      return send(path, {
        method: 'POST',
        body,
        headers: { 'sec-fetch-site': 'same-origin', ...options.headers },
      })
    },
    api(method, path, body, token = cookies.get('meritum-session') ?? null) {
      const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
      if (body === undefined) return send(path, { method, headers })
      const raw = body instanceof Uint8Array || typeof body === 'string'
      if (!raw) headers['content-type'] = 'application/json'
      return send(path, { method, headers, body: raw ? (body as BodyInit) : JSON.stringify(body) })
    },
  }
}

function encode(fields: Fields): URLSearchParams | FormData {
  const entries = Object.entries(fields)
  const isFile = (value: unknown): value is TestFile =>
    typeof value === 'object' && value !== null && 'bytes' in value
  const body = entries.some(([, value]) => isFile(value)) ? new FormData() : new URLSearchParams()
  for (const [name, value] of entries) {
    if (isFile(value)) {
      const blob = new Blob([new Uint8Array(value.bytes)], { type: value.type ?? 'application/octet-stream' })
      ;(body as FormData).append(name, blob, value.name)
    } else {
      for (const item of Array.isArray(value) ? value : [value]) body.append(name, item)
    }
  }
  return body
}

function keepCookies(cookies: Map<string, string>, set: readonly string[]): void {
  for (const line of set) {
    const match = /^([^=]+)=([^;]*)/.exec(line)
    if (!match) continue
    if (/Max-Age=0\b/i.test(line)) cookies.delete(match[1]!)
    else cookies.set(match[1]!, match[2]!)
  }
}
