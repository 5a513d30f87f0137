/** Where a command's words go: answers to standard output, problems to standard error. */
export interface Terminal {
  print(line: string): void
  complain(line: string): void
}

export interface CommandInput {
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  readonly positionals: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly terminal: Terminal
}

export interface CommandOption {
  readonly type: 'string' | 'boolean'
  /** The word for its value in the help: `PATH`. */
  readonly value?: string
  readonly about: string
}

/** One command of the command line; `commands.ts` lists them. */
export interface Command {
  /** What stands after `meritum <name>`: `FILE [--json]`. */
  readonly usage: string
  readonly about: string
  readonly options: Readonly<Record<string, CommandOption>>
  readonly positionals: { readonly least: number; readonly most: number }
  /** In the order in which the help shows them. */
  readonly exitCodes: readonly (readonly [code: number, meaning: string])[]
  /** Returns the exit code. Throws `UsageError` for wrong usage. */
  run(input: CommandInput): Promise<number>
}

/** Wrong usage of the command line: exit code 64 (EX_USAGE of sysexits.h). */
export class UsageError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'UsageError'
  }
}

export const usageExitCode = 64
