import { CALL, type Copy, type Counts, type Detail, HOUR, noTotals, SESSION, type Totals, USE } from './facts.ts'
import { FLAG, REASON_SHIFT, reasonOf, refusedOf } from './flags.ts'
import { Groups, Interner } from './intern.ts'
import { fieldOf, issuedBy, parsed, textField } from './parsed.ts'
import { AT, type Field, type Fields } from './records.ts'
import { folded, resourcesOf } from './resource.ts'
import type { Seen } from './seen.ts'
import { secondsAt } from './times.ts'
import { TRAIT, Traits } from './traits.ts'
import { watchedKind } from './watch.ts'

export interface TallyOptions {
  /** Seconds since 1970; what is before is baseline, what is outside of both is counted as outside. */
  from: number
  to: number
  baselineFrom: number
  /** Records with one of these texts are kept one by one: names of resources, keys of a person's sessions. */
  needles: readonly string[]
  /** Of those only what changes something. */
  needlesOfChanges: readonly string[]
}

/** Details kept before they are only counted: some hundred bytes each. */
const MOST_DETAILS = 50_000
/** Distinct resources before the rest is one. */
const MOST_RESOURCES = 200_000

const encoder = new TextEncoder()

/** What one thread has counted. Numbers stand for texts; two threads' are put together by their texts. */
export class Tally {
  readonly identities = new Interner()
  /** Values as JSON writes them. */
  readonly values = new Interner()
  readonly texts = new Interner()
  readonly calls = new Groups(9)
  readonly hours = new Groups(3)
  readonly uses = new Groups(5)
  readonly sessions = new Groups(6)
  readonly details: Detail[] = []
  /** Second copies that another account's trail delivers, until it is known whether the first is there: hash and row. */
  readonly copies: Copy[] = []
  readonly shared: number[] = []
  readonly counts: Totals = noTotals()
  readonly #options: TallyOptions
  readonly #seen: Seen
  readonly #needles: readonly Buffer[]
  readonly #needlesOfChanges: readonly Buffer[]
  readonly #traits = new Traits(this.values)
  readonly #identityTraits = new Traits(this.identities)
  /** Lists of resources that were taken apart before. */
  readonly #listed = new Interner()
  readonly #textIds = new Map<string, number>()
  readonly #lists = new Map<number, readonly string[]>()

  constructor(options: TallyOptions, seen: Seen) {
    this.#options = options
    this.#seen = seen
    this.#needles = options.needles.map((text) => Buffer.from(text))
    this.#needlesOfChanges = options.needlesOfChanges.map((text) => Buffer.from(text))
  }

  /** Counts one record. */
  add(fields: Fields): void {
    this.counts.records += 1
    const time = this.#time(fields)
    if (time === undefined) this.counts.untimed += 1
    const at = time ?? this.#options.from
    if (at < this.#options.baselineFrom || at >= this.#options.to) {
      this.counts.outside += 1
      return
    }
    if (this.#isInsight(fields)) {
      this.counts.insights += 1
      return
    }
    if (this.#isDuplicate(fields)) {
      this.counts.duplicates += 1
      return
    }
    this.#count(fields, at)
  }

  #count(fields: Fields, time: number): void {
    const flags = this.#flags(fields, time)
    if (flags & FLAG.network && !(flags & FLAG.failed)) {
      this.counts.network += 1
      return
    }
    this.counts.counted += 1
    const identity = this.identities.idOf(fields.bytes, fields.from[AT.userIdentity] as number, fields.to[AT.userIdentity] as number)
    const [source, name] = [this.#value(fields, AT.eventSource), this.#value(fields, AT.eventName)]
    const { key } = this.calls
    key[CALL.identity] = identity
    key[CALL.source] = source
    key[CALL.name] = name
    key[CALL.region] = this.#value(fields, AT.awsRegion)
    key[CALL.recipient] = this.#value(fields, AT.recipientAccountId)
    key[CALL.address] = this.#value(fields, AT.sourceIPAddress)
    key[CALL.agent] = this.#value(fields, AT.userAgent)
    key[CALL.error] = this.#value(fields, AT.errorCode)
    key[CALL.flags] = flags
    const call = this.calls.count(time)
    this.hours.key[HOUR.identity] = identity
    this.hours.key[HOUR.hour] = Math.floor(time / 3600)
    this.hours.key[HOUR.flags] = flags & (FLAG.change | FLAG.failed | FLAG.baseline | FLAG.own)
    const hour = this.hours.count(time)
    const resources = this.#use(fields, { identity, source, name, flags, time })
    this.#session(fields, { identity, name, time, flags })
    const detail = this.#detail(fields, { identity, name, time, flags, resources })
    this.#copy(fields, identity, { call, hour, detail })
  }

