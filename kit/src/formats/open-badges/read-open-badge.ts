import {
  type AnnexElement,
  type AssessmentView,
  annexElements,
  type CredentialView,
  type OutcomeView,
} from '../../elm/index.ts'
import type { JsonObject } from '../../json/index.ts'
import { isLanguageTag, type LangString } from '../../text/index.ts'
import { readPersonName } from '../person.ts'
import { idOf, objectOf, objectsOf, present, stringOf, textOf } from '../reading.ts'
import { badgeLabels } from './badge-labels.ts'
import { countryOf, readProfile } from './read-profile.ts'

/** A badge's parts, each where Open Badges 3.0 (§B) has it. */
interface Badge {
  readonly credential: JsonObject
  readonly subject: JsonObject
  readonly achievement: JsonObject
  /** Of texts that don't say theirs. */
  readonly language: string
}

/**
 * What an Open Badge of version 3.0 says, in the words of the European model; and how many of the mandatory
 * elements of Annex I it states. Nothing is guessed: criteria are no learning outcomes, and neither is the
 * credential or the rubric that it is aligned to.
 */
export function readOpenBadge(credential: JsonObject): CredentialView {
  const badge = findParts(credential)
  const { subject, achievement, language } = badge
  const text = (value: Parameters<typeof textOf>[0]) => textOf(value, language)
  const issuer = readProfile(credential.issuer, language)
  const source = readProfile(subject.source, language)
  const bodies = [source ?? issuer].filter(body => body !== undefined)
  const view = {
    id: idOf(credential) ?? '',
    title: text(achievement.name) ?? text(credential.name) ?? {},
    holder: { name: readPersonName(subject) },
    outcomes: readOutcomes(badge),
    awardingBodies: bodies,
    assessments: readResults(badge),
    notes: readNotes(badge),
    languages: language === 'und' ? [] : [language],
    countries: readCountries(badge),
    ...present({
      description: text(achievement.description) ?? text(credential.description),
      designedBy: readProfile(achievement.creator, language),
      issuedBy: issuer,
      qualityAssurance: readEndorsements(badge),
      awardingDate: stringOf(credential.awardedDate),
      issued: stringOf(credential.issuanceDate),
      validFrom: stringOf(credential.validFrom),
      validUntil: stringOf(credential.validUntil) ?? stringOf(credential.expirationDate),
      version: stringOf(achievement.version),
      specificationId: idOf(achievement),
      level: readLevel(badge),
      homepage: urlOf(objectOf(achievement.criteria)?.id),
    }),
  }
  return { ...view, completeness: readCompleteness(badge, view) }
}

function findParts(credential: JsonObject): Badge {
  const subject = objectOf(credential.credentialSubject) ?? {}
  const achievement = objectOf(subject.achievement) ?? {}
  const said = stringOf(achievement.inLanguage)
  return { credential, subject, achievement, language: said && isLanguageTag(said) ? said : 'und' }
}

/** Frameworks' whole items, and parts of rubrics, say how well or within what, not what somebody can do. */
const otherTargets = ['ceterms:Credential', 'CTDL', 'CFRubric', 'CFRubricCriterion', 'CFRubricCriterionLevel']

function readOutcomes({ achievement, language }: Badge): OutcomeView[] {
  return objectsOf(achievement.alignment)
    .filter(alignment => !otherTargets.includes(String(alignment.targetType)) && !isLevel(alignment))
    .flatMap(alignment => {
      const title = textOf(alignment.targetName, language)
      const criterion = textOf(alignment.targetDescription, language)
      return title ? [{ title, ...(criterion ? { criterion } : {}) }] : []
    })
}

const levelFramework = /\b(EQF|NQF|SeQF|NLQF|European Qualifications Framework|qualifications? framework)\b/i

function isLevel({ targetFramework, targetName }: JsonObject): boolean {
  return levelFramework.test(stringOf(targetFramework) ?? '') || /^EQF\b/.test(stringOf(targetName) ?? '')
}

function readLevel({ achievement, language }: Badge): LangString | undefined {
  const alignment = objectsOf(achievement.alignment).find(isLevel)
  return alignment && textOf(alignment.targetName, language)
}

/** Results, each with what it is a result of. */
function readResults({ subject, achievement, language }: Badge): AssessmentView[] {
  const descriptions = objectsOf(achievement.resultDescription)
  return objectsOf(subject.result).flatMap((result): AssessmentView[] => {
    const described = descriptions.find(({ id }) => id !== undefined && id === result.resultDescription)
    const title = textOf(described?.name, language)
    if (!described || !title) return []
    const grade = readGrade(result, described, language)
    const type = textOf(described.resultType, 'en')
    return [{ title, ...(type ? { type } : {}), ...(grade ? { grade } : {}) }]
  })
}

