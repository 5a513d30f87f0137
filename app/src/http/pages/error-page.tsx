import type { AppError } from '../../errors.ts'
import { LinkButton, PageHeading, Width } from '../../web/components/index.ts'
import { translateCode, useLanguage } from '../../web/i18n/index.ts'

/** What went wrong in plain words, and one thing to do about it. */
export function ErrorPage({
  error,
  title,
  requestId,
}: {
  error: AppError
  title: string
  requestId: string
}) {
  const { t } = useLanguage()
  const toActFor = error.code === 'access.denied'
  return (
    <Width>
      <PageHeading title={title} lead={translateCode(t, `error.${error.code}`, error.params)} />
      {error.problems.length > 0 && (
        <ul>
          {error.problems.map(problem => (
            <li>{translateCode(t, problem.key, problem.params)}</li>
          ))}
        </ul>
      )}
      {error.status >= 500 && <p>{t('error.number', { id: requestId })}</p>}
      <p>
        <LinkButton href={toActFor ? '/act-for' : '/'}>
          {t(toActFor ? 'error.action.act_for' : 'error.action.start')}
        </LinkButton>
      </p>
    </Width>
  )
}
