import type { MicroCredentialDraft } from '@meritum/kit/elm'
import type { FieldProblem } from '../../../errors.ts'
import type { Visit } from '../../route.ts'
import { type SectionName, sectionKeys } from '../schemas/sections.ts'
import { identifyOrganisations, organisationsOf } from './identify-organisations.ts'
import { readFields } from './read-fields.ts'

type Raw = Record<string, unknown>

/** What a section's form says, for its schema to judge. */
export function readSection(visit: Visit, section: SectionName, draft: MicroCredentialDraft): Raw {
  const raw = readFields(visit.form, {
    keys: sectionKeys(section),
    lists: section === 'basics' ? ['languages'] : [],
    numbers: ['workload.hours', 'workload.ects', 'level.level', 'validity.months'],
  })
  return adjust[section]?.(raw, visit, draft) ?? raw
}

const adjust: { readonly [S in SectionName]?: (raw: Raw, visit: Visit, draft: MicroCredentialDraft) => Raw } =
  {
    basics: (raw, _visit, draft) => ({
      title: {},
      countries: [],
      ...raw,
      languages: inOrder(raw.languages as string[], draft.languages?.[0]),
    }),
    awarding: (raw, { services }, draft) => {
      const bodies = (Array.isArray(raw.awardingBodies) ? (raw.awardingBodies as Raw[]) : []).filter(body =>
        ['legalName', 'registration', 'homepage', 'email'].some(key => key in body),
      )
      const organisations = identifyOrganisations(
        [...bodies, { ...(raw.steward as Raw | undefined) }],
        organisationsOf(draft),
        () => `urn:uuid:${services.ids.randomUuid()}`,
      )
      return { ...raw, awardingBodies: organisations.slice(0, -1), steward: organisations.at(-1) }
    },
    workload: raw => ({ workload: { ...(raw.workload as Raw | undefined) } }),
    level: raw => ({ level: choice(raw.level, 'estimate', 'level') }),
    participation: raw => ({ participation: { ...(raw.participation as Raw | undefined) } }),
    quality: raw => ({ qualityAssurance: { description: {}, ...(raw.qualityAssurance as Raw | undefined) } }),
    validity: raw => ({ validity: choice(raw.validity, 'months', 'months') }),
  }

/** A field that belongs to one answer only is no part of the other. */
function choice(value: unknown, kind: string, detail: string): Raw {
  const { [detail]: number, ...rest } = { ...(value as Raw | undefined) }
  return rest.kind === kind ? { ...rest, [detail]: number } : rest
}

/** The primary language stays first for as long as it is chosen. */
function inOrder(languages: readonly string[], primary: string | undefined): string[] {
  return primary !== undefined && languages.includes(primary)
    ? [primary, ...languages.filter(language => language !== primary)]
    : [...languages]
}

/** Problems with a whole are shown at its first field. */
export function atFields(problems: readonly FieldProblem[], languages: readonly string[]): FieldProblem[] {
  const language = languages[0] ?? 'sv'
  return problems.map(problem => ({ ...problem, field: fieldOf(problem.field, language) }))
}

function fieldOf(path: string, language: string): string {
  const whole: Readonly<Record<string, string>> = {
    title: `title.${language}`,
    countries: 'countries.0',
    awardingBodies: `awardingBodies.0.legalName.${language}`,
    stackability: 'stackability.kind',
  }
  return whole[path] ?? path.replace(/\.legalName$/, `.legalName.${language}`)
}