  /** Everything counted, as it goes from one thread to another. */
  taken(): Counts {
    return {
      identities: this.identities.texts(),
      values: this.values.texts(),
      texts: this.texts.texts(),
      calls: this.calls.taken(),
      hours: this.hours.taken(),
      uses: this.uses.taken(),
      sessions: this.sessions.taken(),
      details: this.details,
      copies: this.copies,
      shared: Int32Array.from(this.shared),
      totals: this.counts,
    }
  }

  #value(fields: Fields, field: number): number {
    return this.values.idOf(fields.bytes, fields.from[field] as number, fields.to[field] as number)
  }

  #time(fields: Fields): number | undefined {
    return secondsAt(fields.bytes, fields.from[AT.eventTime] as number, fields.to[AT.eventTime] as number)
  }

  #isInsight(fields: Fields): boolean {
    const traits = this.#traits.of(this.#value(fields, AT.eventCategory)) | this.#traits.of(this.#value(fields, AT.eventType))
    return (traits & TRAIT.insight) !== 0
  }

  /** An addendum corrects an event: it is the same one. */
  #isDuplicate(fields: Fields): boolean {
    const { bytes, from, to } = fields
    if (from[AT.addendum] !== to[AT.addendum]) {
      const original = (fieldOf(fields, 'addendum') as { originalEventID?: unknown } | null)?.originalEventID
      if (typeof original === 'string') {
        const id = encoder.encode(JSON.stringify(original))
        return !this.#seen.isNew(id, 0, id.length)
      }
    }
    const [start, end] = [from[AT.eventID] as number, to[AT.eventID] as number]
    return start !== end && !this.#seen.isNew(bytes, start, end)
  }

  #flags(fields: Fields, time: number): number {
    const name = this.#traits.of(this.#value(fields, AT.eventName))
    const error = this.#value(fields, AT.errorCode)
    const outcome = this.#traits.of(error)
    let flags = this.#isRead(fields, name) ? 0 : FLAG.change
    if (error !== 0 && !(outcome & TRAIT.dryRun)) {
      flags |= FLAG.failed
      if (outcome & TRAIT.refusal) flags |= FLAG.denied | (reasonOf(textField(fields, 'errorMessage')) << REASON_SHIFT)
    }
    // A sign-in that fails has no error code.
    if (error === 0 && name & TRAIT.signIn && this.#signInFailed(fields)) flags |= FLAG.failed
    if (time < this.#options.from) flags |= FLAG.baseline
    if (this.#traits.of(this.#value(fields, AT.eventType)) & TRAIT.endpoint) flags |= FLAG.network
    if (this.#traits.of(this.#value(fields, AT.userAgent)) & TRAIT.own) flags |= FLAG.own
    if (this.#traits.of(this.#value(fields, AT.eventCategory)) & TRAIT.data) flags |= FLAG.data
    if (this.#traits.of(this.#value(fields, AT.sessionCredentialFromConsole)) & TRAIT.yes) flags |= FLAG.console
    return flags
  }

  #isRead(fields: Fields, name: number): boolean {
    const said = this.#value(fields, AT.readOnly)
    return (said === 0 ? name & TRAIT.read : this.#traits.of(said) & TRAIT.yes) !== 0
  }

  #signInFailed(fields: Fields): boolean {
    if (textField(fields, 'errorMessage') !== '') return true
    return (fieldOf(fields, 'responseElements') as { ConsoleLogin?: unknown } | null)?.ConsoleLogin === 'Failure'
  }

  /** The copy in the account whose resource it was has no name of the caller. */
  #copy(fields: Fields, identity: number, rows: Pick<Copy, 'call' | 'hour' | 'detail'>): void {
    const [from, to] = [fields.from[AT.sharedEventID] as number, fields.to[AT.sharedEventID] as number]
    if (from === to) return
    const [high, low] = this.#seen.hash(fields.bytes, from, to)
    if (this.#identityTraits.of(identity) & TRAIT.account) this.copies.push({ high, low, ...rows })
    else this.shared.push(high, low)
  }

  #use(fields: Fields, row: { identity: number; source: number; name: number; flags: number; time: number }): readonly string[] {
    const { bytes, from, to } = fields
    const hasResources = (to[AT.resources] as number) - (from[AT.resources] as number) > 4
    if (!hasResources && !(row.flags & (FLAG.change | FLAG.failed))) return []
    const raw = hasResources ? this.#listAt(bytes, from[AT.resources] as number, to[AT.resources] as number) : undefined
    const refused = row.flags & FLAG.denied ? refusedOf(textField(fields, 'errorMessage')) : undefined
    const found = refused?.resource ? [refused.resource] : (raw ?? resourcesOf(undefined, fieldOf(fields, 'requestParameters')))
    for (const resource of found) {
      const { key } = this.uses
      key[USE.identity] = row.identity
      key[USE.source] = row.source
      key[USE.name] = row.name
      key[USE.flags] = row.flags
      key[USE.resource] = this.#resource(refused ? `${refused.action} ${folded(resource)}` : folded(resource))
      this.uses.count(row.time)
    }
    return found
  }

  #listAt(bytes: Uint8Array, from: number, to: number): readonly string[] {
    if (to - from > 600 || this.#lists.size > MOST_RESOURCES) return resourcesOf(parsed(bytes, from, to), undefined)
    const id = this.#listed.idOf(bytes, from, to)
    const list = this.#lists.get(id) ?? resourcesOf(parsed(bytes, from, to), undefined)
    this.#lists.set(id, list)
    return list
  }

  #resource(text: string): number {
    if (this.texts.size > MOST_RESOURCES) {
      this.counts.resourcesLeftOut += 1
      return 0
    }
    return this.#intern(text)
  }

  #intern(text: string): number {
    const known = this.#textIds.get(text)
    if (known !== undefined) return known
    const bytes = encoder.encode(text)
    const id = this.texts.idOf(bytes, 0, bytes.length)
    if (this.#textIds.size < MOST_RESOURCES) this.#textIds.set(text, id)
    return id
  }

  #session(fields: Fields, { identity, name, time, flags }: { identity: number; name: number; time: number; flags: number }): void {
    if (flags & FLAG.failed || !(this.#traits.of(name) & TRAIT.session)) return
    const issued = issuedBy(fields)
    if (issued.key === '' && issued.roleId === '') return
    // A service takes a role again and again: for whom, its session's name says.
    const isService = (this.#identityTraits.of(identity) & TRAIT.service) !== 0
    const { key } = this.sessions
    key[SESSION.key] = isService && issued.roleId !== '' ? 0 : this.#intern(issued.key)
    key[SESSION.roleId] = this.#intern(issued.roleId)
    key[SESSION.roleArn] = this.#intern(issued.roleArn)
    key[SESSION.caller] = identity
    key[SESSION.event] = name
    key[SESSION.sourceIdentity] = this.#intern(issued.sourceIdentity)
    this.sessions.count(time)
  }

  #detail(fields: Fields, row: { identity: number; name: number; time: number; flags: number; resources: readonly string[] }): number {
    const isWatched = (this.#traits.of(row.name) & TRAIT.watched) !== 0
    if (row.flags & FLAG.baseline || !(isWatched || this.#isWanted(fields, row.flags))) return -1
    if (this.details.length >= MOST_DETAILS) {
      this.counts.detailsLeftOut += 1
      return -1
    }
    const text = (field: Field) => textField(fields, field)
    const parameters = fieldOf(fields, 'requestParameters')
    this.details.push({
      time: row.time,
      eventId: text('eventID'),
      identity: row.identity,
      source: text('eventSource'),
      name: text('eventName'),
      region: text('awsRegion'),
      address: text('sourceIPAddress'),
      agent: text('userAgent'),
      error: text('errorCode') || (row.flags & FLAG.failed ? text('errorMessage') || 'failed' : ''),
      flags: row.flags,
      watched: watchedKind(text('eventName')),
      resources: row.resources.length > 0 ? row.resources : resourcesOf(fieldOf(fields, 'resources'), parameters),
      request: parameters === null || parameters === undefined ? '' : JSON.stringify(parameters).slice(0, 400),
    })
    return this.details.length - 1
  }

  #isWanted({ bytes, start, end }: Fields, flags: number): boolean {
    const needles = flags & FLAG.change ? [...this.#needles, ...this.#needlesOfChanges] : this.#needles
    if (needles.length === 0) return false
    const record = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start)
    return needles.some((needle) => record.includes(needle))
  }
}
