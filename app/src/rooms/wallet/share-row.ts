import type { Services } from '../services.ts'

const place = (tenantId: string, column: string, shareId: string) => ({
  tenantId,
  personId: tenantId,
  context: `share.${column}:${shareId}`,
})

/** Where a link's code and purpose lie: under the holder's own key, so that she can see her links again. */
export const codePlace = (tenantId: string, shareId: string) => place(tenantId, 'code_sealed', shareId)
export const purposePlace = (tenantId: string, shareId: string) => place(tenantId, 'purpose_sealed', shareId)

/** What is stored of a code, so that the database alone doesn't open any link. */
export function hashShareCode(services: Services, code: string): Buffer {
  return services.vault.hmac('share.code', code)
}

export function shareLink(services: Services, code: string): string {
  return `${services.config.baseUrl}/s/${code}`
}
