import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { extractCredentials } from '../kit/src/carriers/index.ts'
import type { JsonObject } from '../kit/src/json/index.ts'
import { readMultikey } from '../kit/src/keys/index.ts'
import type { Report } from '../kit/src/report/index.ts'
import { parseIssuerList, sourceOfIssuerList } from '../kit/src/trust/index.ts'
import { createTrustStore, type Fetched, verifyCredential } from '../kit/src/verify/index.ts'
import { sharedVectors } from './shared-vectors.test-support.ts'

/** 1EdTech's own fixtures: badges that hold, badges that don't, and those that only their issuers can confirm. */
const vectors = sharedVectors('open-badges-3.0')
const at = new Date('2026-11-21T12:00:00Z')

type Decision = readonly [verdict: Report['verdict'], ...codes: string[]]

/** What is found where nobody is trusted and nothing can be fetched, and where the keys are on a list. */
const fixtures: Readonly<Record<string, { readonly alone: Decision; readonly listed: Decision }>> = {
  'complete.json': {
    alone: ['indeterminate', 'issuer key.unconfirmed', 'status status.unknown_type'],
    listed: ['indeterminate', 'status status.unknown_type'],
  },
  // Its list is of a kind that only 1EdTech has; that it is read as revoked nowhere makes it valid nowhere.
  'credential-status-revoked.json': {
    alone: ['indeterminate', 'seal did.unreachable'],
    listed: ['indeterminate', 'status status.unknown_type'],
  },
  'endorsement-valid.json': { alone: ['indeterminate', 'issuer key.unconfirmed'], listed: ['valid'] },
  'simple-did-key-method.json': { alone: ['indeterminate', 'issuer key.unconfirmed'], listed: ['valid'] },
  'simple-eddsa-2022.json': { alone: ['indeterminate', 'issuer key.unconfirmed'], listed: ['valid'] },
  'simple-err-context.json': {
    alone: ['invalid', 'format ld.context_order'],
    listed: ['invalid', 'format ld.context_order'],
  },
  'simple-err-expired.json': {
    alone: ['invalid', 'issuer key.unconfirmed', 'dates dates.expired'],
    listed: ['invalid', 'dates dates.expired'],
  },
  'simple-err-issuer.json': {
    alone: ['invalid', 'format vc.malformed'],
    listed: ['invalid', 'format vc.malformed'],
  },
  'simple-err-proof-value.json': {
    alone: ['invalid', 'seal sig.invalid'],
    listed: ['invalid', 'seal sig.invalid'],
  },
  'simple-err-type.json': {
    alone: ['invalid', 'seal ld.relative_iri'],
    listed: ['invalid', 'seal ld.relative_iri'],
  },
  'simple-json.png': { alone: ['indeterminate', 'issuer key.unconfirmed'], listed: ['valid'] },
  'simple-jwt.svg': { alone: ['indeterminate', 'issuer key.unconfirmed'], listed: ['valid'] },
  'simple.json': { alone: ['indeterminate', 'issuer key.unconfirmed'], listed: ['valid'] },
  // Signed with a key that nothing names, neither the token nor 1EdTech.
  'simple.jwt': {
    alone: ['indeterminate', 'seal key.unknown', 'dates check.not_made', 'completeness check.not_made'],
    listed: ['indeterminate', 'seal key.unknown', 'dates check.not_made', 'completeness check.not_made'],
  },
}

function credentialIn(name: string): Uint8Array {
  const { items, problems } = extractCredentials(new Uint8Array(readFileSync(vectors.path(name))))
  expect(problems).toEqual([])
  return items[0]!.bytes
}

