import { join } from 'node:path/posix'
import { KIND_OPS } from '../aws/destroy/table.ts'
import type { KindOps, Removal, Teardown } from '../aws/destroy/teardown.ts'
import type { Found } from '../destroy/found.ts'
import { CLASS_OF, inTheWay, isUnfinished, kindsInOrder } from '../destroy/order.ts'
import { staysBecause } from '../destroy/rules.ts'
import { AuditError } from '../model/errors.ts'
import type { TeardownClass, TeardownKind, TeardownStep } from '../model/teardown.ts'
import type { LeftoversPlan } from './destroy-leftovers.ts'
import { ownerOf } from './destroy-owner.ts'
import { type InputValues, textInput } from './inputs.ts'
import type { Session } from './session.ts'
import type { Journal, World } from './world.ts'

/** A kind that could not be listed. */
export interface Unread {
  kind: TeardownKind
  error: AuditError
}

/** How often images are looked at again: an index that is gone sets free what it named. */
const IMAGE_ROUNDS = 10

/** Everything of ours that is there, kind by kind; reads only. */
export async function survey(account: Teardown): Promise<{ found: Found[]; unread: Unread[] }> {
  const unread: Unread[] = []
  const lists = await Promise.all(
    kindsInOrder().map((kind) =>
      opsOf(kind)
        .find(account)
        .catch((error: unknown) => {
          if (!(error instanceof AuditError)) throw error
          unread.push({ kind, error })
          return []
        }),
    ),
  )
  return { found: lists.flat(), unread }
}

function opsOf(kind: TeardownKind): KindOps {
  return KIND_OPS[kind] as KindOps
}

interface Order {
  account: Teardown
  session: Session
  classes: readonly TeardownClass[]
  confirmed: string
  found: readonly Found[]
  unread: readonly Unread[]
  /** Where only some of it is meant: which kinds, how they are found, and why one stays beside the rules. */
  only?: Pick<LeftoversPlan, 'kinds' | 'find' | 'judge'>
}

/** Deletes in order, each thing read again before; then proves that each is gone. What is left stops only what stands on it. */
export async function carryOut(
  world: World,
  inputs: InputValues,
  order: Order,
): Promise<{ steps: TeardownStep[]; record: string | undefined }> {
  const run = new TeardownRun(world, textInput(inputs, 'output-dir'), order)
  const work = () => run.all()
  return world.signal ? world.signal.during(() => 'Run `destroy` again with the same flags: it goes on from what is there.', work) : work()
}

class TeardownRun {
  readonly #world: World
  readonly #folder: string
  readonly #order: Order
  readonly #steps: { step: TeardownStep; found: Found | undefined }[] = []
  #journal: Journal | undefined
  #path: string | undefined

  constructor(world: World, folder: string, order: Order) {
    this.#world = world
    this.#folder = folder
    this.#order = order
  }

