import { pageLimits, type Route } from '../route.ts'
import { presentedReportSchema, verificationExample, verifyByApi } from './api.ts'
import {
  batchBodyBytes,
  batchExample,
  batchRequestSchema,
  batchResponseSchema,
  verifyBatchByApi,
} from './batch/batch-api.ts'
import { batchPage, checkBatchForm } from './batch/batch-page.tsx'
import { checkSubmission } from './pages/check-submission.tsx'
import { checkLinkPage, shareLinkPage } from './pages/code-pages.tsx'
import { codeReceipt, codeSheet, returnReceipt } from './pages/kept-pages.ts'
import { trustPage } from './pages/trust-page.tsx'
import { verifyPage } from './pages/verify-page.tsx'

/** Room for a file that is too large, so that the page itself can say so; beyond it the house does. */
const uploadBytes = 12 * 1024 * 1024
const credentialBytes = 5 * 1024 * 1024
/** The files of a batch, and what a form puts around each. */
const batchFormBytes = 65 * 1024 * 1024

const keptFile = {
  method: 'GET',
  kind: 'file',
  who: 'anyone',
  limits: { bodyBytes: 0, perMinute: 60 },
} as const

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
  {
    method: 'GET',
    path: '/trust',
    kind: 'page',
    who: 'anyone',
    limits: pageLimits.read,
    handle: trustPage,
  },
  {
    method: 'GET',
    path: '/verify/batch',
    kind: 'page',
    who: 'anyone',
    limits: pageLimits.read,
    handle: visit => batchPage(visit),
  },
  {
    method: 'POST',
    path: '/verify/batch',
    kind: 'page',
    who: 'anyone',
    limits: { bodyBytes: batchFormBytes, perMinute: 6 },
    repeatable: true,
    handle: checkBatchForm,
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
  ...(['/m/:code', '/s/:code'] as const).flatMap((path): Route[] => [
    { ...keptFile, path: `${path}/receipt`, handle: codeReceipt },
    { ...keptFile, path: `${path}/sheet`, handle: codeSheet },
  ]),
  {
    method: 'POST',
    path: '/verify/receipt',
    kind: 'file',
    who: 'anyone',
    limits: { bodyBytes: 128 * 1024, perMinute: 60 },
    repeatable: true,
    handle: returnReceipt,
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
  {
    method: 'POST',
    path: '/api/v1/verifications/batches',
    kind: 'api',
    who: 'anyone',
    limits: { bodyBytes: batchBodyBytes, perMinute: 6 },
    openapi: {
      summary:
        'Verify many: at most 500 files, 5 MB each, 64 MB in all; files in archives count. One report after another, in order; one bad file does not stop the rest. The query parameter "at" (RFC 3339) asks about another moment than now.',
      request: batchRequestSchema,
      fileField: 'files',
      response: batchResponseSchema,
      example: batchExample,
    },
    handle: verifyBatchByApi,
  },
]
