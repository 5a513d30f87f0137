import { AppError } from '../errors.ts'
import type { FormInput, PostedFile } from '../rooms/route.ts'

const mostFields = 400
const mostFiles = 600
/** A pasted credential is the longest text; what a route takes in all is its own limit. */
const longestField = 6 * 1024 * 1024
const longestName = 200

type Entry = readonly [name: string, value: string | PostedFile]

/**
 * Reads a posted form: `application/x-www-form-urlencoded` (WHATWG URL §5.1, but what isn't UTF-8 or is a
 * broken escape is refused instead of repaired) or `multipart/form-data` (RFC 7578).
 * Throws `input.malformed`, `input.too_large` or `input.unsupported_type`.
 */
export async function parseForm(contentType: string | null, body: Uint8Array): Promise<FormInput> {
  const [type = '', ...parameters] = (contentType ?? '').split(';').map(part => part.trim())
  const charset = parameters.find(parameter => /^charset=/i.test(parameter))?.slice(8)
  if (charset && !/^"?utf-8"?$/i.test(charset)) throw new AppError('input.unsupported_type')
  switch (type.toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return collect(readUrlEncoded(body))
    case 'multipart/form-data':
      return collect(await readMultipart(contentType!, body))
    default:
      if (type === '' && body.byteLength === 0) return collect([])
      throw new AppError('input.unsupported_type')
  }
}

function readUrlEncoded(body: Uint8Array): Entry[] {
  return decodeUtf8(body)
    .split('&')
    .filter(pair => pair !== '')
    .map(pair => {
      const split = pair.indexOf('=')
      const name = split < 0 ? pair : pair.slice(0, split)
      return [unescapeText(name), split < 0 ? '' : unescapeText(pair.slice(split + 1))]
    })
}

function unescapeText(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch (cause) {
    throw new AppError('input.malformed', { cause })
  }
}

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch (cause) {
    throw new AppError('input.malformed', { cause })
  }
}

async function readMultipart(contentType: string, body: Uint8Array): Promise<Entry[]> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } })
    .formData()
    .catch((cause: unknown) => {
      throw new AppError('input.malformed', { cause })
    })
  const entries: Entry[] = []
  const hasReplacement = Buffer.from(body.buffer, body.byteOffset, body.byteLength).includes('\ufffd')
  for (const [name, value] of form.entries()) {
    // The parser puts U+FFFD in place of what isn't UTF-8.
    if (typeof value === 'string' && value.includes('\ufffd') && !hasReplacement)
      throw new AppError('input.malformed')
    if (typeof value === 'string') entries.push([name, value])
    // A file field that was left empty is sent as a file without name and bytes.
    else if (value.size > 0 || value.name !== '') {
      entries.push([name, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) }])
    }
  }
  return entries
}

function collect(entries: readonly Entry[]): FormInput {
  const isFile = (entry: Entry): entry is readonly [string, PostedFile] => typeof entry[1] !== 'string'
  const files = entries.filter(isFile)
  const texts = entries.filter((entry): entry is readonly [string, string] => !isFile(entry))
  if (files.length > mostFiles || texts.length > mostFields) throw new AppError('input.too_large')
  for (const [name] of entries) {
    if (name.length > longestName) throw new AppError('input.too_large')
    if (name.includes('\0')) throw new AppError('input.malformed')
  }
  const lists = gather(texts.map(([name, text]) => [name, cleanText(text)]))
  const fileLists = gather(files)
  return { values: lastOfEach(lists), lists, files: lastOfEach(fileLists), fileLists }
}

function gather<T>(entries: readonly (readonly [string, T])[]): Record<string, T[]> {
  const lists: Record<string, T[]> = Object.create(null)
  for (const [name, value] of entries) {
    const list = lists[name]
    if (list) list.push(value)
    else lists[name] = [value]
  }
  return lists
}

function lastOfEach<T>(lists: Record<string, T[]>): Record<string, T> {
  const last: Record<string, T> = Object.create(null)
  for (const [name, list] of Object.entries(lists)) last[name] = list.at(-1)!
  return last
}

/** Browsers send line ends as CR LF. A NUL can't be stored. */
function cleanText(value: string): string {
  if (value.length > longestField) throw new AppError('input.too_large')
  if (value.includes('\0')) throw new AppError('input.malformed')
  return value.replaceAll('\r\n', '\n')
}
