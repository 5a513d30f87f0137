import { beforeAll, describe, expect, test } from 'vitest'
import {
  createAuthority,
  day,
  dsig,
  grantedStatus,
  issueSeal,
  now,
  signatureUse,
  signXml,
  type TestAuthority,
  type TestList,
  withdrawnStatus,
  writeList,
} from '../signed-list.test-support.ts'
import { openTrustedLists } from './open-trusted-lists.ts'
import { readTrustedList } from './read-trusted-list.ts'
import { sealServicesAt } from './seal-services-at.ts'

let eu: TestAuthority
let se: TestAuthority
let dk: TestAuthority
let authority: TestAuthority
let swedish: TestList

beforeAll(async () => {
  ;[eu, se, dk, authority] = (await Promise.all(
    ['LOTL signer', 'PTS signer', 'DIGST signer', 'Example Seal CA'].map(createAuthority),
  )) as [TestAuthority, TestAuthority, TestAuthority, TestAuthority]
  swedish = {
    territory: 'SE',
    services: [
      {
        provider: 'Example Trust AB',
        name: 'Seals G1',
        certificate: authority.read,
        periods: [
          { from: '2025-06-01', status: grantedStatus },
          { from: '2024-06-01', status: withdrawnStatus },
          { from: '2022-06-01', status: grantedStatus },
        ],
      },
    ],
  }
})

const read = (bytes: Uint8Array, signer = se) => readTrustedList(bytes, [dk.read, signer.read])
const codeOf = (run: () => unknown) => {
  try {
    run()
    return 'held'
  } catch (error) {
    return (error as { code?: string }).code ?? String(error)
  }
}
const change = (bytes: Uint8Array, from: string | RegExp, to: string) => {
  const text = Buffer.from(bytes).toString()
  const changed = text.replace(from, to)
  expect(changed).not.toBe(text)
  return Buffer.from(changed)
}

