import {
  buildBadge,
  createIssuer,
  listOf,
  type TestIssuer,
  toBytes,
} from '../../kit/src/formats/test-issuers.test-support.ts'
import type { JsonObject } from '../../kit/src/json/index.ts'
import { type ProofOptions, signDataIntegrity } from '../../kit/src/proofs/index.ts'
import type { Report } from '../../kit/src/report/index.ts'
import { parseIssuerList, sourceOfIssuerList } from '../../kit/src/trust/index.ts'
import {
  createTrustStore,
  type Fetched,
  type TrustInput,
  type VerifyContext,
} from '../../kit/src/verify/index.ts'

/** One way to try an attack, and what must come of it. */
export interface AttackCase {
  readonly what: string
  readonly bytes: Uint8Array
  readonly context?: AttackContext
  readonly verdict: Report['verdict']
  /** Codes one of which is among those that failed or are unknown; for `valid`, among all. */
  readonly codes?: readonly string[]
  /** Addresses that may be asked for; none unless told. */
  readonly asked?: readonly string[]
  readonly holds?: (report: Report) => void
}

export type AttackBuilder = () => readonly AttackCase[] | Promise<readonly AttackCase[]>

export interface AttackContext {
  readonly at?: Date
  readonly trust?: TrustInput
  /** What stands at addresses; anything else is unreachable. */
  readonly web?: Readonly<Record<string, unknown>>
  readonly presentation?: VerifyContext['presentation']
}

export const at = new Date('2026-06-01T12:00:00Z')
export const now = at.getTime() / 1000
export const created = new Date('2026-04-17T09:45:00Z')

export const issuer = createIssuer()
export const p256 = createIssuer('P-256')
export const attacker = createIssuer()
export const attackerP256 = createIssuer('P-256')
/** Somebody whom credentials are bound to. */
export const createHolder = () => createIssuer('P-256')

export const trusted: TrustInput = {
  sources: [listOf('Fiberkraft Norr Utbildning (demo)', issuer), listOf('Optofiber Syd (demo)', p256)],
}

/** A list with any entries. */
export const listOfKeys = (issuers: readonly object[]): TrustInput => ({
  sources: [sourceOfIssuerList({ id: 'list', name: 'List' }, parseIssuerList(toBytes({ issuers })))],
})

export const rdfc: ProofOptions = { cryptosuite: 'eddsa-rdfc-2022', purpose: 'assertionMethod', created }
export const jcs: ProofOptions = { ...rdfc, cryptosuite: 'eddsa-jcs-2022' }

/** A badge without a status, so that nothing has to be fetched. */
export function bareBadge(by: TestIssuer = issuer, more: JsonObject = {}): JsonObject {
  const { credentialStatus: _, ...badge } = buildBadge(by)
  return { ...badge, ...more }
}

export const sign = (document: JsonObject, options: ProofOptions = rdfc, by: TestIssuer = issuer) =>
  signDataIntegrity(document, by, options)

/** The document with a member changed, taken away (`undefined`) or added; the path is written with slashes. */
export function put(document: JsonObject, path: string, value: unknown): JsonObject {
  const copy = structuredClone(document)
  const keys = path.split('/')
  const last = keys.pop()!
  // biome-ignore lint/suspicious/noExplicitAny: the test knows where it goes
  const holder = keys.reduce<any>((object, key) => object[key], copy)
  if (value === undefined) delete holder[last]
  else holder[last] = value
  return copy
}

export const invalid = (what: string, document: unknown, ...codes: string[]): AttackCase => ({
  what,
  bytes: document instanceof Uint8Array ? document : toBytes(document),
  verdict: 'invalid',
  codes,
})
export const unclear = (what: string, document: unknown, ...codes: string[]): AttackCase => ({
  ...invalid(what, document, ...codes),
  verdict: 'indeterminate',
})
export const valid = (what: string, document: unknown): AttackCase => ({
  ...invalid(what, document),
  verdict: 'valid',
})

export function contextOf({ context = {} }: AttackCase): VerifyContext & { readonly asked: string[] } {
  const asked: string[] = []
  const { web = {} } = context
  const get = async (url: string): Promise<Fetched> => {
    asked.push(url)
    const found = Object.hasOwn(web, url) ? web[url] : undefined
    if (found === undefined) return { kind: 'unreachable', reason: 'fetch.failed' }
    return { kind: 'found', body: found instanceof Uint8Array ? found : toBytes(found) }
  }
  return {
    at: context.at ?? at,
    trust: createTrustStore(context.trust ?? trusted),
    resolveStatusList: get,
    fetchDidDocument: get,
    fetchJson: get,
    asked,
    ...(context.presentation ? { presentation: context.presentation } : {}),
  }
}
