import { looksLikeCode, looksLikeShareCode, normaliseCode } from './normalise-code.ts'

/** What somebody gave us to check, understood as far as it goes without reading it as a credential. */
export type Submission =
  | { readonly kind: 'code'; readonly path: string }
  | { readonly kind: 'credential'; readonly bytes: Uint8Array }
  /** A web address that isn't one of ours: we never fetch what a visitor names. */
  | { readonly kind: 'foreign-link' }
  | { readonly kind: 'unclear' }

/**
 * Pasted text: a link or code of ours, or a credential. A code alone is taken for the code on a print, which
 * is what people type; share codes come as links.
 */
export function readPasted(text: string, baseUrl: string): Submission {
  const trimmed = text.trim()
  if (/^[{[]|^ey[\w-]+\.[\w-]*\./.test(trimmed)) {
    return { kind: 'credential', bytes: new TextEncoder().encode(trimmed) }
  }
  const link = readLink(trimmed, baseUrl)
  if (link) return link
  return looksLikeCode(trimmed) ? { kind: 'code', path: `/m/${normaliseCode(trimmed)}` } : { kind: 'unclear' }
}

/** With or without scheme, since prints show the address without it. */
function readLink(text: string, baseUrl: string): Submission | undefined {
  if (/\s/.test(text) || !/^[a-z][a-z0-9+.-]*:\/\/|^[^/]+\.[^/]+\/|^localhost[:/]/i.test(text))
    return undefined
  const base = new URL(baseUrl)
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `${base.protocol}//${text}`)
  if (!url || url.host !== base.host) return { kind: 'foreign-link' }
  const [, kind, code = ''] = /^\/(m|s)\/([^/]+)\/?$/.exec(decode(url.pathname)) ?? []
  if (kind === 'm' && looksLikeCode(code)) return { kind: 'code', path: `/m/${normaliseCode(code)}` }
  if (kind === 's' && looksLikeShareCode(code)) return { kind: 'code', path: `/s/${code}` }
  return { kind: 'unclear' }
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
