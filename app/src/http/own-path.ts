/** One slash and then neither slash: browsers take `//evil` and `/\evil` for another site. */
const rooted = /^\/(?![/\\])/

/** The path if it leads to our own site, else undefined: never an open redirect (`//evil`, `/.//evil`, `https:evil`). */
export function ownPath(path: string | undefined | null): string | undefined {
  if (!path || !rooted.test(path) || path.length > 2000 || /[\\\p{Cc}]/u.test(path)) return undefined
  const url = new URL(path, 'http://own.invalid')
  // Dots are resolved now, which can bring two slashes to the front.
  const resolved = `${url.pathname}${url.search}`
  return url.origin === 'http://own.invalid' && rooted.test(resolved) ? resolved : undefined
}
