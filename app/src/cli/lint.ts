import { type Finding, validateEdc } from '@meritum/kit/elm'
import { isJsonObject, type JsonObject, parseStrictJson } from '@meritum/kit/json'
import { parseJades } from '@meritum/kit/proofs'
import { type Command, type CommandInput, UsageError } from './command.ts'
import { readNamedFile } from './read-file.ts'

const mostBytes = 5 * 1024 * 1024

export const lint: Command = {
  usage: 'FILE [--json]',
  about:
    'Says where a European Digital Credential, sealed or not, departs from the European Learning Model (Generic\nprofile). Whether it is genuine is another question: see "meritum verify".',
  options: { json: { type: 'boolean', about: 'Print the findings as JSON' } },
  positionals: { least: 1, most: 1 },
  exitCodes: [
    [0, 'it conforms'],
    [1, 'it does not, or can not be read'],
  ],
  async run({ values, positionals, terminal }) {
    const bytes = await readNamedFile(positionals[0]!, mostBytes)
    const document = readDocument(bytes)
    const findings = 'unreadable' in document ? [document.unreadable] : validateEdc(document.found)
    if (values.json) terminal.print(JSON.stringify({ conforms: findings.length === 0, findings }, null, 2))
    else sayFindings(findings, terminal)
    return findings.length === 0 ? 0 : 1
  },
}

type Problem = Finding | { readonly code: string; readonly path: ''; readonly params: Finding['params'] }

/** The credential itself, out of its seal or out of the upload form of the EU's issuer. */
function readDocument(bytes: Uint8Array): { found: JsonObject } | { unreadable: Problem } {
  try {
    const whole = parseStrictJson(bytes)
    if (!isJsonObject(whole)) return unreadable('elm.not_an_object')
    if (typeof whole.payload === 'string')
      return { found: parseStrictJson(parseJades(bytes).payload) as JsonObject }
    return { found: isJsonObject(whole.credential) ? whole.credential : whole }
  } catch (error) {
    if (error instanceof Error && error.name === 'KitError')
      return unreadable((error as Error & { code: string }).code)
    throw new UsageError((error as Error).message)
  }
}

function unreadable(code: string): { unreadable: Problem } {
  return { unreadable: { code, path: '', params: {} } }
}

function sayFindings(findings: readonly Problem[], terminal: CommandInput['terminal']): void {
  for (const { code, path, params } of findings) {
    const details = Object.entries(params).map(([name, value]) => `${name}: ${value}`)
    const line = [path || '(whole file)', code, ...details].join('  ')
    terminal.print(line.replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' '))
  }
  if (findings.length === 0) terminal.print('It conforms.')
}
