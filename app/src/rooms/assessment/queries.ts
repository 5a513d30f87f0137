import type { MicroCredentialVersion } from '@meritum/kit/elm'
import type { Actor } from '../../access/actor.ts'
import { can, requireStaff } from '../../access/can.ts'
import type { Trx } from '../../db/connect.ts'
import { inTenant } from '../../db/tenant.ts'
import { AppError } from '../../errors.ts'
import { getVersion } from '../design/index.ts'
import { findParticipant, findPersonNames, type Participant } from '../organisation/index.ts'
import type { Services } from '../services.ts'
import { notePlace } from './add-result.ts'
import { type CaseRow, readCase, selectCases } from './case-row.ts'
import {
  type OutcomeProgress,
  type OutcomeState,
  progressOf,
  type RecordedResult,
} from './outcome-progress.ts'
import { readResults, type StoredResult } from './read-results.ts'

/** Most cases that one list shows. */
const listLimit = 200

export interface CaseSummary extends CaseRow {
  /** Undefined when the person has left the organisation or her data has been erased. */
  readonly personName: string | undefined
  readonly version: MicroCredentialVersion
  /** One state per outcome, in the version's order. */
  readonly states: readonly OutcomeState[]
}

/** A decision with its note in clear. */
export interface ReadableResult extends RecordedResult {
  readonly note?: string
}

export interface CaseDetail extends CaseRow {
  /** Undefined when the person has left the organisation. */
  readonly person: Participant | undefined
  readonly version: MicroCredentialVersion
  readonly progress: readonly OutcomeProgress<ReadableResult>[]
}

/** An assessor's own cases, or the organisation's for somebody who only reads; touched last first. */
export async function listCases(services: Services, actor: Actor): Promise<CaseSummary[]> {
  const { tenantId, personId } = requireStaff(actor, 'assessment.read')
  const ownOnly = can(actor, 'assessment.decide')
  return summarise(services, tenantId, trx =>
    selectCases(trx, tenantId)
      .$if(ownOnly, query => query.where('assessor_id', '=', personId))
      .orderBy('updated_at', 'desc')
      .orderBy('id')
      .limit(listLimit)
      .execute(),
  )
}

/** Cases in which every outcome is met and nothing is awarded yet, those that have waited longest first. */
export async function listReadyCases(services: Services, actor: Actor): Promise<CaseSummary[]> {
  const { tenantId } = requireStaff(actor, 'assessment.read')
  return summarise(services, tenantId, trx =>
    selectCases(trx, tenantId)
      .where('state', '=', 'ready')
      .orderBy('updated_at')
      .orderBy('id')
      .limit(listLimit)
      .execute(),
  )
}

/** One case with its outcomes, decisions and notes. Throws `thing.not_found`. */
export async function getCase(services: Services, actor: Actor, caseId: string): Promise<CaseDetail> {
  const { tenantId } = requireStaff(actor, 'assessment.read')
  const { row, results } = await inTenant(services.db, tenantId, async trx => {
    const row = await readCase(trx, tenantId, caseId)
    const stored = await readResults(trx, tenantId, [caseId])
    return { row, results: await openNotes(trx, services, { ...row, tenantId }, stored) }
  })
  const version = await getVersion(services, tenantId, row.versionId)
  const person = await findParticipant(services, tenantId, row.personId)
  return { ...row, version, person, progress: progressOf(version.content.outcomes, results) }
}

/** One outcome of a case. Throws `thing.not_found`. */
export function progressIn(found: CaseDetail, outcomeId: string): OutcomeProgress<ReadableResult> {
  const progress = found.progress.find(({ outcome }) => outcome.id === outcomeId)
  if (!progress) throw new AppError('thing.not_found')
  return progress
}

async function summarise(
  services: Services,
  tenantId: string,
  select: (trx: Trx) => Promise<CaseRow[]>,
): Promise<CaseSummary[]> {
  const { rows, results } = await inTenant(services.db, tenantId, async trx => {
    const rows = await select(trx)
    const caseIds = rows.map(({ caseId }) => caseId)
    return { rows, results: await readResults(trx, tenantId, caseIds) }
  })
  const versions = new Map<string, MicroCredentialVersion>()
  for (const id of new Set(rows.map(({ versionId }) => versionId))) {
    versions.set(id, await getVersion(services, tenantId, id))
  }
  const personIds = rows.map(({ personId }) => personId)
  const names = await findPersonNames(services, tenantId, personIds)
  return rows.map(row => {
    const version = versions.get(row.versionId)!
    const own = results.filter(({ caseId }) => caseId === row.caseId)
    const states = progressOf(version.content.outcomes, own).map(({ state }) => state)
    return { ...row, version, states, personName: names.get(row.personId) }
  })
}

async function openNotes(
  trx: Trx,
  services: Services,
  owner: { tenantId: string; personId: string },
  stored: readonly StoredResult[],
): Promise<ReadableResult[]> {
  const results: ReadableResult[] = []
  for (const { noteSealed, caseId: _, ...result } of stored) {
    if (!noteSealed) {
      results.push(result)
      continue
    }
    const place = notePlace(owner.tenantId, owner.personId, result.id)
    const note = await services.vault.open(trx, place, noteSealed)
    results.push({ ...result, note: note.toString() })
  }
  return results
}