function readGrade(result: JsonObject, described: JsonObject, language: string): LangString | undefined {
  const level = objectsOf(described.rubricCriterionLevel).find(
    ({ id }) => id !== undefined && id === result.achievedLevel,
  )
  return (
    textOf(result.value, language) ??
    textOf(level?.level ?? level?.name, language) ??
    textOf(result.status, 'en')
  )
}

function readNotes({ credential, subject, achievement, language }: Badge): CredentialView['notes'] {
  const credits = stringOf(subject.creditsEarned) ?? stringOf(achievement.creditsAvailable)
  const period = [stringOf(subject.activityStartDate), stringOf(subject.activityEndDate)].map(date =>
    date?.slice(0, 10),
  )
  const evidence = objectsOf(credential.evidence).map(item =>
    [stringOf(item.name), stringOf(item.narrative) ?? stringOf(item.description), urlOf(item.id)]
      .filter(Boolean)
      .join(': '),
  )
  const rows: readonly (readonly [LangString, LangString | string | undefined])[] = [
    [badgeLabels.criteria, textOf(objectOf(achievement.criteria)?.narrative, language)],
    [badgeLabels.narrative, textOf(subject.narrative, language)],
    [badgeLabels.kind, stringOf(achievement.achievementType)],
    [badgeLabels.credits, credits],
    [badgeLabels.period, period.some(Boolean) ? period.map(date => date ?? '…').join(' – ') : undefined],
    [badgeLabels.role, textOf(subject.role, language)],
    [badgeLabels.licence, stringOf(subject.licenseNumber)],
    [badgeLabels.field, textOf(achievement.fieldOfStudy, language)],
    [badgeLabels.specialization, textOf(achievement.specialization, language)],
    ...evidence.map(text => [badgeLabels.evidence, text] as const),
  ]
  return rows.flatMap(([label, text]) => {
    const said = typeof text === 'string' ? { und: text } : text
    return said && Object.values(said).some(value => value !== '') ? [{ label, text: said }] : []
  })
}

/** Who speaks for issuer and achievement, as the file says; whether they have said so is not checked. */
function readEndorsements({ credential, achievement, language }: Badge): LangString | undefined {
  const issuer = objectOf(credential.issuer)
  const said = [achievement.endorsement, issuer?.endorsement, credential.endorsement]
    .flatMap(objectsOf)
    .flatMap(endorsement => {
      const who = stringOf(objectOf(endorsement.issuer)?.name) ?? idOf(endorsement.issuer)
      const comment = stringOf(objectOf(endorsement.credentialSubject)?.endorsementComment)
      return who ? [comment ? `${who}: ${comment}` : who] : []
    })
  return said.length === 0 ? undefined : { [language]: [...new Set(said)].join('; ') }
}

function readCountries({ credential, subject, achievement }: Badge): string[] {
  const codes = [subject.source, credential.issuer, achievement.creator].flatMap(profile =>
    objectsOf(profile).flatMap(countryOf),
  )
  return [...new Set(codes)]
}

/** When a mandatory element of Annex I (Council Recommendation of 16 June 2022) is there in a badge. */
function readCompleteness(
  { credential, subject, achievement }: Badge,
  view: Omit<CredentialView, 'completeness'>,
): CredentialView['completeness'] {
  const rules: Readonly<Record<AnnexElement, boolean>> = {
    learner: objectsOf(subject.identifier).length > 0 || idOf(subject) !== undefined,
    title: Object.keys(view.title).length > 0,
    country: (view.countries ?? []).length > 0,
    'awarding-body': view.awardingBodies.length > 0,
    date: [credential.awardedDate, credential.validFrom, credential.issuanceDate].some(
      date => stringOf(date) !== undefined,
    ),
    'learning-outcomes': view.outcomes.length > 0,
    workload: [subject.creditsEarned, achievement.creditsAvailable].some(
      credits => stringOf(credits) !== undefined,
    ),
    level: view.level !== undefined,
    assessment: view.assessments.length > 0 || objectsOf(achievement.resultDescription).length > 0,
    // Open Badges have no place for it.
    participation: false,
    'quality-assurance': view.qualityAssurance !== undefined,
  }
  return {
    present: annexElements.filter(element => rules[element]),
    missing: annexElements.filter(element => !rules[element]),
  }
}

function urlOf(value: Parameters<typeof stringOf>[0]): string | undefined {
  const url = stringOf(value)
  return url && /^https?:\/\//.test(url) ? url : undefined
}
