import type { Child, PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

export type AlertTone = 'info' | 'good' | 'attention' | 'bad'

const tones = {
  info: { color: 'info', icon: 'info' },
  good: { color: 'success', icon: 'met' },
  attention: { color: 'warning', icon: 'attention' },
  bad: { color: 'danger', icon: 'wrong' },
} as const satisfies Record<AlertTone, { color: string; icon: IconName }>

export type AlertProps = PropsWithChildren<{
  tone: AlertTone
  title?: string
  icon?: IconName
  /** Buttons or links that put it right. */
  actions?: Child
  /** `status` is read out when the page that answers a form is opened. */
  role?: 'status' | 'alert'
}>

/** Something to know or do about this page. */
export function Alert({ tone, title, icon, actions, role, children }: AlertProps) {
  return (
    <div class="m-alert" data-color={tones[tone].color} role={role}>
      <Icon name={icon ?? tones[tone].icon} />
      <div class="m-alert__body">
        {title && <p class="m-alert__title">{title}</p>}
        {children && <div class="m-alert__text">{children}</div>}
        {actions && <div class="m-actions">{actions}</div>}
      </div>
    </div>
  )
}

/** A calm notice with one act to the right: "A new micro-credential is waiting for you". */
export function Notice({
  icon,
  title,
  action,
  children,
}: PropsWithChildren<{ icon: IconName; title: string; action?: Child }>) {
  return (
    <section class="m-notice">
      <Icon name={icon} />
      <div class="m-notice__text">
        <h2 class="m-notice__title">{title}</h2>
        {children && <div>{children}</div>}
      </div>
      {action && <div class="m-notice__action">{action}</div>}
    </section>
  )
}
