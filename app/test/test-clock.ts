import type { Clock } from '../src/clock.ts'

/** A clock that stands still until it is set. */
export interface TestClock extends Clock {
  set(time: Date | string): void
  /** Moves it forward. */
  forward(milliseconds: number): void
}

export function testClock(start: Date | string = '2026-03-14T09:00:00Z'): TestClock {
  let time = new Date(start)
  return {
    now: () => new Date(time),
    set(next) {
      time = new Date(next)
    },
    forward(milliseconds) {
      time = new Date(time.getTime() + milliseconds)
    },
  }
}
