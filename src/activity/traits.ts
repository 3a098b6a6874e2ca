import { isDryRun, isReadByName, isRefusal } from './flags.ts'
import type { Interner } from './intern.ts'
import { watchedKind } from './watch.ts'

/** What is thought of a value, whatever field it stands in: one bit each. */
export const TRAIT = {
  read: 1,
  signIn: 2,
  session: 4,
  watched: 8,
  dryRun: 16,
  refusal: 32,
  insight: 64,
  endpoint: 128,
  own: 256,
  data: 512,
  yes: 1024,
  account: 2048,
  service: 4096,
} as const

/** Thought once a value: a log has a few thousand of them, and a million records. */
export class Traits {
  readonly #values: Interner
  #known = new Int32Array(1 << 10).fill(-1)

  constructor(values: Interner) {
    this.#values = values
  }

  of(id: number): number {
    if (id === 0) return 0
    if (id >= this.#known.length) this.#grow(id)
    const known = this.#known[id] as number
    if (known >= 0) return known
    const traits = traitsOf(JSON.parse(this.#values.text(id)))
    this.#known[id] = traits
    return traits
  }

  #grow(id: number): void {
    const larger = new Int32Array(Math.max(this.#known.length * 2, id + 1)).fill(-1)
    larger.set(this.#known)
    this.#known = larger
  }
}

function traitsOf(value: unknown): number {
  if (value === true) return TRAIT.yes
  if (typeof value === 'object' && value !== null) return identityTraits(value as { type?: unknown })
  if (typeof value !== 'string') return 0
  const is = (trait: number, holds: boolean) => (holds ? trait : 0)
  return (
    is(TRAIT.read, isReadByName(value)) |
    is(TRAIT.signIn, value === 'ConsoleLogin') |
    is(TRAIT.session, /^(?:Assume(?:Role|Root)|GetSessionToken|GetFederationToken)/.test(value)) |
    is(TRAIT.watched, watchedKind(value) !== undefined) |
    is(TRAIT.dryRun, isDryRun(value)) |
    is(TRAIT.refusal, isRefusal(value)) |
    is(TRAIT.insight, value === 'Insight' || value === 'AwsCloudTrailInsight') |
    is(TRAIT.endpoint, value === 'AwsVpceEvent') |
    is(TRAIT.own, value.includes('mlops-audit/')) |
    is(TRAIT.data, value === 'Data') |
    is(TRAIT.yes, value === 'true')
  )
}

function identityTraits({ type }: { type?: unknown }): number {
  return type === 'AWSAccount' ? TRAIT.account : type === 'AWSService' ? TRAIT.service : 0
}
