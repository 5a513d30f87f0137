/** The path if it leads to our own site, else undefined: never an open redirect (`//evil`, `/\evil`, `https:evil`). */
export function ownPath(path: string | undefined | null): string | undefined {
  if (!path || !/^\/(?![/\\])/.test(path) || path.length > 2000 || /[\\\p{Cc}]/u.test(path)) return undefined
  const url = new URL(path, 'http://own.invalid')
  return url.origin === 'http://own.invalid' ? `${url.pathname}${url.search}` : undefined
}
