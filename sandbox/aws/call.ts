export type Body = Record<string, unknown>

/** Where something lives: state is kept per account and region. */
export interface Place {
  account: string
  region: string
  /** `aws`, `aws-cn`, `aws-us-gov`. */
  partition: string
}

/**
 * Who calls, as policies name callers. `isEnforced`: identity policies decide what it may; others act as administrators of their
 * account, so that only resource policies can refuse them.
 */
export interface Caller {
  type: 'AWS' | 'Service'
  /** ARN of the caller, or the service's principal. */
  value: string
  account: string
  isEnforced: boolean
  /** Request context a service brings along: `aws:SourceArn` and the like. */
  context?: Readonly<Record<string, string>>
}

/** One API call, read from the wire or made inside the sandbox. Names of parameters are the API's. */
export interface Call extends Place {
  service: string
  operation: string
  parameters: Body
  caller: Caller
}

type Handler = (call: Call) => unknown

/** The operations a service models. */
export type Operations = Readonly<Record<string, Handler>>

/** Puts back what was there when it was made, as often as it is called. */
export type Restore = () => void

/** What is being made, so that whoever makes services can take pictures of all their state. */
let collecting: Scoped<unknown>[] | undefined

/** Makes something and gives every state it holds beside it. */
export function withStates<T>(make: () => T): { made: T; states: readonly { snapshot(): Restore }[] } {
  const states: Scoped<unknown>[] = []
  collecting = states
  try {
    return { made: make(), states }
  } finally {
    collecting = undefined
  }
}

/** A copy that shares nothing that changes: compiled patterns and key material stay what they are. */
function copied<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof Date || value instanceof Uint8Array) return value
  if (Array.isArray(value)) return value.map(copied) as T
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [key, copied(item)])) as T
  if (value instanceof Set) return new Set([...value].map(copied)) as T
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)])) as T
}

/** State per account and region; a global service uses one region for all. */
export class Scoped<T> {
  readonly #states = new Map<string, T>()
  readonly #make: () => T

  constructor(make: () => T) {
    this.#make = make
    collecting?.push(this)
  }

  snapshot(): Restore {
    const saved = copied(this.#states)
    return () => {
      this.#states.clear()
      for (const [key, state] of copied(saved)) this.#states.set(key, state)
    }
  }

  of({ account, region }: Pick<Place, 'account' | 'region'>): T {
    const key = `${account}|${region}`
    let state = this.#states.get(key)
    if (state === undefined) {
      state = this.#make()
      this.#states.set(key, state)
    }
    return state
  }

  /** Of every region of an account. */
  in(account: string): T[] {
    return [...this.#states].filter(([key]) => key.startsWith(`${account}|`)).map(([, state]) => state)
  }
}

/** The query protocol has texts only. */
export function flag(value: unknown): boolean {
  return value === true || value === 'true'
}

export function list<T = unknown>(value: unknown): T[] {
  return Array.isArray(value) ? value : value === undefined || value === null || value === '' ? [] : [value as T]
}

export interface Tag {
  Key: string
  Value: string
}

/** Given tags replace those of the same key. */
export function mergeTags(tags: readonly Tag[], given: readonly Tag[]): Tag[] {
  return [...tags.filter(({ Key }) => !given.some((tag) => tag.Key === Key)), ...given]
}

export function withoutTags(tags: readonly Tag[], keys: readonly string[]): Tag[] {
  return tags.filter(({ Key }) => !keys.includes(Key))
}

/** A page of a list and where the next begins. */
export function page<T>(items: readonly T[], token: unknown, size: number): { items: T[]; next: string | undefined } {
  const start = Number(token ?? 0) || 0
  return { items: items.slice(start, start + size), next: start + size < items.length ? String(start + size) : undefined }
}
