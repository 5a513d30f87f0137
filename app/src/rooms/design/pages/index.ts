import type { Route } from '../../route.ts'
import { listPage } from './list-page.tsx'
import { newPages } from './new-page.tsx'
import { outcomePages } from './outcome-page.tsx'
import { outcomesPages } from './outcomes-page.tsx'
import { overviewPage } from './overview-page.tsx'
import { publishPages } from './publish-page.tsx'
import { sectionPages } from './section-page.tsx'
import { versionPage } from './version-page.tsx'

/** Fixed addresses before those with a parameter in the same place. */
export const designPages: readonly Route[] = [
  listPage,
  ...newPages,
  overviewPage,
  ...sectionPages,
  ...outcomesPages,
  ...outcomePages,
  ...publishPages,
  versionPage,
]
