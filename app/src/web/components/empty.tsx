import type { PropsWithChildren } from 'hono/jsx'
import { GrowthRings } from './mark.tsx'

/** Nothing here yet: what will be here, what to do now, one act. */
export function Empty({
  title,
  text,
  level = 2,
  children,
}: PropsWithChildren<{ title: string; text: string; level?: 1 | 2 }>) {
  const Heading = level === 1 ? 'h1' : 'h2'
  return (
    <div class="m-empty">
      <GrowthRings seed={title} class="m-empty__rings" />
      <Heading>{title}</Heading>
      <p class="m-lead">{text}</p>
      {children}
    </div>
  )
}
