export const reviewPath = (caseId: string) => `/issuing/cases/${caseId}`
export const awardPath = (awardId: string) => `/issuing/awards/${awardId}`
export const revokePath = (awardId: string) => `${awardPath(awardId)}/revoke`
export const filePath = (awardId: string) => `${awardPath(awardId)}/file`
