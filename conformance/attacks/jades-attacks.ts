import { expect } from 'vitest'
import { signerFromPem } from '../../kit/src/keys/index.ts'
import { createAuthority, issueSigner } from '../../kit/src/trust/signed-list.test-support.ts'
import {
  createWorld,
  daysAfter,
  listUrl,
  organisation,
  sealedAt,
  sealSample,
} from '../../kit/src/verify/sealed-sample.test-support.ts'
import { type AttackBuilder, type AttackCase, invalid, unclear, valid } from './attack-case.ts'
import { type SealedWorld, sealedWorld } from './sealed-world.ts'

const within = ({ world, list }: SealedWorld, days = 1) => ({
  at: daysAfter(days),
  trust: { certificates: [world.root] },
  web: { [listUrl]: Buffer.from(list) },
})
async function inWorld(...attacks: (AttackCase | Promise<AttackCase>)[]): Promise<AttackCase[]> {
  const made = await sealedWorld()
  return (await Promise.all(attacks)).map(attack => ({ context: within(made), ...attack }))
}
const base64 = (der: Uint8Array) => Buffer.from(der).toString('base64')

export const jadesAttacks: Readonly<Record<string, AttackBuilder>> = {
  'JAD-01': async () => {
    const { sealWith } = await sealedWorld()
    return inWorld(
      invalid(
        'no certificate',
        await sealWith({ x5c: undefined, 'x5t#S256': undefined, kid: undefined }),
        'jades.no_signing_cert',
      ),
    )
  },
  'JAD-02': async () => {
    const { sealWith, world } = await sealedWorld()
    const other = await createWorld({ serial: '5ebb' })
    const chain = other.signer.certificateChain.map(base64)
    return inWorld(
      invalid(
        'another thumbprint',
        await sealWith({ 'x5t#S256': Buffer.alloc(32).toString('base64url') }),
        'jades.cert_mismatch',
      ),
      invalid('another leaf', await sealWith({ x5c: chain }, world.signer), 'jades.cert_mismatch'),
    )
  },
  'JAD-03': async () => {
    const { unprotected, world } = await sealedWorld()
    return inWorld(
      invalid(
        'x5c beside the seal',
        await unprotected({ x5c: world.signer.certificateChain.map(base64) }),
        'jades.unsigned_header',
      ),
    )
  },
  'JAD-04': async () => {
    const made = await sealedWorld()
    const late = await made.sealWith({ sigT: '2028-01-01T00:00:00Z' })
    return [
      {
        ...invalid('sealed after its end', late, 'jades.sigt'),
        context: within(made, 800),
        asked: [listUrl],
      },
      {
        ...unclear('ended since, and only a claimed time', made.sealed, 'jades.no_poe'),
        context: within(made, 400),
        asked: [listUrl],
      },
    ]
  },
  'JAD-05': async () => {
    const { world, sealWith } = await sealedWorld()
    const { certificate: certificateChain, privateKey } = world.authority
    const authority = signerFromPem({ certificateChain, privateKey })
    const x5c = authority.certificateChain.map(base64)
    return inWorld(
      invalid(
        'a certificate that signs certificates',
        await sealWith({ x5c, 'x5t#S256': undefined, kid: undefined }, authority),
        'jades.not_a_seal',
      ),
    )
  },
  'JAD-06': async () => {
    const { world } = await sealedWorld()
    const input = { seal: { ...organisation, organizationIdentifier: 'NTRSE-1' } }
    return inWorld(
      invalid(
        'another organisation in the content',
        await sealSample(world, { input }),
        'jades.issuer_mismatch',
      ),
    )
  },
  'JAD-07': async () => {
    const made = await sealedWorld()
    const { sealWith, world } = made
    const chain = world.signer.certificateChain.map(base64)
    const stranger = await createAuthority('Another CA')
    const other = await issueSigner(stranger, { organisation: 'Other' })
    return inWorld(
      invalid(
        'a certificate of no use in between',
        await sealWith({ x5c: [chain[0], base64(other.certificateChain[0]!)] }),
        'cert.chain',
      ),
      invalid(
        'fifty',
        await sealWith({ x5c: [chain[0], ...Array(49).fill(base64(world.root))] }),
        'cert.too_many',
      ),
    )
  },
  'JAD-09': async () => {
    const { sealWith } = await sealedWorld()
    const sigD = {
      mId: 'http://uri.etsi.org/19182/ObjectIdByURIHash',
      pars: ['http://127.0.0.1:9/x'],
      hashV: ['AA'],
    }
    return inWorld(
      invalid(
        'content elsewhere',
        await sealWith({ sigD, crit: ['b64', 'sigT', 'sigD'] }),
        'jades.sigd',
        'sig.crit_unsupported',
      ),
    )
  },
  'JAD-10': async () => {
    const { sealWith, envelope } = await sealedWorld()
    const detached = JSON.stringify({ ...envelope, payload: undefined })
    return inWorld(
      invalid(
        'sigD is critical and ignored',
        await sealWith({ crit: ['b64', 'sigT', 'sigD'] }),
        'sig.crit_unsupported',
      ),
      invalid('detached', Buffer.from(detached), 'sig.serialization'),
    )
  },
  'JAD-11': async () => {
    const { sealWith } = await sealedWorld()
    return inWorld(
      {
        ...invalid('in the future', await sealWith({ sigT: '2026-09-01T00:00:00Z' }), 'jades.sigt'),
        asked: [listUrl],
      },
      {
        ...invalid('before the certificate', await sealWith({ sigT: '2025-01-01T00:00:00Z' }), 'jades.sigt'),
        asked: [listUrl],
      },
      invalid('none', await sealWith({ sigT: undefined, crit: ['b64'] }), 'jades.sigt'),
    )
  },
  'JAD-12': async () => {
    const { unprotected } = await sealedWorld()
    const sigTst = { tstTokens: [{ val: Buffer.from('3000', 'hex').toString('base64') }] }
    const etsiU = [Buffer.from(JSON.stringify({ sigTst })).toString('base64url')]
    const [attack] = await inWorld(valid('over other bytes', await unprotected({ etsiU })))
    return [
      {
        ...attack!,
        asked: [listUrl],
        holds: report => {
          expect(report.checks.map(({ code }) => code)).toContain('jades.timestamp_mismatch')
          expect(report.checks.find(({ code }) => code === 'seal.intact')?.params?.sealedAt).toBe(
            sealedAt.toISOString(),
          )
        },
      },
    ]
  },
}
