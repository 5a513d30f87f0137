import { catalogueRoutes } from '../rooms/catalogue/index.ts'
import { designRoutes } from '../rooms/design/index.ts'
import type { Route } from '../rooms/route.ts'
import { actForPage, chooseActFor } from './pages/act-for.tsx'
import { demonstrationSignIn } from './pages/demonstration-sign-in.ts'
import { chooseLanguage } from './pages/language.ts'
import { signIn, signInPage, signOut } from './pages/sign-in.tsx'

/** The house's own pages, beside those of the rooms. */
const ownRoutes: readonly Route[] = [
  signInPage,
  signIn,
  signOut,
  actForPage,
  chooseActFor,
  chooseLanguage,
  demonstrationSignIn,
]

/** Every page and API endpoint. To add a room's: one line. */
export const routes: readonly Route[] = [...ownRoutes, ...catalogueRoutes, ...designRoutes]
