import type { Command } from './command.ts'

export interface CommandEntry {
  readonly name: string
  readonly summary: string
  /** Loaded when it is asked for, so that a quick command doesn't wait for the server's code. */
  load(): Promise<Command>
}

/** Every command, in the order in which the help shows them. */
export const commands: readonly CommandEntry[] = [
  {
    name: 'serve',
    summary: 'Run the server, with its database and its jobs',
    load: async () => (await import('./serve.ts')).serve,
  },
  {
    name: 'migrate',
    summary: 'Bring the database to the newest form',
    load: async () => (await import('./migrate.ts')).migrateCommand,
  },
  {
    name: 'verify',
    summary: 'Say whether a credential is genuine and in force',
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    name: 'lint',
    summary: 'Say where a credential departs from the European Learning Model',
    load: async () => (await import('./lint.ts')).lint,
  },
]
