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

/** Two lists beside each other: what a thing is and what it isn't. */
export function IsAndIsNot(props: {
  isTitle: string
  is: readonly string[]
  isNotTitle: string
  isNot: readonly string[]
}) {
  return (
    <div class="m-is-and-is-not">
      <div>
        <h3>{props.isTitle}</h3>
        <TickList icon="tick" items={props.is} />
      </div>
      <div>
        <h3>{props.isNotTitle}</h3>
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
