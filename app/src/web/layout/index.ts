export { Layout, type LayoutProps } from './layout.tsx'
export type { PageHead, Place } from './page-head.ts'
