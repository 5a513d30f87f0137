import { useLanguage } from '../i18n/index.ts'
import { LanguageLinks } from './language-links.tsx'

/** What the site is, and the pages that every site owes. Signed-in readers find the languages here. */
export function Footer({
  demonstration,
  path,
  languages,
}: {
  demonstration: boolean
  path: string
  languages: boolean
}) {
  const { t } = useLanguage()
  return (
    <footer class="m-footer">
      <div class="m-footer__row m-width">
        <p>{t(demonstration ? 'web.footer.demonstration' : 'web.footer.name')}</p>
        <nav aria-label={t('web.footer.label')}>
          <ul>
            <li>
              <a href="/accessibility">{t('web.footer.accessibility')}</a>
            </li>
            <li>
              <a href="/personal-data">{t('web.footer.personal_data')}</a>
            </li>
            <li>
              <a href="/about">{t('web.nav.about')}</a>
            </li>
          </ul>
        </nav>
        {languages && <LanguageLinks path={path} />}
      </div>
    </footer>
  )
}
