import type { AssessmentView } from '../credential-view.ts'
import { findAssessmentMethod, findSupervisionCode, supervisionLabels } from '../vocabularies/index.ts'
import type { EdcParts } from './edc-parts.ts'
import { idOf, type JsonNode, type JsonReader, stringOf, textOf } from './json-reader.ts'

/** The assessments behind the claim and its parts. */
export function readAssessments({ reader, claims }: EdcParts): readonly AssessmentView[] {
  return claims
    .flatMap(claim => reader.all(claim.provenBy))
    .flatMap((assessment): AssessmentView[] => {
      const specification = reader.first(assessment.specifiedBy) ?? {}
      const title = textOf(assessment.title) ?? textOf(specification.title)
      if (!title) return []
      const type = readType(reader, assessment, specification)
      const grade = textOf(reader.first(assessment.grade)?.noteLiteral)
      const supervision = readSupervision(reader, assessment, specification)
      const method = reader
        .all(assessment.dcType)
        .map(concept => findAssessmentMethod(idOf(concept) ?? ''))
        .find(found => found !== undefined)
      const assessedAt = stringOf(assessment.dateIssued)
      return [
        {
          title,
          ...(type && { type }),
          ...(grade && { grade }),
          ...(supervision && { supervision }),
          ...(method && { method }),
          ...(assessedAt !== undefined && { assessedAt }),
        },
      ]
    })
}

function readType(reader: JsonReader, assessment: JsonNode, specification: JsonNode) {
  const concept = reader.first(specification.dcType) ?? reader.first(assessment.dcType)
  return textOf(concept?.prefLabel)
}

function readSupervision(reader: JsonReader, assessment: JsonNode, specification: JsonNode) {
  const verification = reader.first(assessment.idVerification)
  const modes = reader.all(specification.mode).flatMap(mode => idOf(mode) ?? [])
  const code = findSupervisionCode(idOf(verification), modes)
  return code ? supervisionLabels[code] : textOf(verification?.prefLabel)
}
