import { expect, test } from 'vitest'
import { judgeConformance } from './judge-conformance.ts'
import { countReport as countJourneys } from './run-journeys.ts'
import { countReport as countTests } from './run-vitest.ts'

const file = (status: string, ...results: string[]) => ({
  name: `${process.cwd()}/conformance/set.test.ts`,
  status,
  assertionResults: results.map((result, index) => ({ status: result, fullName: `test ${index}` })),
})
const report = (
  numPassedTests: number,
  numFailedTests: number,
  ...testResults: ReturnType<typeof file>[]
) => ({
  numPassedTests,
  numFailedTests,
  testResults,
})

test('skipped tests are counted and named', () => {
  expect(countTests(report(1, 0, file('passed', 'passed', 'skipped', 'todo')), true)).toEqual({
    count: { passed: 1, failed: 0, skipped: 2 },
    skipped: ['conformance/set.test.ts: test 1', 'conformance/set.test.ts: test 2'],
  })
})

test('a file that does not load has failed, though none of its tests has', () => {
  const end = countTests(report(1, 1, file('failed', 'passed', 'failed'), file('failed')), false)
  expect(end.count).toEqual({ passed: 1, failed: 2, skipped: 0 })
})

test('a run that fails without a failed test counts as one', () => {
  expect(countTests(report(3, 0, file('passed', 'passed')), false).count.failed).toBe(1)
  const stats = { expected: 3, unexpected: 0, flaky: 0, skipped: 1 }
  expect(countJourneys({ stats, errors: [] }, false)).toEqual({ passed: 3, failed: 1, skipped: 1 })
})

test('a journey that passes only when tried again has failed', () => {
  const stats = { expected: 3, unexpected: 1, flaky: 1, skipped: 0 }
  expect(countJourneys({ stats, errors: [] }, false)).toEqual({ passed: 3, failed: 2, skipped: 0 })
})

test('a skipped conformance test counts as failed where the data is there, and only there', () => {
  const skipped = ['conformance/set.test.ts: a', 'app/src/log.test.ts: b']
  expect(judgeConformance(skipped, process.cwd())).toEqual({ passed: 0, failed: 1, skipped: -1 })
  expect(judgeConformance(skipped, '/nonexistent/shared')).toEqual({
    passed: 0,
    failed: 0,
    skipped: expect.closeTo(0),
  })
})
