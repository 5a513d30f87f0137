import { webcrypto } from 'node:crypto'
import { writePem, writePemCertificate } from './pem.ts'

/** A root for development: whoever has it can make any seal, so nothing outside a demonstration may trust it. */
export interface DevelopmentAuthority {
  /** PEM. */
  readonly certificate: string
  /** PEM, PKCS #8. */
  readonly privateKey: string
}

export interface DevelopmentAuthorityInput {
  readonly commonName: string
  readonly now: Date
  readonly days: number
  /** Random, hexadecimal, at most 40 digits. */
  readonly serial: string
}

const keyAlgorithm = { name: 'ECDSA', namedCurve: 'P-256' }
export const signingAlgorithm = { name: 'ECDSA', hash: 'SHA-256' }
const dayInMilliseconds = 86_400_000

export async function createDevelopmentAuthority(
  input: DevelopmentAuthorityInput,
): Promise<DevelopmentAuthority> {
  const {
    BasicConstraintsExtension,
    KeyUsageFlags,
    KeyUsagesExtension,
    Name,
    SubjectKeyIdentifierExtension,
    X509CertificateGenerator,
  } = await loadX509()
  const keys = await generateKeys()
  const name = new Name([{ CN: [input.commonName] }])
  const certificate = await X509CertificateGenerator.create(
    {
      serialNumber: positiveSerial(input.serial),
      subject: name,
      issuer: name,
      ...validityFrom(input.now, input.days),
      publicKey: keys.publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto),
      ],
    },
    webcrypto,
  )
  return {
    certificate: writePemCertificate(new Uint8Array(certificate.rawData)),
    privateKey: await exportPrivateKey(keys.privateKey),
  }
}

/** Loaded on first use: verifying needs none of it, and it takes a fifth of a second. */
export async function loadX509(): Promise<typeof import('@peculiar/x509')> {
  await import('reflect-metadata')
  return import('@peculiar/x509')
}

export async function generateKeys(): Promise<webcrypto.CryptoKeyPair> {
  return webcrypto.subtle.generateKey(keyAlgorithm, true, ['sign', 'verify'])
}

export async function exportPrivateKey(key: webcrypto.CryptoKey): Promise<string> {
  return writePem('PRIVATE KEY', new Uint8Array(await webcrypto.subtle.exportKey('pkcs8', key)))
}

export async function importPrivateKey(pem: string): Promise<webcrypto.CryptoKey> {
  const der = Buffer.from(pem.replaceAll(/-----[^-]+-----|\s/g, ''), 'base64')
  return webcrypto.subtle.importKey('pkcs8', der, keyAlgorithm, false, ['sign'])
}

/** X.509 times have whole seconds; the start is rounded down so that a seal made at once lies within. */
export function validityFrom(now: Date, days: number): { notBefore: Date; notAfter: Date } {
  const start = Math.floor(now.getTime() / 1000) * 1000
  return { notBefore: new Date(start), notAfter: new Date(start + days * dayInMilliseconds) }
}

// RFC 5280 §4.1.2.2: positive, at most 20 octets.
export function positiveSerial(serial: string): string {
  const digits = serial
    .toLowerCase()
    .replaceAll(/[^0-9a-f]/g, '')
    .slice(0, 38)
  return `01${digits.padStart(2, '0')}`.slice(0, 40)
}
