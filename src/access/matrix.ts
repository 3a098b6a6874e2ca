import { resourcesOf } from '../iam/action-resources.ts'
import { type ActionIndex, actionsOfLevels, expandAction } from '../iam/actions.ts'
import { managedAtLeast, mayDeny } from '../iam/managed.ts'
import type { Statement } from '../iam/policy.ts'
import { type FoundRequest, findRequest, type RequestSearch } from '../iam/search/find-request.ts'
import type { AccessResult, AccessRow, WorkflowRun } from '../model/access.ts'
import type { Position } from '../model/errors.ts'
import type { Partition } from '../model/partition.ts'
import { asksForMore, neverAbout, neverBroken } from './about.ts'
import { allowable, maySpeakOf, signature, statementsOf } from './alike.ts'
import { type Asking, type Caller, principalCallers, runCallers } from './callers.ts'
import type { AccessModel } from './model.ts'
import { type Place, placesOf } from './places.ts'
import { openingOf, type RowState, refusalOf, resourceText, shortList } from './words.ts'

export interface MatrixOptions {
  model: AccessModel
  index: ActionIndex
  partition: Partition
  /** Position of a row of the config, or of one of its keys. */
  positionOf(row: number, key?: string): Position
}

/** Holds a row against what is known: every action, resource and way to ask it speaks of. */
export function judgeRow(row: AccessRow, options: MatrixOptions): AccessResult {
  const { who, effect, actions, onText, why, index } = row
  const state = effect === 'can' ? judgeCan(row, options) : judgeCannot(row, options)
  return {
    who: who.text,
    effect,
    actions: shortList(actions),
    on: onText,
    ...(why === undefined ? {} : { why }),
    ...(index === undefined ? {} : { position: options.positionOf(index) }),
    ...state,
  }
}

const HOLDS: RowState = { state: 'holds', at: [] }

/** AWS lists it as a write action; it changes nothing, and is what a reader of encrypted logs needs. */
const NO_WRITE = new Set(['kms:Decrypt'])

/** The actions a row's patterns mean. */
export function actionsOfRow({ actions }: Pick<AccessRow, 'actions'>, index: ActionIndex): Map<string, readonly string[]> {
  return new Map(actions.map((pattern) => [pattern, pattern === 'write' ? writes(index) : expandAction(index, pattern)]))
}

const writesOf = new WeakMap<ActionIndex, readonly string[]>()

function writes(index: ActionIndex): readonly string[] {
  const all =
    writesOf.get(index) ?? actionsOfLevels(index, ['Write', 'Tagging', 'Permissions management']).filter((action) => !NO_WRITE.has(action))
  writesOf.set(index, all)
  return all
}

function askers({ who, effect }: AccessRow, { model, partition }: MatrixOptions): Asking[] {
  if ('run' in who) return [{ name: who.text, principal: undefined, callers: runCallers(who.run, model.account, partition, effect) }]
  return [...model.roles, ...model.users]
    .filter(({ arn }) => who.principals.includes(arn))
    .map((principal) => ({ name: principal.name, principal, callers: principalCallers(principal, model, effect) }))
}

/** One search: of a caller, an action and a place. */
interface Part {
  row: AccessRow
  asking: Asking
  caller: Caller
  action: string
  place: Place
}

/** Patterns of resources a row is about, as someone asks. */
function patternsOf({ on }: AccessRow, asking: Asking): readonly string[] {
  return on.length > 0 ? on.map((pattern) => itself(pattern, asking)) : ['*']
}

const itself = (pattern: string, { principal }: Asking) => (pattern === 'self' && principal ? principal.arn : pattern)

function search({ row, asking, caller, action, place }: Part, { model, index }: MatrixOptions): RequestSearch {
  const can = row.effect === 'can'
  const account = 'aws:ResourceAccount'
  const types = resourcesOf(index, action)
  if (!can && asksForMore(patternsOf(row, asking), types)) return { kind: 'none' }
  const named = Object.keys(row.when).some((key) => key.toLowerCase() === account.toLowerCase())
  return findRequest({
    policies: { ...caller.policies, resource: place.policy, resourceControl: place.isOwn ? model.resourceControl : undefined },
    principal: caller.principal,
    action,
    on: patternsOf(row, asking),
    except: [...row.except.map((pattern) => itself(pattern, asking)), ...place.except, ...(types?.except ?? [])],
    within: [place.within, ...(types && types.within.length > 0 ? [types.within] : [])],
    resourceAccount: place.owner,
    fixed: { ...(place.isOwn || can ? { [account]: [place.owner] } : {}), ...(can ? tagKeys(place) : {}), ...caller.pinned, ...row.when },
    among: caller.among,
    notAmong: place.isOwn || can || named ? {} : { [account]: [model.account] },
    refused: can,
    closed: can,
  })
}

