import type { Child } from 'hono/jsx'
import type { Actor } from '../access/actor.ts'
import type { Config } from '../config.ts'
import type { Locale } from '../web/i18n/index.ts'
import { Layout, type PageHead } from '../web/layout/index.ts'
import type { OpenForm } from './open-form.ts'
import { cameraHeaders } from './security-headers.ts'

export interface Rendered {
  readonly config: Config
  readonly actor: Actor
  readonly locale: Locale
  readonly url: URL
  readonly form: OpenForm
}

/** A whole page. What only one person may see, or nobody shall find, is never kept by a browser or a proxy. */
export function renderPage(
  { config, actor, locale, url, form }: Rendered,
  head: PageHead,
  body: Child,
): Response {
  const isPublic = actor.kind === 'anonymous' && head.indexable !== false
  const html = (
    <Layout
      head={head}
      actor={actor}
      locale={locale}
      path={url.pathname + url.search}
      formToken={actor.kind === 'person' ? form.token : ''}
      demonstration={config.demonstration}
    >
      {body}
    </Layout>
  ).toString()
  if (typeof html !== 'string') throw new Error('Components of a page must not be asynchronous.')
  const headers: Record<string, string> = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Language': locale,
    'Cache-Control': isPublic ? 'private, no-cache' : 'no-store',
    Vary: 'Cookie, Accept-Language',
    ...(head.camera ? cameraHeaders : {}),
  }
  if (head.indexable === false) headers['X-Robots-Tag'] = 'noindex'
  return new Response(`<!doctype html>\n${html}`, { status: head.status ?? 200, headers })
}
