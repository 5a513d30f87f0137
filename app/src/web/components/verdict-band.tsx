import type { OutcomeCategory } from '@meritum/kit/elm'
import type { Child } from 'hono/jsx'
import { formatDateTime, useLanguage } from '../i18n/index.ts'
import { Icon, type IconName } from './icon.tsx'
import { LongTitle } from './long-title.tsx'
import { GrowthRings, Mark } from './mark.tsx'

export type VerdictVariant = 'valid' | 'expired' | 'revoked' | 'invalid' | 'indeterminate'

/** Answer to one of the two questions. The shape says the kind, `word` and `text` say it in words. */
export interface VerdictAnswer {
  readonly kind: 'yes' | 'no' | 'ended' | 'unclear' | 'claimed' | 'untested'
  readonly word: string
  readonly text: Child
}

export interface VerdictBandProps {
  readonly variant: VerdictVariant
  /** Instead of the variant's own headline, e.g. "Genuine, but suspended". */
  readonly headline?: string
  /** The moment that the answer is about. */
  readonly checkedAt: string
  readonly genuine: VerdictAnswer
  readonly inForce: VerdictAnswer
  /** Whose it is; left out when the content must not be shown. */
  readonly credential?: {
    readonly seed: string
    readonly title: Child
    readonly outcomes: readonly { readonly category?: OutcomeCategory | undefined }[]
    /** Name, and birth date in words. */
    readonly holder: Child
    readonly note?: Child
  }
}

const variants = {
  valid: { color: 'success', icon: 'genuine-filled', rings: 'in-force' },
  expired: { color: 'warning', icon: 'time-filled', rings: 'ended' },
  revoked: { color: 'danger', icon: 'wrong-filled', rings: 'ended' },
  invalid: { color: 'danger', icon: 'wrong-filled', rings: undefined },
  indeterminate: { color: 'info', icon: 'unclear-filled', rings: 'unknown' },
} as const

const answerIcons: Readonly<Record<VerdictAnswer['kind'], IconName>> = {
  yes: 'met-filled',
  no: 'wrong-filled',
  ended: 'time-filled',
  unclear: 'unclear-filled',
  claimed: 'calendar',
  untested: 'untested',
}

/** The answer of a verification page: verdict, when it was checked, is it genuine, is it in force, whose. */
export function VerdictBand({
  variant,
  headline,
  checkedAt,
  genuine,
  inForce,
  credential,
}: VerdictBandProps) {
  const { t, locale } = useLanguage()
  const { color, icon, rings } = variants[variant]
  return (
    <section class={`m-verdict m-verdict--${variant}`} data-color={color} aria-labelledby="verdict">
      {rings && <GrowthRings seed={credential?.seed ?? 'verdict'} state={rings} class="m-verdict__rings" />}
      <div class="m-width">
        <div class="m-verdict__head">
          <Icon name={icon} class="m-verdict__icon" />
          <div>
            <h1 id="verdict">{headline ?? t(`web.verdict.${variant}`)}</h1>
            <p class="m-verdict__time">
              {t('web.verdict.checked_at', { time: formatDateTime(locale, checkedAt) })}
            </p>
          </div>
        </div>
        <div class="m-verdict__panel">
          <Answer question={t('web.verdict.is_it_genuine')} answer={genuine} />
          <Answer question={t('web.verdict.is_it_in_force')} answer={inForce} />
          {credential && (
            <div class="m-verdict__whose">
              {rings && <Mark seed={credential.seed} outcomes={credential.outcomes} state={rings} />}
              <div>
                <p class="m-verdict__title">
                  <LongTitle>{credential.title}</LongTitle>
                </p>
                <p>{credential.holder}</p>
                {credential.note && <p class="m-quiet m-small">{credential.note}</p>}
              </div>
            </div>
          )}
        </div>
      </div>
    </section>
  )
}

function Answer({ question, answer }: { question: string; answer: VerdictAnswer }) {
  return (
    <div class="m-verdict__answer">
      <h2 class="m-verdict__question">{question}</h2>
      <p class="m-verdict__word">
        <Icon name={answerIcons[answer.kind]} class={`m-answer m-answer--${answer.kind}`} />
        <span>{answer.word}</span>
      </p>
      <p>{answer.text}</p>
    </div>
  )
}
