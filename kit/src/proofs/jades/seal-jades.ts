import { readCertificate, type Signer } from '../../keys/index.ts'
import { encodeBase64url } from '../base64.ts'

/**
 * Seals a text as JAdES baseline B (ETSI TS 119 182-1 v1.1.1 §6), enveloping, in the general JSON serialisation:
 * the form of the European Digital Credentials issuer. `b64` is false (RFC 7797), so the text is signed as it
 * stands. The order of the header's members is that of the Commission's own seals.
 */
export async function sealJades(
  payload: string,
  signer: Signer,
  options: { readonly signingTime: Date },
): Promise<string> {
  const leaf = readCertificate(signer.certificateChain[0]!)
  const header = {
    alg: signer.algorithm,
    cty: 'json',
    kid: leaf.issuerSerial,
    'x5t#S256': encodeBase64url(Buffer.from(leaf.sha256, 'hex')),
    x5c: signer.certificateChain.map(der => Buffer.from(der).toString('base64')),
    typ: 'jose+json',
    b64: false,
    sigT: formatSigningTime(options.signingTime),
    crit: ['b64', 'sigT'],
  }
  const protectedHeader = encodeBase64url(JSON.stringify(header))
  const signature = await signer.sign(new TextEncoder().encode(`${protectedHeader}.${payload}`))
  return JSON.stringify({
    payload,
    signatures: [{ protected: protectedHeader, signature: encodeBase64url(signature) }],
  })
}

// TS 119 182-1 §5.2.1: UTC with whole seconds.
function formatSigningTime(time: Date): string {
  return `${time.toISOString().slice(0, 19)}Z`
}
