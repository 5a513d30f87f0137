/** One element of DER (X.690 §8, §10): its tag octet, its content, and the whole of it as it stands. */
export interface DerNode {
  readonly tag: number
  readonly content: Uint8Array
  readonly raw: Uint8Array
}

export const derTags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
} as const

/** Reads exactly one element. Own code because the libraries need milliseconds for each certificate. */
export function readDer(bytes: Uint8Array): DerNode {
  const [node, ...rest] = readAll(bytes)
  if (!node || rest.length > 0) throw new Error('not exactly one DER element')
  return node
}

/** What stands in a constructed element. */
export function childrenOf(node: DerNode | undefined): DerNode[] {
  if (!node || (node.tag & 0x20) === 0) throw new Error('not a constructed DER element')
  return readAll(node.content)
}

function readAll(bytes: Uint8Array): DerNode[] {
  const nodes: DerNode[] = []
  for (let start = 0; start < bytes.length; ) {
    const tag = bytes[start]!
    if ((tag & 0x1f) === 0x1f) throw new Error('a DER tag of several octets')
    const { length, headerLength } = readLength(bytes, start + 1)
    const end = start + 1 + headerLength + length
    if (end > bytes.length) throw new Error('a DER element beyond the end')
    nodes.push({
      tag,
      content: bytes.subarray(start + 1 + headerLength, end),
      raw: bytes.subarray(start, end),
    })
    start = end
  }
  return nodes
}

// X.690 §10.1: definite, in the fewest octets.
function readLength(bytes: Uint8Array, start: number): { length: number; headerLength: number } {
  const first = bytes[start]
  if (first === undefined || first === 0x80) throw new Error('no definite DER length')
  if (first < 0x80) return { length: first, headerLength: 1 }
  const count = first & 0x7f
  if (count > 3) throw new Error('a DER length of more than three octets')
  let length = 0
  for (let index = 1; index <= count; index++) length = length * 256 + (bytes[start + index] ?? Number.NaN)
  const isShortest = length >= 0x80 && length >= 256 ** (count - 1)
  if (!isShortest) throw new Error('not the shortest DER length')
  return { length, headerLength: 1 + count }
}

/** Tag, shortest length, content. */
export function writeDer(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0)
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  const header = length < 0x80 ? [tag, length] : [tag, 0x80 | octets.length, ...octets]
  return Uint8Array.from(Buffer.concat([Uint8Array.from(header), ...parts]))
}

/** `1.2.840.…` (X.690 §8.19). */
export function readObjectIdentifier(node: DerNode | undefined): string {
  if (node?.tag !== derTags.objectIdentifier) throw new Error('not an OBJECT IDENTIFIER')
  const arcs: number[] = []
  let arc = 0
  for (const octet of node.content) {
    arc = arc * 128 + (octet & 0x7f)
    if (octet & 0x80) continue
    arcs.push(arc)
    arc = 0
  }
  const [head = 0, ...tail] = arcs
  const first = Math.min(2, Math.floor(head / 40))
  return [first, head - first * 40, ...tail].join('.')
}

/** A small non-negative INTEGER. */
export function readSmallInteger(node: DerNode | undefined): number {
  if (node?.tag !== derTags.integer || node.content.length === 0 || node.content.length > 4) {
    throw new Error('not a small INTEGER')
  }
  return node.content.reduce((sum, octet) => sum * 256 + octet, 0)
}

/** UTCTime or GeneralizedTime in the one form that certificates may use (RFC 5280 §4.1.2.5). */
export function readTime(node: DerNode | undefined): Date {
  const text = Buffer.from(node?.content ?? []).toString('latin1')
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(text)
  const isKnown = node?.tag === derTags.utcTime || node?.tag === derTags.generalizedTime
  if (!isKnown || !match) throw new Error('not a time')
  const [, year, month, day, hour, minute, second] = match as unknown as string[]
  const century = year!.length === 4 ? '' : Number(year) >= 50 ? '19' : '20'
  const time = new Date(`${century}${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  if (Number.isNaN(time.getTime())) throw new Error('not a time')
  return time
}
