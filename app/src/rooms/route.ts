import type { Child } from 'hono/jsx'
import type { z } from 'zod'
import type { Actor } from '../access/actor.ts'
import type { Act } from '../access/can.ts'
import type { Locale, Translate } from '../web/i18n/index.ts'
import type { PageHead } from '../web/layout/page-head.ts'
import type { Services } from './services.ts'

export interface PostedFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What was posted: text fields and files (the last of a name wins), and all of each name. */
export interface FormInput {
  readonly values: Readonly<Record<string, string>>
  readonly lists: Readonly<Record<string, readonly string[]>>
  readonly files: Readonly<Record<string, PostedFile>>
  readonly fileLists: Readonly<Record<string, readonly PostedFile[]>>
}

/** One request to one route, with everything that its handler may use. */
export interface Visit {
  readonly services: Services
  readonly actor: Actor
  readonly locale: Locale
  readonly t: Translate
  readonly request: Request
  readonly url: URL
  /** Path parameters; ids are checked to be UUIDs before the handler runs when the parameter is named `id` or ends in `Id`. */
  readonly params: Readonly<Record<string, string>>
  readonly form: FormInput
  /** The raw body of an API request, within the route's limit. */
  readonly body: Uint8Array
  /** Proves that the form came from our page and makes its submission count once. */
  readonly formToken: string
  /** A whole page in the layout. `head.status` is 200 unless given. */
  page(head: PageHead, body: Child): Response
  /** 303 See Other to one of our own paths. */
  redirect(path: string): Response
  json(value: unknown, status?: number): Response
}

export interface RouteLimits {
  /** Largest request body in bytes; 0 where none is taken. */
  readonly bodyBytes: number
  /** Requests per minute from one address. */
  readonly perMinute: number
}

/** What the OpenAPI document says of an API endpoint. */
export interface ApiDescription {
  /** One line, in English. */
  readonly summary: string
  /** The body's schema, or `raw` for bytes of any kind; left out when there is no body. */
  readonly request?: z.ZodType | 'raw'
  /** The body may as well be a form (multipart/form-data) with any number of files in this field. */
  readonly fileField?: string
  readonly response: z.ZodType
  /** Status of the answer when it goes well; 200 when left out. */
  readonly status?: number
  readonly example: unknown
}

/** A page or an API endpoint. It says who may call it and its limits; a generated test walks every one. */
export interface Route {
  readonly method: 'GET' | 'POST'
  /** As in Hono: `/design/:id`. */
  readonly path: string
  readonly kind: 'page' | 'api' | 'file'
  readonly who: Act | 'anyone' | 'signed-in'
  readonly limits: RouteLimits
  /** True when a form sent twice may be served twice, because it changes nothing that counts: a check, a sign-in. */
  readonly repeatable?: boolean
  /** Required of kind `api`. */
  readonly openapi?: ApiDescription
  handle(visit: Visit): Response | Promise<Response>
}

/** The usual limits of a page: read often, post forms of text. */
export const pageLimits = {
  read: { bodyBytes: 0, perMinute: 600 },
  post: { bodyBytes: 256 * 1024, perMinute: 120 },
} as const
