import type { Context } from 'hono'
import type { AppError } from '../errors.ts'
import type { Services } from '../rooms/services.ts'
import { isMessageKey, translateCode, translator } from '../web/i18n/index.ts'
import type { HttpEnv } from './context.ts'
import { openForm } from './open-form.ts'
import { ErrorPage } from './pages/error-page.tsx'
import type { Caller } from './read-actor.ts'
import { readActor } from './read-actor.ts'
import { renderPage } from './render-page.tsx'
import { understandError } from './understand-error.ts'

/**
 * Answers what was thrown: a page in the reader's language, or problem+json (RFC 9457) under /api. The cause
 * goes to the log under the request's id and never to the reader.
 */
export async function answerError(
  services: Services,
  c: Context<HttpEnv>,
  thrown: unknown,
): Promise<Response> {
  const error = understandError(thrown)
  if (error.status >= 500) c.set('failure', error.code === 'internal.unexpected' ? error.cause : error)
  const response = isApi(c) ? problemJson(c, error) : await errorPage(services, c, error)
  const seconds = error.params.seconds
  if (error.code === 'rate.limited') response.headers.set('Retry-After', String(seconds ?? 60))
  if (error.code === 'service.unavailable') response.headers.set('Retry-After', '10')
  if (error.code === 'method.not_allowed') response.headers.set('Allow', String(error.params.allow ?? ''))
  return response
}

const isApi = (c: Context) => c.req.path.startsWith('/api/')

function problemJson(c: Context<HttpEnv>, error: AppError): Response {
  const t = translator(c.get('locale'))
  const problem = {
    type: `urn:meritum:problem:${error.code}`,
    title: sayTitle(t, error),
    status: error.status,
    detail: translateCode(t, `error.${error.code}`, error.params),
    code: error.code,
    ...(error.status >= 500 && { requestId: c.get('requestId') }),
    ...(error.problems.length > 0 && {
      problems: error.problems.map(({ field, key, params }) => ({
        field,
        code: key,
        message: translateCode(t, key, params),
      })),
    }),
  }
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json',
    'Content-Language': c.get('locale'),
    Vary: 'Accept-Language',
  }
  if (error.status === 401) headers['WWW-Authenticate'] = 'Bearer'
  return Response.json(problem, { status: error.status, headers })
}

async function errorPage(services: Services, c: Context<HttpEnv>, error: AppError): Promise<Response> {
  const url = new URL(c.req.url)
  if (error.code === 'access.sign_in_required') return toSignIn(c.req.method, url)
  const locale = c.get('locale')
  const t = translator(locale)
  const caller = await callerOrNobody(services, c)
  const form = openForm(services, c.req.raw, caller.token)
  const head = {
    title: sayTitle(t, error),
    place: 'none',
    size: 'md',
    status: error.status,
    indexable: false,
  } as const
  const body = <ErrorPage error={error} title={head.title} requestId={c.get('requestId')} />
  const response = renderPage({ config: services.config, actor: caller.actor, locale, url, form }, head, body)
  if (form.cookie) response.headers.append('Set-Cookie', form.cookie)
  return response
}

const sayTitle = (t: ReturnType<typeof translator>, { code }: AppError) =>
  isMessageKey(`error.${code}.title`)
    ? translateCode(t, `error.${code}.title`)
    : translateCode(t, `error.${code}`)

/** After signing in, the reader comes back to what she wanted to see. */
function toSignIn(method: string, url: URL): Response {
  const to = method === 'POST' ? '' : `?to=${encodeURIComponent(url.pathname + url.search)}`
  return new Response(null, { status: 303, headers: { Location: `/sign-in${to}` } })
}

/** The page's head names who is signed in; when that is what failed, nobody is. */
async function callerOrNobody(services: Services, c: Context<HttpEnv>): Promise<Caller> {
  try {
    return await readActor(services, c.req.raw, 'page', c.get('locale'))
  } catch {
    return { actor: { kind: 'anonymous' } }
  }
}
