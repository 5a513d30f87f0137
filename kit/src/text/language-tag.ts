/** Whether a string has the form of a BCP 47 language tag (RFC 5646 §2.1, loosely: subtags of 1–8 letters or digits). */
export function isLanguageTag(tag: string): boolean {
  return /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(tag)
}
