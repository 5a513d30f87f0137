import { lookup } from 'node:dns/promises'
import { isIP } from 'node:net'
import { FetchError } from './fetch-error.ts'
import { isPublicAddress } from './public-address.ts'

export interface Address {
  readonly address: string
  readonly family: number
}

/**
 * The address to connect to. Every address of the name must be public: a name that also leads inside is a
 * trap. The connection is made to the address returned, so a second look-up can't lead elsewhere.
 */
export async function resolveHost(hostname: string, mayBeInside: boolean): Promise<Address> {
  const host = hostname.replace(/^\[|\]$/g, '')
  const family = isIP(host)
  const addresses = family ? [{ address: host, family }] : await lookUp(host)
  if (!mayBeInside && !addresses.every(({ address }) => isPublicAddress(address))) {
    throw new FetchError('fetch.blocked_address')
  }
  return addresses[0]!
}

async function lookUp(host: string): Promise<Address[]> {
  try {
    const found = await lookup(host, { all: true })
    if (found.length > 0) return found
  } catch (cause) {
    throw new FetchError('fetch.unknown_host', { cause })
  }
  throw new FetchError('fetch.unknown_host')
}
