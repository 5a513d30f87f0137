import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '../errors.ts'
import type { Trx } from './connect.ts'

/** Whose data it is and where it lies. `context` is `table.column:rowId`: a value moved to another place won't open. */
export interface SealedPlace {
  /** The tenant that keeps the data. */
  readonly tenantId: string
  /** The person that the data is about. */
  readonly personId: string
  readonly context: string
}

/** Encrypts what is about people, each under a key of her own, and the organisations' secrets. */
export interface Vault {
  seal(trx: Trx, place: SealedPlace, data: Uint8Array | string): Promise<Buffer>
  /** Throws `thing.gone` when the person's key has been erased. */
  open(trx: Trx, place: SealedPlace, sealed: Uint8Array): Promise<Buffer>
  /** Erases the key: everything sealed for this person in this tenant is unreadable from then on. */
  eraseKey(trx: Trx, person: { readonly tenantId: string; readonly personId: string }): Promise<void>
  /** Whether this is the master key that the database was written under; true while nothing was written. */
  fits(trx: Trx): Promise<boolean>
  /** Encrypts an organisation's secret under the master key. */
  wrap(context: string, secret: Uint8Array): Buffer
  unwrap(context: string, wrapped: Uint8Array): Buffer
  /** HMAC-SHA-256 under a key of its own per purpose, derived from the master key. */
  hmac(purpose: string, data: string): Buffer
}

/** `masterKey`: 32 random bytes. Losing it loses all data; it is never stored in the database. */
export function createVault(masterKey: Uint8Array): Vault {
  if (masterKey.byteLength !== 32) throw new Error('The master key must be 32 bytes.')
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', masterKey, '', `meritum/${purpose}`, 32))
  const wrappingKey = derive('wrap')
  const hmacKeys = new Map<string, Buffer>()
  // Kept per transaction, never longer: a key that another process erases is gone at the next request.
  const opened = new WeakMap<Trx, Map<string, Buffer>>()

  async function dataKey(trx: Trx, place: SealedPlace, create: boolean): Promise<Buffer> {
    const cached = opened.get(trx) ?? new Map<string, Buffer>()
    opened.set(trx, cached)
    const name = keyContext(place)
    const known = cached.get(name)
    if (known) return known
    const wrapped = await readOrCreate(
      trx,
      place,
      create ? () => encrypt(wrappingKey, name, randomBytes(32)) : undefined,
    )
    if (!wrapped) throw new AppError('thing.gone')
    const key = decrypt(wrappingKey, name, wrapped)
    cached.set(name, key)
    return key
  }

  return {
    async seal(trx, place, data) {
      return encrypt(
        await dataKey(trx, place, true),
        place.context,
        typeof data === 'string' ? Buffer.from(data) : data,
      )
    },
    async open(trx, place, sealed) {
      return decrypt(await dataKey(trx, place, false), place.context, sealed)
    },
    async eraseKey(trx, { tenantId, personId }) {
      await trx
        .deleteFrom('data_key')
        .where('tenant_id', '=', tenantId)
        .where('person_id', '=', personId)
        .execute()
      opened.delete(trx)
    },
    async fits(trx) {
      const rows = await readOldestKeys(trx)
      return rows.length === 0 || rows.some(row => opens(wrappingKey, keyContext(row), row.wrapped))
    },
    wrap: (context, secret) => encrypt(wrappingKey, `secret:${context}`, secret),
    unwrap: (context, wrapped) => decrypt(wrappingKey, `secret:${context}`, wrapped),
    hmac(purpose, data) {
      const key = hmacKeys.get(purpose) ?? derive(`hmac/${purpose}`)
      hmacKeys.set(purpose, key)
      return createHmac('sha256', key).update(data).digest()
    },
  }
}

const keyContext = (place: { tenantId: string; personId: string }) =>
  `data_key:${place.tenantId}:${place.personId}`

async function readOrCreate(
  trx: Trx,
  { tenantId, personId }: SealedPlace,
  make: (() => Buffer) | undefined,
): Promise<Buffer | undefined> {
  const read = () =>
    trx
      .selectFrom('data_key')
      .select('wrapped')
      .where('tenant_id', '=', tenantId)
      .where('person_id', '=', personId)
      .executeTakeFirst()
  const found = await read()
  if (found || !make) return found?.wrapped
  await trx
    .insertInto('data_key')
    .values({ tenant_id: tenantId, person_id: personId, wrapped: make(), created_at: sql`now()` })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  return (await read())?.wrapped
}

/** A few of them, so that one that was damaged doesn't speak for all. */
async function readOldestKeys(trx: Trx) {
  return trx
    .selectFrom('data_key')
    .select(['tenant_id as tenantId', 'person_id as personId', 'wrapped'])
    .orderBy('created_at')
    .limit(3)
    .execute()
}

function opens(key: Buffer, context: string, sealed: Uint8Array): boolean {
  try {
    decrypt(key, context, sealed)
    return true
  } catch {
    return false
  }
}

/** Version byte, 96-bit random nonce, ciphertext, 128-bit tag (AES-256-GCM, NIST SP 800-38D §8.2.2). */
const version = 1

function encrypt(key: Buffer, context: string, data: Uint8Array): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context))
  return Buffer.concat([Buffer.of(version), nonce, cipher.update(data), cipher.final(), cipher.getAuthTag()])
}

function decrypt(key: Buffer, context: string, sealed: Uint8Array): Buffer {
  const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength)
  if (bytes.length < 29 || bytes[0] !== version) throw new Error(`Not a sealed value: ${context}`)
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(1, 13), { authTagLength: 16 })
  decipher.setAAD(Buffer.from(context)).setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(13, -16)), decipher.final()])
}
