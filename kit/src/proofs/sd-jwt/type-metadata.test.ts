import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readTypeMetadata } from './index.ts'

const address = (name: string): string => `https://types.example/${name}`
const write = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const integrityOf = (bytes: Uint8Array, algorithm = 'sha256'): string =>
  `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`

const general = write({ vct: address('general'), name: 'General' })
const special = write({
  vct: address('special'),
  extends: address('general'),
  'extends#integrity': integrityOf(general, 'sha384'),
})
const chain = (length: number): [string, Uint8Array][] =>
  Array.from({ length }, (_, i) => [
    address(String(i)),
    write({ vct: address(String(i)), ...(i + 1 < length ? { extends: address(String(i + 1)) } : {}) }),
  ])
const documents = new Map<string, Uint8Array>([
  [address('general'), general],
  [address('special'), special],
  [
    address('altered'),
    write({
      vct: address('altered'),
      extends: address('general'),
      'extends#integrity': integrityOf(special),
    }),
  ],
  [address('other'), write({ vct: address('general') })],
  [address('loop'), write({ vct: address('loop'), extends: address('loop') })],
  [address('broken'), new TextEncoder().encode('{"vct":1,"vct":2}')],
  [address('away'), write({ vct: address('away'), extends: 'http://127.0.0.1/' })],
])
const resolve = async (url: string): Promise<Uint8Array | undefined> => documents.get(url)
const codeOf = async (name: string, integrity?: string): Promise<string> => {
  const read = await readTypeMetadata(address(name), integrity, resolve)
  return read.ok ? 'ok' : read.code
}

describe('type metadata (SD-14)', () => {
  test('is read with what it extends', async () => {
    const read = await readTypeMetadata(address('special'), integrityOf(special, 'sha512'), resolve)
    expect(read.ok && read.types.map(({ vct }) => vct)).toEqual([address('special'), address('general')])
  })

  test('must be what the issuer meant', async () => {
    expect(await codeOf('general', integrityOf(special))).toBe('vct.integrity')
    expect(await codeOf('altered')).toBe('vct.integrity')
    expect(await codeOf('general', 'md5-AAAA')).toBe('vct.integrity')
    expect(await codeOf('general', '')).toBe('vct.integrity')
    const [weaker, stronger] = [integrityOf(general), integrityOf(special, 'sha512')]
    expect(await codeOf('general', `${weaker} ${stronger}`)).toBe('vct.integrity')
    expect(await codeOf('general', `${integrityOf(special)} ${weaker}`)).toBe('ok')
  })

  test('that is of another type, unreadable or not to be had is refused', async () => {
    expect(await codeOf('other')).toBe('vct.malformed')
    expect(await codeOf('broken')).toBe('json.duplicate_key')
    expect(await codeOf('missing')).toBe('vct.unreachable')
    expect(await codeOf('away')).toBe('vct.unreachable')
  })

  test('stops at five', async () => {
    const asked: string[] = []
    const count = async (length: number): Promise<string> => {
      const types = new Map(chain(length))
      const read = await readTypeMetadata(address('0'), undefined, async url => {
        asked.push(url)
        return types.get(url)
      })
      return read.ok ? 'ok' : read.code
    }
    expect(await count(5)).toBe('ok')
    expect(await count(6)).toBe('vct.too_many')
    expect(asked).toHaveLength(10)
    expect(await codeOf('loop')).toBe('vct.too_many')
  })
})
