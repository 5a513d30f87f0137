import type { Child, PropsWithChildren } from 'hono/jsx'

/** One part of a page over its whole width, with its heading. `tinted` sets it apart from its neighbours. */
export function Section({
  title,
  lead,
  id,
  tinted,
  children,
}: PropsWithChildren<{ title?: string; lead?: Child; id?: string; tinted?: boolean }>) {
  return (
    <section class={tinted ? 'm-section m-section--tinted' : 'm-section'} id={id}>
      <div class="m-width">
        {title && <h2>{title}</h2>}
        {lead && <p class="m-quiet m-section__lead">{lead}</p>}
        {children}
      </div>
    </section>
  )
}

/** The page's width: everything between header and footer lies in `Width`, `Section` or a band. */
export function Width({ children, narrow }: PropsWithChildren<{ narrow?: 'form' | 'text' }>) {
  return <div class={narrow ? `m-width m-width--${narrow}` : 'm-width'}>{children}</div>
}

/** Two columns 1.55 : 1 from 60 rem, one below. `side` comes second when they stack. */
export function Columns({ children, side, even }: PropsWithChildren<{ side: Child; even?: boolean }>) {
  return (
    <div class={even ? 'm-columns m-columns--even' : 'm-columns'}>
      <div class="m-columns__main">{children}</div>
      <div class="m-columns__side">{side}</div>
    </div>
  )
}

/** A box with a line around it. Never inside another. */
export function Panel({ title, children, level = 2 }: PropsWithChildren<{ title?: string; level?: 2 | 3 }>) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section class="m-panel">
      {title && <Heading class="m-panel__title">{title}</Heading>}
      {children}
    </section>
  )
}

/** The work task or another text that is quoted: a line to its left, never behind it. */
export function Quote({ children }: PropsWithChildren) {
  return <blockquote class="m-quote">{children}</blockquote>
}
