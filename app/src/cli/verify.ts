import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Verdict } from '@meritum/kit/report'
import { type TrustStore, verifyCredential } from '@meritum/kit/verify'
import { systemClock } from '../clock.ts'
import { presentReport } from '../rooms/verifying/present-report.ts'
import { createStatusListResolver } from '../rooms/verifying/resolve-status-list.ts'
import { readTrust } from '../rooms/verifying/trust.ts'
import { isLocale, type Locale, locales } from '../web/i18n/index.ts'
import { type Command, type CommandInput, UsageError } from './command.ts'
import { describeReport } from './describe-report.ts'
import { configOf } from './read-config.ts'
import { readNamedFile } from './read-file.ts'

/** Beyond what a credential can be; the report then says so itself. */
const mostBytes = 64 * 1024 * 1024
const exitCodes: Readonly<Record<Verdict, number>> = { valid: 0, invalid: 1, indeterminate: 2 }
/** EX_SOFTWARE of sysexits.h: 1 would be a verdict. */
const brokenExitCode = 70

export const verify: Command = {
  usage: 'FILE [--trust PATH] [--at TIME] [--json] [--language TAG]',
  about:
    'Says whether a credential is genuine and in force. FILE may be - for standard input.\nNeeds no database. The status of our own credentials is read from the data folder; that of others is fetched.',
  options: {
    trust: {
      type: 'string',
      value: 'PATH',
      about: 'Certificates to trust, PEM or DER, a file or a folder; else trust/ in the data folder',
    },
    at: {
      type: 'string',
      value: 'TIME',
      about: 'Ask about another moment: 2026-11-21 or 2026-11-21T14:32:00Z',
    },
    json: { type: 'boolean', about: 'Print the report as JSON, as the API gives it' },
    language: {
      type: 'string',
      value: 'TAG',
      about: `Language of the words: ${locales.join(', ')}; en unless told`,
    },
  },
  positionals: { least: 1, most: 1 },
  exitCodes: [
    [0, 'valid'],
    [1, 'invalid'],
    [2, 'could not be told'],
    [brokenExitCode, 'the check itself failed'],
  ],
  async run(input) {
    try {
      return await verifyFile(input)
    } catch (error) {
      if (error instanceof UsageError) throw error
      input.terminal.complain(`meritum: ${error instanceof Error ? error.message : String(error)}`)
      return brokenExitCode
    }
  },
}

async function verifyFile({ values, positionals, environment, terminal }: CommandInput): Promise<number> {
  const locale = readLanguage(values.language)
  const at = readMoment(values.at)
  const { dataFolder, baseUrl } = configOf(environment)
  const trust = await readTrustOption(values.trust, join(dataFolder, 'trust'))
  const bytes = await readNamedFile(positionals[0]!, mostBytes)
  const resolveStatusList = createStatusListResolver(baseUrl, id => readPublished(dataFolder, id))
  const report = await verifyCredential(bytes, { at, trust, resolveStatusList })
  if (values.json) terminal.print(JSON.stringify(presentReport(report, locale), null, 2))
  else for (const line of describeReport(report, locale)) terminal.print(line)
  return exitCodes[report.verdict]
}

function readLanguage(tag: CommandInput['values'][string]): Locale {
  if (tag === undefined) return 'en'
  if (isLocale(tag)) return tag
  throw new UsageError(`--language ${tag}: one of ${locales.join(', ')}`)
}

function readMoment(text: CommandInput['values'][string]): Date {
  if (text === undefined) return systemClock.now()
  const pattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/
  const moment = new Date(String(text))
  const isTime = pattern.test(String(text)) && !Number.isNaN(moment.getTime())
  if (isTime && isRealDate(String(text).slice(0, 10))) return moment
  throw new UsageError(`--at ${text}: a date (2026-11-21) or a time with its zone (2026-11-21T14:32:00Z)`)
}

/** `Date` takes 30 February for 2 March. */
function isRealDate(date: string): boolean {
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date)
}

async function readTrustOption(path: CommandInput['values'][string], usual: string): Promise<TrustStore> {
  try {
    const store = await readTrust(path === undefined ? usual : String(path))
    if (path !== undefined && store.anchors.length === 0) throw new Error(`${path} holds no certificate`)
    return store
  } catch (error) {
    throw new UsageError(`--trust: ${(error as Error).message}`)
  }
}

async function readPublished(dataFolder: string, listId: string): Promise<string | undefined> {
  try {
    return await readFile(join(dataFolder, 'status', `${listId}.jwt`), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