/** The issuer and the key that a fixture names, as a list would give them. */
function listingOf(bytes: Uint8Array): JsonObject | undefined {
  const text = Buffer.from(bytes).toString()
  if (text.startsWith('{')) {
    const { issuer, proof } = JSON.parse(text)
    const method: string = [proof].flat()[0].verificationMethod
    const key = readMultikey(method.split(/[#:]/).at(-1)!)
    if (!issuer || !key) return undefined
    return {
      id: issuer.id,
      name: issuer.name ?? issuer.id,
      jwks: [key.export({ format: 'jwk' }) as JsonObject],
    }
  }
  const [header, payload] = text
    .split('.', 2)
    .map(part => JSON.parse(Buffer.from(part, 'base64url').toString()))
  return header.jwk && { id: payload.issuer.id, name: payload.issuer.name, jwks: [header.jwk] }
}

/** A DID document for the one fixture that has a did:web. */
async function fetchDidDocument(url: string, listing: JsonObject | undefined): Promise<Fetched> {
  const did = String(listing?.id)
  if (!url.endsWith('/did.json') || !did.startsWith('did:web:'))
    return { kind: 'unreachable', reason: 'offline' }
  const method = 'z6MkjZRZv3aez3r18pB1RBFJR1kwUVJ5jHt92JmQwXbd5hwi'
  const id = `${did}#${method}`
  const key = { id, type: 'Multikey', controller: did, publicKeyMultibase: method }
  const document = { id: did, verificationMethod: [key], assertionMethod: [id] }
  return { kind: 'found', body: Buffer.from(JSON.stringify(document)) }
}

async function verify(bytes: Uint8Array, listing?: JsonObject): Promise<Report> {
  const list = parseIssuerList(Buffer.from(JSON.stringify({ issuers: listing ? [listing] : [] })))
  return verifyCredential(bytes, {
    at,
    trust: createTrustStore({ sources: [sourceOfIssuerList({ id: 'list', name: 'List' }, list)] }),
    fetchDidDocument: url => fetchDidDocument(url, listing),
  })
}

function decisionOf({ verdict, checks }: Report): Decision {
  const deciding = checks.filter(({ state }) => state === 'failed' || state === 'unknown')
  return [verdict, ...deciding.map(({ id, code }) => `${id} ${code}`)]
}

describe.skipIf(!vectors.present)('Open Badges 3.0', () => {
  test('every fixture is decided', () => {
    const files = readdirSync(vectors.path('.')).filter(name => name.includes('.'))
    expect(files.sort()).toEqual(Object.keys(fixtures).sort())
  })

  test.each(Object.entries(fixtures))('%s', async (name, { alone, listed }) => {
    const bytes = credentialIn(name)
    expect(decisionOf(await verify(bytes))).toEqual(alone)
    const report = await verify(bytes, listingOf(bytes))
    expect(decisionOf(report)).toEqual(listed)
    const isBadge = name !== 'endorsement-valid.json' && name !== 'simple-err-type.json'
    expect(report.format).toBe(isBadge ? 'open-badges-3' : 'w3c-vc')
  })

  test.each(
    Object.entries(fixtures).filter(([, { listed }]) => listed[0] === 'valid'),
  )('%s with any character changed is never valid', async name => {
    const bytes = credentialIn(name)
    const listing = listingOf(bytes)
    const step = Math.ceil(bytes.length / 60)
    for (let position = 0; position < bytes.length; position += step) {
      if (bytes[position]! <= 0x20) continue
      const changed = bytes.slice()
      changed[position] = changed[position] === 0x61 ? 0x62 : 0x61
      const { verdict } = await verify(changed, listing)
      expect({ position, isValid: verdict === 'valid' }).toEqual({ position, isValid: false })
    }
  })

  test('the complete one is read into the words of the European model', async () => {
    const bytes = credentialIn('complete.json')
    const { credential, holder } = await verify(bytes, listingOf(bytes))
    expect(credential).toMatchObject({
      title: { und: '1EdTech University Degree' },
      issuedBy: { name: { und: '1EdTech University' }, country: 'US', homepage: 'https://1edtech.edu' },
      designedBy: { name: { und: '1EdTech University' } },
      awardingBodies: [{ name: { und: '1EdTech College of Arts' } }],
      outcomes: [{ title: { und: '1EdTech University Degree' } }],
      assessments: [
        { title: { und: 'Final Project Grade' }, grade: { und: 'A' } },
        { title: { und: 'Final Project Grade' } },
        { title: { und: 'Final Project Grade' }, grade: { en: 'Completed' } },
      ],
      validUntil: '2030-01-01T00:00:00Z',
      completeness: { missing: ['level', 'participation'] },
    })
    expect(credential?.qualityAssurance?.und).toMatch(
      /^Example Accrediting Agency: 1EdTech University is in good/,
    )
    const notes = credential?.notes.map(({ label, text }) => [label?.en, Object.values(text)[0]]) ?? []
    expect(Object.fromEntries(notes)).toMatchObject({
      Criteria: '# Degree Requirements\nStudents must complete...',
      Credits: '42',
      Period: '2010-01-01 – 2010-01-02',
      'Licence number': 'A-9320041',
    })
    expect(holder).toEqual({ bonds: ['key', 'email'], possession: 'absent' })
  })
})
