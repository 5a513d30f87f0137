import type { Route } from '../../route.ts'
import { credentialPages } from './credential.tsx'
import { portfolioPage } from './portfolio.tsx'
import { sharePages } from './share.tsx'
import { sharesPages } from './shares.tsx'

export const walletPages: readonly Route[] = [
  portfolioPage,
  ...credentialPages,
  ...sharePages,
  ...sharesPages,
]
