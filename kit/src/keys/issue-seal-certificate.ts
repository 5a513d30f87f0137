import { webcrypto } from 'node:crypto'
import {
  type DevelopmentAuthority,
  exportPrivateKey,
  generateKeys,
  importPrivateKey,
  loadX509,
  positiveSerial,
  signingAlgorithm,
  validityFrom,
} from './development-authority.ts'
import { writePemCertificate } from './pem.ts'
import type { PemSeal } from './signer-from-pem.ts'

export interface SealCertificateInput {
  readonly organisationName: string
  readonly commonName: string
  /** ETSI EN 319 412-1 §5.1.4, e.g. `NTRSE-5599990001`. */
  readonly organizationIdentifier: string
  /** ISO 3166-1 alpha-2, e.g. `SE`. */
  readonly country: string
  readonly now: Date
  readonly days: number
  /** Random, hexadecimal, at most 40 digits. */
  readonly serial: string
}

/** A new P-256 key and its certificate under a development authority; the chain ends before the root. */
export async function issueSealCertificate(
  authority: DevelopmentAuthority,
  input: SealCertificateInput,
): Promise<PemSeal> {
  const {
    AuthorityKeyIdentifierExtension,
    BasicConstraintsExtension,
    KeyUsageFlags,
    KeyUsagesExtension,
    Name,
    SubjectKeyIdentifierExtension,
    X509Certificate,
    X509CertificateGenerator,
  } = await loadX509()
  const root = new X509Certificate(authority.certificate)
  const keys = await generateKeys()
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: positiveSerial(input.serial),
      subject: new Name([
        { C: [input.country] },
        { O: [input.organisationName] },
        { '2.5.4.97': [input.organizationIdentifier] },
        { CN: [input.commonName] },
      ]),
      issuer: root.subjectName,
      ...validityFrom(input.now, input.days),
      publicKey: keys.publicKey,
      signingKey: await importPrivateKey(authority.privateKey),
      signingAlgorithm,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature | KeyUsageFlags.nonRepudiation, true),
        await AuthorityKeyIdentifierExtension.create(root, false, webcrypto),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  )
  return {
    privateKey: await exportPrivateKey(keys.privateKey),
    certificateChain: writePemCertificate(new Uint8Array(certificate.rawData)),
  }
}
