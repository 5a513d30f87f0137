import { isEmptyText, type LangString, languagesOf } from '../text/index.ts'
import {
  type LearningOutcome,
  type MicroCredentialDraft,
  type OutcomeParts,
  outcomeSentence,
} from './micro-credential.ts'

/** Every text of a micro-credential, wherever it stands. Names of organisations are names, not texts. */
export function contentTexts(content: MicroCredentialDraft): LangString[] {
  const texts = [
    content.title,
    content.summary,
    content.need,
    content.qualityAssurance?.description,
    content.prerequisites,
    content.gradingScheme,
    content.stackability?.description,
    content.furtherInformation,
    content.workTasks,
    content.authorisations,
    content.influencingFactors,
    content.issuerRequirements,
    ...(content.outcomes ?? []).flatMap(outcome => [outcome.criterion, sentences(outcome)]),
  ]
  return texts.filter((text): text is LangString => text !== undefined && !isEmptyText(text))
}

/**
 * The languages that a credential may claim: those that every text is written in, the primary one first.
 * The primary one is always among them, for a document must have one.
 */
export function completeLanguages(content: MicroCredentialDraft): string[] {
  const [primary, ...others] = content.languages ?? []
  if (primary === undefined) return []
  const texts = contentTexts(content).map(languagesOf)
  return [primary, ...others.filter(language => texts.every(written => written.includes(language)))]
}

function sentences(outcome: LearningOutcome): LangString {
  return Object.fromEntries(
    Object.entries(outcome.parts ?? {}).map(([language, parts]: [string, OutcomeParts]) => [
      language,
      outcomeSentence(parts),
    ]),
  )
}
