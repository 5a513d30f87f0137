export { openUpload } from './open-upload.ts'
export type { OpenedUpload } from './opened-upload.ts'
