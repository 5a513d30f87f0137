import { randomBytes } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'
import { bakePng } from '@meritum/kit/carriers'
import qrcode from 'qrcode'
import { describe, expect, it } from 'vitest'
import { openUpload } from './open-upload.ts'
import { Sandbox } from './sandbox.ts'

const codesOf = async (bytes: Uint8Array, sandbox?: Sandbox) =>
  (await openUpload(bytes, sandbox)).problems.map(({ code }) => code)
const link = 'http://localhost:3000/m/7KQ4-M2XP-9TRD'
const qr = async (text: string) => new Uint8Array(await qrcode.toBuffer(text, { width: 300 }))

function chunk(type: string, data: Uint8Array): Buffer {
  const typed = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const number = (value: number) => {
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32BE(value)
    return bytes
  }
  return Buffer.concat([number(data.length), typed, number(crc32(typed))])
}

/** A grey picture: its header says how large, its pixels are as many as are given. */
function png(width: number, height: number, rows = height): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc((width + 1) * rows))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A sandbox around another inside: it is ready at once and then does that. */
function sandboxOf(act: string, limits = { memory: 16, time: 300 }): Sandbox {
  const source = `import { parentPort } from 'node:worker_threads'
    parentPort.on('message', bytes => { ${act} })
    parentPort.postMessage('ready')`
  return new Sandbox(limits, new URL(`data:text/javascript,${encodeURIComponent(source)}`))
}
const archive = Buffer.from('504b0506000000000000000000000000000000000000', 'hex')

describe('opening', () => {
  it('reads a QR code in a picture', async () => {
    expect(await openUpload(await qr(link))).toEqual({ kind: 'png', items: [], code: link, problems: [] })
  })

  it('prefers the credential that is baked into a picture', async () => {
    const token = `eyJhbGciOiJFUzI1NiJ9.${'e30'.repeat(4)}.c2ln`
    const opened = await openUpload(bakePng(await qr(link), token))
    expect(opened.code).toBeUndefined()
    expect(opened.items.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([token])
  })

  it('leaves text to others, without a thread', async () => {
    const bytes = new TextEncoder().encode('{"a":1}')
    const none = sandboxOf('process.exit(1)')
    expect(await openUpload(bytes, none)).toEqual({ kind: 'json', items: [{ bytes }], problems: [] })
  })

  it.each([
    ['a picture without a code', png(40, 40), 'upload.no_credential'],
    ['a picture of 900 megapixels', png(30_000, 30_000, 1), 'upload.too_large'],
    ['a picture that ends early', png(400, 400).subarray(0, 60), 'upload.malformed'],
    [
      'a JPEG of no picture',
      Buffer.concat([Buffer.of(0xff, 0xd8, 0xff, 0xe0), randomBytes(400)]),
      'upload.malformed',
    ],
    [
      'a JPEG that says 900 megapixels',
      Buffer.from('ffd8ffc0000b08753075300101110000', 'hex'),
      'upload.too_large',
    ],
    ['an archive cut short', Buffer.from('504b0304140000000800', 'hex'), 'upload.malformed'],
    ['a PDF of nothing', Buffer.from('%PDF-1.7\n'), 'upload.malformed'],
  ])('%s: a reason, never a throw', async (_, bytes, code) => {
    expect(await codesOf(bytes)).toEqual([code])
  })
})

describe('what misbehaves is ended, and the next is served', () => {
  it.each([
    ['works for ever', 'for (;;) Math.random()', 'upload.timeout'],
    [
      'eats memory',
      'const kept = []; for (;;) kept.push(new Array(1e5).fill(bytes.length + kept.length))',
      'upload.parser_failed',
    ],
    ['overflows the stack', 'const dive = n => dive(n + 1) + 1; dive(0)', 'upload.parser_failed'],
    ['throws', 'throw new Error("broken")', 'upload.parser_failed'],
    ['leaves', 'process.exit(0)', 'upload.parser_failed'],
  ])('one that %s', async (_, act, code) => {
    const sandbox = sandboxOf(
      `if (bytes[4] === 1) { ${act} } else parentPort.postMessage({ items: [], problems: [] })`,
    )
    const bad = Uint8Array.from(archive)
    bad[4] = 1
    bad[2] = 3
    bad[3] = 4
    expect(await codesOf(bad, sandbox)).toEqual([code])
    expect(await codesOf(archive, sandbox)).toEqual([])
  })

  it('turns away what is beyond the queue', async () => {
    const sandbox = sandboxOf('setTimeout(() => parentPort.postMessage({ items: [], problems: [] }), 20)')
    const answers = await Promise.all(Array.from({ length: 60 }, () => codesOf(archive, sandbox)))
    expect(answers.filter(([code]) => code === 'upload.busy')).toHaveLength(60 - 34)
    expect(answers.filter(codes => codes.length === 0)).toHaveLength(34)
  })
})
