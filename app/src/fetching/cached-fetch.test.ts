import { expect, test } from 'vitest'
import { createCachedFetch } from './cached-fetch.ts'
import { FetchError } from './fetch-error.ts'
import { fetchRules } from './fetch-remote.ts'

const rules = fetchRules('http://localhost:3000')

function setUp(serve: (url: string) => Uint8Array = url => Buffer.from(url)) {
  const asked: string[] = []
  let time = 0
  const fetch = createCachedFetch(
    () => time,
    async url => {
      asked.push(url)
      return { bytes: serve(url), mediaType: 'text/plain', url }
    },
  )
  return {
    asked,
    pass: (milliseconds: number) => (time += milliseconds),
    ask: (url: string) => fetch(url, '*/*', rules),
  }
}

test('asks once a minute, also when many ask at the same time', async () => {
  const { asked, ask, pass } = setUp()
  const answers = await Promise.all([ask('https://a.example'), ask('https://a.example')])
  expect(answers.map(answer => answer.kind === 'found' && String(answer.body))).toEqual([
    'https://a.example',
    'https://a.example',
  ])
  pass(59_999)
  await ask('https://a.example')
  expect(asked).toHaveLength(1)
  pass(1)
  await ask('https://a.example')
  expect(asked).toHaveLength(2)
})

test('a failure is remembered for ten seconds, and its reason told', async () => {
  const { asked, ask, pass } = setUp(() => {
    throw new FetchError('fetch.timeout')
  })
  expect(await ask('https://a.example')).toEqual({ kind: 'unreachable', reason: 'fetch.timeout' })
  pass(9_999)
  await ask('https://a.example')
  expect(asked).toHaveLength(1)
  pass(1)
  await ask('https://a.example')
  expect(asked).toHaveLength(2)
})

test('what is remembered has an end', async () => {
  const { asked, ask } = setUp(() => new Uint8Array(1024 * 1024))
  for (let index = 0; index < 40; index += 1) await ask(`https://a.example/${index}`)
  await ask('https://a.example/39')
  expect(asked).toHaveLength(40)
  await ask('https://a.example/0')
  expect(asked).toHaveLength(41)
})
