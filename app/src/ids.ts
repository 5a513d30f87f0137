import { randomBytes, randomInt, randomUUID } from 'node:crypto'

/** The only place that reads randomness. */
export interface Ids {
  /** UUIDv7 (RFC 9562 §5.7): sorts by time, so that indexes stay compact. */
  uuid(): string
  /** UUIDv4, for ids that leave the house: they tell nothing of when. */
  randomUuid(): string
  /** Base64url of `bytes` random bytes. */
  token(bytes: number): string
  /** Twelve characters of Crockford's base 32 in groups of four, for people to type: 60 bits. */
  code(): string
  /** A whole number from 0 up to but not including `below`. */
  below(below: number): number
}

const crockford = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

export const systemIds: Ids = {
  uuid() {
    const bytes = randomBytes(16)
    bytes.writeUIntBE(Date.now(), 0, 6)
    bytes[6] = (bytes[6]! & 0x0f) | 0x70
    bytes[8] = (bytes[8]! & 0x3f) | 0x80
    const hex = bytes.toString('hex')
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
  },
  randomUuid: () => randomUUID(),
  token: bytes => randomBytes(bytes).toString('base64url'),
  code() {
    const characters = Array.from(randomBytes(12), byte => crockford[byte & 31]).join('')
    return `${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8)}`
  },
  below: below => randomInt(below),
}
