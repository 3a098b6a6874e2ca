import { pipeline, Transform } from 'node:stream'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import { AuditError } from '../model/errors.ts'
import { handlerThrough, type ProxyOf, proxyFromEnvironment } from './proxies.ts'

/** Milliseconds a call may take, to the last byte of its answer. */
const CALL_MS = 30_000
/** Bytes of one answer; the longest of AWS's is a page of a few hundred KB. */
const MOST_BYTES = 32 * 1024 * 1024
/** Pages of one listing; AWS's own quotas end every listing of ours long before. */
const MOST_PAGES = 1_000

type Handle = NodeHttpHandler['handle']
type Request = Parameters<Handle>[0]

const CONNECTION = { connectionTimeout: 5_000 }

interface Bounds {
  callMs?: number
  bytes?: number
  proxyOf?: ProxyOf
}

/** Sends requests like the SDK's own handler, and gives up on answers that trickle or never end. */
export class BoundedHandler extends NodeHttpHandler {
  readonly #callMs: number
  readonly #bytes: number
  readonly #proxyOf: ProxyOf
  readonly #proxied = new Map<string, NodeHttpHandler>()

  constructor({ callMs = CALL_MS, bytes = MOST_BYTES, proxyOf = proxyFromEnvironment }: Bounds = {}) {
    super(CONNECTION)
    this.#callMs = callMs
    this.#bytes = bytes
    this.#proxyOf = proxyOf
  }

  override async handle(...[request, options]: Parameters<Handle>): ReturnType<Handle> {
    // The signal holds until the answer is read: what comes too late is cut off half way.
    const bounded = { ...options, abortSignal: AbortSignal.timeout(this.#callMs) }
    const through = await this.#through(request)
    const handled = through ? await through.handle(request, bounded) : await super.handle(request, bounded)
    // The reader of the answer is told of whatever ends it early.
    handled.response.body = pipeline(handled.response.body, atMost(this.#bytes), () => undefined)
    return handled
  }

  /** Each bucket has a host of its own, and each host may be excepted from the proxy. */
  async #through({ protocol, hostname, port }: Request): Promise<NodeHttpHandler | undefined> {
    const proxy = await this.#proxyOf(new URL(`${protocol}//${hostname}${port ? `:${port}` : ''}`))
    if (!proxy) return undefined
    const handler = this.#proxied.get(proxy.href) ?? handlerThrough(proxy, CONNECTION)
    this.#proxied.set(proxy.href, handler)
    return handler
  }

  override destroy(): void {
    super.destroy()
    for (const handler of this.#proxied.values()) handler.destroy()
  }
}

function atMost(bytes: number): Transform {
  let seen = 0
  return new Transform({
    transform(chunk: Buffer, _, done) {
      seen += chunk.length
      if (seen > bytes) done(new Error(`The answer has more than ${bytes} bytes.`))
      else done(null, chunk)
    },
  })
}

const TOKENS = ['NextToken', 'nextToken', 'Marker', 'ContinuationToken', 'StartingToken']

/**
 * Counts the pages of each listing. A token that comes back, or more pages than any account can have, is an answer without end.
 * @throws AWS_CALL_FAILED from the call that would have gone on
 */
export function boundedPages(most: number = MOST_PAGES): (operation: string, input: object) => void {
  const listings = new Map<string, Set<string>>()
  return (operation, input) => {
    const entries = Object.entries(input)
    const [, token] = entries.find(([key, value]) => TOKENS.includes(key) && typeof value === 'string') ?? []
    const listing = `${operation} ${JSON.stringify(entries.filter(([key]) => !TOKENS.includes(key)))}`
    if (token === undefined) {
      listings.delete(listing)
      return
    }
    const seen = listings.get(listing) ?? new Set()
    if (seen.has(token) || seen.size >= most) {
      throw new AuditError('AWS_CALL_FAILED', `${operation} does not come to an end: after ${seen.size + 1} pages AWS names another one.`, {
        remedy: 'Run again; if it stays so, report it with the operation.',
      })
    }
    listings.set(listing, seen.add(token))
  }
}
