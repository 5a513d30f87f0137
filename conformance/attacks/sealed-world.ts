import { toBytes } from '../../kit/src/formats/test-issuers.test-support.ts'
import type { Signer } from '../../kit/src/keys/index.ts'
import {
  createWorld,
  sealSample,
  signList,
  type World,
} from '../../kit/src/verify/sealed-sample.test-support.ts'

interface Envelope {
  readonly payload: string
  readonly signatures: readonly { readonly protected: string; readonly signature: string }[]
}

export interface SealedWorld {
  readonly world: World
  readonly sealed: Uint8Array
  readonly envelope: Envelope
  /** A seal, rightly signed, over a header that was changed before; members of `undefined` are left out. */
  sealWith(header: object, by?: Signer, payload?: string): Promise<Uint8Array>
  /** The sample with an unprotected header. */
  unprotected(header: object): Promise<Uint8Array>
  readonly list: string
}

let made: Promise<SealedWorld> | undefined

/** A sealed European Digital Credential and the means to seal others; made once. */
export function sealedWorld(): Promise<SealedWorld> {
  made ??= make()
  return made
}

async function make(): Promise<SealedWorld> {
  const world = await createWorld()
  const sealed = await sealSample(world)
  const envelope: Envelope = JSON.parse(Buffer.from(sealed).toString())
  const [entry] = envelope.signatures
  const usual = JSON.parse(Buffer.from(entry!.protected, 'base64url').toString())
  return {
    world,
    sealed,
    envelope,
    list: await signList(world.signer),
    async sealWith(change, by = world.signer, payload = envelope.payload) {
      const header = Buffer.from(JSON.stringify({ ...usual, ...change })).toString('base64url')
      const signature = await by.sign(toBytes(`${header}.${payload}`))
      const signatures = [{ protected: header, signature: Buffer.from(signature).toString('base64url') }]
      return toBytes({ payload, signatures })
    },
    unprotected: async header => toBytes({ ...envelope, signatures: [{ ...entry, header }] }),
  }
}
