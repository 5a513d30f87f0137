import type { Child } from 'hono/jsx'
import { BreakableContext, fitLargeType } from '../i18n/index.ts'

/** A title in large type: may break after a stroke, and gives long words room. Takes a string, or `<Text>` and what else stands beside it. */
export function LongTitle({ children }: { children?: Child }) {
  if (typeof children === 'string') return <>{fitLargeType(children)}</>
  return <BreakableContext.Provider value={true}>{children}</BreakableContext.Provider>
}
