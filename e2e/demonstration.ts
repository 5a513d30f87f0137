import { people } from '../app/src/demonstration/people.ts'
import { optofibreExample } from '../app/src/rooms/design/examples/optofibre.ts'
import { address } from './page-checks.ts'

export { people }

/** Calls the API as one of the demonstration's people; throws unless it goes well. */
export type Api = <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<T>

async function send(path: string, init: RequestInit): Promise<Response> {
  const answer = await fetch(new URL(path, address()), init)
  if (!answer.ok) throw new Error(`${init.method} ${path}: ${answer.status} ${await answer.text()}`)
  return answer
}

const asJson = (body: unknown): RequestInit =>
  body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }

async function tokenOf(person: keyof typeof people): Promise<string> {
  const init = { method: 'POST', ...asJson({ person: people[person].id }) }
  const answer = await send('/api/v1/demonstration/sign-in', init)
  return ((await answer.json()) as { token: string }).token
}

export async function apiAs(person: keyof typeof people): Promise<Api> {
  const authorization = `Bearer ${await tokenOf(person)}`
  return async <T>(method: string, path: string, body?: unknown) => {
    const { headers, ...init } = asJson(body)
    const answer = await send(path, { method, ...init, headers: { ...headers, authorization } })
    return (await answer.json()) as T
  }
}

/**
 * Publishes the example anew, so that whoever tests with it disturbs nobody; the first language is its primary
 * one. Returns the version's id.
 */
export async function publishExample(languages = ['sv', 'en', 'da']): Promise<string> {
  const karin = await apiAs('designer')
  const draft = { ...optofibreExample(), languages }
  const root = '/api/v1/micro-credentials'
  const { id, revision } = await karin<{ id: string; revision: number }>('POST', root, {
    languages: draft.languages,
    title: draft.title,
  })
  const replaced = await karin<{ revision: number }>('POST', `${root}/${id}/draft`, { revision, draft })
  const published = { revision: replaced.revision }
  return (await karin<{ id: string }>('POST', `${root}/${id}/versions`, published)).id
}

/** Opens a case in which nothing is decided. Returns its id. */
export async function openCase(versionId: string, learner: keyof typeof people): Promise<string> {
  const lars = await apiAs('assessor')
  const body = { versionId, personId: people[learner].id }
  return (await lars<{ id: string }>('POST', '/api/v1/assessment-cases', body)).id
}

export interface Sealed {
  readonly awardId: string
  readonly checkPath: string
  readonly bytes: Buffer
}

/** A newly issued credential. */
export async function issueExample(learner: keyof typeof people): Promise<Sealed> {
  const caseId = await openCase(await publishExample(), learner)
  const lars = await apiAs('assessor')
  for (const { id, methods } of optofibreExample().outcomes) {
    await lars('POST', `/api/v1/assessment-cases/${caseId}/results`, {
      outcomeId: id,
      result: 'met',
      method: methods[0],
      supervision: 'supervised-on-site-with-id',
    })
  }
  const siv = await apiAs('issuer')
  const award = await siv<{ id: string; credentials: { checkLink: string }[] }>('POST', '/api/v1/awards', {
    caseId,
  })
  const headers = { authorization: `Bearer ${await tokenOf('issuer')}` }
  const file = await send(`/api/v1/awards/${award.id}/credential`, { method: 'GET', headers })
  return {
    awardId: award.id,
    checkPath: new URL(award.credentials[0]!.checkLink).pathname,
    bytes: Buffer.from(await file.arrayBuffer()),
  }
}

export async function revokeExample({ awardId }: Sealed): Promise<void> {
  const siv = await apiAs('issuer')
  await siv('POST', `/api/v1/awards/${awardId}/revocation`, { reason: 'issued-in-error' })
}
