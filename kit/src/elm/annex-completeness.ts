import { type AnnexElement, annexElements } from './credential-view.ts'
import { type EdcParts, findEdcParts } from './reading/edc-parts.ts'
import { stringOf, textOf } from './reading/json-reader.ts'
import { readNotes } from './reading/read-notes.ts'
import { readCountries, readOrganisation } from './reading/read-organisation.ts'
import { readOutcomes } from './reading/read-outcomes.ts'
import {
  accreditations,
  modeConcepts,
  noteOn,
  readLevel,
  readQualityAssurance,
  readWorkload,
} from './reading/read-specification.ts'

type Rule = (parts: EdcParts) => boolean

/**
 * When a mandatory element of Annex I (Council Recommendation of 16 June 2022) is there:
 *
 * - learner: a name, and a date of birth, a national number or another identifier
 * - title: the claim has one
 * - country: of the issuer, an awarding body, the place of the award, or where it is offered
 * - awarding-body: one that has a name
 * - date: of the award, or of issue
 * - learning-outcomes: one that has words, or a summary of them
 * - workload: a duration or credits, of the specification, the claim or an activity
 * - level: EQF, national or other level, or our statement that it isn't applicable
 * - assessment: an assessment whose type is given as a code or in words
 * - participation: a mode of the specification or an activity, or our words for there being no course
 * - quality-assurance: our note, or an accreditation of the specification, awarding body or issuer
 */
const rules: Readonly<Record<AnnexElement, Rule>> = {
  learner: ({ reader, subject }) =>
    hasName(subject) &&
    (stringOf(subject.dateOfBirth) !== undefined ||
      [...reader.all(subject.nationalID), ...reader.all(subject.identifier)].some(
        identifier => stringOf(identifier.notation) !== undefined,
      )),
  title: ({ claim }) => textOf(claim.title) !== undefined,
  country: parts => readAllCountries(parts).length > 0,
  'awarding-body': ({ reader, awarding }) =>
    reader.all(awarding.awardingBody).some(body => readOrganisation(reader, body) !== undefined),
  date: ({ credential, awarding }) =>
    [awarding.awardingDate, credential.issued, credential.issuanceDate].some(
      date => stringOf(date) !== undefined,
    ),
  'learning-outcomes': parts =>
    readOutcomes(parts).length > 0 ||
    textOf(parts.reader.first(parts.specification.learningOutcomeSummary)?.noteLiteral) !== undefined,
  workload: parts =>
    readWorkload(parts) !== undefined ||
    parts.reader.all(parts.specification.creditPoint).some(credit => stringOf(credit.point) !== undefined),
  level: parts => readLevel(parts, readNotes(parts)) !== undefined,
  assessment: parts =>
    parts.claims
      .flatMap(claim => parts.reader.all(claim.provenBy))
      .concat(parts.reader.all(parts.specification.provenBy))
      .some(assessment => {
        const specification = parts.reader.first(assessment.specifiedBy) ?? {}
        const type = parts.reader.first(specification.dcType) ?? parts.reader.first(assessment.dcType)
        return type !== undefined || textOf(assessment.title) !== undefined
      }),
  participation: parts =>
    modeConcepts(parts).length > 0 || noteOn(readNotes(parts), 'participation') !== undefined,
  'quality-assurance': parts =>
    accreditations(parts).length > 0 || readQualityAssurance(parts, readNotes(parts)) !== undefined,
}

/** Which of the eleven mandatory elements a credential states. Decided from the document alone; never throws. */
export function annexCompleteness(document: unknown): {
  readonly present: readonly AnnexElement[]
  readonly missing: readonly AnnexElement[]
} {
  return annexCompletenessOf(findEdcParts(document))
}

export function annexCompletenessOf(parts: EdcParts) {
  return {
    present: annexElements.filter(element => rules[element](parts)),
    missing: annexElements.filter(element => !rules[element](parts)),
  }
}

/** Codes of all countries that the credential names for issuer, awarding bodies, award and offer. */
export function readAllCountries({
  reader,
  credential,
  awarding,
  specification,
}: EdcParts): readonly string[] {
  const organisations = [
    ...reader.all(specification.awardingOpportunity),
    ...reader.all(awarding.awardingBody),
  ]
  const places = [...organisations, awarding, ...reader.all(credential.issuer)]
  return [...new Set(places.flatMap(place => readCountries(reader, place.location)))]
}

/** A person has a full name, or both given and family name. */
export function hasName(subject: Readonly<Record<string, unknown>>): boolean {
  const has = (value: unknown) => textOf(value) !== undefined
  return has(subject.fullName) || (has(subject.givenName) && has(subject.familyName))
}