describe('readTrustedList', () => {
  test('what it says, with the history of its services', () => {
    const list = read(signXml(writeList(swedish), se))
    expect(list).toMatchObject({
      territory: 'SE',
      isListOfLists: false,
      sequenceNumber: 7,
      operator: { en: 'Supervisory Body of SE & Co', sv: 'Tillsyn' },
      issued: new Date('2026-10-01T10:00:00Z'),
      nextUpdate: new Date('2027-03-31T10:00:00Z'),
    })
    expect(list.signedBy.sha256).toBe(se.read.sha256)
    const [service] = list.providers[0]!.services
    expect(service!.certificates.map(({ sha256 }) => sha256)).toEqual([authority.read.sha256])
    expect(service!.periods.map(({ from }) => from)).toEqual(
      ['2025-06-01', '2024-06-01', '2022-06-01'].map(day),
    )
  })

  test('a reference to the id of the root, instructions around it, other spelling of the same', () => {
    const xml = writeList(swedish)
    expect(codeOf(() => read(signXml(xml, se, { uri: '#list' })))).toBe('held')
    const instructed = signXml(xml.replace('?>\n', '?>\n<?sheet a?>\n'), se)
    expect(codeOf(() => read(instructed))).toBe('held')
    expect(codeOf(() => read(change(instructed, '<?sheet a?>', '<?sheet b?>')))).toBe('list.altered')
    const spelt = change(
      signXml(xml, se),
      'TSLTag="http://uri.etsi.org/19612/TSLTag"',
      "TSLTag = 'http://uri.etsi.org/19612/TSLTag'",
    )
    expect(codeOf(() => read(spelt))).toBe('held')
  })

  test('a comment in a name cuts no name in two', () => {
    const bytes = signXml(writeList(swedish), se)
    const commented = change(bytes, 'Example Trust AB', 'Example<!-- --> Trust<!-- x --> AB')
    expect(read(commented).providers[0]!.name).toEqual({ en: 'Example Trust AB' })
    expect(codeOf(() => read(change(bytes, 'Example Trust AB', 'Example Trust<!-- AB -->')))).toBe(
      'list.altered',
    )
  })

  test('a changed letter, a changed date of signing, a stranger, nobody', () => {
    const bytes = signXml(writeList(swedish), se)
    expect(codeOf(() => read(change(bytes, 'Example Trust AB', 'Example Trust AC')))).toBe('list.altered')
    expect(codeOf(() => read(change(bytes, '<xades:SigningTime>2026', '<xades:SigningTime>2025')))).toBe(
      'list.altered',
    )
    expect(codeOf(() => read(signXml(writeList(swedish), eu)))).toBe('list.signer')
    expect(codeOf(() => readTrustedList(bytes, []))).toBe('list.signer')
    expect(codeOf(() => read(Buffer.from(writeList(swedish))))).toBe('list.unsigned')
  })

  test('a list from outside the dates of its signer', () => {
    const old = signXml(writeList({ ...swedish, issued: '2019-10-01T10:00:00Z' }), se)
    expect(codeOf(() => read(old))).toBe('list.signer')
  })

  describe('wrapping', () => {
    const signed = () => Buffer.from(signXml(writeList(swedish), se, { uri: '#list' })).toString()
    const evil = () =>
      writeList({ ...swedish, services: [{ ...swedish.services![0]!, provider: 'Evil AB' }] }).replace(
        'Id="list"',
        '',
      )
    const signatureOf = (xml: string) => /<ds:Signature [\s\S]*<\/ds:Signature>/.exec(xml)![0]
    const bare = (xml: string) => xml.replace(/^<\?xml.*?\?>\n/, '')

    test.each<[string, () => string]>([
      [
        'the signed list inside the signature of another',
        () => {
          const signature = signatureOf(signed())
          const original = bare(signed()).replace(signature, '')
          return evil().replace(
            '</TrustServiceStatusList>',
            `${signature.replace('<ds:Object>', `<ds:Object>${original}</ds:Object><ds:Object>`)}</TrustServiceStatusList>`,
          )
        },
      ],
      [
        'the signed list with its signature inside another',
        () =>
          evil().replace(
            '</TrustServiceStatusList>',
            `<Extra>${bare(signed())}</Extra></TrustServiceStatusList>`,
          ),
      ],
      [
        'the signature moved beside, the signed list below',
        () => {
          const signature = signatureOf(signed())
          const original = bare(signed()).replace(signature, '')
          return evil().replace(
            '</TrustServiceStatusList>',
            `<Extra>${original}</Extra>${signature}</TrustServiceStatusList>`,
          )
        },
      ],
      [
        'a second element of the id',
        () => signed().replace('<SchemeInformation>', '<SchemeInformation id="list">'),
      ],
      [
        'two signatures',
        () =>
          signed().replace('</TrustServiceStatusList>', `${signatureOf(signed())}</TrustServiceStatusList>`),
      ],
      [
        'a signature below the root',
        () =>
          signed()
            .replace(signatureOf(signed()), '')
            .replace('</SchemeInformation>', `${signatureOf(signed())}</SchemeInformation>`),
      ],
    ])('%s', (_, make) => {
      expect(['list.signature', 'list.altered']).toContain(codeOf(() => read(Buffer.from(make()))))
    })
  })

  describe('other forms of signature, all signed by the right key', () => {
    const reference = /<ds:Reference URI="">[\s\S]*?<\/ds:Reference>/
    test.each<[string, (signedInfo: string) => string]>([
      ['two references to the document', text => text.replace(reference, '$&$&')],
      ['no reference', text => text.replaceAll(/<ds:Reference[\s\S]*?<\/ds:Reference>/g, '')],
      ['no reference to the document', text => text.replace(reference, '')],
      [
        'a reference to the properties alone',
        text => text.replace(reference, '<ds:Reference URI="#props"><ds:Transforms/></ds:Reference>'),
      ],
      ['a reference to elsewhere', text => text.replace('URI=""', 'URI="https://evil.example/list.xml"')],
      ['a reference without address', text => text.replace(' URI=""', '')],
      ['properties that are not the signature’s own', text => text.replace('URI="#props"', 'URI="#list"')],
      [
        'a transform by XPath',
        text =>
          text.replace(
            /<ds:Transform Algorithm="[^"]*enveloped-signature"\/>/,
            '<ds:Transform Algorithm="http://www.w3.org/TR/1999/REC-xpath-19991116"><ds:XPath>self::x</ds:XPath></ds:Transform>',
          ),
      ],
      [
        'transforms in another order',
        text => text.replace(/(<ds:Transform [^>]*\/>)(<ds:Transform [^>]*\/>)/, '$2$1'),
      ],
      ['no transform', text => text.replace(/<ds:Transforms>.*?<\/ds:Transforms>/, '')],
      [
        'canonicalisation with comments',
        text =>
          text.replace(
            'xml-exc-c14n#"/><ds:SignatureMethod',
            'xml-exc-c14n#WithComments"/><ds:SignatureMethod',
          ),
      ],
      [
        'namespaces by list',
        text =>
          text.replace(
            'xml-exc-c14n#"/><ds:SignatureMethod',
            'xml-exc-c14n#"><x xmlns="http://www.w3.org/2001/10/xml-exc-c14n#"/></ds:CanonicalizationMethod><ds:SignatureMethod',
          ),
      ],
      [
        'SHA-1 as digest',
        text =>
          text.replace('http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2000/09/xmldsig#sha1'),
      ],
      ['SHA-1 as method', text => text.replace('ecdsa-sha256', 'ecdsa-sha1')],
      ['a shared secret', text => text.replace('ecdsa-sha256', 'hmac-sha256')],
      [
        'a method of Object',
        text => text.replace(/http:\/\/www.w3.org\/2001\/04\/xmldsig-more#ecdsa-sha256/, 'constructor'),
      ],
      ['a digest in two parts', text => text.replace(/<ds:DigestValue>(.{4})/, '<ds:DigestValue>$1<x/>')],
      [
        'SignedInfo with something before',
        text => text.replace('<ds:CanonicalizationMethod', '<ds:Manifest/><ds:CanonicalizationMethod'),
      ],
    ])('%s', (_, signedInfo) => {
      expect(codeOf(() => read(signXml(writeList(swedish), se, { signedInfo })))).toBe('list.signature')
    })

    test('RSA’s name on a key of a curve', () => {
      const signedInfo = (text: string) => text.replace('ecdsa-sha256', 'rsa-sha256')
      expect(codeOf(() => read(signXml(writeList(swedish), se, { signedInfo })))).toBe('list.signer')
    })
  })

  test.each<[string, string | RegExp, string, string]>([
    [
      'an entity bomb',
      '<TrustServiceStatusList ',
      '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><TrustServiceStatusList ',
      'xml.forbidden',
    ],
    ['another root', /TrustServiceStatusList/g, 'OtherList', 'list.malformed'],
    [
      'another namespace',
      'xmlns="http://uri.etsi.org/02231/v2#"',
      'xmlns="http://evil.example/"',
      'list.malformed',
    ],
    ['no territory', '<SchemeTerritory>SE<', '<SchemeTerritory><', 'list.malformed'],
    ['a sequence number of words', '<TSLSequenceNumber>7<', '<TSLSequenceNumber>seven<', 'list.malformed'],
    [
      'a date without zone',
      '2026-10-01T10:00:00Z</ListIssue',
      '2026-10-01T10:00:00</ListIssue',
      'list.malformed',
    ],
    ['30 February', '2027-03-31T10:00:00Z', '2027-02-30T10:00:00Z', 'list.malformed'],
  ])('%s', (_, from, to, code) => {
    const xml = writeList(swedish).replace(from, to)
    const bytes = code.startsWith('xml') ? Buffer.from(xml) : signXml(xml, se)
    expect(codeOf(() => read(bytes))).toBe(code)
  })

  test('the signature’s own namespace spelt differently holds; a foreign “Signature” is none', () => {
    const bytes = signXml(writeList(swedish), se)
    expect(codeOf(() => read(change(bytes, dsig, `${dsig}x`)))).not.toBe('held')
  })

  test('more than 20 MiB is not read', () => {
    expect(codeOf(() => read(new Uint8Array(20 * 1024 * 1024 + 1)))).toBe('input.too_large')
  })
})

