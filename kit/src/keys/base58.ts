const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz'
const digits = new Map([...alphabet].map((character, value) => [character, value]))

/** Longer than any key or signature; the work grows with the square of the length. */
const maxLength = 512

/** Base58 as Bitcoin spells it (multibase `z`); `undefined` for anything else. Every text has one value and back. */
export function decodeBase58(text: string): Uint8Array | undefined {
  if (text.length === 0 || text.length > maxLength) return undefined
  const little: number[] = []
  for (const character of text) {
    let carry = digits.get(character)
    if (carry === undefined) return undefined
    for (let index = 0; index < little.length; index++) {
      carry += little[index]! * 58
      little[index] = carry & 0xff
      carry >>= 8
    }
    for (; carry > 0; carry >>= 8) little.push(carry & 0xff)
  }
  const zeros = /^1*/.exec(text)![0].length
  const bytes = new Uint8Array(zeros + little.length)
  for (let index = 0; index < little.length; index++) bytes[bytes.length - 1 - index] = little[index]!
  return bytes
}

export function encodeBase58(bytes: Uint8Array): string {
  const little: number[] = []
  for (const byte of bytes) {
    let carry = byte
    for (let index = 0; index < little.length; index++) {
      carry += little[index]! << 8
      little[index] = carry % 58
      carry = Math.floor(carry / 58)
    }
    for (; carry > 0; carry = Math.floor(carry / 58)) little.push(carry % 58)
  }
  const zeros = bytes.findIndex(byte => byte !== 0)
  const leading = '1'.repeat(zeros === -1 ? bytes.length : zeros)
  return (
    leading +
    little
      .reverse()
      .map(digit => alphabet[digit]!)
      .join('')
  )
}
