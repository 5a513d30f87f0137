import { parseArgs } from 'node:util'
import { StartRefusal } from '../errors.ts'
import { type Command, type CommandInput, UsageError, usageExitCode } from './command.ts'
import { commands } from './commands.ts'
import { describeCommand, describeCommands } from './help.ts'

type Surroundings = Pick<CommandInput, 'environment' | 'terminal'>

/** Finds the command, parses what stands after it, runs it. Returns the exit code; never throws. */
export async function runCommand(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings
  try {
    return await dispatch(args, surroundings)
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`meritum: ${error.message}`)
      return usageExitCode
    }
    if (error instanceof StartRefusal) terminal.complain(`meritum: ${error.message} [${error.code}]`)
    else terminal.complain(`meritum: ${error instanceof Error ? error.stack : String(error)}`)
    return 1
  }
}

async function dispatch(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings
  const asksHelp = args[0] === 'help' || args[0] === '--help' || args[0] === '-h'
  const name = asksHelp ? args[1] : args[0]
  if (name === undefined) {
    if (asksHelp) terminal.print(describeCommands(commands))
    else terminal.complain(describeCommands(commands))
    return asksHelp ? 0 : usageExitCode
  }
  const entry = commands.find(command => command.name === name)
  if (!entry) throw new UsageError(`there is no command "${name}"; "npx --no meritum help" lists them`)
  const command = await entry.load()
  const given = parse(name, command, asksHelp ? ['--help'] : args.slice(1))
  if (given.values.help) {
    terminal.print(describeCommand(name, command))
    return 0
  }
  checkPositionals(name, command, given.positionals)
  return command.run({ ...given, ...surroundings })
}

function parse(name: string, command: Command, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries(command.options).map(([key, { type }]) => [key, { type }]),
  )
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    })
    return { values: values as CommandInput['values'], positionals }
  } catch (error) {
    throw new UsageError(`${name}: ${(error as Error).message}`)
  }
}

function checkPositionals(name: string, command: Command, given: readonly string[]): void {
  const { least, most } = command.positionals
  if (given.length >= least && given.length <= most) return
  throw new UsageError(
    `${name} ${command.usage}: ${given.length < least ? 'something is missing' : 'too much given'}`,
  )
}
