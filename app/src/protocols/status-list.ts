import { AppError } from '../errors.ts'
import { statusListJwt } from '../rooms/issuing/index.ts'
import type { Route } from '../rooms/route.ts'

/** How long a cache may answer in our place, in seconds: a revocation is seen by everybody within it. */
const cacheSeconds = 300

/**
 * A signed Bitstring Status List (W3C Bitstring Status List 1.0 §3; media type of VC-JOSE-COSE §6.1.1).
 * Open to everybody and the same for everybody: it doesn't tell which entry the reader is after.
 */
export const statusListRoute: Route = {
  method: 'GET',
  path: '/status/lists/:id',
  kind: 'file',
  who: 'anyone',
  limits: { bodyBytes: 0, perMinute: 600 },
  async handle({ services, params }) {
    const jwt = await statusListJwt(services, params.id!)
    if (jwt === undefined) throw new AppError('thing.not_found')
    return new Response(jwt, {
      headers: {
        'Content-Type': 'application/vc+jwt',
        'Cache-Control': `public, max-age=${cacheSeconds}`,
        'Access-Control-Allow-Origin': '*',
      },
    })
  },
}
