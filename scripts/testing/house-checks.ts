import { type Count, runStep } from './run-step.ts'

/** Each counts as one test. */
const checks: readonly { name: string; command: string; args: readonly string[] }[] = [
  { name: 'build', command: 'tsc', args: ['-b'] },
  { name: 'types of the tests', command: 'tsc', args: ['-p', 'tsconfig.test.json'] },
  { name: 'lint', command: 'biome', args: ['check', '.'] },
  { name: 'architecture', command: 'node', args: ['scripts/check-architecture.ts'] },
]

export async function runHouseChecks(): Promise<Count> {
  const count: Count = { passed: 0, failed: 0, skipped: 0 }
  for (const { name, command, args } of checks) {
    const { ok, seconds } = await runStep(command, args, { minutes: 5 })
    console.log(`${ok ? 'passed' : 'FAILED'}: ${name} (${seconds} s)`)
    if (ok) count.passed++
    else count.failed++
  }
  return count
}
