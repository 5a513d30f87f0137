import type { Context, Handler } from 'hono'
import { can } from '../access/can.ts'
import { AppError } from '../errors.ts'
import type { FormInput, Route, Visit } from '../rooms/route.ts'
import type { Services } from '../rooms/services.ts'
import { translator } from '../web/i18n/index.ts'
import { addressOf } from './address.ts'
import type { HttpEnv } from './context.ts'
import { refuseCrossSite } from './cross-site.ts'
import type { RateLimit } from './limits.ts'
import { type OpenForm, openForm } from './open-form.ts'
import { parseForm } from './parse-form.ts'
import { readActor } from './read-actor.ts'
import { readBody, refuseByHeaders } from './read-body.ts'
import { renderPage } from './render-page.tsx'
import { submitOnce } from './submission.ts'

const noForm: FormInput = { values: {}, lists: {}, files: {}, fileLists: {} }
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * One route's way from request to answer. The order is the security: how often, how large, from where and who
 * are settled before a byte of the body is read, and the form's token before the handler runs.
 */
export function serveRoute(services: Services, rateLimit: RateLimit, route: Route): Handler<HttpEnv> {
  // A demonstration's visitors, and the tests of it, all come from one loopback address.
  const perMinute = route.limits.perMinute * (services.config.demonstration ? 20 : 1)
  return async c => {
    const request = c.req.raw
    const isPost = route.method === 'POST'
    const isForm = isPost && route.kind !== 'api'
    c.set('pattern', route.path)
    rateLimit.take(`${route.method} ${route.path}`, addressOf(c), perMinute)
    refuseByHeaders(request, route.limits.bodyBytes)
    if (isForm) refuseCrossSite(request, services.config)

    const caller = await readActor(services, request, route.kind, c.get('locale'))
    requireAccess(route, caller.actor)
    const params = readParams(c)
    const body = isPost ? await readBody(request, route.limits.bodyBytes) : new Uint8Array()
    const posted = isForm ? await parseForm(c.req.header('content-type') ?? null, body) : noForm
    const form = openForm(services, request, caller.token)
    const formToken = posted.values.form_token
    if (isForm && !form.accepts(formToken)) throw new AppError('access.form_expired')

    const visit = openVisit(c, services, route, { actor: caller.actor, params, body, posted, form })
    const handle = async () => route.handle(visit)
    const submission = {
      tenantId: caller.actor.kind === 'person' ? caller.actor.personId : undefined,
      formToken: formToken ?? '',
      path: visit.url.pathname + visit.url.search,
      form: posted,
    }
    const once = isForm && !route.repeatable
    const response = once ? await submitOnce(services, submission, handle, visit.redirect) : await handle()
    return withFormCookie(response, form)
  }
}

function requireAccess(route: Route, actor: Visit['actor']): void {
  if (route.who === 'anyone') return
  if (actor.kind === 'anonymous') throw new AppError('access.sign_in_required')
  if (route.who !== 'signed-in' && !can(actor, route.who)) throw new AppError('access.denied')
}

/** An id that is no UUID names nothing; it never reaches the database. */
function readParams(c: Context<HttpEnv>): Record<string, string> {
  const params: Record<string, string> = c.req.param()
  for (const [name, value] of Object.entries(params)) {
    const isId = name === 'id' || name.endsWith('Id')
    if ((isId && !uuid.test(value)) || value.includes('\0')) throw new AppError('thing.not_found')
  }
  return params
}

interface Opened {
  readonly actor: Visit['actor']
  readonly params: Visit['params']
  readonly body: Uint8Array
  readonly posted: FormInput
  readonly form: OpenForm
}

function openVisit(c: Context<HttpEnv>, services: Services, route: Route, opened: Opened): Visit {
  const locale = c.get('locale')
  const url = new URL(c.req.url)
  return {
    services,
    actor: opened.actor,
    locale,
    t: translator(locale),
    request: c.req.raw,
    url,
    params: opened.params,
    form: opened.posted,
    body: opened.body,
    get formToken() {
      return route.kind === 'api' ? '' : opened.form.token
    },
    page: (head, body) =>
      renderPage(
        { config: services.config, actor: opened.actor, locale, url, form: opened.form },
        head,
        body,
      ),
    redirect: path => new Response(null, { status: 303, headers: { Location: path } }),
    json: (value, status = 200) => Response.json(value, { status }),
  }
}

function withFormCookie(response: Response, form: OpenForm): Response {
  if (form.cookie) response.headers.append('Set-Cookie', form.cookie)
  return response
}
