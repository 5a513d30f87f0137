import { createPublicKey, verify, X509Certificate } from 'node:crypto'
import { edcFormat } from '@meritum/kit/formats'
import {
  createDevelopmentAuthority,
  issueSealCertificate,
  readPemCertificates,
  signerFromPem,
} from '@meritum/kit/keys'
import { createTrustStore, verifyCredential } from '@meritum/kit/verify'
import { sampleAward, sampleEdcInput } from '../kit/src/elm/sample-award.test-support.ts'
import { measure, type Row } from './measure.ts'

const now = new Date('2026-11-21T12:00:00Z')

/** A sealed European Digital Credential with page images in three languages, and what checks it. */
async function sealedEdc() {
  const authority = await createDevelopmentAuthority({ commonName: 'Bench CA', now, days: 30, serial: '01' })
  const seal = await issueSealCertificate(authority, {
    organisationName: 'Bench',
    commonName: 'Bench seal',
    organizationIdentifier: 'NTRSE-5599990011',
    country: 'SE',
    now,
    days: 20,
    serial: '02',
  })
  const input = sampleEdcInput({
    seal: {
      organisationName: 'Bench',
      commonName: 'Bench seal',
      organizationIdentifier: 'NTRSE-5599990011',
      country: 'SE',
    },
    pageImages: ['sv', 'en', 'da'].map(language => ({ language, png: new Uint8Array(15_000).fill(7) })),
    status: undefined,
  })
  const bytes = await edcFormat.seal(edcFormat.build(sampleAward(), input), signerFromPem(seal), {
    signingTime: now,
  })
  const context = {
    at: now,
    trust: createTrustStore({ certificates: readPemCertificates(authority.certificate) }),
    resolveStatusList: async () => ({ kind: 'unreachable', reason: 'bench' }) as const,
  }
  return { bytes, context, certificate: readPemCertificates(seal.certificateChain)[0]! }
}

/** The signature over the same bytes, and nothing else: the limit that no verifier passes. */
function rawCheck(bytes: Uint8Array, certificate: Uint8Array): () => boolean {
  const { payload, signatures } = JSON.parse(new TextDecoder().decode(bytes))
  const data = Buffer.from(`${signatures[0].protected}.${payload}`)
  const key = createPublicKey(
    new X509Certificate(certificate).publicKey.export({ format: 'pem', type: 'spki' }),
  )
  const signature = Buffer.from(signatures[0].signature, 'base64url')
  return () => verify('sha256', data, { key, dsaEncoding: 'ieee-p1363' }, signature)
}

export async function rows(): Promise<Row[]> {
  const edc = await sealedEdc()
  const raw = rawCheck(edc.bytes, edc.certificate)
  const { verdict, checks } = await verifyCredential(edc.bytes, edc.context)
  if (!raw() || verdict !== 'valid')
    throw new Error(`The bench's own sample is ${verdict}: ${JSON.stringify(checks)}`)
  return measure([
    { name: `raw ES256 over an EDC of ${Math.round(edc.bytes.length / 1024)} kB`, run: raw },
    { name: 'meritum EDC: bytes to report', run: () => verifyCredential(edc.bytes, edc.context) },
    { name: 'meritum EDC: strict parse and seal', run: () => edcFormat.parse(edc.bytes) },
  ])
}
