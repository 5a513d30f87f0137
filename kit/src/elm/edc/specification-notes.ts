import { isEmptyText, joinTexts, type LangString, mapText } from '../../text/index.ts'
import type { MicroCredentialContent, QualityAssurance } from '../micro-credential.ts'
import {
  informalLearningPhrase,
  levelEstimate,
  type NoteTopic,
  noCoursePhrase,
  notApplicable,
  qualityKindLabels,
  qualityStandardLabels,
  stackabilityLabels,
  supervisionLabels,
} from '../vocabularies/index.ts'
import type { BuildContext } from './build-context.ts'
import type { NoteNode } from './nodes.ts'
import { buildTopicNote, sameInAll } from './note.ts'

/** What the ELM has no property for, in the order in which it is read. */
export function buildSpecificationNotes(context: BuildContext): NoteNode[] {
  const { content } = context.award.version
  const code = (value: string | undefined) => (value === undefined ? undefined : sameInAll(context, value))
  const notes: readonly (readonly [NoteTopic, LangString | undefined])[] = [
    ['steward', content.steward.legalName],
    levelNote(context, content),
    ['quality-assurance', describeQuality(context, content.qualityAssurance)],
    ['participation', describeParticipation(context, content.participation)],
    ['supervision', content.supervision && context.labels(supervisionLabels[content.supervision])],
    ['stackability', describeStackability(context, content.stackability)],
    ['need', content.need],
    ['work-tasks', content.workTasks],
    ['authorisations', content.authorisations],
    ['ssyk', code(content.ssyk)],
    ['sun', code(content.sun)],
    ['sni', code(content.sni)],
    ['esco', code(content.esco)],
    ['influencing-factors', content.influencingFactors],
    ['issuer-requirements', content.issuerRequirements],
    ['further-information', content.furtherInformation],
  ]
  return notes.flatMap(([topic, value]) =>
    value === undefined || isEmptyText(value) ? [] : [buildTopicNote(context, topic, value)],
  )
}

function levelNote(context: BuildContext, content: MicroCredentialContent): readonly [NoteTopic, LangString] {
  if (content.level.kind === 'not-applicable') return ['level-not-applicable', context.labels(notApplicable)]
  return ['level', context.labels(levelEstimate(content.level.level).prefLabel)]
}

// Internal quality assurance is a note: `Accreditation` would name an outside agency.
function describeQuality(context: BuildContext, quality: QualityAssurance): LangString {
  const how = joinTexts(
    [
      context.labels(qualityKindLabels[quality.kind]),
      context.labels(qualityStandardLabels[quality.standard]),
    ],
    ' ',
  )
  return join(context, how, quality.description)
}

function describeParticipation(
  context: BuildContext,
  participation: MicroCredentialContent['participation'],
): LangString | undefined {
  const validation = participation.mode === 'none-validation' ? [context.labels(noCoursePhrase)] : []
  const informal = participation.setting === 'informal' ? [context.labels(informalLearningPhrase)] : []
  const phrases = [...validation, ...informal]
  return phrases.length === 0 ? undefined : joinTexts(phrases, '; ')
}

function describeStackability(
  context: BuildContext,
  stackability: MicroCredentialContent['stackability'],
): LangString | undefined {
  if (!stackability) return undefined
  return join(context, context.labels(stackabilityLabels[stackability.kind]), stackability.description ?? {})
}

/** "Our words. The provider's words", in the languages that the document is written in. */
function join(context: BuildContext, ours: LangString, theirs: LangString): LangString {
  const known = mapText(ours, (text, language) => (context.languages.includes(language) ? text : ''))
  return joinTexts(
    [isEmptyText(theirs) ? ours : known, isEmptyText(theirs) ? {} : context.texts(theirs)],
    '. ',
  )
}
