import { type LangString, languagesOf, mapText } from '../../text/index.ts'
import { type NoteTopic, noteTopicConcept, noteTopicLabels } from '../vocabularies/index.ts'
import type { BuildContext } from './build-context.ts'
import type { NoteNode } from './nodes.ts'

/** A note that says in its own text what it is about: the EU viewer doesn't print headings. */
export function buildTopicNote(context: BuildContext, topic: NoteTopic, value: LangString): NoteNode {
  return {
    id: context.nextId('note'),
    type: 'Note',
    noteLiteral: mapText(context.texts(value), (text, language) => `${topicLabel(topic, language)}: ${text}`),
    subject: context.concept(noteTopicConcept(topic)),
  }
}

/** A note without heading. */
export function buildNote(context: BuildContext, value: LangString): NoteNode {
  return { id: context.nextId('note'), type: 'Note', noteLiteral: context.texts(value) }
}

/** A code, which is the same in every language. */
export function sameInAll(context: BuildContext, code: string): LangString {
  return Object.fromEntries(context.languages.map(language => [language, code]))
}

/** Reads back what {@link buildTopicNote} wrote. */
export function stripTopicLabel(topic: NoteTopic, value: LangString): LangString {
  return mapText(value, (text, language) => {
    const prefix = `${topicLabel(topic, language)}: `
    return text.startsWith(prefix) ? text.slice(prefix.length) : text
  })
}

function topicLabel(topic: NoteTopic, language: string): string {
  const labels = noteTopicLabels[topic]
  return labels[language] ?? labels.en ?? languagesOf(labels)[0] ?? topic
}
