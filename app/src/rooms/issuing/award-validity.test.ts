import { describe, expect, test } from 'vitest'
import { calendarDate, decideLastDay, endOfDay, lastDayByRule } from './award-validity.ts'

const stockholm = 'Europe/Stockholm'
const months = (count: number) => ({ kind: 'months', months: count }) as const

describe('lastDayByRule', () => {
  test.each([
    ['2026-03-14', 36, '2029-03-14'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-08-31', 6, '2027-02-28'],
  ])('%s and %i months → %s', (awardedOn, count, lastDay) => {
    expect(lastDayByRule(months(count), awardedOn)).toBe(lastDay)
  })

  test('has no last day without end', () => {
    expect(lastDayByRule({ kind: 'unlimited' }, '2026-03-14')).toBeUndefined()
  })
})

describe('endOfDay', () => {
  test.each([
    ['2029-03-14', '2029-03-14T22:59:59Z'],
    ['2026-07-01', '2026-07-01T21:59:59Z'],
    ['2026-03-29', '2026-03-29T21:59:59Z'],
    ['2026-10-25', '2026-10-25T22:59:59Z'],
  ])('%s in Sweden ends at %s', (date, instant) => {
    expect(endOfDay(date, stockholm)).toBe(instant)
  })

  test('is still the same day where it is shown', () => {
    for (let day = 1; day <= 366; day++) {
      const date = new Date(Date.UTC(2028, 0, day)).toISOString().slice(0, 10)
      const end = new Date(endOfDay(date, stockholm))
      expect(calendarDate(end, stockholm)).toBe(date)
      expect(calendarDate(new Date(end.getTime() + 1000), stockholm)).not.toBe(date)
    }
  })
})

describe('decideLastDay', () => {
  const refusal = (key: string) => expect.objectContaining({ problems: [{ field: 'validUntil', key }] })

  test('lets the issuer choose an earlier day, the day itself too', () => {
    expect(decideLastDay(months(36), '2026-03-14', undefined)).toBe('2029-03-14')
    expect(decideLastDay(months(36), '2026-03-14', '2027-01-01')).toBe('2027-01-01')
    expect(decideLastDay(months(36), '2026-03-14', '2026-03-14')).toBe('2026-03-14')
    expect(decideLastDay({ kind: 'unlimited' }, '2026-03-14', undefined)).toBeUndefined()
    expect(decideLastDay({ kind: 'unlimited' }, '2026-03-14', '2030-01-01')).toBe('2030-01-01')
  })

  test('refuses an end before the award, also by rule, and one beyond the rule', () => {
    expect(() => decideLastDay(months(36), '2026-03-14', '2026-03-13')).toThrow(
      refusal('issuing.award.expiry_before_award'),
    )
    expect(() => decideLastDay(months(-1), '2026-03-14', undefined)).toThrow(
      refusal('issuing.award.expiry_before_award'),
    )
    expect(() => decideLastDay(months(36), '2026-03-14', '2029-03-15')).toThrow(
      refusal('issuing.award.expiry_after_rule'),
    )
  })
})
