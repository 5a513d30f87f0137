import { languageNames, locales, useLanguage } from '../i18n/index.ts'

/** Each language by its own name; the page's own is marked. */
export function LanguageLinks({ path }: { path: string }) {
  const { t, locale } = useLanguage()
  return (
    <nav class="m-languages" aria-label={t('web.nav.language')}>
      <ul>
        {locales.map(tag => (
          <li>
            <a
              href={`/language/${tag}?to=${encodeURIComponent(path)}`}
              lang={tag}
              hreflang={tag}
              rel="nofollow"
              aria-current={tag === locale ? 'true' : undefined}
            >
              {languageNames[tag]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
