import { pageLimits, type Route } from '../route.ts'
import { presentedReportSchema, verificationExample, verifyByApi } from './api.ts'
import { checkSubmission } from './pages/check-submission.tsx'
import { checkLinkPage, shareLinkPage } from './pages/code-pages.tsx'
import { verifyPage } from './pages/verify-page.tsx'

/** Room for a file that is too large, so that the page itself can say so; beyond it the house does. */
const uploadBytes = 12 * 1024 * 1024
const credentialBytes = 5 * 1024 * 1024

export const verifyingRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/verify',
    kind: 'page',
    who: 'anyone',
    limits: pageLimits.read,
    handle: visit => verifyPage(visit),
  },
  {
    method: 'POST',
    path: '/verify',
    kind: 'page',
    who: 'anyone',
    limits: { bodyBytes: uploadBytes, perMinute: 60 },
    repeatable: true,
    handle: checkSubmission,
  },
  // Check codes have 60 bits, share codes 128; the limits make guessing hopeless.
  {
    method: 'GET',
    path: '/m/:code',
    kind: 'page',
    who: 'anyone',
    limits: { bodyBytes: 0, perMinute: 60 },
    handle: checkLinkPage,
  },
  {
    method: 'GET',
    path: '/s/:code',
    kind: 'page',
    who: 'anyone',
    limits: { bodyBytes: 0, perMinute: 60 },
    handle: shareLinkPage,
  },
  {
    method: 'POST',
    path: '/api/v1/verifications',
    kind: 'api',
    who: 'anyone',
    limits: { bodyBytes: credentialBytes, perMinute: 120 },
    openapi: {
      summary:
        'Verify a credential. The body is its bytes. The query parameter "at" (RFC 3339) asks about another moment than now.',
      request: 'raw',
      response: presentedReportSchema,
      example: verificationExample,
    },
    handle: verifyByApi,
  },
]
