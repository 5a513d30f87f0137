import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bakePng } from '@meritum/kit/carriers'
import qrcode from 'qrcode'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  createWorld,
  daysAfter,
  listUrl,
  organisation,
  sealSample,
  signList,
  statusIndex,
  type World,
} from '../../../kit/src/verify/sealed-sample.test-support.ts'
import { runCommand } from './run-command.ts'

const folder = mkdtempSync(join(tmpdir(), 'meritum-cli-'))
const at = daysAfter(1).toISOString()
const listId = '0198c5aa-1111-4000-8000-000000000001'
let world: World
let file: string

beforeAll(async () => {
  world = await createWorld()
  const ours = `http://localhost:3000/status/lists/${listId}`
  file = write('ours.jsonld', await sealSample(world, { document: pointAt(ours) }))
  write('root.der', world.root)
})

function write(name: string, contents: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, contents)
  return path
}

/** The sample's status pointer, led to another list. */
function pointAt(url: string) {
  return (document: object) => {
    const text = JSON.stringify(document).replaceAll(`${listUrl}#`, `${url}#`)
    Object.assign(document, JSON.parse(text))
  }
}

async function meritum(...args: string[]) {
  const out: string[] = []
  const problems: string[] = []
  const code = await runCommand(args, {
    environment: { MERITUM_DATA: folder },
    terminal: { print: line => out.push(line), complain: line => problems.push(line) },
  })
  return { code, text: out.join('\n'), problems: problems.join('\n') }
}
const trust = () => ['--trust', join(folder, 'root.der'), '--at', at]

async function publish(revoked: { index: number; at: string; reason: 'misuse' }[]) {
  const url = `http://localhost:3000/status/lists/${listId}`
  const { mkdir } = await import('node:fs/promises')
  await mkdir(join(folder, 'status'), { recursive: true })
  write(`status/${listId}.jwt`, await signList(world.signer, { url, revoked }))
}

