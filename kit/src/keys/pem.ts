import { KitError } from '../errors.ts'

/** All certificates of a PEM text, in its order. @throws KitError `cert.malformed` when there is none */
export function readPemCertificates(text: string): Uint8Array[] {
  const blocks = text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END CERTIFICATE-----/g)
  const certificates = [...blocks].map(([, body]) => Uint8Array.from(Buffer.from(body ?? '', 'base64')))
  if (certificates.length === 0) throw new KitError('cert.malformed', 'No certificate in the text')
  return certificates
}

export function writePemCertificate(der: Uint8Array): string {
  return writePem('CERTIFICATE', der)
}

export function writePem(label: string, der: Uint8Array): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}
