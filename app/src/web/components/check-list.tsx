import type { CheckState } from '@meritum/kit/report'
import type { Child } from 'hono/jsx'
import { useLanguage } from '../i18n/index.ts'
import { Icon, type IconName } from './icon.tsx'

export interface CheckItem {
  readonly state: CheckState
  readonly name: string
  /** One sentence: what was found. */
  readonly sentence: Child
  /** What it means and what to do. */
  readonly explanation?: Child
  /** Stable code, last. */
  readonly code: string
  /** Open from the start: what the reader must do herself. */
  readonly open?: boolean
}

const icons: Readonly<Record<CheckState, IconName>> = {
  passed: 'met',
  failed: 'wrong',
  unknown: 'unclear',
  warning: 'attention',
  skipped: 'untested',
}

/** Every check of a verification, each of which opens. */
export function CheckList({ checks }: { checks: readonly CheckItem[] }) {
  const { t } = useLanguage()
  return (
    <div class="m-checks">
      {checks.map(check => (
        <details class={`m-check m-check--${check.state}`} open={check.open}>
          <summary>
            <Icon name={icons[check.state]} class="m-check__state" />
            <span class="m-check__name">
              {check.name}
              <span class="ds-sr-only">: {t(`web.check_state.${check.state}`)}.</span>
            </span>
            <span class="m-check__sentence">{check.sentence}</span>
            <Icon name="chevron-down" class="m-chevron" />
          </summary>
          <div class="m-check__more">
            {check.explanation}
            <p class="m-check__code">
              {t('web.check.code')} <code>{check.code}</code>
            </p>
          </div>
        </details>
      ))}
    </div>
  )
}
