import type { JsonObject } from '../../json/index.ts'
import type { Certificate } from '../../keys/index.ts'
import { encodeBase64url } from '../base64.ts'
import { checkHeader } from '../check-header.ts'
import { fails, holds, type Outcome } from '../outcome.ts'
import { checkSignsData, readX5c } from '../read-x5c.ts'
import { type AllowedAlgorithm, verifySignature } from '../verify-signature.ts'
import { readCertificateValues, readTimestamps, type TimestampFound } from './etsi-u.ts'
import type { ParsedJades } from './parse-jades.ts'
import { readSigningTime } from './signing-time.ts'

/**
 * What a seal proves, part by part. `header`: algorithm and members are allowed. `certificate`: the signed header
 * names one certificate and carries it. `signature`: made with that certificate's key over exactly these bytes.
 * Whether the certificate deserves trust is another question (`validateChain`).
 */
export interface JadesVerification {
  readonly header: Outcome
  readonly certificate: Outcome
  readonly signature: Outcome
  readonly signingTime: Outcome
  /** The certificate of the seal, when the header carries one. */
  readonly signedBy?: Certificate
  /** Other certificates in the file that may lead to a root. */
  readonly intermediates: readonly Certificate[]
  /** When it was sealed, as the sealer claims. */
  readonly claimedTime?: Date
  /** Time stamps found in the file; without a trusted authority they prove no time. */
  readonly timestamps: readonly TimestampFound[]
}

const understoodCritical = ['b64', 'sigT', 'adoTst']

export function verifyJades(jades: ParsedJades): JadesVerification {
  const header = checkJadesHeader(jades)
  const read = readX5c(jades.header.x5c)
  const signedBy = read.ok ? read.certificates[0] : undefined
  const claimedTime = readSigningTime(jades.header)
  return {
    header,
    certificate: signedBy ? checkNamesCertificate(jades.header, signedBy) : (read as Outcome),
    signature: checkSignature(jades, header, signedBy),
    signingTime: claimedTime ? holds : fails('jades.sigt', { reason: 'missing' }),
    ...(signedBy ? { signedBy } : {}),
    intermediates: read.ok ? [...read.certificates.slice(1), ...readCertificateValues(jades)] : [],
    ...(claimedTime ? { claimedTime } : {}),
    timestamps: readTimestamps(jades),
  }
}

function checkJadesHeader({ header, unprotected }: ParsedJades): Outcome {
  // A token made for another purpose must not pass for a seal (RFC 8725 §3.11); the samples say `jose+json`.
  if (header.typ !== undefined && header.typ !== 'jose+json' && header.typ !== 'jose')
    return fails('jwt.wrong_type')
  if (Object.hasOwn(header, 'sigD')) return fails('jades.sigd')
  // RFC 7797 §6: whoever doesn't know `b64` must refuse, so it has to be critical.
  const declaresB64 = Array.isArray(header.crit) && header.crit.includes('b64')
  if (header.b64 !== undefined && (typeof header.b64 !== 'boolean' || !declaresB64))
    return fails('sig.b64_not_allowed')
  if (Object.hasOwn(unprotected, 'crit')) return fails('sig.crit_unsupported')
  // TS 119 182-1 §5.3: etsiU is the one unsigned member; a certificate there would be the attacker's choice.
  if (Object.keys(unprotected).some(name => name !== 'etsiU')) return fails('jades.unsigned_header')
  return checkHeader(header, understoodCritical)
}

function checkSignature(jades: ParsedJades, header: Outcome, signedBy: Certificate | undefined): Outcome {
  if (!header.ok) return header
  if (!signedBy) return fails('jades.no_signing_cert')
  const algorithm = jades.header.alg as AllowedAlgorithm
  return verifySignature(algorithm, signedBy.publicKey, jades.signingInput, jades.signature)
}

// TS 119 182-1 §5.1.7 (x5t#S256) and §5.1.4 (kid): every reference to the certificate means the same one.
function checkNamesCertificate(header: JsonObject, certificate: Certificate): Outcome {
  const thumbprint = encodeBase64url(Buffer.from(certificate.sha256, 'hex'))
  if (header['x5t#S256'] !== undefined && header['x5t#S256'] !== thumbprint)
    return fails('jades.cert_mismatch')
  if (header.kid !== undefined && header.kid !== certificate.issuerSerial) return fails('jades.cert_mismatch')
  return checkSignsData(certificate)
}
