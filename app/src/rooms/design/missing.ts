import { type MicroCredentialDraft, type PublishProblem, publishProblems } from '@meritum/kit/elm'
import type { FieldProblem } from '../../errors.ts'
import type { MessageKey } from '../../web/i18n/index.ts'
import { sectionKeys, sectionNames } from './schemas/sections.ts'

export interface MissingForPublishing extends FieldProblem {
  /** The last part of the studio page's address where it is put right. */
  readonly page: string
}

/** What stops a draft from being published, each with its words and its page. Empty when nothing does. */
export function missingForPublishing(draft: MicroCredentialDraft): MissingForPublishing[] {
  return publishProblems(draft).map(problem => ({
    field: problem.field,
    key: keyOf(problem),
    params: { ...problem.params, ...numberOf(problem.field) },
    page: pageOf(problem.field, draft),
  }))
}

/** A whole that is missing is named by itself: "Write how quality is assured". */
function keyOf({ code, field }: PublishProblem): string {
  if (code === 'missing') return `design.missing.${field.split('.')[0]}`
  const key: MessageKey = `design.missing.${code}`
  return key
}

/** `outcomes.1.…` is outcome 2 for people. */
function numberOf(field: string): { number: number } | undefined {
  const index = /^outcomes\.(\d+)/.exec(field)?.[1]
  return index === undefined ? undefined : { number: Number(index) + 1 }
}

function pageOf(field: string, draft: MicroCredentialDraft): string {
  const [key, index, ...rest] = field.split('.')
  if (key !== 'outcomes')
    return sectionNames.find(section => sectionKeys(section).some(name => name === key)) ?? 'basics'
  const id = draft.outcomes?.[Number(index)]?.id
  return id === undefined ? 'outcomes' : `outcomes/${id}#field-${rest.join('-')}`
}
