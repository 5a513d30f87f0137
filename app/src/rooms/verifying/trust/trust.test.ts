import { mkdtempSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writePemCertificate } from '@meritum/kit/keys'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  createAuthority,
  grantedStatus,
  issueSeal,
  now,
  signXml,
  type TestAuthority,
  type TestList,
  writeList,
} from '../../../../../kit/src/trust/signed-list.test-support.ts'
import { temporaryData } from '../../../../test/factories/journey.ts'
import { testApp } from '../../../../test/test-app.ts'
import { readTrust } from '../trust.ts'

let eu: TestAuthority
let se: TestAuthority
let root: TestAuthority
let folder: string
let problems: string[]

beforeAll(async () => {
  ;[eu, se, root] = (await Promise.all(['LOTL', 'State', 'Seal CA'].map(createAuthority))) as [
    TestAuthority,
    TestAuthority,
    TestAuthority,
  ]
})
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'meritum-trust-'))
  problems = []
})

const write = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
const load = async (path = folder) => {
  const store = await readTrust(path, file => problems.push(file.slice(folder.length + 1)))
  return store.summarise(now).map(({ id, kind, state, failure }) => [id, kind, failure ?? state].join(' '))
}
const swedish = (change: Partial<TestList> = {}) => {
  const service = {
    provider: 'Trust AB',
    name: 'G1',
    certificate: root.read,
    periods: [{ from: '2022-01-01', status: grantedStatus }],
  }
  return signXml(writeList({ territory: 'SE', services: [service], ...change }), se)
}
const lotl = () =>
  signXml(writeList({ territory: 'EU', pointers: [{ territory: 'SE', signers: [se.read] }] }), eu)

describe('readTrust', () => {
  it('reads certificates, issuer lists and trusted lists of a folder, each by what is in it', async () => {
    write('root.pem', root.certificate)
    write('root.der', root.read.der)
    write('register.json', '{"name":"Register","issuers":[{"id":"x","name":"X"}]}')
    write('eu.xml', lotl())
    write('eu.signers.pem', eu.certificate)
    write('se.xml', swedish())
    write('readme.txt', 'nothing to read')
    expect(await load()).toEqual([
      'certificates certificates loaded',
      'register.json issuer-list loaded',
      'eu.xml trusted-list loaded',
      'se.xml trusted-list loaded',
    ])
    expect(problems).toEqual([])
  })

  it('never takes the signers of a list for roots', async () => {
    write('eu.xml', lotl())
    write('eu.signers.pem', eu.certificate)
    const store = await readTrust(folder, () => {})
    expect(store.anchors).toEqual([])
    const seal = await issueSeal(eu, { organisation: 'Under the signer' })
    expect(store.findIssuer({ certificateChain: [seal], at: now }).state).toBe('unknown')
  })

  it('knows a seal by a trusted list, and says since when the list is there', async () => {
    write('se.xml', swedish())
    write('se.signers.pem', se.certificate)
    const store = await readTrust(join(folder, 'se.xml'), () => {})
    const seal = await issueSeal(root, { organisation: 'Fiberkraft' })
    expect(store.findIssuer({ certificateChain: [seal], at: now })).toMatchObject({
      state: 'known',
      listedName: 'Trust AB: G1',
      source: { name: 'SE: Supervisory Body of SE & Co', loadedAt: expect.any(Date) },
    })
  })

  it('says what it could not load, and goes on', async () => {
    write('root.pem', root.certificate)
    write('broken.pem', 'not a certificate')
    write('list.json', '{"issuers":[{"name":"no id"}]}')
    write('unpinned.xml', swedish())
    write('page.xml', '<html>')
    await mkdir(join(folder, 'folder.pem'))
    expect(await load()).toEqual([
      'certificates certificates loaded',
      'broken.pem certificates cert.malformed',
      'list.json issuer-list list.malformed',
      'page.xml trusted-list xml.syntax',
      'unpinned.xml trusted-list list.signer',
      'folder.pem certificates file.unreadable',
    ])
    expect(problems.sort()).toEqual(['broken.pem', 'folder.pem', 'list.json', 'page.xml', 'unpinned.xml'])
  })

  it('passes over an older copy of a list, and reads anew when a file changes', async () => {
    write('se.signers.pem', se.certificate)
    write('se.xml', swedish({ sequenceNumber: 3 }))
    write('se-new.signers.pem', se.certificate)
    write('se-new.xml', swedish({ sequenceNumber: 4 }))
    expect(await load()).toEqual(['se-new.xml trusted-list loaded'])
    write('se-new.xml', swedish({ sequenceNumber: 2, nextUpdate: '2026-11-01T00:00:00Z' }))
    expect(await load()).toEqual(['se.xml trusted-list loaded'])
  })

  it('trusts nobody where nothing is', async () => {
    expect(await load(join(folder, 'no-such-folder'))).toEqual([])
  })
})

describe('the page of lists', () => {
  const house = testApp({ environment: { MERITUM_DATA: temporaryData() } })

  it.each([
    ['en', 'Lists that we look in', 'Could not be loaded', 'No longer current'],
    ['sv', 'Listor som vi letar i', 'Kunde inte läsas in', 'Inte längre aktuell'],
    ['da', 'Lister, som vi leder i', 'Kunne ikke indlæses', 'Ikke længere aktuel'],
  ])('says in %s which lists there are, how old, and in what state', async (language, title, missing, stale) => {
    const trust = join(house().services.config.dataFolder, 'trust')
    await mkdir(trust, { recursive: true })
    writeFileSync(join(trust, 'root.pem'), writePemCertificate(root.read.der))
    writeFileSync(join(trust, 'old.json'), '{"name":"Old register","nextUpdate":"2020-01-01","issuers":[]}')
    writeFileSync(join(trust, 'broken.xml'), '<a')
    const page = await house().visitor().get('/trust', { 'accept-language': language })
    expect(page.status).toBe(200)
    for (const text of [title, 'Old register', 'broken.xml', missing, stale])
      expect(page.text).toContain(text)
  })
})
