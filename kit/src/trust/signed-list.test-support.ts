import { createHash, createPrivateKey, sign, webcrypto } from 'node:crypto'
import {
  createDevelopmentAuthority,
  type DevelopmentAuthority,
  exportPrivateKey,
  generateKeys,
  importPrivateKey,
  loadX509,
  signingAlgorithm,
  validityFrom,
} from '../keys/development-authority.ts'
import {
  type Certificate,
  readCertificate,
  readPemCertificates,
  type Signer,
  signerFromPem,
  writePemCertificate,
} from '../keys/index.ts'
import { canonicaliseDocument, canonicaliseElement } from './xml/canonicalise-xml.ts'
import { parseXml } from './xml/parse-xml.ts'
import { descend, type XmlElement } from './xml/xml-element.ts'

export const now = new Date('2026-11-21T12:00:00Z')
export const day = (text: string) => new Date(`${text}T00:00:00Z`)

export interface TestAuthority extends DevelopmentAuthority {
  readonly read: Certificate
}

let serial = 0x5000

export async function createAuthority(commonName: string): Promise<TestAuthority> {
  const authority = await createDevelopmentAuthority({
    commonName,
    now: day('2020-01-01'),
    days: 3650,
    serial: (serial++).toString(16),
  })
  return { ...authority, read: readCertificate(readPemCertificates(authority.certificate)[0]!) }
}

/** QcCompliance and QcType eseal (ETSI EN 319 412-5). */
const sealStatements = '301f300806060400 8e460101 30130606 04008e46 01063009 06070400 8e460106 02'

export interface TestSealInput {
  readonly organisation: string
  readonly organizationIdentifier?: string
  readonly isQualified?: boolean
}

/** A seal under an authority, qualified unless told. */
export async function issueSeal(authority: TestAuthority, input: TestSealInput): Promise<Certificate> {
  return readCertificate((await issueSigner(authority, input)).certificateChain[0]!)
}

/** The same with its key. */
export async function issueSigner(authority: TestAuthority, input: TestSealInput): Promise<Signer> {
  const { Extension, Name, X509CertificateGenerator } = await loadX509()
  const keys = await generateKeys()
  const { organisation, organizationIdentifier = 'NTRSE-5599990011', isQualified = true } = input
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: `01${(serial++).toString(16)}`,
      subject: new Name([
        { C: ['SE'] },
        { O: [organisation] },
        { '2.5.4.97': [organizationIdentifier] },
        { CN: [`${organisation} seal`] },
      ]),
      issuer: new Name([{ CN: [authority.read.subject.commonName!] }]),
      ...validityFrom(day('2025-01-01'), 1500),
      publicKey: keys.publicKey as CryptoKey,
      signingKey: (await importPrivateKey(authority.privateKey)) as CryptoKey,
      signingAlgorithm,
      extensions: isQualified
        ? [new Extension('1.3.6.1.5.5.7.1.3', false, Buffer.from(sealStatements.replaceAll(' ', ''), 'hex'))]
        : [],
    },
    webcrypto as Crypto,
  )
  return signerFromPem({
    privateKey: await exportPrivateKey(keys.privateKey),
    certificateChain: writePemCertificate(new Uint8Array(certificate.rawData)),
  })
}

const uri = 'http://uri.etsi.org/TrstSvc/'
export const grantedStatus = `${uri}TrustedList/Svcstatus/granted`
export const withdrawnStatus = `${uri}TrustedList/Svcstatus/withdrawn`
export const sealUse = `${uri}TrustedList/SvcInfoExt/ForeSeals`
export const signatureUse = `${uri}TrustedList/SvcInfoExt/ForeSignatures`

export interface TestPeriod {
  readonly from: string
  readonly status: string
  readonly use?: string
  readonly qualifier?: string
}

export interface TestService {
  readonly provider: string
  readonly name: string
  readonly certificate: Certificate
  /** The newest first. */
  readonly periods: readonly TestPeriod[]
}

export interface TestPointer {
  readonly territory: string
  readonly signers: readonly Certificate[]
}

export interface TestList {
  readonly territory: string
  readonly sequenceNumber?: number
  readonly issued?: string
  /** `null`: the list is closed. */
  readonly nextUpdate?: string | null
  readonly services?: readonly TestService[]
  readonly pointers?: readonly TestPointer[]
}

