import type { Interruption } from '../commands/world.ts'

/** How long a command may wind up what it has begun. Ended by a person or a runner, it is gone within a second. */
const WIND_UP_MS = 700

/** Could not be carried out. */
const INTERRUPTED = 2

interface Host {
  on(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
  off(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
  exit(code: number): never
}

interface LimitedInterruption extends Interruption {
  /** Ends the run after so many minutes as a signal would. */
  limit(minutes: number): void
}

/**
 * How a run is cancelled. A program that listens to SIGINT and SIGTERM cannot be ended by them while it computes, so nobody listens
 * but while something is under way at AWS: everything else ends at once, by the signal itself.
 *
 * The first signal cancels, and what is under way winds up. A second one, or too long a winding up (a call that hangs), ends the
 * run; before it goes, `say` gets what it leaves.
 */
export function interruption(say: (why: string, left: readonly string[]) => void, host: Host = process): LimitedInterruption {
  const cancel = new AbortController()
  const { signal } = cancel
  const underWay = new Set<() => string>()
  let why = 'cancelled'
  const end = () => {
    say(
      why,
      [...underWay].map((left) => left()).filter((text) => text !== ''),
    )
    host.exit(INTERRUPTED)
  }
  const interrupt = () => {
    if (signal.aborted) return end()
    setTimeout(end, WIND_UP_MS).unref()
    cancel.abort()
  }
  const listen = (how: 'on' | 'off') => {
    host[how]('SIGINT', interrupt)
    host[how]('SIGTERM', interrupt)
  }
  return {
    signal,
    limit: (minutes) => {
      const over = () => {
        why = `did not end within ${minutes} minutes (\`run-timeout-minutes\`)`
        interrupt()
      }
      setTimeout(over, minutes * 60_000).unref()
    },
    during: async (left, work) => {
      if (underWay.size === 0 && !signal.aborted) listen('on')
      underWay.add(left)
      try {
        return await work()
      } finally {
        underWay.delete(left)
        // Once cancelled, a second signal ends the run whatever it does.
        if (underWay.size === 0 && !signal.aborted) listen('off')
      }
    },
  }
}
