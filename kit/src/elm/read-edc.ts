import { languagesOf, pickText } from '../text/index.ts'
import { annexCompletenessOf, readAllCountries } from './annex-completeness.ts'
import type { CredentialView } from './credential-view.ts'
import { microCredentialIdentifierScheme, statusIdentifierScheme } from './edc/contexts.ts'
import { type EdcParts, findEdcParts } from './reading/edc-parts.ts'
import { idOf, type JsonNode, type JsonReader, stringOf, textOf } from './reading/json-reader.ts'
import { readAssessments } from './reading/read-assessments.ts'
import { type ReadNote, readNotes } from './reading/read-notes.ts'
import { readOrganisation } from './reading/read-organisation.ts'
import { readOutcomes } from './reading/read-outcomes.ts'
import {
  noteOn,
  readLevel,
  readLevelKind,
  readParticipation,
  readQualityAssurance,
  readWorkload,
} from './reading/read-specification.ts'
import { findLanguageById, mandateEvidence } from './vocabularies/index.ts'

/**
 * What a European Digital Credential says, from the document alone: ours, the Commission's samples (sealed
 * payload, unsealed, upload form), or anybody's. Never throws; what can't be read is absent.
 */
export function readEdc(document: unknown): CredentialView {
  const parts = findEdcParts(document)
  const { reader, credential, claim, awarding, specification } = parts
  const notes = readNotes(parts)
  const assessments = readAssessments(parts)
  const title = textOf(claim.title) ?? textOf(reader.first(credential.displayParameter)?.title) ?? {}
  return {
    id: idOf(credential) ?? '',
    title,
    holder: readHolder(parts),
    outcomes: readOutcomes(parts),
    awardingBodies: reader.all(awarding.awardingBody).flatMap(body => readOrganisation(reader, body) ?? []),
    assessments,
    notes: notes.filter(isOtherNote).map(({ label, text }) => ({ ...(label && { label }), text })),
    completeness: annexCompletenessOf(parts),
    languages: readLanguages(reader, credential, title),
    countries: readAllCountries(parts),
    ...present({
      description: textOf(claim.description) ?? textOf(specification.description),
      designedBy: readSteward(parts, notes),
      issuedBy: readOrganisation(reader, credential.issuer),
      qualityAssurance: readQualityAssurance(parts, notes),
      awardingDate: stringOf(awarding.awardingDate),
      place: readPlace(reader, awarding),
      issued: stringOf(credential.issued) ?? stringOf(credential.issuanceDate),
      validFrom: stringOf(credential.validFrom),
      validUntil: stringOf(credential.validUntil) ?? stringOf(credential.expirationDate),
      version: readVersion(reader, specification),
      specificationId: idOf(specification),
      workload: readWorkload(parts),
      level: readLevel(parts, notes),
      levelKind: readLevelKind(parts, notes),
      participation: readParticipation(parts, notes),
      prerequisites: textOf(reader.first(specification.entryRequirement)?.noteLiteral),
      supervision: noteOn(notes, 'supervision') ?? assessments.find(item => item.supervision)?.supervision,
      stackability: noteOn(notes, 'stackability'),
      furtherInformation: noteOn(notes, 'further-information'),
      workTasks: noteOn(notes, 'work-tasks'),
      homepage: stringOf(reader.first(specification.homepage)?.contentURL),
      mandate: readMandate(reader, credential),
      status: readStatus(reader, credential),
    }),
  }
}

/** The properties that have a value. */
function present<T extends object>(values: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
}

function readHolder({ subject }: EdcParts): CredentialView['holder'] {
  const name = (value: unknown) => pickText(textOf(value))?.text ?? ''
  const birthDate = stringOf(subject.dateOfBirth)?.slice(0, 10)
  return {
    name: name(subject.fullName) || `${name(subject.givenName)} ${name(subject.familyName)}`.trim(),
    ...(birthDate !== undefined && { birthDate }),
  }
}

function readSteward({ reader, specification }: EdcParts, notes: readonly ReadNote[]) {
  const publisher = readOrganisation(reader, specification.publisher)
  const name = noteOn(notes, 'steward')
  return publisher ?? (name && { name })
}

function readPlace(reader: JsonReader, awarding: JsonNode): string | undefined {
  const location = reader.first(awarding.location)
  const address = reader.first(reader.first(location?.address)?.fullAddress)
  return (pickText(textOf(location?.geographicName)) ?? pickText(textOf(address?.noteLiteral)))?.text
}

function readVersion(reader: JsonReader, specification: JsonNode): string | undefined {
  const identifiers = reader.all(specification.identifier)
  const ours = identifiers.find(item => stringOf(item.schemeName) === microCredentialIdentifierScheme)
  return [...(ours ? [ours] : []), ...identifiers]
    .map(identifier => stringOf(identifier.schemeVersion))
    .find(version => version !== undefined)
}

function readMandate(reader: JsonReader, credential: JsonNode): string | undefined {
  const evidence = reader
    .all(credential.evidence)
    .find(item => idOf(reader.first(item.dcType)) === mandateEvidence.id)
  return evidence && (stringOf(evidence.evidenceStatement) ?? mandateEvidence.prefLabel.en)
}

function readStatus(reader: JsonReader, credential: JsonNode): CredentialView['status'] {
  const pointer = reader
    .all(credential.identifier)
    .find(identifier => stringOf(identifier.schemeName) === statusIdentifierScheme)
  const match = /^(.+)#(\d{1,15})$/.exec(stringOf(pointer?.notation) ?? '')
  return match ? { listUrl: match[1]!, index: Number(match[2]) } : undefined
}

function readLanguages(reader: JsonReader, credential: JsonNode, title: CredentialView['title']): string[] {
  const display = reader.first(credential.displayParameter) ?? {}
  const listed = [...reader.all(display.primaryLanguage), ...reader.all(display.language)].flatMap(
    concept => findLanguageById(idOf(concept) ?? '')?.tag ?? [],
  )
  return listed.length > 0 ? [...new Set(listed)] : languagesOf(title)
}

/** Notes that have no place of their own in the view. */
function isOtherNote(note: ReadNote): boolean {
  const own: readonly ReadNote['topic'][] = [
    'level',
    'level-not-applicable',
    'quality-assurance',
    'participation',
    'supervision',
    'stackability',
    'further-information',
    'work-tasks',
    'steward',
  ]
  return note.topic === undefined || !own.includes(note.topic)
}
