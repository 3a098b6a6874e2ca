import { AuditError } from '../model/errors.ts'

/** What octokit takes of a fetched answer. */
interface Fetched {
  status: number
  statusText: string
  url: string
  headers: Iterable<[string, string]> & { get(name: string): string | null }
  body: ReadableStream<Uint8Array> | null
}

type Answer = Pick<Fetched, 'status' | 'statusText' | 'url' | 'headers' | 'body'> & {
  text(): Promise<string>
  arrayBuffer(): Promise<ArrayBuffer>
}

type Fetch<A> = (url: string, init: { method?: string; signal?: AbortSignal }) => Promise<A>

export interface Bounds {
  /** Milliseconds to the last byte. */
  callMs: number
  /** Bytes of one answer. */
  bytes: number
}

/**
 * Fetches, and reads the answer here: octokit takes one that breaks off for an empty one, so a list that was cut would be a list of
 * nothing. What hangs, trickles or never ends is given up, and not tried again; a connection that breaks is, by whoever retries.
 */
export function boundedFetch(fetch: Fetch<Fetched>, { callMs, bytes }: Bounds): Fetch<Answer> {
  return async (url, init) => {
    const { pathname } = new URL(url)
    const call = `${init.method ?? 'GET'} ${pathname}`
    const stop = new AbortController()
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<never>((_, fail) => {
      timer = setTimeout(() => fail(givenUp(`GitHub did not answer ${call} within ${callMs / 1000} seconds.`)), callMs)
    })
    try {
      const response = await Promise.race([fetch(url, { ...init, signal: stop.signal }), late])
      const text = await Promise.race([readAll(response, bytes, call), late])
      const { status, statusText, url: answered, headers } = response
      return {
        ...{ status, statusText, url: answered, headers, body: null },
        text: () => Promise.resolve(text.toString('utf8')),
        arrayBuffer: () => Promise.resolve(Uint8Array.from(text).buffer),
      }
    } finally {
      clearTimeout(timer)
      // Nothing is read any more, whatever is still on its way.
      stop.abort()
    }
  }
}

async function readAll({ body }: Fetched, most: number, call: string): Promise<Buffer> {
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body?.getReader()
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined }
    if (done || !value) return Buffer.concat(chunks)
    size += value.byteLength
    if (size > most) throw givenUp(`GitHub answered ${call} with more than ${most} bytes.`)
    chunks.push(value)
  }
}

/** Octokit retries every error of a fetch but one that is called so. */
function givenUp(message: string): AuditError {
  const remedy = 'Run again; where it stays so, look for a proxy between this machine and GitHub.'
  return Object.assign(new AuditError('GITHUB_CALL_FAILED', message, { remedy }), { name: 'AbortError' })
}