describe('sealServicesAt', () => {
  const names = (list: TestList, at: string) => {
    const signed = read(signXml(writeList(list), se))
    return sealServicesAt(signed, day(at)).map(({ provider }) => provider.name.en)
  }
  test.each([
    ['2022-05-31', []],
    ['2022-06-01', ['Example Trust AB']],
    ['2024-05-31', ['Example Trust AB']],
    ['2024-06-01', []],
    ['2025-05-31', []],
    ['2025-06-01', ['Example Trust AB']],
  ])('granted, withdrawn and granted again: %s', (at, expected) =>
    expect(names(swedish, at)).toEqual(expected))

  test.each([
    ['for signatures only', { use: signatureUse }],
    ['with some certificates not qualified', { qualifier: 'NotQualified' }],
    ['with some certificates for signatures', { qualifier: 'QCForESig' }],
  ])('%s it does not count', (_, period) => {
    const service = {
      ...swedish.services![0]!,
      periods: [{ from: '2022-06-01', status: grantedStatus, ...period }],
    }
    expect(names({ ...swedish, services: [service] }, '2023-01-01')).toEqual([])
  })

  test('a qualifier about the device leaves it as it is', () => {
    const periods = [{ from: '2022-06-01', status: grantedStatus, qualifier: 'QCWithQSCD' }]
    const service = { ...swedish.services![0]!, periods }
    expect(names({ ...swedish, services: [service] }, '2023-01-01')).toEqual(['Example Trust AB'])
  })
})

