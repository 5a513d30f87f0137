import type { JsonObject } from '../../json/index.ts'

/** The claimed time of sealing: `sigT` (TS 119 182-1 v1.1.1 §5.2.1), or `iat`, which v1.2.1 puts in its place. */
export function readSigningTime({ sigT, iat }: JsonObject): Date | undefined {
  if (sigT === undefined && typeof iat === 'number') return validOrNothing(new Date(iat * 1000))
  if (typeof sigT !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(sigT)) return undefined
  const time = validOrNothing(new Date(sigT))
  // `new Date` lets 30 February roll over into March.
  return time?.toISOString().slice(0, 19) === sigT.slice(0, 19) ? time : undefined
}

function validOrNothing(time: Date): Date | undefined {
  return Number.isNaN(time.getTime()) ? undefined : time
}
