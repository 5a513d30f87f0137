import type { ParsedContent, SealReading, SealSigner } from '../../formats/index.ts'
import { type IssuerKnowledge, type IssuerQuery, keyThumbprint } from '../../trust/index.ts'
import {
  type CheckFinding,
  type Examination,
  failed,
  ofFailure,
  type Params,
  passed,
  unknown,
} from '../examination.ts'
import { domainOf } from '../signer-facts.ts'
import type { VerifyContext } from '../verify-context.ts'
import { doubtLists } from './doubt-lists.ts'

type KeySigner = Extract<SealSigner, { kind: 'key' }>

/**
 * Who a key belongs to, and which list knows them. The lists are asked for the key, for whoever holds it, and for
 * the host that it was found at; a name that the content gives itself makes nobody known.
 */
export function checkKeyIssuer(
  { signer, binding = { ok: true } }: SealReading & { readonly signer: KeySigner },
  content: ParsedContent,
  { context }: Examination['visit'],
): CheckFinding[] {
  const { at, trust } = context
  const who = describe(signer, content)
  if (!binding.ok && !binding.undecided) return [ofFailure(binding, who)]
  const knowledge = binding.ok ? findKnowledge(signer, content, context) : ({ state: 'unknown' } as const)
  const findings = sayKnowledge(knowledge, who) ?? checkStranger(signer, content, context, who)
  const isOpen = !binding.ok && findings.every(({ state }) => state !== 'failed')
  return [
    ...(isOpen && !binding.ok ? [ofFailure(binding, who)] : findings),
    ...doubtLists(trust.summarise(at), knowledge),
  ]
}

const ranks: readonly IssuerKnowledge['state'][] = ['known', 'stale', 'withdrawn', 'unknown']

function findKnowledge(
  { key: { key, controller, assurance } }: KeySigner,
  { issuer }: ParsedContent,
  { at, trust }: VerifyContext,
): IssuerKnowledge {
  const thumbprint = keyThumbprint(key)
  const domain = domainOf(controller)
  const isDocument = assurance === 'document'
  const isWholeHost = /^(did:web:[^:#]+|https:\/\/[^/?#]+\/?)$/.test(controller)
  const queries: IssuerQuery[] = [
    ...(thumbprint === undefined ? [] : [{ jwkThumbprint: thumbprint, at }]),
    ...(isDocument && controller.startsWith('did:') ? [{ did: controller, at }] : []),
    ...(isDocument && controller.startsWith('https:') ? [{ url: controller, at }] : []),
    ...(isDocument && isWholeHost && domain !== undefined ? [{ domain, at }] : []),
    // The binding held because a list gives the key to this issuer.
    ...(issuer.id !== undefined && issuer.id !== controller ? [{ did: issuer.id, at }] : []),
  ]
  const found = queries.map(query => trust.findIssuer(query))
  return (
    ranks.flatMap(state => found.filter(knowledge => knowledge.state === state))[0] ?? { state: 'unknown' }
  )
}

function sayKnowledge(knowledge: IssuerKnowledge, who: Params): CheckFinding[] | undefined {
  if (knowledge.state === 'unknown' || knowledge.state === 'broken' || knowledge.state === 'expired')
    return undefined
  const { source, listedName } = knowledge
  const listed = { ...who, name: listedName, source: source.name, list: source.id, listedName }
  if (knowledge.state === 'known') return [passed('issuer.listed', listed)]
  if (knowledge.state === 'withdrawn') return [unknown('trust.withdrawn', listed)]
  return [unknown('trust.issuer_on_stale_list', { ...listed, until: source.nextUpdate?.toISOString() ?? '' })]
}

/** A listed name, identifier or address, without the key that the list gives to it, is somebody else's. */
function checkStranger(
  { key: { key, controller } }: KeySigner,
  { issuer, view }: ParsedContent,
  { at, trust }: VerifyContext,
  who: Params,
): CheckFinding[] {
  const { id = controller } = issuer
  const isPinned = trust.findKeys(id) !== undefined
  if (isPinned && !trust.givesKey(id, { did: controller, jwkThumbprint: keyThumbprint(key) })) {
    return [failed('key.not_bound_to_issuer', who)]
  }
  const organizationIdentifier = issuer.organizationIdentifier ?? view.issuedBy?.identifier
  const names = Object.values(view.issuedBy?.name ?? {})
  const namesake = trust.findNamesake({ names, organizationIdentifier, id, at })
  if (!namesake) return [unknown('issuer.unknown', who)]
  const { source, listedName } = namesake
  return [failed('cert.untrusted', { ...who, listed: listedName, source: source.name, list: source.id })]
}

function describe({ key: { key, controller } }: KeySigner, { view }: ParsedContent): Params {
  const [name] = Object.values(view.issuedBy?.name ?? {})
  return {
    name: name ?? controller,
    identifier: controller,
    country: view.issuedBy?.country ?? '',
    fingerprint: keyThumbprint(key) ?? '',
    domain: domainOf(controller) ?? '',
  }
}
