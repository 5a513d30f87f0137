import { expect, test } from 'vitest'
import { ownPath } from './own-path.ts'

test.each([
  ['/wallet?x=1', '/wallet?x=1'],
  ['/a/../b', '/b'],
  ['/m/7KQ4-M2XP-9TRD', '/m/7KQ4-M2XP-9TRD'],
  ['/a//b', '/a//b'],
  ['/%2F/evil', '/%2F/evil'],
])('%s stays', (path, expected) => {
  expect(ownPath(path)).toBe(expected)
})

test.each([
  '',
  'wallet',
  '//evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/a/..//evil.example/x',
  '/././/evil.example',
  '/%2e//evil.example',
  '/a/%2E%2e//evil.example',
  '/\t/evil.example',
  '/x\r\nSet-Cookie: a=b',
  'https:evil',
  'javascript:alert(1)',
  `/${'a'.repeat(3000)}`,
])('%j leads nowhere', path => {
  const to = ownPath(path)
  expect(to).toBeUndefined()
})
