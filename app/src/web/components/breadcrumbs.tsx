import { useLanguage } from '../i18n/index.ts'

export interface Crumb {
  readonly href: string
  readonly text: string
}

/** The way up; the page itself is not in it. At most one line. */
export function Breadcrumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useLanguage()
  return (
    <nav class="m-breadcrumbs" aria-label={t('web.breadcrumbs.label')}>
      <ol>
        {crumbs.map(crumb => (
          <li>
            <a href={crumb.href}>{crumb.text}</a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
