import { constants, type KeyObject, type VerifyKeyObjectInput, verify } from 'node:crypto'

const digests: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
}

interface Method {
  readonly type: 'rsa' | 'ec'
  readonly hash: string
  readonly probabilistic?: boolean
}

/** RFC 9231 §2.3; nothing with SHA-1, DSA or a shared secret. */
const methods: Readonly<Record<string, Method>> = Object.fromEntries(
  ['sha256', 'sha384', 'sha512'].flatMap(hash => [
    [`http://www.w3.org/2001/04/xmldsig-more#rsa-${hash}`, { type: 'rsa', hash } as const],
    [`http://www.w3.org/2001/04/xmldsig-more#ecdsa-${hash}`, { type: 'ec', hash } as const],
    [
      `http://www.w3.org/2007/05/xmldsig-more#${hash}-rsa-MGF1`,
      { type: 'rsa', hash, probabilistic: true } as const,
    ],
  ]),
)

const curves = new Set([
  'prime256v1',
  'secp384r1',
  'secp521r1',
  'brainpoolP256r1',
  'brainpoolP384r1',
  'brainpoolP512r1',
])

/** Node's name of a digest method, if it is one that can't be forged. */
export function digestOf(uri: string | undefined): string | undefined {
  return uri !== undefined && Object.hasOwn(digests, uri) ? digests[uri] : undefined
}

export function isSignatureMethod(uri: string | undefined): uri is string {
  return uri !== undefined && Object.hasOwn(methods, uri)
}

/** Whether a key that is strong enough, and of the method's own type, made the signature. */
export function holds(uri: string, key: KeyObject, signed: Uint8Array, signature: Uint8Array): boolean {
  const method = methods[uri]
  if (!method || method.type !== key.asymmetricKeyType || !isStrong(key)) return false
  try {
    return verify(method.hash, signed, inputFor(method, key), signature)
  } catch {
    return false
  }
}

function inputFor({ type, probabilistic }: Method, key: KeyObject): VerifyKeyObjectInput {
  if (type === 'ec') return { key, dsaEncoding: 'ieee-p1363' }
  if (!probabilistic) return { key, padding: constants.RSA_PKCS1_PADDING }
  return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
}

function isStrong({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  if (asymmetricKeyType === 'ec') return curves.has(asymmetricKeyDetails?.namedCurve ?? '')
  const { modulusLength = 0, publicExponent = 0n } = asymmetricKeyDetails ?? {}
  return modulusLength >= 2048 && modulusLength <= 8192 && publicExponent >= 65537n
}
