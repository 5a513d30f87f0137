import type { Child } from 'hono/jsx'

export interface Fact {
  readonly term: string
  readonly value: Child
  /** Who says so, since when, or what it doesn't mean. */
  readonly note?: Child
}

/** Facts with their names: name to the left, above on phones. */
export function DefinitionList({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl class="m-facts">
      {facts.map(fact => (
        <div class="m-facts__row">
          <dt>{fact.term}</dt>
          <dd>
            <div class="m-facts__value">{fact.value}</div>
            {fact.note && <div class="m-facts__note">{fact.note}</div>}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** The provider's estimate of level as `level` of `of` pieces; the words stand beside it. */
export function LevelBar({ level, of = 8 }: { level: number; of?: number }) {
  return (
    <span class="m-level-bar" aria-hidden="true">
      {Array.from({ length: of }, (_, i) => (
        <span class={i < level ? 'm-piece m-piece--done' : 'm-piece m-piece--missing'} />
      ))}
    </span>
  )
}
