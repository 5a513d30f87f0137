import type { Config } from '../config.ts'

const sources = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "form-action 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
]
const contentSecurityPolicy = [...sources, "script-src 'none'"].join('; ')

/** The page with the camera: its script, the WebAssembly that the script fetches, and the camera itself. */
export const cameraHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [...sources, "script-src 'self' 'wasm-unsafe-eval'", "connect-src 'self'"].join(
    '; ',
  ),
  'Permissions-Policy': 'camera=(self), geolocation=(), microphone=()',
}

/** On every answer that doesn't set its own (OWASP ASVS 5.0, 3.4). */
export function securityHeaders(config: Config): [name: string, value: string][] {
  const headers: [string, string][] = [
    ['Content-Security-Policy', contentSecurityPolicy],
    ['Referrer-Policy', 'no-referrer'],
    ['X-Content-Type-Options', 'nosniff'],
    ['Cross-Origin-Opener-Policy', 'same-origin'],
    ['Cross-Origin-Resource-Policy', 'same-origin'],
    ['Permissions-Policy', 'camera=(), geolocation=(), microphone=()'],
    ['Cache-Control', 'no-store'],
  ]
  if (!config.demonstration)
    headers.push(['Strict-Transport-Security', 'max-age=31536000; includeSubDomains'])
  return headers
}
