/** The sandbox's time: real time plus an offset that only ever grows, so that hours of digests take seconds. */
export class Clock {
  #offsetMs: number

  constructor(offsetMs = 0) {
    this.#offsetMs = offsetMs
  }

  now(): Date {
    return new Date(Date.now() + this.#offsetMs)
  }

  advance(ms: number): void {
    if (ms < 0) throw new Error('the clock does not go back')
    this.#offsetMs += ms
  }
}

/** `2026-11-23T05:17:00Z`, the precision CloudTrail uses. */
export function isoSeconds(date: Date): string {
  return `${date.toISOString().slice(0, 19)}Z`
}

/** `20261123T051700Z`, as in the names of log and digest files. */
export function compactTime(date: Date): string {
  return isoSeconds(date).replaceAll(/[-:]/g, '')
}
