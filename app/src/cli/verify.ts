import { access, constants, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Report, Verdict } from '@meritum/kit/report'
import type { PresentationRequest, TrustStore } from '@meritum/kit/verify'
import { systemClock } from '../clock.ts'
import { createFetches } from '../rooms/verifying/create-fetches.ts'
import { presentReport } from '../rooms/verifying/present-report.ts'
import { readTrust } from '../rooms/verifying/trust.ts'
import { checkUpload, type UploadChecks } from '../rooms/verifying/uploads/check-upload.ts'
import { verifyAnything } from '../rooms/verifying/verify-anything.ts'
import { isLocale, type Locale, locales } from '../web/i18n/index.ts'
import { type Command, type CommandInput, UsageError } from './command.ts'
import { describeReport, inOneLine } from './describe-report.ts'
import { configOf } from './read-config.ts'
import { readNamedFile } from './read-file.ts'

/** Beyond what a credential can be; the report then says so itself. */
const mostBytes = 64 * 1024 * 1024
/** EX_SOFTWARE of sysexits.h: 1 would be a verdict. */
const brokenExitCode = 70

export const verify: Command = {
  usage:
    'FILE… [--trust PATH] [--at TIME] [--audience A --nonce N] [--key-binding required] [--offline] [--json] [--language TAG]',
  about:
    'Says whether credentials are genuine and in force. A FILE is a credential, or a picture, PDF or zip archive that\ncarries some; - is standard input. Needs no database. The status of our own credentials is read from the data\nfolder; that of others is fetched.',
  options: {
    trust: {
      type: 'string',
      value: 'PATH',
      about:
        'Whom to trust: certificates (PEM, DER), lists of issuers (JSON), EU trusted lists (XML, signers pinned in NAME.signers.pem); a file or a folder; else trust/ in the data folder',
    },
    at: {
      type: 'string',
      value: 'TIME',
      about: 'Ask about another moment: 2026-11-21 or 2026-11-21T14:32:00Z',
    },
    audience: { type: 'string', value: 'A', about: 'Whom a proof of possession must be meant for' },
    nonce: { type: 'string', value: 'N', about: 'The word that a proof of possession must repeat' },
    'key-binding': {
      type: 'string',
      value: 'required',
      about: 'Ask for a proof of possession; needs --audience and --nonce',
    },
    offline: { type: 'boolean', about: 'Fetch nothing: what others publish is then unknown' },
    json: { type: 'boolean', about: 'Print one report as JSON per line, as the API gives it, with its file' },
    language: {
      type: 'string',
      value: 'TAG',
      about: `Language of the words: ${locales.join(', ')}; en unless told`,
    },
  },
  positionals: { least: 1, most: Number.MAX_SAFE_INTEGER },
  exitCodes: [
    [0, 'valid, all of them'],
    [1, 'invalid, one or more'],
    [2, 'none is invalid, but of one or more it could not be told'],
    [brokenExitCode, 'the check itself failed'],
  ],
  async run(input) {
    try {
      return await verifyFiles(input)
    } catch (error) {
      if (error instanceof UsageError) throw error
      input.terminal.complain(`meritum: ${error instanceof Error ? error.message : String(error)}`)
      return brokenExitCode
    }
  },
}

async function verifyFiles(input: CommandInput): Promise<number> {
  const { values, positionals, terminal } = input
  const locale = readLanguage(values.language)
  const checks = await readChecks(input)
  await requireFiles(positionals)
  const verdicts = new Set<Verdict>()
  let isFirst = true
  for (const path of positionals) {
    const bytes = await readNamedFile(path, mostBytes)
    for (const { file, report } of await checkUpload({ name: path, bytes }, checks)) {
      verdicts.add(report.verdict)
      if (values.json) terminal.print(JSON.stringify({ file, ...presentReport(report, locale) }))
      else
        sayReport(terminal, locale, report, {
          file: file === positionals[0] && positionals.length === 1 ? undefined : file,
          isFirst,
        })
      isFirst = false
    }
  }
  return verdicts.has('invalid') ? 1 : verdicts.has('indeterminate') ? 2 : 0
}

async function readChecks({ values, environment, terminal }: CommandInput): Promise<UploadChecks> {
  const at = readMoment(values.at)
  const presentation = readPresentation(values)
  const { dataFolder, baseUrl } = configOf(environment)
  const trust = await readTrustOption(values.trust, join(dataFolder, 'trust'), terminal)
  const fetches = createFetches(baseUrl, id => readPublished(dataFolder, id), {
    offline: values.offline === true,
  })
  return {
    at,
    verify: bytes =>
      verifyAnything(bytes, { at, trust, ...fetches, ...(presentation ? { presentation } : {}) }),
  }
}

/** RFC 9901 §9.5: what is asked for is decided before anything is seen of what was sent. */
function readPresentation(values: CommandInput['values']): PresentationRequest | undefined {
  const { audience, nonce, 'key-binding': keyBinding } = values
  if (keyBinding !== undefined && keyBinding !== 'required')
    throw new UsageError(`--key-binding ${keyBinding}: required is the only value`)
  if (keyBinding === 'required' && (audience === undefined || nonce === undefined))
    throw new UsageError(
      '--key-binding required: needs --audience and --nonce, or an old proof could be shown again',
    )
  if (audience === undefined && nonce === undefined) return undefined
  return {
    ...(audience === undefined ? {} : { audience: String(audience) }),
    ...(nonce === undefined ? {} : { nonce: String(nonce) }),
    keyBinding: keyBinding === 'required' ? 'required' : 'optional',
  }
}

/** Before anything is said, so that a mistyped name isn't found after a hundred answers. */
async function requireFiles(paths: readonly string[]): Promise<void> {
  if (paths.filter(path => path === '-').length > 1)
    throw new UsageError('- (standard input) can be read once')
  for (const path of paths) {
    if (path === '-') continue
    await access(path, constants.R_OK).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(`${path} can not be read: ${error.code}`)
    })
  }
}

function sayReport(
  terminal: CommandInput['terminal'],
  locale: Locale,
  report: Report,
  { file, isFirst }: { file: string | undefined; isFirst: boolean },
): void {
  if (!isFirst) terminal.print('')
  if (file !== undefined) terminal.print(inOneLine(`${file}:`))
  for (const line of describeReport(report, locale)) terminal.print(line)
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

/** What can't be loaded is said on the way; when nothing can, there is nothing to go on. */
async function readTrustOption(
  path: CommandInput['values'][string],
  usual: string,
  terminal: CommandInput['terminal'],
): Promise<TrustStore> {
  const problems: string[] = []
  const store = await readTrust(path === undefined ? usual : String(path), (file, error) =>
    problems.push(`${file} can not be loaded: ${error instanceof Error ? error.message : String(error)}`),
  )
  if (path !== undefined && store.sources.every(({ failure }) => failure !== undefined)) {
    throw new UsageError(`--trust: ${problems.join('; ') || `nothing to trust in ${path}`}`)
  }
  for (const problem of problems) terminal.complain(`meritum: ${inOneLine(problem)}`)
  return store
}

async function readPublished(dataFolder: string, listId: string): Promise<string | undefined> {
  try {
    return await readFile(join(dataFolder, 'status', `${listId}.jwt`), 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}
