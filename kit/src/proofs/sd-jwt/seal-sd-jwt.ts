import { KitError } from '../../errors.ts'
import type { JsonObject } from '../../json/index.ts'
import type { Signer } from '../../keys/index.ts'
import { encodeBase64url } from '../base64.ts'
import { type Concealment, concealClaims } from './conceal-claims.ts'
import type { SdJwtType } from './parse-sd-jwt.ts'
import { alwaysVisible } from './verify-sd-jwt.ts'

export interface SdJwtInput extends Concealment {
  /** All claims in the clear: `vct`, `iss`, `iat`, `exp`, `cnf`, `status` and what is said of the subject. */
  readonly claims: JsonObject
  /** `dc+sd-jwt` unless told. */
  readonly type?: SdJwtType
  /** Names the key among those that the issuer publishes; not needed beside a certificate. */
  readonly kid?: string
}

/**
 * An SD-JWT (RFC 9901) with all of its disclosures and without key binding: what an issuer gives to a holder.
 *
 * @throws KitError `sd.no_such_claim`, `sd.reserved_name`, `sd.weak_salt`, `sd.required_claim_hidden`
 */
export async function sealSdJwt(input: SdJwtInput, signer: Signer): Promise<string> {
  if (input.paths.some(([name, ...rest]) => rest.length === 0 && alwaysVisible.includes(String(name)))) {
    throw new KitError('sd.required_claim_hidden', 'A claim that has to be plain')
  }
  const { payload, disclosures } = concealClaims(input.claims, input)
  const header = {
    alg: signer.algorithm,
    typ: input.type ?? 'dc+sd-jwt',
    ...(input.kid === undefined ? {} : { kid: input.kid }),
    ...(signer.certificateChain.length > 0
      ? { x5c: signer.certificateChain.map(der => Buffer.from(der).toString('base64')) }
      : {}),
  }
  const signingInput = `${encodeBase64url(JSON.stringify(header))}.${encodeBase64url(JSON.stringify(payload))}`
  const signature = await signer.sign(new TextEncoder().encode(signingInput))
  return [
    `${signingInput}.${encodeBase64url(signature)}`,
    ...disclosures.map(({ encoded }) => encoded),
    '',
  ].join('~')
}
