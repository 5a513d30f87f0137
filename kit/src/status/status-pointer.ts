import { asList, isJsonObject, type JsonObject, type JsonValue } from '../json/index.ts'
import { maxStatusSize } from './bitstring.ts'
import { type StatusPurpose, statusPurposes } from './read-status-list.ts'

/** Where a credential says that its status is published. */
export type StatusPointer =
  | {
      readonly kind: 'bitstring'
      readonly url: string
      readonly index: number
      readonly purpose: StatusPurpose
      readonly size: number
      readonly messages?: ReadonlyMap<number, string>
    }
  | { readonly kind: 'token'; readonly url: string; readonly index: number }
  /** It says so in a way that can't be read or that we don't know: what it says stays open. */
  | {
      readonly kind: 'unreadable'
      readonly code: 'status.malformed' | 'status.index_range' | 'status.unknown_type'
    }

const maxPointers = 8
const maxUrlLength = 2048

/** `credentialStatus` of a W3C credential: one entry or several (Bitstring Status List 1.0 §2.1). */
export function readCredentialStatus(value: JsonValue | undefined): StatusPointer[] {
  const entries = asList(value)
  const pointers = entries.slice(0, maxPointers).map(readBitstringEntry)
  return entries.length > maxPointers ? [...pointers, unreadable('status.malformed')] : pointers
}

/** The claim `status` of a token (Token Status List §6.2). */
export function readStatusClaim(value: JsonValue | undefined): StatusPointer[] {
  if (value === undefined) return []
  if (!isJsonObject(value)) return [unreadable('status.malformed')]
  const names = Object.keys(value)
  if (names.length === 0) return [unreadable('status.malformed')]
  return names.map(name =>
    name === 'status_list' ? readTokenEntry(value[name]!) : unreadable('status.unknown_type'),
  )
}

function readBitstringEntry(entry: JsonValue): StatusPointer {
  if (!isJsonObject(entry)) return unreadable('status.malformed')
  if (!asList(entry.type).includes('BitstringStatusListEntry')) return unreadable('status.unknown_type')
  const { statusPurpose, statusListIndex, statusListCredential, statusSize = 1 } = entry
  const purpose = statusPurposes.find(known => known === statusPurpose)
  const size = typeof statusSize === 'number' && Number.isInteger(statusSize) ? statusSize : 0
  const isWhole = isAddress(statusListCredential) && size >= 1 && size <= maxStatusSize
  // §2.1: a decimal number as text, so `1e3`, ` 7` or `0x10` is none.
  const isIndex = typeof statusListIndex === 'string' && /^(0|[1-9]\d*)$/.test(statusListIndex)
  if (!isWhole || !isIndex || typeof statusPurpose !== 'string') return unreadable('status.malformed')
  if (!purpose) return unreadable('status.unknown_type')
  const index = Number(statusListIndex)
  if (!Number.isSafeInteger(index * size)) return unreadable('status.index_range')
  const messages = readMessages(entry, size)
  if (messages === 'malformed' || (purpose === 'message' && !messages)) return unreadable('status.malformed')
  return {
    kind: 'bitstring',
    url: statusListCredential,
    index,
    purpose,
    size,
    ...(messages ? { messages } : {}),
  }
}

/** §2.1: as many messages as an entry has values, each with its value in hexadecimal. */
function readMessages(
  entry: JsonObject,
  size: number,
): ReadonlyMap<number, string> | undefined | 'malformed' {
  const { statusMessage } = entry
  if (statusMessage === undefined) return size === 1 ? undefined : 'malformed'
  if (!Array.isArray(statusMessage) || statusMessage.length !== 2 ** size) return 'malformed'
  const messages = new Map<number, string>()
  for (const line of statusMessage) {
    if (!isJsonObject(line) || typeof line.status !== 'string' || typeof line.message !== 'string')
      return 'malformed'
    if (!/^0x[0-9a-f]{1,2}$/i.test(line.status)) return 'malformed'
    messages.set(Number(line.status), line.message)
  }
  return messages.size === statusMessage.length && Math.max(...messages.keys()) < 2 ** size
    ? messages
    : 'malformed'
}

function readTokenEntry(entry: JsonValue): StatusPointer {
  if (!isJsonObject(entry) || !isAddress(entry.uri)) return unreadable('status.malformed')
  const { idx } = entry
  if (typeof idx !== 'number' || !Number.isInteger(idx) || idx < 0) return unreadable('status.malformed')
  return { kind: 'token', url: entry.uri, index: idx }
}

function isAddress(value: JsonValue | undefined): value is string {
  return (
    typeof value === 'string' && value.length <= maxUrlLength && /^https?:\/\/[^\s#]+(#\S*)?$/.test(value)
  )
}

function unreadable(code: Extract<StatusPointer, { kind: 'unreadable' }>['code']): StatusPointer {
  return { kind: 'unreadable', code }
}
