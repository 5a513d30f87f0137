import type { PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

export interface ButtonLook {
  /** `primary` is filled: at most one per view. */
  readonly variant?: 'primary' | 'secondary' | 'tertiary'
  readonly icon?: IconName
  /** `danger` for acts that can't be undone. */
  readonly color?: 'accent' | 'danger'
  /** As wide as the column, as the main button of a phone. */
  readonly wide?: boolean
}

function lookOf({ variant = 'primary', color = 'accent', wide }: ButtonLook) {
  return {
    class: wide ? 'ds-button m-button m-button--wide' : 'ds-button m-button',
    'data-variant': variant,
    'data-color': color,
  }
}

export type ButtonProps = PropsWithChildren<
  ButtonLook & {
    type?: 'submit' | 'button'
    name?: string
    value?: string
    formaction?: string
    /** Until a script has something for it to do. */
    hidden?: boolean
  }
>

/** An act. Its words say the act: "Create link", never "OK". */
export function Button({
  children,
  icon,
  type = 'submit',
  name,
  value,
  formaction,
  hidden,
  ...look
}: ButtonProps) {
  return (
    <button {...lookOf(look)} type={type} name={name} value={value} formaction={formaction} hidden={hidden}>
      {icon && <Icon name={icon} />}
      {children}
    </button>
  )
}

/** A link that looks like a button: the way to the next page. */
export function LinkButton({
  children,
  icon,
  href,
  download,
  ...look
}: PropsWithChildren<ButtonLook & { href: string; download?: boolean }>) {
  return (
    <a {...lookOf(look)} href={href} download={download}>
      {icon && <Icon name={icon} />}
      {children}
    </a>
  )
}

/** Buttons beside each other, stacked on phones. */
export function Actions({ children }: PropsWithChildren) {
  return <div class="m-actions">{children}</div>
}

/** A link with an icon before its words. */
export function IconLink({
  href,
  icon,
  children,
  download,
}: PropsWithChildren<{ href: string; icon: IconName; download?: boolean }>) {
  return (
    <a class="m-icon-link" href={href} download={download}>
      <Icon name={icon} />
      <span>{children}</span>
    </a>
  )
}
