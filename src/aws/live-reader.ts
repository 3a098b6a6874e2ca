import { createHash } from 'node:crypto'
import { absent, denied, type Evidence, type EvidenceEnvelope, failed, type Question, questionKey, read } from '../model/evidence.ts'
import { type Paging, seal } from '../reads/define.ts'
import { type Reader, readerOf } from '../reads/reader.ts'
import { isReadOperation, READS, type ReadOperation } from '../reads/table.ts'
import type { Clients } from './clients.ts'
import { faultOf, isNamed, isNamedByStatus, problemOf, wordsOf } from './errors.ts'
import { sendOperation } from './send.ts'

export interface LiveReaderOptions {
  clientsIn(region: string): Clients
  account: string
  partition: string
  region: string
  caller: string
  now(): Date
  /** An answer without this run's secrets, which a service may give back: before it is judged and kept, so that both see the same. */
  clean?(answer: Evidence<unknown>): Evidence<unknown>
  /** Reads in flight at once. */
  concurrency?: number
}

/** Above every real list; a list that goes on beyond it does not end. */
const MOST_PAGES = 1000

interface Answered {
  answer: Evidence<unknown>
  requestId: string | undefined
  pages: number
}

/** Asks AWS, each question once, a few at a time, and keeps an envelope of every answer. */
export class LiveReader implements Reader {
  readonly read: Reader['read']
  readonly #options: LiveReaderOptions
  readonly #answers = new Map<string, Promise<EvidenceEnvelope>>()
  readonly #waiting: (() => void)[] = []
  #free: number

  constructor(options: LiveReaderOptions) {
    this.#options = options
    this.#free = options.concurrency ?? 8
    this.read = readerOf((question) => this.#once(question), options).read
  }

  /** Every read so far, ordered by question so that two runs compare. */
  async envelopes(): Promise<EvidenceEnvelope[]> {
    const entries = [...this.#answers].sort(([a], [b]) => (a < b ? -1 : 1))
    return Promise.all(entries.map(([, envelope]) => envelope))
  }

  /** What AWS answers to a question, word for word; each question is sent once. */
  answer(question: Question): Promise<EvidenceEnvelope> {
    return this.#once(question)
  }

  #once(question: Question): Promise<EvidenceEnvelope> {
    const key = questionKey(question)
    const known = this.#answers.get(key)
    if (known) return known
    const answer = this.#limited(() => this.#ask(question))
    this.#answers.set(key, answer)
    return answer
  }

  async #ask(question: Question): Promise<EvidenceEnvelope> {
    const { operation, parameters, region } = question
    if (!isReadOperation(operation)) throw new Error(`no such read: ${operation}`)
    const { answer, requestId, pages } = await this.#send(operation, question)
    const { account, caller, now } = this.#options
    return {
      operation,
      parameters,
      account,
      region,
      caller,
      time: now().toISOString(),
      ...(requestId === undefined ? {} : { requestId }),
      pages,
      sha256: createHash('sha256').update(JSON.stringify(answer)).digest('hex'),
      answer,
    }
  }

  async #send(operation: ReadOperation, { parameters, region }: Question): Promise<Answered> {
    const { absent: notThere, action, pages: paging, root, sealed = [] } = READS[operation]
    const clients = this.#options.clientsIn(region)
    let requestId: string | undefined
    let pages = 0
    let collected: Record<string, unknown> = {}
    let token: string | undefined
    try {
      // Page to the end: a missing page would read as "not there". A list that does not end is kept as it is, and is not believed.
      do {
        const next: Record<string, unknown> = paging && token !== undefined ? { [paging.parameter]: token } : {}
        const { $metadata, ...page } = await sendOperation(clients, operation, { ...parameters, ...next }, root)
        requestId = $metadata?.requestId
        pages += 1
        collected = pages === 1 || !paging ? page : { ...page, [paging.list]: together(collected[paging.list], page[paging.list]) }
        token = nextToken(paging, page, token)
      } while (token !== undefined && pages < MOST_PAGES)
      return { answer: read(sealedIn(normalize(collected), sealed)), requestId, pages }
    } catch (error) {
      return { answer: unreadBecause(error, { operation, action, notThere, region }), requestId: faultOf(error)?.requestId, pages }
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

interface FailedRead {
  operation: string
  action: string
  notThere: readonly string[]
  region: string
}

/** What an error says of the resource: only AWS's own "not there" says anything. */
function unreadBecause(error: unknown, { operation, action, notThere, region }: FailedRead): Evidence<never> {
  const message = faultOf(error)?.message ?? String(error)
  if (isNamed(error, ...notThere) && !isNamedByStatus(error)) return absent(message)
  const problem = problemOf(error)
  if (problem === 'denied') return denied(action, message)
  const said = wordsOf({ name: faultOf(error)?.name ?? 'Error', message }, problem)
  const how = problem === 'malformed' ? 'was not answered as AWS answers' : 'failed'
  return failed(operation, problem, `${operation} in ${region} ${how}: ${said}`)
}

function nextToken(paging: Paging | undefined, page: Readonly<Record<string, unknown>>, last: string | undefined): string | undefined {
  if (!paging || (paging.more !== undefined && page[paging.more] !== true)) return undefined
  const token = page[paging.next]
  // The same page named again would be asked for ever.
  return typeof token === 'string' && token !== '' && token !== last ? token : undefined
}

function together(before: unknown, more: unknown): unknown {
  return Array.isArray(before) && Array.isArray(more) ? [...before, ...more] : more
}

/** The same, with the named members as their hashes: whose mailbox an alert reaches is compared, and not kept. */
function sealedIn(value: unknown, members: readonly string[]): unknown {
  if (members.length === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => sealedIn(item, members))
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      members.includes(key) && typeof item === 'string'
        ? seal(item, (text) => createHash('sha256').update(text).digest('hex'))
        : sealedIn(item, members),
    ]),
  )
}

/** Dates as ISO text and nothing undefined: the answer as it will be stored, so that live and replayed checks see the same. */
function normalize(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}
