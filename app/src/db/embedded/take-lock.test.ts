import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { StartRefusal } from '../../errors.ts'
import { processStart } from './processes.ts'
import { findLockHolder, refuseIfLocked, takeLock } from './take-lock.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritum-lock-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const write = (content: string) => writeFileSync(join(folder, 'server.lock'), content)

test('who holds the lock keeps others out until it is released', () => {
  const lock = takeLock(folder)
  expect(findLockHolder(folder)).toBe(process.pid)
  expect(() => takeLock(folder)).toThrow(`Meritum already runs on ${folder} (process ${process.pid}).`)
  expect(() => refuseIfLocked(folder)).toThrow(StartRefusal)
  lock.release()
  expect(readdirSync(folder)).toEqual([])
  takeLock(folder).release()
})

test.each([
  ['a process that has ended', JSON.stringify({ pid: 2 ** 22 + 1, started: 'x', folder: '/' })],
  [
    'another process with the same number',
    JSON.stringify({ pid: process.pid, started: 'earlier', folder: '/' }),
  ],
  ['half a file', '{"pid":'],
  ['nothing', ''],
])('a lock left by %s is taken over', (_, content) => {
  write(content)
  expect(findLockHolder(folder)).toBeUndefined()
  const lock = takeLock(folder)
  expect(findLockHolder(folder)).toBe(process.pid)
  lock.release()
})

test('releasing leaves alone what another process has taken over', () => {
  const lock = takeLock(folder)
  write(JSON.stringify({ pid: 1, started: processStart(1), folder }))
  lock.release()
  expect(existsSync(join(folder, 'server.lock'))).toBe(true)
})

test('a process that has ended has no start, and another has another start', async () => {
  const child = spawn('sleep', ['5'])
  const started = processStart(child.pid!)
  expect(started).toBeTruthy()
  expect(started).not.toBe(processStart(process.pid))
  child.kill('SIGKILL')
  await new Promise(resolve => child.once('exit', resolve))
  expect(processStart(child.pid!)).toBeUndefined()
})
