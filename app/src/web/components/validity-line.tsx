import { formatDate, useLanguage } from '../i18n/index.ts'
import { Icon, type IconName } from './icon.tsx'
import {
  endOf,
  placeInRange,
  type ValidityPeriod,
  type ValidityRange,
  type ValidityState,
  validityRange,
  validityState,
} from './validity.ts'

const icons: Readonly<Record<ValidityState, IconName>> = {
  'not-yet': 'calendar',
  'in-force': 'met',
  'renew-soon': 'time',
  ended: 'past',
  revoked: 'wrong',
}

export type ValidityLineProps = ValidityPeriod & {
  readonly now: Date
  /** Shared by the lines of one list; made from this period alone when left out. */
  readonly range?: ValidityRange
}

/** From issue to end as a bar with a stroke for today; state and date always in words under it. */
export function ValidityLine({ now, range, ...period }: ValidityLineProps) {
  const { t, locale } = useLanguage()
  const state = validityState(period, now)
  const scale = range ?? validityRange([period], now)
  const moment = state === 'revoked' ? period.revokedAt : state === 'not-yet' ? period.from : period.until
  return (
    <div class={`m-validity m-validity--${state}`}>
      <Bar period={period} range={scale} now={now} hollow={state === 'ended' || state === 'revoked'} />
      <p class="m-validity__words">
        <Icon name={icons[state]} />
        <span>
          <strong>{t(`web.validity.${state}`)}</strong>{' '}
          {moment === undefined
            ? t('web.validity.without_end')
            : t(`web.validity.${state}_date`, { date: formatDate(locale, moment) })}
        </span>
      </p>
    </div>
  )
}

function Bar({
  period,
  range,
  now,
  hollow,
}: {
  period: ValidityPeriod
  range: ValidityRange
  now: Date
  hollow: boolean
}) {
  const from = placeInRange(Date.parse(period.from), range)
  const end = period.revokedAt ? Date.parse(period.revokedAt) : period.until ? endOf(period.until) : undefined
  const to = end === undefined ? 100 : Math.max(from + 1, placeInRange(end, range))
  const today = `${placeInRange(now.getTime(), range)}%`
  // Without an end the bar fades over its last part, in steps, since a gradient would need an id per page.
  const fading = end === undefined ? [0.75, 0.5, 0.25].map((opacity, i) => ({ opacity, x: 88 + i * 4 })) : []
  const solidTo = end === undefined ? Math.max(from + 1, 88) : to
  return (
    <svg class="m-validity__bar" width="100%" height="32" aria-hidden="true" focusable="false">
      <line class="m-validity__axis" x1="0" x2="100%" y1="16" y2="16" />
      <rect
        class={hollow ? 'm-validity__span m-validity__span--hollow' : 'm-validity__span'}
        x={`${from}%`}
        width={`${Math.round((solidTo - from) * 10) / 10}%`}
        y="10"
        height="12"
        rx={end === undefined ? 2 : 6}
      />
      {fading.map(step => (
        <rect
          class="m-validity__span"
          x={`${step.x}%`}
          width="4%"
          y="10"
          height="12"
          opacity={step.opacity}
        />
      ))}
      <line class="m-validity__today" x1={today} x2={today} y1="0" y2="32" />
    </svg>
  )
}

/** The years above a list of validity lines, with today among them. Only a help for the eye. */
export function ValidityAxis({ range, now }: { range: ValidityRange; now: Date }) {
  const { t } = useLanguage()
  const today = placeInRange(now.getTime(), range)
  const years = Array.from({ length: range.lastYear - range.firstYear + 1 }, (_, i) => range.firstYear + i)
  const step = Math.ceil(years.length / 7)
  const places = years
    .filter((_, i) => i % step === 0)
    .map(year => ({ year, x: placeInRange(Date.UTC(year, 0), range) }))
    // A year's figures start at its place, the word for today stands around its own.
    .filter(({ x }) => x < today - 13 || x > today + 5)
  return (
    <svg class="m-validity-axis" width="100%" height="28" aria-hidden="true" focusable="false">
      {places.map(({ year, x }) => (
        <text x={`${x}%`} y="20">
          {year}
        </text>
      ))}
      <text class="m-validity-axis__today" x={`${today}%`} y="20" text-anchor="middle">
        {t('web.validity.today')}
      </text>
    </svg>
  )
}