  async all(): Promise<{ steps: TeardownStep[]; record: string | undefined }> {
    for (const kind of this.#order.only?.kinds ?? kindsInOrder()) {
      if (this.#order.account.signal?.aborted) break
      await this.#kind(kind)
    }
    await this.#prove()
    if (this.#order.account.signal?.aborted)
      throw new AuditError('CANCELLED', 'Cancelled; what was under way was brought to its end.', {
        remedy: 'Run `destroy` again with the same flags: it goes on from what is there.',
      })
    const steps = this.#steps.map(({ step }) => step)
    await this.#write('end', { outcome: steps.some(({ outcome }) => outcome === 'left') ? 'left' : 'done' })
    await this.#journal?.close()
    return { steps, record: this.#path }
  }

  #isChosen({ class: group }: { class: TeardownClass }): boolean {
    return this.#order.classes.includes(group)
  }

  async #kind(kind: TeardownKind): Promise<void> {
    const group = CLASS_OF[kind]
    if (group !== undefined && !this.#order.classes.includes(group)) return
    for (let round = 1; round <= (kind === 'image' ? IMAGE_ROUNDS : 1); round += 1) {
      const before = this.#steps.length
      for (const one of (await this.#list(kind)).filter((found) => this.#isChosen(found))) {
        if (this.#order.account.signal?.aborted) return
        await this.#one(one)
      }
      if (this.#steps.slice(before).every(({ step }) => step.outcome === 'left')) return
    }
  }

  /** As it is now: earlier deletions change what there is. A bucket was counted, which takes long, and is read again by itself. */
  async #list(kind: TeardownKind): Promise<readonly Found[]> {
    if (kind === 'bucket' || kind === 'template bucket') {
      const unread = this.#order.unread.find((one) => one.kind === kind)
      if (unread) await this.#left(kind, unread.error)
      return this.#order.found.filter((one) => one.kind === kind)
    }
    try {
      return await (this.#order.only?.find(kind) ?? opsOf(kind).find(this.#order.account))
    } catch (error) {
      await this.#left(kind, error)
      return []
    }
  }

  async #left(kind: TeardownKind, error: unknown): Promise<void> {
    const { message, remedy } = audited(error)
    await this.#done({ kind, name: `(all)`, arn: '', region: '' }, undefined, {
      outcome: 'left',
      detail: `it could not be read: ${message}`,
      requestIds: [],
      ...(remedy ? { remedy } : {}),
    })
  }

  async #one(found: Found): Promise<void> {
    const { account } = this.#order
    const way = inTheWay(found.kind, this.#inTheWay()) ?? this.#stackOfLeftovers(found)
    if (way !== undefined) return this.#done(found, found, { outcome: 'left', detail: way, requestIds: [] })
    try {
      // Approved, recovered, tagged otherwise or written to since it was listed: what counts is what is so now.
      const again = await opsOf(found.kind).again(account, found)
      if (!again) return
      const stays = staysBecause(again, ownerOf(account)) ?? (await this.#order.only?.judge(again))
      if (stays !== undefined) {
        if (isUnfinished(again.kind)) await this.#done(again, again, { outcome: 'left', detail: stays, requestIds: [] })
        return
      }
      await this.#write('before', about(again))
      await this.#done(again, again, await opsOf(again.kind).remove(account, again))
    } catch (error) {
      const { message, remedy } = audited(error)
      await this.#done(found, found, { outcome: 'left', detail: message, requestIds: [], ...(remedy ? { remedy } : {}) })
    }
  }

  /** Deleting a stack that never came to be may delete what is to stay: it goes when nothing of it is left. */
  #stackOfLeftovers({ kind }: Found): string | undefined {
    if (!this.#order.only || !kind.endsWith(' stack')) return undefined
    const left = this.#steps.filter(({ step }) => step.outcome === 'left').map(({ step }) => `the ${step.kind} ${step.name}`)
    return left.length === 0 ? undefined : `${left.join(', ')} is left, and deleting the stack may delete it`
  }

  /** What was left, and what is there of classes that nobody asked to go. */
  #inTheWay(): { kind: TeardownKind; name: string }[] {
    const left = this.#steps.map(({ step }) => step).filter(({ outcome }) => outcome === 'left')
    const { found, classes } = this.#order
    return [...left, ...found.filter((one) => !classes.includes(one.class))]
  }

  async #done(thing: Pick<Found, 'kind' | 'name' | 'arn' | 'region'>, found: Found | undefined, removal: Removal): Promise<void> {
    const { outcome, detail, requestIds, remedy } = removal
    const step: TeardownStep = {
      ...about(thing),
      outcome,
      time: this.#world.now().toISOString(),
      requestIds: [...requestIds],
      detail,
      ...(remedy === undefined ? {} : { remedy }),
    }
    this.#steps.push({ step, found })
    await this.#write('after', step)
    const text = `${step.kind} ${step.name}`
    if (outcome === 'left') this.#world.progress.failed(text, detail)
    else this.#world.progress.done(text, detail)
  }

  /** Looks at each thing again: AWS's answer to a deletion is a promise. */
  async #prove(): Promise<void> {
    for (const entry of this.#steps) {
      const { step, found } = entry
      if (step.outcome === 'left' || !found) continue
      try {
        const again = await opsOf(found.kind).again(this.#order.account, found)
        if (again && staysBecause(again, ownerOf(this.#order.account)) === undefined && !isDone(again, step))
          entry.step = {
            ...step,
            outcome: 'left',
            detail: `AWS took its deletion (${step.detail}), and it is still there`,
            remedy: 'Run again.',
          }
      } catch (error) {
        entry.step = { ...step, outcome: 'left', detail: `whether it is gone could not be read: ${audited(error).message}` }
      }
      await this.#write('proof', entry.step)
    }
  }

  #who() {
    const { session, confirmed } = this.#order
    return { caller: session.caller, account: session.account, confirmed, version: this.#world.version }
  }

  async #write(event: 'before' | 'after' | 'proof' | 'end', entry: object): Promise<void> {
    if (!this.#journal) {
      if (event !== 'before') return
      const name = `${this.#world.now().toISOString().replaceAll(/[:.]/g, '-')}-${this.#world.run.key}`
      this.#path = join(this.#folder, 'destroy', `${name}.jsonl`)
      this.#journal = await this.#world.journal(this.#path)
    }
    await this.#journal.write(JSON.stringify({ event, recordedAt: this.#world.now().toISOString(), ...this.#who(), ...entry }))
  }
}

/** An image that lost its tag and is kept by another one is done. */
function isDone(again: Found, step: TeardownStep): boolean {
  return again.kind === 'image' && again.wanted.length === 0 && again.imageTags.length > 0 && step.outcome === 'deleted'
}

function about({ kind, name, arn, region }: Pick<Found, 'kind' | 'name' | 'arn' | 'region'>) {
  return { kind, name, arn, region }
}

function audited(error: unknown): AuditError {
  if (error instanceof AuditError) return error
  throw error
}