const base64 = (certificate: Certificate) => Buffer.from(certificate.der).toString('base64')
const digitalId = (certificate: Certificate) =>
  `<DigitalId><X509Certificate>\n${base64(certificate).replaceAll(/(.{64})/g, '$1\n')}\n</X509Certificate></DigitalId>`

/** A trusted list as states write them, still unsigned; `EU` is the list of lists. */
export function writeList(list: TestList): string {
  const {
    territory,
    sequenceNumber = 7,
    issued = '2026-10-01T10:00:00Z',
    nextUpdate = '2027-03-31T10:00:00Z',
  } = list
  const type = territory === 'EU' ? 'EUlistofthelists' : 'EUgeneric'
  return `<?xml version="1.0" encoding="UTF-8"?>
<TrustServiceStatusList xmlns="http://uri.etsi.org/02231/v2#" xmlns:tslx="http://uri.etsi.org/02231/v2/additionaltypes#" xmlns:sie="http://uri.etsi.org/TrstSvc/SvcInfoExt/eSigDir-1999-93-EC-TrustedList/#" Id="list" TSLTag="http://uri.etsi.org/19612/TSLTag">
  <SchemeInformation>
    <TSLVersionIdentifier>5</TSLVersionIdentifier>
    <TSLSequenceNumber>${sequenceNumber}</TSLSequenceNumber>
    <TSLType>${uri}TrustedList/TSLType/${type}</TSLType>
    <SchemeOperatorName><Name xml:lang="en">Supervisory Body of ${territory} &amp; Co</Name><Name xml:lang="sv">Tillsyn</Name></SchemeOperatorName>
    <SchemeTerritory>${territory}</SchemeTerritory>
    <PointersToOtherTSL>${(list.pointers ?? []).map(writePointer).join('')}</PointersToOtherTSL>
    <ListIssueDateTime>${issued}</ListIssueDateTime>
    <NextUpdate>${nextUpdate === null ? '' : `<dateTime>${nextUpdate}</dateTime>`}</NextUpdate>
  </SchemeInformation>
  <TrustServiceProviderList>${(list.services ?? []).map(writeService).join('')}</TrustServiceProviderList>
</TrustServiceStatusList>`
}

function writePointer({ territory, signers }: TestPointer): string {
  const type = territory === 'EU' ? 'EUlistofthelists' : 'EUgeneric'
  return `<OtherTSLPointer>
    <ServiceDigitalIdentities>${signers.map(signer => `<ServiceDigitalIdentity>${digitalId(signer)}</ServiceDigitalIdentity>`).join('')}</ServiceDigitalIdentities>
    <TSLLocation>https://tl.example/${territory}.xml</TSLLocation>
    <AdditionalInformation>
      <OtherInformation><TSLType>${uri}TrustedList/TSLType/${type}</TSLType></OtherInformation>
      <OtherInformation><SchemeTerritory>${territory}</SchemeTerritory></OtherInformation>
      <OtherInformation><tslx:MimeType>application/vnd.etsi.tsl+xml</tslx:MimeType></OtherInformation>
    </AdditionalInformation>
  </OtherTSLPointer>`
}

function writeService({ provider, name, certificate, periods }: TestService): string {
  const [current, ...history] = periods
  const information = (period: TestPeriod, identity: string) => `
    <ServiceTypeIdentifier>${uri}Svctype/CA/QC</ServiceTypeIdentifier>
    <ServiceName><Name xml:lang="en">${name}</Name></ServiceName>
    <ServiceDigitalIdentity>${identity}</ServiceDigitalIdentity>
    <ServiceStatus>${period.status}</ServiceStatus>
    <StatusStartingTime>${period.from}T00:00:00Z</StatusStartingTime>
    <ServiceInformationExtensions>
      <Extension Critical="true"><AdditionalServiceInformation><URI xml:lang="en">${period.use ?? sealUse}</URI></AdditionalServiceInformation></Extension>
      ${period.qualifier ? `<Extension Critical="true"><sie:Qualifications><sie:QualificationElement><sie:Qualifiers><sie:Qualifier uri="${uri}TrustedList/SvcInfoExt/${period.qualifier}"/></sie:Qualifiers></sie:QualificationElement></sie:Qualifications></Extension>` : ''}
    </ServiceInformationExtensions>`
  return `<TrustServiceProvider>
    <TSPInformation><TSPName><Name xml:lang="en">${provider}</Name></TSPName></TSPInformation>
    <TSPServices><TSPService>
      <ServiceInformation>${information(current!, digitalId(certificate))}</ServiceInformation>
      <ServiceHistory>${history
        .map(
          period =>
            `<ServiceHistoryInstance>${information(period, '<DigitalId><X509SKI>AAAA</X509SKI></DigitalId>')}</ServiceHistoryInstance>`,
        )
        .join('')}</ServiceHistory>
    </TSPService></TSPServices>
  </TrustServiceProvider>`
}

