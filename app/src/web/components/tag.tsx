import type { PropsWithChildren } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

/** What a tag says: genuine and in force, time, disproved, could not tell, you should act, or a plain word. */
export type TagTone = 'good' | 'time' | 'bad' | 'unclear' | 'attention' | 'neutral'

const tones = {
  good: { color: 'success', icon: 'genuine' },
  time: { color: 'warning', icon: 'time' },
  bad: { color: 'danger', icon: 'wrong' },
  unclear: { color: 'info', icon: 'unclear' },
  attention: { color: 'warning', icon: 'attention' },
  neutral: { color: 'neutral', icon: undefined },
} as const satisfies Record<TagTone, { color: string; icon: IconName | undefined }>

/** A state as a pill: shape and word, colour last. */
export function Tag({ tone, icon, children }: PropsWithChildren<{ tone: TagTone; icon?: IconName }>) {
  const shape = icon ?? tones[tone].icon
  return (
    <span class="ds-tag m-tag" data-color={tones[tone].color}>
      {shape && <Icon name={shape} />}
      {children}
    </span>
  )
}
