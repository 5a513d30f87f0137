import type { OutcomeParts } from '@meritum/kit/elm'

export const sentenceParts = ['introduction', 'activity', 'content', 'contextAndQuality'] as const
export type SentencePart = (typeof sentenceParts)[number]

export interface LiveSentenceProps {
  readonly parts: OutcomeParts
  /** Language of the sentence. */
  readonly language?: string
  /** Parts in which something was found: dotted instead of solid. */
  readonly findings?: readonly SentencePart[]
}

/** The outcome as it reads, its four parts underlined in four ways; the same line stands before each field. */
export function LiveSentence({ parts, language, findings = [] }: LiveSentenceProps) {
  const written = sentenceParts.filter(part => parts[part].trim() !== '')
  return (
    <p class="m-live-sentence" lang={language}>
      {written.map((part, i) => (
        <>
          {i > 0 && ' '}
          <span class={`m-part m-part--${part}${findings.includes(part) ? ' m-part--finding' : ''}`}>
            {parts[part].trim()}
          </span>
        </>
      ))}
      {written.length > 0 && '.'}
    </p>
  )
}

/** The line before a field's label that ties it to its part of the sentence. */
export function PartLine({ part }: { part: SentencePart }) {
  return <span class={`m-part-line m-part-line--${part}`} aria-hidden="true" />
}
