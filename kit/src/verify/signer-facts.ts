import type { SealReading, SealSigner } from '../formats/index.ts'
import type { Certificate } from '../keys/index.ts'
import type { SignerFacts } from '../report/index.ts'
import { keyThumbprint } from '../trust/index.ts'

/** Everybody whose seal it carries, the issuer's own first. */
export function signerFacts({ signer, cosigners = [] }: SealReading): SignerFacts[] {
  return [...(signer ? [signer] : []), ...cosigners].map(factsOf)
}

function factsOf(signer: SealSigner): SignerFacts {
  if (signer.kind === 'certificate') return certificateFacts(signer.certificate)
  const { key, controller, assurance } = signer.key
  const fingerprint = keyThumbprint(key)
  const domain = domainOf(controller)
  return {
    kind: 'key',
    controller,
    isConfirmed: assurance === 'document',
    ...(fingerprint === undefined ? {} : { fingerprint }),
    ...(domain === undefined ? {} : { domain }),
  }
}

function certificateFacts({ subject, issuer, sha256, qualified }: Certificate): SignerFacts {
  return {
    kind: 'certificate',
    name: subject.organization ?? subject.commonName ?? subject.text,
    ...(subject.organizationIdentifier === undefined ? {} : { identifier: subject.organizationIdentifier }),
    ...(subject.country === undefined ? {} : { country: subject.country }),
    fingerprint: sha256,
    authority: issuer.organization ?? issuer.commonName ?? issuer.text,
    ...(qualified ? { qualified } : {}),
  }
}

/** The host that a controller stands for, in the letters that its address really has. */
export function domainOf(controller: string): string | undefined {
  const web = /^did:web:([^:#]+)/.exec(controller)?.[1]
  if (web !== undefined) return web.replace(/%3a/i, ':').toLowerCase()
  return /^https:\/\//.test(controller) && URL.canParse(controller) ? new URL(controller).host : undefined
}
