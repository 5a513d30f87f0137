import { X509Certificate } from 'node:crypto'
import type { IssuerClaim } from '../../formats/index.ts'
import type { Certificate } from '../../keys/index.ts'
import { type CheckFinding, failed, type Params, unknown } from '../examination.ts'
import { domainOf } from '../signer-facts.ts'
import type { TrustStore } from '../trust-store.ts'

type Chain = readonly [Certificate, ...Certificate[]]

/**
 * Why a certificate may not be that of the issuer that the content names; nothing when it is. Whoever seals under
 * one name and writes another into the credential speaks for somebody else.
 */
export function doubtBinding(
  chain: Chain,
  claim: IssuerClaim,
  trust: TrustStore,
  who: Params,
): CheckFinding | undefined {
  const { organizationIdentifier: certified } = chain[0].subject
  const { id, organizationIdentifier: claimed } = claim
  if (claimed !== undefined || id === undefined) {
    // A credential that names nobody but in its certificate is the certificate's, where the format allows it.
    if (claimed === undefined && claim.mayBeUnnamed) return undefined
    return certified !== undefined && certified === claimed
      ? undefined
      : failed('jades.issuer_mismatch', { ...who, claimed: claimed ?? '' })
  }
  if (certified === id || trust.givesCertificate(id, chain)) return undefined
  return compareNames(chain[0], id, who)
}

/** SD-JWT VC of before 2025, §3.5: the issuer's address or host is one of the certificate's names. */
function compareNames({ der }: Certificate, id: string, who: Params): CheckFinding | undefined {
  const certificate = new X509Certificate(der)
  const names = (certificate.subjectAltName ?? '').split(', ')
  const isNamed = names.some(name => /^(DNS|URI):/.test(name))
  if (!isNamed) return unknown('key.unconfirmed', { ...who, signer: id })
  const host = domainOf(id)?.replace(/:\d+$/, '')
  const isOwn =
    names.includes(`URI:${id}`) ||
    (host !== undefined && certificate.checkHost(host, { subject: 'never', wildcards: false }) !== undefined)
  return isOwn ? undefined : failed('key.not_bound_to_issuer', { ...who, signer: id })
}
