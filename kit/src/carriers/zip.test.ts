import { describe, expect, test } from 'vitest'
import { codeOf, decode, encode, type ZipInput, zip } from './carriers.test-support.ts'
import { extractCredentials } from './extract-credentials.ts'
import { readZip } from './zip.ts'

const files = (count: number): ZipInput[] =>
  Array.from({ length: count }, (_, index) => ({ name: `${index}.json`, data: '{}', stored: true }))
const megabytes = 1024 * 1024

describe('zip', () => {
  test('reads stored and packed files in their order, by their last name, without folders', () => {
    const items = readZip(
      zip(
        [
          { name: 'klass 9/', data: '', stored: true },
          { name: 'klass 9/Åsa.json', data: '{"a":1}', flags: 0x800 },
          { name: 'b\u202etxt.json', data: '{"b":1}', stored: true, flags: 0x800 },
          { name: '__MACOSX/klass 9/._Åsa.json', data: 'x', flags: 0x800 },
        ],
        { comment: 'hej PK\x05\x06' },
      ),
    )
    expect(items.map(({ name, bytes }) => [name, decode(bytes)])).toEqual([
      ['Åsa.json', '{"a":1}'],
      ['btxt.json', '{"b":1}'],
    ])
    expect(readZip(zip([]))).toEqual([])
    expect(readZip(zip(files(500)))).toHaveLength(500)
  })

  test.each<[string, Uint8Array, string]>([
    ['501 files', zip(files(501)), 'upload.archive_limits'],
    ['10,000 files', zip(files(10_000)), 'upload.archive_limits'],
    ['a file outside', zip([{ name: '../../x', data: '{}' }]), 'upload.archive_limits'],
    ['a file outside, of Windows', zip([{ name: 'a\\..\\..\\x', data: '{}' }]), 'upload.archive_limits'],
    ['an absolute name', zip([{ name: '/etc/passwd', data: '{}' }]), 'upload.archive_limits'],
    ['a drive', zip([{ name: 'C:x', data: '{}' }]), 'upload.archive_limits'],
    ['a zero in a name', zip([{ name: 'a.json\0.png', data: '{}' }]), 'upload.archive_limits'],
    ['a symbolic link', zip([{ name: 'a', data: '/etc/passwd', unixMode: 0xa1ff }]), 'upload.archive_limits'],
    ['two files of one name', zip([...files(1), { name: '0.JSON', data: '{}' }]), 'upload.archive_limits'],
    ['a bomb', zip([{ name: 'a', data: new Uint8Array(128 * megabytes) }]), 'upload.archive_limits'],
    [
      'many small bombs',
      zip(Array.from({ length: 66 }, (_, i) => ({ name: `${i}`, data: new Uint8Array(megabytes) }))),
      'upload.archive_limits',
    ],
    [
      'one range under many names',
      zip([...files(1), { ...files(1)[0]!, name: 'b', localName: 'b', sameAs: 0 }]),
      'upload.malformed',
    ],
    [
      'one header under the same name',
      zip([...files(1), { ...files(1)[0]!, sameAs: 0 }]),
      'upload.archive_limits',
    ],
    ['a locked file', zip([{ name: 'a', data: '{}', flags: 1 }]), 'upload.encrypted'],
    ['another way to pack', zip([{ name: 'a', data: '{}', method: 12 }]), 'upload.unsupported'],
    ['ZIP64', zip([{ name: 'a', data: '{}', size: 0xffffffff }]), 'upload.unsupported'],
    ['ZIP64 by number', zip(files(1), { count: 0xffff }), 'upload.unsupported'],
    ['a wrong checksum', zip([{ name: 'a', data: '{}', crc: 1 }]), 'upload.malformed'],
    ['a wrong size', zip([{ name: 'a', data: '{}', size: 1 }]), 'upload.malformed'],
    ['two names of one file', zip([{ name: 'a', localName: 'b', data: '{}' }]), 'upload.malformed'],
    ['more files than it says', zip(files(3), { count: 2 }), 'upload.malformed'],
    ['fewer files than it says', zip(files(3), { count: 4 }), 'upload.malformed'],
    [
      'a bomb that looks stored',
      zip([{ name: 'a', data: new Uint8Array(9), method: 0 }]),
      'upload.malformed',
    ],
  ])('refuses %s', (_, bytes, code) => {
    const start = performance.now()
    expect(codeOf(() => readZip(bytes))).toBe(code)
    expect(performance.now() - start).toBeLessThan(5000)
  })

  test('refuses an archive that ends anywhere before its end', () => {
    const whole = zip(files(3))
    for (let length = 4; length < whole.length; length++) {
      expect(codeOf(() => readZip(whole.subarray(0, length)))).toBe('upload.malformed')
    }
    expect(codeOf(() => readZip(Uint8Array.from([...whole, 0])))).toBe('upload.malformed')
  })

  test('an archive within an archive stays closed', () => {
    const inner = zip([{ name: 'x', data: '{}' }])
    expect(extractCredentials(zip([{ name: 'a/inner.zip', data: inner }, ...files(1)]))).toEqual({
      kind: 'zip',
      items: [{ name: '0.json', bytes: encode('{}') }],
      problems: [{ code: 'upload.archive_limits', item: 'inner.zip' }],
    })
  })
})
