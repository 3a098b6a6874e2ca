/** How long a command may wind up what it has begun: GitHub kills a cancelled step ten seconds after it has asked it to end. */
const WIND_UP_MS = 7_000

/** Could not be carried out. */
const INTERRUPTED = 2

interface Host {
  on(event: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
  exit(code: number): never
}

/**
 * A way to the signal that a run is cancelled by. A program that listens to SIGINT and SIGTERM cannot be ended by them while it computes,
 * so nobody listens until someone asks: a command that has nothing to wind up, and every computation before the first call, ends at once.
 * Once asked for, the first signal cancels, and a second one, or too long a winding up, ends the run.
 */
export function interruption(host: Host = process): () => AbortSignal {
  let armed: AbortSignal | undefined
  return () => {
    armed ??= listen(host)
    return armed
  }
}

function listen(host: Host): AbortSignal {
  const cancel = new AbortController()
  const interrupt = () => {
    if (cancel.signal.aborted) host.exit(INTERRUPTED)
    cancel.abort()
    setTimeout(() => host.exit(INTERRUPTED), WIND_UP_MS).unref()
  }
  host.on('SIGINT', interrupt)
  host.on('SIGTERM', interrupt)
  return cancel.signal
}
