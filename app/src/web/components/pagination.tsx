import { useLanguage } from '../i18n/index.ts'
import { Icon } from './icon.tsx'

export interface PaginationProps {
  readonly page: number
  readonly pages: number
  hrefOf(page: number): string
}

/** Pages of a list as links. Nothing when there is one. */
export function Pagination({ page, pages, hrefOf }: PaginationProps) {
  const { t } = useLanguage()
  if (pages < 2) return null
  const shown = [...new Set([1, page - 1, page, page + 1, pages])].filter(
    number => number >= 1 && number <= pages,
  )
  return (
    <nav class="m-pagination" aria-label={t('web.pagination.label')}>
      {page > 1 && (
        <a class="m-pagination__step" href={hrefOf(page - 1)} rel="prev">
          <Icon name="chevron-left" />
          {t('web.pagination.previous')}
        </a>
      )}
      <ol>
        {shown.map((number, i) => (
          <li class={i > 0 && number - shown[i - 1]! > 1 ? 'm-pagination__gap' : undefined}>
            <a href={hrefOf(number)} aria-current={number === page ? 'page' : undefined}>
              <span class="ds-sr-only">{t('web.pagination.page')} </span>
              {number}
            </a>
          </li>
        ))}
      </ol>
      {page < pages && (
        <a class="m-pagination__step" href={hrefOf(page + 1)} rel="next">
          {t('web.pagination.next')}
          <Icon name="chevron-right" />
        </a>
      )}
    </nav>
  )
}
