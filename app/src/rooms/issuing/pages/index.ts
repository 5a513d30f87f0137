import type { Route } from '../../route.ts'
import { awardPages } from './award.tsx'
import { issuingPage } from './register.tsx'
import { reviewPages } from './review.tsx'
import { revokePages } from './revoke.tsx'

export const issuingPages: readonly Route[] = [issuingPage, ...reviewPages, ...awardPages, ...revokePages]
