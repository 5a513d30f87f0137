import { joinTexts, type LangString, mapText } from '../../text/index.ts'
import { durationToHours } from '../edc/duration.ts'
import { ectsFramework } from '../vocabularies/index.ts'
import type { EdcParts } from './edc-parts.ts'
import { idOf, type JsonNode, stringOf, textOf } from './json-reader.ts'
import type { ReadNote } from './read-notes.ts'

/** The text of our note on a topic. */
export function noteOn(
  notes: readonly ReadNote[],
  ...topics: readonly ReadNote['topic'][]
): LangString | undefined {
  return notes.find(note => note.topic !== undefined && topics.includes(note.topic))?.text
}

/** Notional workload: hours where the duration has a fixed number of them, the duration itself, ECTS. */
export function readWorkload({ reader, claim, specification }: EdcParts) {
  const activities = reader.all(claim.influencedBy)
  const duration = [
    specification.volumeOfLearning,
    claim.workload,
    ...activities.map(activity => activity.workload),
    ...activities.map(activity => reader.first(activity.specifiedBy)?.volumeOfLearning),
  ]
    .map(stringOf)
    .find(value => value !== undefined)
  const hours = duration === undefined ? undefined : durationToHours(duration)
  const ects = [...reader.all(claim.creditReceived), ...reader.all(specification.creditPoint)]
    .filter(credit => idOf(reader.first(credit.framework)) === ectsFramework.id)
    .map(credit => stringOf(credit.point))
    .find(point => point !== undefined)
  if (duration === undefined && ects === undefined) return undefined
  return {
    ...(hours !== undefined && { hours }),
    ...(ects !== undefined && { ects }),
    ...(duration !== undefined && { duration }),
  }
}

/** Level in words: levels of frameworks, else how the issuer places it in the course of education, else its own words. */
export function readLevel(parts: EdcParts, notes: readonly ReadNote[]): LangString | undefined {
  const stated = [...frameworkLevels(parts), ...labelsOf(parts, parts.specification.educationLevel)]
  return stated.length > 0 ? joinTexts(stated, '; ') : noteOn(notes, 'level', 'level-not-applicable')
}

/** Whether the level is one of a framework, which somebody decides, or what the issuer says of it. */
export function readLevelKind(
  parts: EdcParts,
  notes: readonly ReadNote[],
): 'framework' | 'own-words' | undefined {
  if (frameworkLevels(parts).length > 0) return 'framework'
  return readLevel(parts, notes) && 'own-words'
}

function frameworkLevels(parts: EdcParts): LangString[] {
  const { nqfLevel, eqfLevel } = parts.specification
  const eqf = labelsOf(parts, eqfLevel).map(label => mapText(label, text => `EQF: ${text}`))
  return [...labelsOf(parts, nqfLevel), ...eqf]
}

function labelsOf({ reader }: EdcParts, value: unknown): LangString[] {
  return reader.all(value).flatMap(concept => given(textOf(concept.prefLabel)))
}

/** Form of participation: of the specification, of the activities, else in words. */
export function readParticipation(parts: EdcParts, notes: readonly ReadNote[]): LangString | undefined {
  const labels = modeConcepts(parts).flatMap(mode => given(textOf(mode.prefLabel)))
  const words = noteOn(notes, 'participation')
  const all = [...uniqueTexts(labels), ...(words ? [words] : [])]
  return all.length > 0 ? joinTexts(all, '; ') : undefined
}

export function modeConcepts({ reader, claim, specification }: EdcParts): readonly JsonNode[] {
  const activities = reader.all(claim.influencedBy).flatMap(activity => reader.all(activity.specifiedBy))
  return [specification, ...activities].flatMap(owner => reader.all(owner.mode))
}

/** Quality assurance: our note, else the accreditations that the document names. */
export function readQualityAssurance(parts: EdcParts, notes: readonly ReadNote[]): LangString | undefined {
  const note = noteOn(notes, 'quality-assurance')
  if (note) return note
  const titles = accreditations(parts).flatMap(item =>
    given(textOf(item.title) ?? textOf(parts.reader.first(item.dcType)?.prefLabel)),
  )
  return titles.length > 0 ? joinTexts(uniqueTexts(titles), '; ') : undefined
}

export function accreditations({
  reader,
  credential,
  awarding,
  specification,
}: EdcParts): readonly JsonNode[] {
  const owners = [
    specification,
    ...reader.all(awarding.awardingBody),
    ...reader.all(credential.issuer),
    ...reader.all(credential.evidence),
  ]
  return [...new Set(owners.flatMap(owner => reader.all(owner.accreditation)))]
}

function uniqueTexts(texts: readonly LangString[]): LangString[] {
  return [...new Map(texts.map(text => [JSON.stringify(text), text])).values()]
}

function given(text: LangString | undefined): readonly LangString[] {
  return text ? [text] : []
}
