/** What goes wrong, and how often. All rates are shares of calls, 0 to 1. */
export interface FaultPlan {
  /** The same seed makes the same faults for the same calls. */
  seed: number
  /** Refused for load, in the words of the service. */
  throttle: number
  /** 503. */
  unavailable: number
  /** The connection ends before the call is carried out. */
  cutBefore: number
  /** The call is carried out and the connection ends before its answer. */
  cutAfter: number
  /** Milliseconds a call takes on top. */
  latencyMs: number
  /** Milliseconds a new role or identity provider is not known to STS. */
  propagationMs: number
  /** Calls it is about, as a pattern on `service:Operation`; GitHub's are `github:GET` and the like. */
  only: string
}

export type Fault = 'throttle' | 'unavailable' | 'cutBefore' | 'cutAfter'

const CALM: FaultPlan = { seed: 1, throttle: 0, unavailable: 0, cutBefore: 0, cutAfter: 0, latencyMs: 0, propagationMs: 0, only: '.' }

/** Decides, call by call, what goes wrong. */
export class Faults {
  #plan = CALM
  #state = 1
  /** Calls so far, by `service:Operation`. */
  readonly calls = new Map<string, number>()

  set(plan: Partial<FaultPlan>): void {
    this.#plan = { ...CALM, ...plan }
    this.#state = this.#plan.seed
  }

  /** How long a call waits before anything else happens. */
  latencyOf(call: string): number {
    return new RegExp(this.#plan.only).test(call) ? this.#plan.latencyMs : 0
  }

  get propagationMs(): number {
    return this.#plan.propagationMs
  }

  of(call: string): Fault | undefined {
    this.calls.set(call, (this.calls.get(call) ?? 0) + 1)
    if (!new RegExp(this.#plan.only).test(call)) return undefined
    let left = this.#random()
    for (const fault of ['throttle', 'unavailable', 'cutBefore', 'cutAfter'] as const) {
      if (left < this.#plan[fault]) return fault
      left -= this.#plan[fault]
    }
    return undefined
  }

  /** mulberry32: small, seeded, good enough for dice. */
  #random(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
