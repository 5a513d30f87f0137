import { expect, test } from 'vitest'
import { commands } from './commands.ts'
import { runCommand } from './run-command.ts'

async function run(...args: string[]) {
  const said = { printed: [] as string[], complained: [] as string[] }
  const code = await runCommand(args, {
    environment: { MERITUM_DATA: '/nonexistent/meritum' },
    terminal: { print: line => said.printed.push(line), complain: line => said.complained.push(line) },
  })
  return { code, printed: said.printed.join('\n'), complained: said.complained.join('\n') }
}

test('help lists every command, under the name that works without a download', async () => {
  const { code, printed, complained } = await run('help')
  expect({ code, complained }).toEqual({ code: 0, complained: '' })
  expect(printed).toContain('npx --no meritum')
  for (const { name, summary } of commands) expect(printed).toMatch(new RegExp(`${name} +${summary}`))
})

test.each(
  commands.map(({ name }) => name),
)('%s says how to use it and what its exit codes mean', async name => {
  const asked = await run(name, '--help')
  expect(asked).toMatchObject({ code: 0, complained: '' })
  expect(asked.printed).toMatch(/^Usage: npx --no meritum /)
  expect(asked.printed).toMatch(/Exit codes:\n {2}0 +\S/)
  expect(asked.printed).toMatch(/\n {2}64 +wrong usage/)
  expect(await run('help', name)).toEqual(asked)
})

test.each([
  ['no command', []],
  ['an unknown command', ['dance']],
  ['help for an unknown command', ['help', 'dance']],
  ['an unknown option', ['migrate', '--fast']],
  ['too many arguments', ['migrate', 'now']],
])('%s is wrong usage: exit code 64, and nothing on standard output', async (_, args) => {
  const { code, printed, complained } = await run(...args)
  expect({ code, printed }).toEqual({ code: 64, printed: '' })
  expect(complained).not.toBe('')
})

test('a command that needs the server says that none runs', async () => {
  const { code, complained } = await run('migrate')
  expect(code).toBe(1)
  expect(complained).toMatch(/^meritum: No server runs on \/nonexistent\/meritum\..*\[db\.not_running\]$/)
})
