import type { JsonObject } from '../../json/index.ts'
import type { Signer } from '../../keys/index.ts'
import { encodeBase64url } from '../base64.ts'

/** Secures a credential of VCDM 2.0 as a compact JWS (VC-JOSE-COSE §3.1.1: `typ` vc+jwt, no `vc` claim). */
export async function signVcJwt(credential: JsonObject, signer: Signer): Promise<string> {
  const header = {
    alg: signer.algorithm,
    typ: 'vc+jwt',
    cty: 'vc',
    x5c: signer.certificateChain.map(der => Buffer.from(der).toString('base64')),
  }
  const input = `${encodeBase64url(JSON.stringify(header))}.${encodeBase64url(JSON.stringify(credential))}`
  const signature = await signer.sign(new TextEncoder().encode(input))
  return `${input}.${encodeBase64url(signature)}`
}
