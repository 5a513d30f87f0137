export { Layout, type LayoutProps, renderDocument } from './layout.tsx'
export type { PageHead, Place } from './page-head.ts'