/** A resource has the tags it was made with; a `cannot` does not count on it, as tags can be changed. */
function tagKeys({ tags }: Place): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(tags).map(([key, value]) => [`aws:ResourceTag/${key}`, [value]]))
}

/** For `can`: no request is refused, and none depends on a policy that is not known. */
function judgeCan(row: AccessRow, options: MatrixOptions): RowState {
  const actions = [...actionsOfRow(row, options.index).values()].flat()
  let unknown: RowState | undefined
  for (const asking of askers(row, options)) {
    for (const action of actions) {
      // A run has one form of the token; which, only GitHub knows, and one that is let in is enough.
      const states = asking.callers.map((caller) => canDo({ row, asking, caller, action }, options))
      const best = states.find(({ state }) => state === 'holds') ?? states.find(({ state }) => state === 'not-proven') ?? states[0]
      if (best?.state === 'broken') return best
      if (best?.state === 'not-proven') unknown ??= best
    }
  }
  return unknown ?? HOLDS
}

function canDo(asked: Omit<Part, 'place'>, options: MatrixOptions): RowState {
  const { row, asking, action, caller } = asked
  let unknown: RowState | undefined
  const types = resourcesOf(options.index, action)
  const never = types && neverAbout(action, patternsOf(row, asking), types)
  if (never) return never
  for (const place of placesOf(options, action, patternsOf(row, asking), 'can')) {
    const found = search({ ...asked, place }, options)
    if (found.kind === 'found' && mayBeAllowed(asked, place, options)) unknown ??= unproven(unknownText(asking))
    // Who has no policies of their own is let in by the resource's alone.
    else if (found.kind === 'found' && (place.isKnown || isRefusedAnyway(found.request, caller)))
      return refusalOf(asking, action, found.request, options.model)
    if (found.kind === 'unfinished') unknown ??= unproven(`${asking.name}, ${action}: ${found.because}`)
    if (!place.isKnown) unknown ??= dependence(asked, place, options)
  }
  return unknown ?? (unreadOf(asking).some(mayDeny) ? unproven(`${unknownText(asking)}: it may deny ${action}`) : HOLDS)
}

/** Managed policies of someone, the boundary among them, whose text is not known. */
function unreadOf({ principal }: Asking): string[] {
  const { unknown = [], boundary } = principal ?? {}
  const limiting = boundary && 'unknown' in boundary ? [boundary.unknown] : []
  return [...unknown, ...limiting].filter((arn) => managedAtLeast(arn).length === 0)
}

/** Whether managed policies whose text is not known might allow what the others do not. */
function mayBeAllowed(asked: Omit<Part, 'place'>, place: Place, options: MatrixOptions): boolean {
  const { principal } = asked.asking
  if (!principal || unreadOf(asked.asking).length === 0) return false
  const [caller = asked.caller] = principalCallers(principal, options.model, 'cannot')
  const pinned = { ...asked.caller.pinned, ...caller.pinned }
  return search({ ...asked, caller: { ...caller, pinned }, place }, options).kind === 'none'
}

function unknownText(asking: Asking): string {
  const names = unreadOf(asking).map((arn) => arn.split('/').at(-1))
  return `${asking.name} has ${names.join(', ')}, whose text is not known here`
}

/** Whether a refusal stands whatever a policy that is not known says. */
function isRefusedAnyway({ decided }: FoundRequest, { principal }: Caller): boolean {
  return principal.type !== 'AWS' || decided.decision === 'explicit-deny' || decided.missing.some((layer) => layer !== 'resource')
}

/** Where a row reaches resources whose policy is not known: that policy has a say too. */
function dependence(asked: Omit<Part, 'place'>, place: Place, options: MatrixOptions): RowState | undefined {
  const anything = search({ ...asked, row: { ...asked.row, effect: 'cannot' }, place }, options)
  if (anything.kind === 'none') return undefined
  const where = anything.kind === 'found' ? resourceText(anything.request.resource) : patternsOf(asked.row, asked.asking).join(', ')
  const policy = /^sts:/i.test(asked.action) ? 'the trust policy' : 'the policy'
  return unproven(`${policy} of ${where} is not known here, and has a say in ${asked.action}`)
}

const unproven = (detail: string): RowState => ({ state: 'not-proven', detail, at: [] })

