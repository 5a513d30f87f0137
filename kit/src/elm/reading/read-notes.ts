import { type LangString, pickText } from '../../text/index.ts'
import { stripTopicLabel } from '../edc/note.ts'
import { findNoteTopic, type NoteTopic, noteTopicLabels } from '../vocabularies/index.ts'
import type { EdcParts } from './edc-parts.ts'
import { idOf, textOf } from './json-reader.ts'

export interface ReadNote {
  /** One of our topics; absent in notes of others. */
  readonly topic?: NoteTopic
  readonly label?: LangString
  readonly text: LangString
}

/** The notes on the claim, on what specifies it and on the activities behind it, each once. */
export function readNotes({ reader, claim, specification }: EdcParts): readonly ReadNote[] {
  const activities = reader.all(claim.influencedBy)
  const owners = [
    specification,
    claim,
    ...activities,
    ...activities.flatMap(activity => reader.all(activity.specifiedBy)),
  ]
  const notes = owners
    .flatMap(owner => reader.all(owner.additionalNote))
    .flatMap((note): ReadNote[] => {
      const text = textOf(note.noteLiteral)
      if (!text) return []
      const subject = reader.first(note.subject)
      const topic = findNoteTopic(idOf(subject) ?? '')
      if (topic) return [{ topic, label: noteTopicLabels[topic], text: stripTopicLabel(topic, text) }]
      const label = textOf(subject?.prefLabel)
      return [{ ...(label && { label }), text }]
    })
  return uniqueBy(notes, note => `${pickText(note.label)?.text}\n${pickText(note.text)?.text}`)
}

function uniqueBy<T>(items: readonly T[], key: (item: T) => string): T[] {
  return [...new Map(items.map(item => [key(item), item])).values()]
}
