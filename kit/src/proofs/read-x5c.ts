import type { JsonValue } from '../json/index.ts'
import { type Certificate, isIssuedBy, maxChainLength, readCertificate } from '../keys/index.ts'
import { decodeBase64 } from './base64.ts'
import { fails, holds, type Outcome } from './outcome.ts'

export type CertificatesRead =
  | { readonly ok: true; readonly certificates: readonly [Certificate, ...Certificate[]] }
  | Extract<Outcome, { ok: false }>

/** `x5c` (RFC 7515 §4.1.6): base64 DER certificates, leaf first, each issued by the next. */
export function readX5c(value: JsonValue | undefined): CertificatesRead {
  if (!Array.isArray(value) || value.length === 0) return failed('jades.no_signing_cert')
  if (value.length > maxChainLength) return failed('cert.too_many')
  const certificates: Certificate[] = []
  for (const entry of value) {
    const der = typeof entry === 'string' ? decodeBase64(entry) : undefined
    if (!der) return failed('cert.malformed')
    try {
      certificates.push(readCertificate(der))
    } catch {
      return failed('cert.malformed')
    }
  }
  const isInOrder = certificates.every((certificate, index) => {
    const next = certificates[index + 1]
    return !next || isIssuedBy(certificate, next)
  })
  if (!isInOrder) return failed('cert.chain')
  return { ok: true, certificates: certificates as [Certificate, ...Certificate[]] }
}

function failed(code: string): Extract<Outcome, { ok: false }> {
  return fails(code) as Extract<Outcome, { ok: false }>
}

/** Whether a certificate lets its key sign data (RFC 5280 §4.2.1.3): one of an authority doesn't. */
export function checkSignsData({ keyUsage }: Certificate): Outcome {
  return keyUsage?.signsData === false ? fails('jades.not_a_seal') : holds
}
