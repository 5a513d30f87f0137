import type { PropsWithChildren } from 'hono/jsx'
import type { Actor } from '../../access/actor.ts'
import { assetUrl, fontToPreload } from '../assets/index.ts'
import { LanguageContext, type Locale, translator } from '../i18n/index.ts'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import type { PageHead } from './page-head.ts'

export type LayoutProps = PropsWithChildren<{
  head: PageHead
  actor: Actor
  locale: Locale
  /** The page's path with its query. */
  path: string
  /** Used in the sign-out form; only read when somebody is signed in. */
  formToken: string
  demonstration: boolean
}>

/** A whole page, from `<html>` to `</html>`: works and is complete without scripts. */
export function Layout({ head, actor, locale, path, formToken, demonstration, children }: LayoutProps) {
  const t = translator(locale)
  const title = t(head.hasProblems ? 'web.title_problem' : 'web.title', { page: head.title })
  return (
    <LanguageContext.Provider value={locale}>
      <html lang={locale} data-color-scheme="auto" data-size={head.size}>
        <head>
          <meta charset="utf-8" />
          <title>{title}</title>
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          {head.indexable === false && <meta name="robots" content="noindex" />}
          <link rel="icon" href={assetUrl('icon.svg')} type="image/svg+xml" />
          <link rel="preload" href={assetUrl(fontToPreload)} as="font" type="font/woff2" crossorigin="" />
          <link rel="stylesheet" href={assetUrl('meritum.css')} />
          {head.camera && <script src={assetUrl('camera.js')} type="module"></script>}
        </head>
        <body class={head.place === 'start' ? 'm-page m-page--start' : 'm-page'}>
          <a class="m-skip-link" href="#content">
            {t('web.skip_to_content')}
          </a>
          <Header actor={actor} place={head.place} path={path} formToken={formToken} />
          <main id="content" tabindex={-1}>
            {children}
          </main>
          <Footer demonstration={demonstration} path={path} languages={actor.kind === 'person'} />
        </body>
      </html>
    </LanguageContext.Provider>
  )
}
