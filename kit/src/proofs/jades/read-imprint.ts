import { childrenOf, type DerNode, derTags, readDer, readObjectIdentifier } from '../../keys/index.ts'
import { decodeBase64 } from '../base64.ts'

const tstInfoType = '1.2.840.113549.1.9.16.1.4'
const sha256Type = '2.16.840.1.101.3.4.2.1'

/** The SHA-256 hash that an RFC 3161 token is about; `undefined` when it can't be read. The token isn't verified. */
export function readImprint(token: string): Uint8Array | undefined {
  const bytes = decodeBase64(token)
  if (!bytes) return undefined
  try {
    return imprintOf(findInfo(readDer(bytes)))
  } catch {
    return undefined
  }
}

// RFC 5652 §5: ContentInfo { type, [0] SignedData { version, digests, { type, [0] OCTET STRING }, … } }
function findInfo(contentInfo: DerNode): Uint8Array {
  const signedData = childrenOf(childrenOf(contentInfo)[1])[0]
  const [type, wrapped] = childrenOf(childrenOf(signedData)[2])
  if (readObjectIdentifier(type) !== tstInfoType) throw new Error('not a time stamp')
  const octets = childrenOf(wrapped)[0]
  if (octets?.tag !== derTags.octetString) throw new Error('a time stamp without content')
  return octets.content
}

// RFC 3161 §2.4.2: TSTInfo { version, policy, messageImprint { { hashAlgorithm }, hashedMessage }, … }
function imprintOf(info: Uint8Array): Uint8Array | undefined {
  const [algorithm, hash] = childrenOf(childrenOf(readDer(info))[2])
  const isSha256 = readObjectIdentifier(childrenOf(algorithm)[0]) === sha256Type
  return isSha256 && hash?.tag === derTags.octetString ? hash.content : undefined
}
