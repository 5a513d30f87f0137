import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function lines(level: string, write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const written: string[] = []
  write(createLog({ logLevel: level }, { write: line => written.push(line) }))
  return written.map(line => JSON.parse(line))
}

test('secrets and what a person can be known by are redacted, at the top and one level down', () => {
  const [line] = lines('info', log =>
    log.info({
      password: 'hidden',
      route: '/wallet',
      headers: { cookie: 'hidden', 'set-cookie': 'hidden', authorization: 'hidden' },
      person: { id: '1', name: 'hidden', email: 'hidden', dateOfBirth: 'hidden' },
    }),
  )
  expect(JSON.stringify(line)).not.toContain('hidden')
  expect(line).toMatchObject({ route: '/wallet', person: { id: '1', name: '[redacted]' } })
})

test('an error keeps its message and loses the rows that PostgreSQL repeats', () => {
  const error = Object.assign(new Error('duplicate key'), {
    code: '23505',
    detail: 'Key (x)=(hidden) exists',
    client: { secretKey: 'hidden' },
  })
  const [line] = lines('error', log => log.error({ err: error }, 'failed'))
  expect(JSON.stringify(line)).not.toContain('hidden')
  expect(line).toMatchObject({ msg: 'failed', err: { message: 'duplicate key', code: '23505' } })
})

test('the level decides what is written', () => {
  expect(lines('warn', log => log.info('quiet'))).toEqual([])
})
