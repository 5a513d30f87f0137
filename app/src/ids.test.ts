import { expect, test } from 'vitest'
import { systemIds } from './ids.ts'

test('row keys are UUIDv7: version, variant, and the millisecond in front', () => {
  const before = Date.now()
  const id = systemIds.uuid()
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  const milliseconds = Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)
  expect(milliseconds).toBeGreaterThanOrEqual(before)
  expect(milliseconds).toBeLessThanOrEqual(Date.now())
})

test('ids that leave the house tell nothing of when', () => {
  expect(systemIds.randomUuid()).toMatch(/^[0-9a-f-]{14}4[0-9a-f]{3}-[89ab][0-9a-f-]{16}$/)
})

test('codes are three groups of four from an alphabet without look-alikes, and differ', () => {
  const codes = new Set(Array.from({ length: 500 }, () => systemIds.code()))
  expect(codes.size).toBe(500)
  for (const code of codes) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/)
})
