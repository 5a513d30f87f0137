/** Where a claim stands: names of members and places in arrays, from the top. */
export type ClaimPath = readonly (string | number)[]

export function samePath(a: ClaimPath, b: ClaimPath): boolean {
  return a.length === b.length && isWithin(a, b)
}

/** Whether `inner` is `outer` or stands below it. At one place there is an object or an array, so `1` and `'1'` are one. */
export function isWithin(inner: ClaimPath, outer: ClaimPath): boolean {
  return inner.length >= outer.length && outer.every((part, index) => String(part) === String(inner[index]))
}
