import { expect, it } from 'vitest'
import { askOnce } from './ask-once.ts'

it('asks for each list once, also when it is asked for at the same time', async () => {
  const asked: string[] = []
  const resolve = askOnce(
    async url => {
      asked.push(url)
      return { kind: 'found', jwt: url }
    },
    () => 0,
  )
  const answers = await Promise.all(['a', 'a', 'b', 'a'].map(resolve))
  expect(answers.map(answer => answer.kind === 'found' && answer.jwt)).toEqual(['a', 'a', 'b', 'a'])
  expect(asked).toEqual(['a', 'b'])
})

it('stops asking when the time for it is used up', async () => {
  let time = 0
  const resolve = askOnce(
    async () => {
      time += 25_000
      return { kind: 'unreachable', reason: 'fetch.timeout' }
    },
    () => time,
  )
  const reasons = []
  for (const url of ['a', 'b', 'c', 'd', 'e']) {
    const answer = await resolve(url)
    reasons.push(answer.kind === 'unreachable' && answer.reason)
  }
  expect(reasons).toEqual([...Array(3).fill('fetch.timeout'), ...Array(2).fill('fetch.budget')])
  expect(time).toBe(75_000)
})
