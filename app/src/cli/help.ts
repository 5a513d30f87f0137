import type { Command } from './command.ts'
import type { CommandEntry } from './commands.ts'

/** What `meritum help` shows. */
export function describeCommands(commands: readonly CommandEntry[]): string {
  const listed: [string, string][] = [
    ...commands.map(({ name, summary }): [string, string] => [name, summary]),
    ['help', 'Show this, or with a name of a command how to use it'],
  ]
  return ['Usage: npx --no meritum <command>', '', ...columns(listed)].join('\n')
}

/** What `meritum <name> --help` shows. */
export function describeCommand(name: string, command: Command): string {
  const options = Object.entries(command.options).map(([option, { value, about }]): [string, string] => [
    `--${option}${value ? ` ${value}` : ''}`,
    about,
  ])
  const codes = command.exitCodes.map(([code, meaning]): [string, string] => [String(code), meaning])
  return [
    `Usage: npx --no meritum ${name} ${command.usage}`.trimEnd(),
    '',
    command.about,
    '',
    'Options:',
    ...columns([...options, ['--help', 'Show this']]),
    '',
    'Exit codes:',
    ...columns([...codes, ['64', 'wrong usage']]),
  ].join('\n')
}

function columns(rows: readonly [string, string][]): string[] {
  const width = Math.max(...rows.map(([left]) => left.length))
  return rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)
}