/** For `cannot`: no request is allowed, and every way to ask was searched to the end. */
function judgeCannot(row: AccessRow, options: MatrixOptions): RowState {
  let unfinished: RowState | undefined
  for (const asking of askers(row, options)) {
    const { open, because } = openTo(row, asking, options)
    const [first] = open
    if (first) return openingOf(asking, first.request, [...new Set(open.map(({ action }) => action))], options.model)
    if (because !== undefined) unfinished ??= unproven(`${asking.name}, ${because}`)
  }
  return unfinished ?? throughEnvironments(row, options) ?? meaningless(row, options) ?? HOLDS
}

/** A row of which no request is what it speaks of: whoever wrote it meant another resource or action. What is so in part, a row of the config says. */
function meaningless(row: AccessRow, options: MatrixOptions): RowState | undefined {
  const [asking] = askers(row, options)
  const patterns = [...actionsOfRow(row, options.index)].filter(([pattern]) => pattern !== 'write')
  if (!asking || patterns.length !== row.actions.length) return undefined
  const on = patternsOf(row, asking)
  const said = patterns.flatMap(([pattern, actions]) => neverBroken(pattern, actions, on, options.index) ?? [])
  if (said.length === patterns.length) return unproven(`${said.join('; ')}: the row would hold whatever is allowed`)
  return said.length === 0 || row.index === undefined ? undefined : { ...HOLDS, detail: said.join('; ') }
}

interface Opening {
  action: string
  request: FoundRequest
}

function openTo(row: AccessRow, asking: Asking, options: MatrixOptions): { open: Opening[]; because: string | undefined } {
  const wanted = new Set([...actionsOfRow(row, options.index).values()].flat())
  const open: Opening[] = []
  let because: string | undefined
  for (const caller of asking.callers) {
    const alike = new Map<string, RequestSearch>()
    const statements = statementsOf(caller, options.model)
    const speaking = new Map<string, readonly Statement[]>()
    for (const action of allowable(statements.granting, wanted, options.index)) {
      const service = action.slice(0, action.indexOf(':')).toLowerCase()
      const about = speaking.get(service) ?? statements.all.filter((statement) => maySpeakOf(statement, service))
      speaking.set(service, about)
      const key = signature(about, action, options.index)
      const found = alike.get(key) ?? anywhere({ row, asking, caller, action }, options)
      alike.set(key, found)
      if (found.kind === 'found') open.push({ action, request: found.request })
      if (found.kind === 'unfinished') because ??= `${action}: ${found.because}`
    }
  }
  return { open, because }
}

function anywhere(asked: Omit<Part, 'place'>, options: MatrixOptions): RequestSearch {
  let unfinished: RequestSearch | undefined
  for (const place of placesOf(options, asked.action, patternsOf(asked.row, asked.asking), 'cannot')) {
    // Nothing is known of who is let in where the trust is not.
    if (asked.caller.principal.type !== 'AWS' && !place.policy) continue
    const found = search({ ...asked, place }, options)
    if (found.kind === 'found') return found
    if (found.kind === 'unfinished') unfinished ??= found
  }
  return unfinished ?? { kind: 'none' }
}

/**
 * A job that names an environment has a token that says so, and no branch: whoever may start a run of the row may start one. Where such a
 * token is let in, only the environment's protection rules stand between, which AWS does not know.
 */
function throughEnvironments(row: AccessRow, options: MatrixOptions): RowState | undefined {
  const { who } = row
  if (!('run' in who) || who.run.context.startsWith('environment:')) return undefined
  const ref = who.run.context.startsWith('ref:') ? { ref: who.run.context.slice('ref:'.length) } : {}
  const found = environmentsOf(options.model).flatMap((environment) => {
    const run: WorkflowRun = { ...who.run, ...ref, context: `environment:${environment}` }
    const asking = { name: who.text, principal: undefined, callers: runCallers(run, options.model.account, options.partition, 'cannot') }
    const { open } = openTo(row, asking, options)
    return open.length > 0 ? [environment] : []
  })
  if (found.length === 0) return undefined
  const names = found.join(', ')
  const one = found.length === 1
  return {
    state: 'holds',
    detail: `only as far as the protection rules of the GitHub ${one ? 'environment' : 'environments'} ${names} keep such a run out: a job that names ${one ? 'it' : 'one'} is let in whatever its branch`,
    at: [],
  }
}

/** Environments that trust policies name, wildcards filled. */
function environmentsOf({ roles }: AccessModel): string[] {
  const values = roles.flatMap(({ trust }) =>
    trust.statements.flatMap(({ conditions }) => conditions.flatMap((condition) => condition.values)),
  )
  const named = values.flatMap((value) => [...value.matchAll(/:environment:(.+)$/g)].map(([, name = '']) => name))
  const open = values.some((value) => value.startsWith('repo:') && value.includes('*')) ? ['any-environment'] : []
  return [...new Set([...named.map((name) => name.replaceAll(/[*?]/g, 'x')), ...open])]
}
