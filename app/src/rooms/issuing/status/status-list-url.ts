import type { Services } from '../../services.ts'

/** Where a list is published, and its id as sealed credentials name it. */
export function statusListUrl(services: Services, listId: string): string {
  return `${services.config.baseUrl}/status/lists/${listId}`
}
