import type { Services } from '../services.ts'

/** How people write a code by hand: small letters, no hyphens, O for 0, I or L for 1 (Crockford's base 32). */
export function bareCode(code: string): string {
  return code
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1')
}

/** What is stored of a code, so that the database alone doesn't open any link. */
export function hashCode(services: Services, code: string): Buffer {
  return services.vault.hmac('seal_intent.check_code', bareCode(code))
}

/** The address that a QR code or a printed link leads to. */
export function checkLink(services: Services, code: string): string {
  return `${services.config.baseUrl}/m/${code}`
}
