import { expect, test } from 'vitest'
import { limitFetches } from './limit-fetches.ts'
import { createTrustStore } from './trust-store.ts'
import type { FetchDocument, VerifyContext } from './verify-context.ts'

const context = (ports: Partial<VerifyContext>): VerifyContext => ({
  at: new Date(0),
  trust: createTrustStore({}),
  ...ports,
})

test('ten addresses in all, each asked for once', async () => {
  const asked: string[] = []
  const get: FetchDocument = async url => {
    asked.push(url)
    return { kind: 'found', body: Buffer.from(url) }
  }
  const { resolveStatusList, fetchDidDocument, fetchJson } = limitFetches(
    context({ resolveStatusList: get, fetchDidDocument: get, fetchJson: get }),
  )
  const ways = [resolveStatusList, fetchDidDocument, fetchJson]
  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, index) => ways[index % 3]!(`https://${index >> 1}.example`)),
  )
  expect(asked).toHaveLength(10)
  const refused = answers.filter(answer => answer.kind === 'unreachable')
  expect(new Set(refused.map(({ reason }) => reason))).toEqual(new Set(['fetch.budget']))
  expect(await resolveStatusList('https://0.example')).toMatchObject({ kind: 'found' })
  expect(asked).toHaveLength(10)
})

test('no way out is no answer, never a good one', async () => {
  const { fetchDidDocument } = limitFetches(context({}))
  expect(await fetchDidDocument('https://a.example')).toEqual({ kind: 'unreachable', reason: 'offline' })
})
