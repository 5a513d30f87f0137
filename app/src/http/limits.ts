import { AppError } from '../errors.ts'

interface Bucket {
  tokens: number
  at: number
}

/** Most addresses remembered at once; beyond it the ones that are full again are forgotten. */
const most = 20_000

/**
 * Token buckets per route and address: `perMinute` requests at once, refilled evenly. Lives in this process.
 * `take` throws `rate.limited` with the seconds to wait.
 */
export function createRateLimit(now: () => number) {
  const buckets = new Map<string, Bucket>()

  function forgetFull(time: number) {
    for (const [key, bucket] of buckets) if (time - bucket.at > 60_000) buckets.delete(key)
    if (buckets.size > most) buckets.clear()
  }

  return {
    take(route: string, address: string, perMinute: number): void {
      const time = now()
      if (buckets.size > most) forgetFull(time)
      const key = `${route} ${networkOf(address)}`
      const bucket = buckets.get(key) ?? { tokens: perMinute, at: time }
      const refilled = Math.min(
        perMinute,
        bucket.tokens + (Math.max(0, time - bucket.at) / 60_000) * perMinute,
      )
      if (refilled < 1) {
        throw new AppError('rate.limited', {
          params: { seconds: Math.ceil(((1 - refilled) / perMinute) * 60) },
        })
      }
      buckets.set(key, { tokens: refilled - 1, at: time })
    },
  }
}

export type RateLimit = ReturnType<typeof createRateLimit>

/** An IPv6 subscriber has a whole /64; an IPv4-mapped address counts as the IPv4 one. */
function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped) return mapped[1]!
  if (!address.includes(':')) return address
  const [head = '', tail] = address.split('::')
  const groups = head.split(':').filter(Boolean)
  const missing = tail === undefined ? 0 : 8 - groups.length - tail.split(':').filter(Boolean).length
  const whole = [...groups, ...Array.from({ length: Math.max(0, missing) }, () => '0')]
  return whole.slice(0, 4).join(':')
}
