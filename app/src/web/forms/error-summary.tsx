import type { FieldProblem } from '../../errors.ts'
import { Icon } from '../components/icon.tsx'
import { translateCode, useLanguage } from '../i18n/index.ts'
import { fieldId } from './form-state.ts'

/**
 * First on a page that shows a form again: what has to be put right, each a link to its field. Nothing when all is
 * well. It takes the focus, so that the reader meets the problems first, without scripts too (WCAG G139).
 */
export function ErrorSummary({ problems }: { problems: readonly FieldProblem[] }) {
  const { t } = useLanguage()
  if (problems.length === 0) return null
  return (
    <section class="m-error-summary" aria-labelledby="error-summary-title" tabindex={-1} autofocus>
      <Icon name="wrong" />
      <div>
        <h2 id="error-summary-title">{t('form.problems', { count: problems.length })}</h2>
        <ul>
          {problems.map(problem => (
            <li>
              <a href={`#${fieldId(problem.field)}`}>{translateCode(t, problem.key, problem.params)}</a>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
