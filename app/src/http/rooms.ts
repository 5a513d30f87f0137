import { statusListRoute } from '../protocols/status-list.ts'
import { assessmentApi, assessmentPages } from '../rooms/assessment/index.ts'
import { catalogueRoutes } from '../rooms/catalogue/index.ts'
import { designRoutes } from '../rooms/design/index.ts'
import { awardApi, issuingPages } from '../rooms/issuing/index.ts'
import type { Route } from '../rooms/route.ts'
import { verifyingRoutes } from '../rooms/verifying/index.ts'
import { walletApi, walletPages } from '../rooms/wallet/index.ts'
import { aboutPage } from './pages/about.tsx'
import { actForPage, chooseActFor } from './pages/act-for.tsx'
import { demonstrationSignIn } from './pages/demonstration-sign-in.ts'
import { chooseLanguage } from './pages/language.ts'
import { signIn, signInPage, signOut } from './pages/sign-in.tsx'
import { startPage } from './pages/start.tsx'
import { accessibilityPage, personalDataPage } from './pages/text-pages.tsx'

/** The house's own pages, beside those of the rooms. */
const ownRoutes: readonly Route[] = [
  startPage,
  aboutPage,
  accessibilityPage,
  personalDataPage,
  signInPage,
  signIn,
  signOut,
  actForPage,
  chooseActFor,
  chooseLanguage,
  demonstrationSignIn,
]

/** Every page and API endpoint. To add a room's: one line. */
export const routes: readonly Route[] = [
  ...ownRoutes,
  ...catalogueRoutes,
  ...designRoutes,
  ...assessmentPages,
  ...assessmentApi,
  ...issuingPages,
  ...awardApi,
  ...walletPages,
  ...walletApi,
  statusListRoute,
  ...verifyingRoutes,
]
