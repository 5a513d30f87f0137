import type { PropsWithChildren } from 'hono/jsx'
import { Icon } from './icon.tsx'

/** Text that opens: works without JavaScript. */
export function Details({ summary, open, children }: PropsWithChildren<{ summary: string; open?: boolean }>) {
  return (
    <details class="m-details" open={open}>
      <summary>
        <Icon name="chevron-down" class="m-chevron" />
        <span>{summary}</span>
      </summary>
      <div class="m-details__content">{children}</div>
    </details>
  )
}
