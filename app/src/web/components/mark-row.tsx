import type { Child, PropsWithChildren } from 'hono/jsx'
import { LongTitle } from './long-title.tsx'
import { Mark, type MarkProps } from './mark.tsx'

export interface MarkRowProps extends MarkProps {
  readonly title: Child
  readonly href?: string
  readonly organisation?: Child
  readonly level?: 2 | 3
  /** State: a `<ValidityLine>`, `<Tag>` or words. */
  readonly children?: Child
}

/** One micro-credential or credential in a list: mark, title, organisation, state. */
export function MarkRow({ title, href, organisation, level = 2, children, ...mark }: MarkRowProps) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <li class="m-mark-row">
      <Mark {...mark} />
      <div class="m-mark-row__text">
        <Heading class="m-mark-row__title">
          <LongTitle>
            {href ? (
              <a href={href}>
                <LongTitle>{title}</LongTitle>
              </a>
            ) : (
              title
            )}
          </LongTitle>
        </Heading>
        {organisation && <p class="m-quiet m-small">{organisation}</p>}
      </div>
      {children && <div class="m-mark-row__state">{children}</div>}
    </li>
  )
}

/** The list around `<MarkRow>`. `head` stands above the state column on wide pages, e.g. `<ValidityAxis>`. */
export function MarkRows({ head, children }: PropsWithChildren<{ head?: Child }>) {
  return (
    <div class="m-mark-rows">
      {head && <div class="m-mark-rows__head">{head}</div>}
      <ul>{children}</ul>
    </div>
  )
}