const algorithms = {
  exclusive: 'http://www.w3.org/2001/10/xml-exc-c14n#',
  enveloped: 'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  ecdsa: 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
}
export const dsig = 'http://www.w3.org/2000/09/xmldsig#'

export interface SigningChange {
  /** The URI of the reference to the document. */
  readonly uri?: string
  /** A last change to SignedInfo before it is signed. */
  readonly signedInfo?: (text: string) => string
}

/** Signs as TS 119 612 annex B wants it: XAdES baseline B, enveloped, exclusive C14N. */
export function signXml(xml: string, signer: TestAuthority, change: SigningChange = {}): Uint8Array {
  const { uri = '', signedInfo: changeSignedInfo = text => text } = change
  const document = parse(xml)
  const covered =
    uri === '' ? canonicaliseDocument(document, document.root) : canonicaliseElement(document.root)
  const properties = `<xades:SignedProperties Id="props"><xades:SignedSignatureProperties><xades:SigningTime>2026-10-01T10:00:00Z</xades:SigningTime></xades:SignedSignatureProperties></xades:SignedProperties>`
  const frame = (signedInfo: string, value: string) =>
    `<ds:Signature xmlns:ds="${dsig}" Id="sig">${signedInfo}<ds:SignatureValue>${value}</ds:SignatureValue><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${base64(signer.read)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo><ds:Object><xades:QualifyingProperties xmlns:xades="http://uri.etsi.org/01903/v1.3.2#" Target="#sig">${properties}</xades:QualifyingProperties></ds:Object></ds:Signature>`
  const insert = (signature: string) => xml.replace(/(<\/[\w:]+>\s*(?:<\?[^>]*\?>\s*)*)$/, `${signature}$1`)
  const blank = parse(insert(frame('<ds:SignedInfo/>', '')))
  const signatureOf = (root: XmlElement) =>
    root.children.find(
      (child): child is XmlElement => typeof child !== 'string' && child.local === 'Signature',
    )!
  const qualifying = signatureOf(blank.root)
    .children.filter(child => typeof child !== 'string')
    .find(({ local }) => local === 'Object')!.children[0] as XmlElement
  const signedInfo = changeSignedInfo(
    `<ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${algorithms.exclusive}"/><ds:SignatureMethod Algorithm="${algorithms.ecdsa}"/><ds:Reference URI="${uri}"><ds:Transforms><ds:Transform Algorithm="${algorithms.enveloped}"/><ds:Transform Algorithm="${algorithms.exclusive}"/></ds:Transforms><ds:DigestMethod Algorithm="${algorithms.sha256}"/><ds:DigestValue>${digest(covered)}</ds:DigestValue></ds:Reference><ds:Reference Type="http://uri.etsi.org/01903#SignedProperties" URI="#props"><ds:Transforms><ds:Transform Algorithm="${algorithms.exclusive}"/></ds:Transforms><ds:DigestMethod Algorithm="${algorithms.sha256}"/><ds:DigestValue>${digest(canonicaliseElement(qualifying.children[0] as XmlElement))}</ds:DigestValue></ds:Reference></ds:SignedInfo>`,
  )
  const framed = parse(insert(frame(signedInfo, '')))
  const toSign = canonicaliseElement(descend(signatureOf(framed.root), 'SignedInfo')!)
  const key = createPrivateKey(signer.privateKey)
  const value = sign('sha256', Buffer.from(toSign), { key, dsaEncoding: 'ieee-p1363' }).toString('base64')
  return Buffer.from(insert(frame(signedInfo, value)))
}

export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64')
}

function parse(xml: string) {
  return parseXml(Buffer.from(xml), { maxBytes: 1e7 })
}