describe('verify', () => {
  it('needs the status list: without it nothing can be told', async () => {
    const { code, text } = await meritum('verify', file, ...trust())
    expect(text).toContain('status.unreachable')
    expect(code).toBe(2)
  })

  it('says valid with trust and a published list, in three languages', async () => {
    await publish([])
    const answers = await Promise.all(
      ['en', 'sv', 'da'].map(tag => meritum('verify', file, ...trust(), '--language', tag)),
    )
    expect(answers.map(answer => answer.code)).toEqual([0, 0, 0])
    expect(answers.map(answer => answer.text.split('\n')[0])).toEqual([
      'Genuine and in force',
      'Äkta och giltig',
      'Ægte og gyldigt',
    ])
    expect(answers[0]!.text).toContain('Maja Lindqvist Sarri, born 3 May 1994')
  })

  it('gives the report of the API as JSON', async () => {
    const { text } = await meritum('verify', file, ...trust(), '--json')
    const report = JSON.parse(text)
    expect(report).toMatchObject({ verdict: 'valid', format: 'edc', checkedAt: at })
    expect(report.checks).toHaveLength(6)
    expect(report.checks[1]).toMatchObject({ id: 'seal', state: 'passed', code: 'seal.intact' })
    expect(report.checks[1].message).toBe('Nothing has been changed since it was sealed.')
  })

  it('knows an issuer by a list, and says which and what could not be loaded', async () => {
    const issuer = { id: organisation.organizationIdentifier, name: 'Fiberkraft (register)' }
    const register = (entry: object) =>
      JSON.stringify({ name: 'Register', issuers: [{ ...issuer, ...entry }] })
    const lists = join(folder, 'lists')
    mkdirSync(lists, { recursive: true })
    write('lists/issuers.json', register({ certificates: world.seal.certificateChain }))
    write('lists/broken.xml', '<no list')
    const known = await meritum('verify', file, '--trust', lists, '--at', at, '--json')
    const report = JSON.parse(known.text)
    expect([known.code, report.verdict]).toEqual([0, 'valid'])
    expect(report.checks[2].message).toBe(
      'Fiberkraft Norr Utbildning (demo), known from Register as “Fiberkraft (register)”.',
    )
    expect(report.checks[3]).toMatchObject({ state: 'warning', code: 'trust.list_unavailable' })
    expect(report.lists).toMatchObject([
      { name: 'Register', state: 'loaded', hasIssuer: true },
      { name: 'broken.xml', state: 'could-not-load', hasIssuer: false },
    ])
    expect(known.problems).toContain('broken.xml can not be loaded')

    const nameOnly = write('names.json', register({}))
    const worn = await meritum('verify', file, '--trust', nameOnly, '--at', at, '--json')
    expect([worn.code, JSON.parse(worn.text).checks[2].code]).toEqual([1, 'cert.untrusted'])
    const unusable = await meritum('verify', file, '--trust', write('bad.json', '{"issuers":1}'))
    expect([unusable.code, unusable.problems]).toEqual([
      64,
      expect.stringContaining('issuers is not an array'),
    ])
  })

  it('says who is behind it only to those who trust them', async () => {
    const { code, text } = await meritum('verify', file, '--at', at)
    expect(code).toBe(2)
    expect(text).toContain('issuer.unknown')
  })

  it('finds one changed byte and a revocation', async () => {
    const changed = write('changed.jsonld', readFileSync(file, 'utf8').replace('Maja', 'Mija'))
    const forged = await meritum('verify', changed, ...trust())
    expect(forged.code).toBe(1)
    expect(forged.text).not.toContain('Lindqvist')
    await publish([{ index: statusIndex, at, reason: 'misuse' }])
    const revoked = await meritum('verify', file, ...trust())
    expect(revoked.code).toBe(1)
    expect(revoked.text).toContain('Genuine, but revoked')
  })

  it.each([
    [['verify']],
    [['verify', 'no-such-file']],
    [['verify', 'FILE', '--at', 'yesterday']],
    [['verify', 'FILE', '--at', '2026-02-30']],
    [['verify', 'FILE', '--at', '2026-11']],
    [['verify', 'FILE', '--language', 'no']],
    [['verify', 'FILE', '--trust', 'no-such-folder']],
    [['verify', 'FILE', '--colour']],
    [['verify', 'FILE', 'no-such-file']],
    [['verify', '-', '-']],
    [['verify', 'FILE', '--key-binding', 'perhaps']],
    [['verify', 'FILE', '--key-binding', 'required', '--nonce', 'n']],
  ])('%j is wrong usage', async args => {
    const { code, problems, text } = await meritum(...args.map(arg => (arg === 'FILE' ? file : arg)))
    expect(code).toBe(64)
    expect(problems).toMatch(/^meritum: /)
    expect(text).toBe('')
  })

  it('answers for several files, one line each, with the gravest exit code', async () => {
    await publish([])
    const changed = write('mended.jsonld', readFileSync(file, 'utf8').replace('Maja', 'Mija'))
    const stranger = write(
      'stranger.jsonld',
      await sealSample(await createWorld({ organizationIdentifier: 'NTRSE-5500000001' })),
    )
    const other = write('other.json', '{}')
    const ask = async (...files: string[]) => {
      const { code, text } = await meritum('verify', ...files, ...trust(), '--json')
      return [
        code,
        ...text.split('\n').map(line => (({ file: name, verdict }) => [name, verdict])(JSON.parse(line))),
      ]
    }
    expect(await ask(file, file)).toEqual([0, [file, 'valid'], [file, 'valid']])
    expect(await ask(file, other)).toEqual([2, [file, 'valid'], [other, 'indeterminate']])
    expect(await ask(other, changed, file, stranger)).toEqual([
      1,
      [other, 'indeterminate'],
      [changed, 'invalid'],
      [file, 'valid'],
      [stranger, expect.stringMatching(/^in/)],
    ])
    const { text } = await meritum('verify', file, changed, ...trust())
    expect(text.split('\n')[0]).toBe(`${file}:`)
    expect(text).toContain(`\n\n${changed}:\nNot genuine\n`)
  })

  it('opens pictures that carry a credential', async () => {
    await publish([])
    const small = new Uint8Array(
      await qrcode.toBuffer('http://localhost:3000/m/7KQ4-M2XP-9TRD', { width: 200 }),
    )
    const baked = write('baked.png', bakePng(small, readFileSync(file, 'utf8')))
    expect((await meritum('verify', baked, ...trust())).code).toBe(0)
    const plain = await meritum('verify', write('plain.png', small), ...trust())
    expect(plain.code).toBe(2)
    expect(plain.text).toContain('[upload.link_only]')
  })

  it('fetches nothing offline', async () => {
    const elsewhere = write('elsewhere.jsonld', await sealSample(world))
    const { code, text } = await meritum('verify', elsewhere, ...trust(), '--offline', '--json')
    expect(code).toBe(2)
    expect(JSON.parse(text).checks).toContainEqual(
      expect.objectContaining({ code: 'status.unreachable', params: { url: listUrl, reason: 'offline' } }),
    )
    expect((await meritum('verify', file, ...trust(), '--offline')).code).toBe(0)
  })

  it('keeps the terminal safe from what stands in a file', async () => {
    const spoken = JSON.stringify({ type: 'EuropeanDigitalCredential', id: 'x' }).replace(
      '"x"',
      '"\\u001b[2J"',
    )
    const { text } = await meritum('verify', write('escape.json', spoken))
    expect(text).not.toContain('\u001b')
  })
})

