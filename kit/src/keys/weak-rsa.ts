import type { KeyObject } from 'node:crypto'

/** Primes whose residues betray the faulty generator of CVE-2017-15361 (Nemec et al., CCS 2017, §3). */
const primes = [
  3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83, 89, 97, 101, 103, 107,
  109, 113, 127, 131, 137, 139, 149, 151, 157, 163, 167,
]
const generator = 65537

const powers = primes.map(prime => {
  const reached = new Set<number>()
  for (let power = 1; !reached.has(power); power = (power * (generator % prime)) % prime) reached.add(power)
  return reached
})

const judged = new WeakMap<KeyObject, boolean>()

/**
 * RSA that must not be relied on: below 2048 bits (NIST SP 800-57), above 8192 (one signature would cost
 * seconds), an exponent below 65537 (also the e = 1 that signs anything), or a modulus of the ROCA kind.
 */
export function isWeakRsa(key: KeyObject): boolean {
  const known = judged.get(key)
  if (known !== undefined) return known
  const { modulusLength = 0, publicExponent = 0n } = key.asymmetricKeyDetails ?? {}
  const isWeak =
    modulusLength < 2048 ||
    modulusLength > 8192 ||
    publicExponent < 65537n ||
    publicExponent % 2n === 0n ||
    isRoca(key)
  judged.set(key, isWeak)
  return isWeak
}

/** Every residue of such a modulus is a power of 65537; of another modulus, one in 2^27 is. */
function isRoca(key: KeyObject): boolean {
  const { n = '' } = key.export({ format: 'jwk' })
  const modulus = BigInt(`0x${Buffer.from(n, 'base64url').toString('hex') || '0'}`)
  return primes.every((prime, index) => powers[index]!.has(Number(modulus % BigInt(prime))))
}