describe('openTrustedLists', () => {
  const lotl = (change: Partial<TestList> = {}) =>
    signXml(
      writeList({
        territory: 'EU',
        pointers: [
          { territory: 'EU', signers: [eu.read] },
          { territory: 'SE', signers: [se.read] },
          { territory: 'DK', signers: [dk.read] },
        ],
        ...change,
      }),
      eu,
    )
  const danish = (): TestList => ({ ...swedish, territory: 'DK' })
  const open = (...files: [string, Uint8Array][]) => {
    const { opened, unopened } = openTrustedLists([
      ...files.map(([name, bytes]) => ({ name, bytes })),
      { name: 'EU', bytes: lotl(), signers: [eu.read] },
    ])
    return [...opened.map(({ name }) => name), ...unopened.map(({ name, code }) => `${name} ${code}`)].sort()
  }

  test('the list of lists names the signers of each state', () => {
    const files: [string, Uint8Array][] = [
      ['DK', signXml(writeList(danish()), dk)],
      ['SE', signXml(writeList(swedish), se)],
    ]
    expect(open(...files)).toEqual(['DK', 'EU', 'SE'])
  })

  test('one state’s signer can’t sign for another, nor for the list of lists', async () => {
    expect(open(['SE', signXml(writeList(swedish), dk)])).toEqual(['EU', 'SE list.signer'])
    expect(open(['SE', signXml(writeList(swedish), eu)])).toEqual(['EU', 'SE list.signer'])
    const usurper = signXml(writeList({ territory: 'EU', sequenceNumber: 99 }), se)
    expect(open(['usurper', usurper])).toEqual(['EU', 'usurper list.signer'])
  })

  test('a list that nobody pins is not opened, and says why', () => {
    const { opened, unopened } = openTrustedLists([{ name: 'SE', bytes: signXml(writeList(swedish), se) }])
    expect([opened, unopened.map(({ code }) => code)]).toEqual([[], ['list.signer']])
  })

  test('an older copy doesn’t count beside a newer one', () => {
    const newer = signXml(writeList({ ...swedish, sequenceNumber: 8 }), se)
    expect(open(['new', newer], ['old', signXml(writeList(swedish), se)])).toEqual([
      'EU',
      'new',
      'old list.superseded',
    ])
  })

  test('pins end when the list of lists ends; a closed list ends at once', () => {
    const end = new Date('2026-12-01T00:00:00Z')
    const { opened } = openTrustedLists([
      { name: 'EU', bytes: lotl({ nextUpdate: end.toISOString() }), signers: [eu.read] },
      { name: 'SE', bytes: signXml(writeList(swedish), se) },
      { name: 'DK', bytes: signXml(writeList({ ...danish(), nextUpdate: null }), dk) },
    ])
    const ends = Object.fromEntries(opened.map(({ name, nextUpdate }) => [name, nextUpdate]))
    expect(ends).toEqual({ EU: end, SE: end, DK: new Date('2026-10-01T10:00:00Z') })
    expect(now < end).toBe(true)
  })
})

test('a seal of the tests says that it is qualified', async () => {
  const seal = await issueSeal(authority, { organisation: 'Fiberkraft' })
  expect(seal.qualified).toEqual({ compliance: true, secureDevice: false, types: ['eseal'] })
})
