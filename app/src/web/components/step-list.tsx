import type { Child } from 'hono/jsx'
import { Icon } from './icon.tsx'

/** What the reader can do, in order: an act in bold and what it gives. */
export function StepList({ steps }: { steps: readonly { readonly act: Child; readonly text?: Child }[] }) {
  return (
    <ol class="m-steps">
      {steps.map(step => (
        <li>
          <span>
            <strong>{step.act}</strong> {step.text}
          </span>
        </li>
      ))}
    </ol>
  )
}

export interface IsAndIsNotProps {
  readonly isTitle: string
  readonly is: readonly string[]
  readonly isNotTitle: string
  readonly isNot: readonly string[]
  readonly level?: 2 | 3
}

/** Two lists beside each other: what a thing is and what it isn't. */
export function IsAndIsNot(props: IsAndIsNotProps) {
  const Heading = props.level === 2 ? 'h2' : 'h3'
  return (
    <div class="m-is-and-is-not">
      <div>
        <Heading>{props.isTitle}</Heading>
        <TickList icon="tick" items={props.is} />
      </div>
      <div>
        <Heading>{props.isNotTitle}</Heading>
        <TickList icon="cross" items={props.isNot} />
      </div>
    </div>
  )
}

function TickList({ icon, items }: { icon: 'tick' | 'cross'; items: readonly string[] }) {
  return (
    <ul class={`m-tick-list m-tick-list--${icon}`}>
      {items.map(item => (
        <li>
          <Icon name={icon} />
          <span>{item}</span>
        </li>
      ))}
    </ul>
  )
}
