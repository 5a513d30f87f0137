export const heldPath = (id: string) => `/wallet/${id}`
export const filePath = (id: string) => `/wallet/${id}/file`
export const sharePath = (id: string) => `/wallet/${id}/share`
export const sharesPath = '/wallet/shares'
export const withdrawPath = (shareId: string) => `/wallet/shares/${shareId}/withdrawal`
