import type { Route } from '../../route.ts'
import { casePage } from './case.tsx'
import { caseListPage } from './case-list.tsx'
import { openCasePages } from './open-case.tsx'
import { outcomePages } from './outcome.tsx'

export const assessmentPages: readonly Route[] = [caseListPage, ...openCasePages, casePage, ...outcomePages]