describe('lint', () => {
  it('passes what we seal, and names what is wrong with another', async () => {
    expect(await meritum('lint', file)).toMatchObject({ code: 0, text: 'It conforms.' })
    const broken = write('broken.json', JSON.stringify({ type: ['EuropeanDigitalCredential'] }))
    const answer = await meritum('lint', broken, '--json')
    expect(answer.code).toBe(1)
    expect(JSON.parse(answer.text).findings.length).toBeGreaterThan(0)
    expect((await meritum('lint', write('half.json', '{"a":'))).text).toContain('json.syntax')
    expect((await meritum('lint', 'no-such-file')).code).toBe(64)
  })
})

const shared = process.env.MERITUM_SHARED ?? resolve(import.meta.dirname, '../../../../shared')
const official = join(shared, 'data/elm/samples/official/Sample-MC-Annex1-signed.jsonld')
if (!existsSync(official)) console.warn(`SKIPPED: the Commission's samples are not in ${shared}`)

describe.skipIf(!existsSync(official))('the Commission’s sealed sample', () => {
  it('is intact; today neither its issuer nor its time can be told', async () => {
    const { code, text } = await meritum('verify', official, '--json')
    const codes = JSON.parse(text).checks.map((check: { code: string }) => check.code)
    expect(code).toBe(2)
    expect(codes).toEqual(expect.arrayContaining(['seal.intact', 'issuer.unknown', 'jades.no_poe']))
  })

  it('is valid on the day after sealing for those who trust its certificate', async () => {
    const { signatures } = JSON.parse(readFileSync(official, 'utf8'))
    const header = JSON.parse(Buffer.from(signatures[0].protected, 'base64url').toString())
    const certificate = write('official.der', Buffer.from(header.x5c[0], 'base64'))
    const day = `${header.sigT.slice(0, 8)}${String(Number(header.sigT.slice(8, 10)) + 1).padStart(2, '0')}`
    expect((await meritum('verify', official, '--at', day)).code).toBe(2)
    expect((await meritum('verify', official, '--at', day, '--trust', certificate)).code).toBe(0)
  })
})
