import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bakePng } from '@meritum/kit/carriers'
import { signDataIntegrity } from '@meritum/kit/proofs'
import { beforeAll, describe, expect, it } from 'vitest'
import {
  algorithmOf,
  buildBadge,
  createIssuer,
  issuerName,
  signJws,
  toBytes,
} from '../../../../kit/src/formats/test-issuers.test-support.ts'
import { temporaryData } from '../../../test/factories/journey.ts'
import { testApp } from '../../../test/test-app.ts'
import type { PresentedReport } from './present-report.ts'

const house = testApp({ environment: { MERITUM_DATA: temporaryData() } })

/** The house's clock stands at 14 March 2026. */
const validFrom = '2026-03-01T00:00:00Z'
const issuer = createIssuer()
const stranger = createIssuer()

async function badgeBy(signer: typeof issuer, name = issuerName): Promise<Record<string, unknown>> {
  const { credentialStatus: _, ...badge } = buildBadge(signer, { issuerName: name, validFrom })
  return signDataIntegrity(badge, signer, {
    cryptosuite: 'eddsa-rdfc-2022',
    purpose: 'assertionMethod',
    created: new Date('2026-03-01T09:00:00Z'),
  })
}

beforeAll(async () => {
  const folder = join(house().services.config.dataFolder, 'trust')
  await mkdir(folder, { recursive: true })
  await writeFile(
    join(folder, 'badges.json'),
    JSON.stringify({ name: 'Register of badges', issuers: [{ id: issuer.did, name: issuerName }] }),
  )
})

const ask = async (body: Uint8Array) => {
  const answer = await house()
    .visitor()
    .send('/api/v1/verifications', {
      method: 'POST',
      body: body as BodyInit,
      headers: { 'accept-language': 'en' },
    })
  return answer.json<PresentedReport>()
}
const pageOf = async (bytes: Uint8Array, language = 'en') => {
  const visitor = house().visitor()
  const page = await visitor.post(
    '/verify',
    { file: { name: 'anything', bytes } },
    { from: '/verify', headers: { 'accept-language': language } },
  )
  return page.text
}

describe('an Open Badge of somebody else', () => {
  it('is answered like a credential of our own, from a list that knows the key', async () => {
    const report = await ask(toBytes(await badgeBy(issuer)))
    expect(report).toMatchObject({ verdict: 'valid', format: 'open-badges-3' })
    expect(report.checks.map(({ code }) => code)).toEqual([
      'format.open_badges_3',
      'seal.intact',
      'issuer.listed',
      'dates.in_force',
      'status.none',
      'completeness.missing',
    ])
    expect(report.checks.find(({ id }) => id === 'issuer')?.message).toContain('Register of badges')
    expect(report.signers).toMatchObject([{ kind: 'key', controller: issuer.did, isConfirmed: true }])
    expect(report.holder).toEqual({ bonds: ['name'], possession: 'absent' })
  })

  it.each(['en', 'sv', 'da'])('shows what it says, in %s', async language => {
    const text = await pageOf(toBytes(await badgeBy(issuer)), language)
    expect(text).toContain('Fusion splicing of single-mode fibre')
    expect(text).toContain('Maja Lindqvist Sarri')
    expect(text).toContain(issuerName)
    expect(text).toContain('Splices optical fibre')
    expect(text).toContain('Ten splices below 0.05 dB')
    expect(text).not.toMatch(/(verifying|checks?|web)\.[a-z_]+\.[a-z]/)
  })

  it('is found in a picture', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const baked = bakePng(new Uint8Array(png), JSON.stringify(await badgeBy(issuer)))
    expect(await ask(baked)).toMatchObject({ verdict: 'valid', format: 'open-badges-3' })
  })

  it('of nobody whom a list knows could not be told; with a listed name it is refused', async () => {
    expect((await ask(toBytes(await badgeBy(stranger, 'Stranger')))).verdict).toBe('indeterminate')
    const forged = await ask(toBytes(await badgeBy(stranger)))
    expect(forged.checks.find(({ state }) => state === 'failed')?.code).toBe('cert.untrusted')
    expect(await pageOf(toBytes(await badgeBy(stranger)))).not.toContain('Maja')
  })

  it('without a proof has no seal to check', async () => {
    const { proof: _, ...bare } = await badgeBy(issuer)
    const text = await pageOf(toBytes(bare))
    expect(text).toContain('No seal to check')
    expect(text).toContain('Fusion splicing')
  })
})

describe('a presentation', () => {
  const presentationOf = async (...by: (typeof issuer)[]) =>
    toBytes({
      '@context': ['https://www.w3.org/ns/credentials/v2'],
      type: ['VerifiablePresentation'],
      verifiableCredential: [
        ...(await Promise.all(by.map(signer => badgeBy(signer)))),
        {
          '@context': ['https://www.w3.org/ns/credentials/v2'],
          id: `data:application/vc+jwt,${tokenOf()}`,
          type: 'EnvelopedVerifiableCredential',
        },
      ],
    })
  const tokenOf = () => {
    const { credentialStatus: _, ...badge } = buildBadge(issuer, { validFrom })
    return signJws({ alg: algorithmOf(issuer), typ: 'vc+jwt' }, badge, issuer.privateKey)
  }

  it('gives a report of each credential in it', async () => {
    const report = await ask(await presentationOf(issuer))
    expect(report).toMatchObject({ verdict: 'valid', format: 'presentation' })
    expect(report.credentials?.map(({ verdict, format }) => [verdict, format])).toEqual([
      ['valid', 'open-badges-3'],
      ['valid', 'open-badges-3'],
    ])
    expect(report.credentials?.[0]?.checks[0]?.message).toMatch(/Open Badge/)
  })

  it('in which one is forged does not hold, and the page says which', async () => {
    const bytes = await presentationOf(issuer, stranger)
    expect(await ask(bytes)).toMatchObject({
      verdict: 'invalid',
      credentials: [{ verdict: 'valid' }, { verdict: 'invalid' }, { verdict: 'valid' }],
    })
    const text = await pageOf(bytes)
    expect(text).toContain('Not all of them hold')
    expect(text).toContain('Credential 2 of 3')
    expect(text).not.toMatch(/(verifying|checks?|web)\.[a-z_]+\.[a-z]/)
  })
})
