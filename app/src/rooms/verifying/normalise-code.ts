import { bareCode } from '../issuing/index.ts'

const length = 12

/**
 * A code as it is stored, from how people type it: small letters, blanks or other dashes, O for 0, I and L
 * for 1 (Crockford's base 32). Whether such a code exists is another question.
 */
export function normaliseCode(code: string): string {
  const letters = bareCode(code)
  return letters.length === length ? letters.replace(/(.{4})(?=.)/g, '$1-') : letters
}

/** Whether it can be a code at all, so that other text gets a better answer than "no such code". */
export function looksLikeCode(text: string): boolean {
  return (
    text.length <= 40 &&
    /^[\s0-9A-Za-z\p{Dash}.]+$/u.test(text) &&
    /^[0-9A-HJKMNP-TV-Z]{12}$/.test(bareCode(text))
  )
}

/** Share codes are longer and come as links: 16 random bytes in base64url, where every letter counts. */
export function looksLikeShareCode(text: string): boolean {
  return /^[A-Za-z0-9_-]{22}$/.test(text)
}
