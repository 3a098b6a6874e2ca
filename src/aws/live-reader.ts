import { createHash } from 'node:crypto'
import { absent, denied, type Evidence, type EvidenceEnvelope, questionKey, read } from '../model/evidence.ts'
import type { Reader } from '../model/facts.ts'
import type { Clients } from './clients.ts'
import { isDenied, isNamed, toAuditError } from './errors.ts'
import { READS, type ReadSpec } from './reads.ts'

export interface LiveReaderOptions {
  clients: Clients
  account: string
  region: string
  caller: string
  now(): Date
  /** Reads in flight at once. */
  concurrency?: number
}

/** Asks AWS, each fact once, a few at a time, and keeps an envelope of every answer. */
export class LiveReader implements Reader {
  readonly #options: LiveReaderOptions
  readonly #answers = new Map<string, Promise<EvidenceEnvelope>>()
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(options: LiveReaderOptions) {
    this.#options = options
    this.#free = options.concurrency ?? 8
  }

  async read(operation: string, parameters: Record<string, unknown>): Promise<Evidence<unknown>> {
    const key = questionKey(operation, parameters)
    let answer = this.#answers.get(key)
    if (!answer) {
      answer = this.#limited(() => this.#ask(operation, parameters))
      this.#answers.set(key, answer)
    }
    return (await answer).answer
  }

  /** Every read so far, ordered by question so that two runs compare. */
  async envelopes(): Promise<EvidenceEnvelope[]> {
    const entries = [...this.#answers].sort(([a], [b]) => (a < b ? -1 : 1))
    return Promise.all(entries.map(([, envelope]) => envelope))
  }

  async #ask(operation: string, parameters: Record<string, unknown>): Promise<EvidenceEnvelope> {
    const spec = READS[operation]
    if (!spec) throw new Error(`no such read: ${operation}`)
    const { answer, requestId, pages } = await this.#send(spec, operation, parameters)
    const { account, region, caller, now } = this.#options
    return {
      operation,
      parameters,
      account,
      region,
      caller,
      time: now().toISOString(),
      requestId,
      pages,
      sha256: createHash('sha256').update(JSON.stringify(answer)).digest('hex'),
      answer,
    }
  }

  async #send(
    spec: ReadSpec,
    operation: string,
    parameters: Record<string, unknown>,
  ): Promise<{ answer: Evidence<unknown>; requestId: string | undefined; pages: number }> {
    let requestId: string | undefined
    let pages = 0
    let collected: Record<string, unknown> = {}
    let token: Record<string, unknown> = {}
    try {
      // Page to the end: a missing page would read as "not there".
      for (;;) {
        const { $metadata, ...value } = await spec.send(this.#options.clients, { ...parameters, ...token })
        requestId = $metadata?.requestId
        pages += 1
        collected = pages === 1 ? value : append(collected, value)
        const next = spec.nextPage?.(value)
        if (!next) break
        token = next
      }
      return { answer: read(normalize(collected)), requestId, pages }
    } catch (error) {
      const why = error as { name: string; message: string; $metadata?: { requestId?: string } }
      const id = why.$metadata?.requestId
      if (isNamed(error, ...spec.absent)) return { answer: absent(why.message), requestId: id, pages }
      if (isDenied(error)) return { answer: denied(spec.action, why.message), requestId: id, pages }
      // Anything else is no statement about the resource; unreadable must not look absent.
      return { answer: denied(spec.action, toAuditError(error, { operation }).message), requestId: id, pages }
    }
  }

  async #limited<T>(work: () => Promise<T>): Promise<T> {
    if (this.#free === 0) await new Promise<void>((go) => this.#waiting.push(go))
    else this.#free -= 1
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      if (next) next()
      else this.#free += 1
    }
  }
}

function append(a: Record<string, unknown>, b: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    [...new Set([...Object.keys(a), ...Object.keys(b)])].map((key) => [
      key,
      Array.isArray(a[key]) && Array.isArray(b[key]) ? [...(a[key] as unknown[]), ...(b[key] as unknown[])] : (b[key] ?? a[key]),
    ]),
  )
}

/** Dates as ISO text and nothing undefined: the answer as it will be stored, so that live and replayed checks see the same. */
function normalize(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value)) as unknown
}
