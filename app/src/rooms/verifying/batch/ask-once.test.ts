import type { FetchDocument } from '@meritum/kit/verify'
import { expect, it } from 'vitest'
import { askOnce } from './ask-once.ts'

const all = (fetch: FetchDocument) => ({
  resolveStatusList: fetch,
  fetchDidDocument: fetch,
  fetchJson: fetch,
})

it('asks for each document once, also when it is asked for at the same time', async () => {
  const asked: string[] = []
  const { resolveStatusList } = askOnce(
    all(async url => {
      asked.push(url)
      return { kind: 'found', body: Buffer.from(url) }
    }),
    () => 0,
  )
  const answers = await Promise.all(['a', 'a', 'b', 'a'].map(resolveStatusList))
  expect(answers.map(answer => answer.kind === 'found' && String(answer.body))).toEqual(['a', 'a', 'b', 'a'])
  expect(asked).toEqual(['a', 'b'])
})

it('stops asking when the time for it is used up, whatever it is asked for', async () => {
  let time = 0
  const { resolveStatusList, fetchDidDocument, fetchJson } = askOnce(
    all(async () => {
      time += 25_000
      return { kind: 'unreachable', reason: 'fetch.timeout' }
    }),
    () => time,
  )
  const reasons = []
  const asks = [resolveStatusList, fetchDidDocument, fetchJson, resolveStatusList, fetchJson]
  for (const [index, ask] of asks.entries()) {
    const answer = await ask(`https://${index}.example`)
    reasons.push(answer.kind === 'unreachable' && answer.reason)
  }
  expect(reasons).toEqual([...Array(3).fill('fetch.timeout'), ...Array(2).fill('fetch.budget')])
  expect(time).toBe(75_000)
})
