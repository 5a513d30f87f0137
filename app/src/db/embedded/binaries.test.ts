import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPackage, prepareBinaries } from './binaries.ts'

const isRoot = process.getuid?.() === 0
const nobody = { name: 'nobody', uid: 65534, gid: 65534 }
let folder: string
let native: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritum-binaries-'))
  chmodSync(folder, 0o755)
  // As under root's home: installed where no other user gets in, and without the links that npm leaves out.
  native = join(folder, 'closed', 'native')
  cpSync(findPackage().native, native, { recursive: true, filter: path => !lstatSync(path).isSymbolicLink() })
  chmodSync(join(folder, 'closed'), 0o700)
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the programs are used where npm put them, with the library links that npm leaves out', () => {
  const binaries = prepareBinaries(folder, undefined, { native, version: '18.4.0' })
  expect(binaries).toMatchObject({ folder: native, major: '18', copied: false })
  if (process.platform === 'linux') expect(existsSync(join(native, 'lib/libicuuc.so.60'))).toBe(true)
})

test.runIf(isRoot)('a user who can not reach them gets a copy, made once for each version', () => {
  const old = prepareBinaries(folder, nobody, { native, version: '18.3.0' })
  const first = prepareBinaries(folder, nobody, { native, version: '18.4.0' })
  expect(first).toMatchObject({ folder: join(folder, 'postgresql-18.4.0'), copied: true })
  expect(existsSync(old.folder)).toBe(false)
  const made = statSync(first.postgres)
  expect({ uid: made.uid, writable: made.mode & 0o022 }).toEqual({ uid: 0, writable: 0 })
  const second = prepareBinaries(folder, nobody, { native, version: '18.4.0' })
  expect(statSync(second.postgres).ctimeMs).toBe(made.ctimeMs)
})
