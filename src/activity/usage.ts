import { type ActionIndex, expandAction } from '../iam/actions.ts'
import { compareStatements } from '../iam/compare.ts'
import { inWords } from '../iam/grant-words.ts'
import type { Statement } from '../iam/policy.ts'
import type { ActivityReport } from '../model/activity.ts'
import { byCount, Counter, Filling, timeOf } from './counting.ts'
import { CALL, type Facts, USE } from './facts.ts'
import { FLAG, REASON_SHIFT, REASONS } from './flags.ts'
import { rowsOf } from './intern.ts'
import { permissionsOf } from './permission.ts'
import type { Resolver } from './who.ts'

type RoleUsage = NonNullable<ActivityReport['usage']>[number]

/** A role and what it is granted. */
export interface GrantedRole {
  arn: string
  statements: readonly Statement[]
  /** Actions that the design says it can, used or not. */
  kept: readonly string[]
}

export interface UsageRequest {
  facts: Facts
  resolver: Resolver
  roles: readonly GrantedRole[]
  index: ActionIndex
  days: number
  /** False where files are missing: then nothing is proposed. */
  isComplete: boolean
}

/** What no trail shows, however it is set: the use is recorded as another call, or not at all. */
const NEVER_RECORDED =
  /^(?:iam:PassRole|logs:PutLogEvents|cloudwatch:PutMetricData|xray:Put|ssmmessages:|ec2messages:|sts:TagSession|sts:SetSourceIdentity|sagemaker:(?:Invoke|PutRecord|GetRecord|BatchPutMetrics))/
/** What only data events show. https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html */
const DATA_ONLY =
  /^(?:s3:(?:Get|Put|Delete|Restore|List|Abort|Replicate|Bypass)(?!Bucket|AccountPublic|AccessPoint|Encryption|Lifecycle|Replication|Metrics|Inventory|Analytics|Accelerate|Intelligent|AllMyBuckets)\w*|lambda:InvokeFunction\w*|dynamodb:(?:BatchGet|BatchWrite|Get|Put|Update|Delete)Item|dynamodb:(?:Query|Scan|PartiQL)\w*|sqs:(?:Send|Receive|Delete)Message\w*|sns:Publish\w*|kinesis:(?:Get|Put)Record\w*|ecr:(?:GetDownloadUrl|BatchGetImage|BatchCheck|Upload|Complete|Initiate)\w*|bedrock:Invoke\w*)/

/** Use against grant, role by role. "Not seen" is said of a number of days and of what this trail records, and of nothing else. */
export function roleUsage({ facts, resolver, roles, index, days, isComplete }: UsageRequest): RoleUsage[] {
  const seen = seenByRole(facts, resolver, index)
  const recorded = servicesWithData(facts)
  return roles.map(({ arn, statements, kept }) => {
    const { used, denied, unknown } = seen.get(arn) ?? new Seen()
    const granted = new Set(
      statements
        .filter(({ effect }) => effect === 'Allow')
        .flatMap(({ actions = [] }) => actions.flatMap((pattern) => expandAction(index, pattern))),
    )
    const isHidden = (action: string) =>
      NEVER_RECORDED.test(action) || (DATA_ONLY.test(action) && !recorded.has(action.split(':')[0] ?? ''))
    const unused = [...granted].filter((action) => !used.has(action)).sort()
    const neverSeen = unused.filter((action) => !isHidden(action))
    const keep = new Set(kept.flatMap((pattern) => expandAction(index, pattern)))
    const removable = new Set(neverSeen.filter((action) => !keep.has(action)))
    const proposal =
      isComplete && unknown.size === 0 && removable.size > 0 && used.size > 0 ? tightened(statements, removable, index) : undefined
    return {
      role: arn,
      days,
      used: rowsFor(used),
      denied: byCount(denied, ({ counter }) => counter.events).map(([action, { counter, resources, reason }]) => ({
        action,
        count: counter.events,
        resources: [...resources].sort().slice(0, 20),
        refusedBy: reason,
      })),
      neverSeen,
      unseeable: unused.filter(isHidden),
      unknown: [...unknown].sort(),
      ...(proposal ? { proposal } : {}),
    }
  })
}

class Use {
  readonly counter = new Counter()
  readonly resources = new Set<string>()
  reason = ''
}

class Seen {
  readonly used = new Filling<string, Use>(() => new Use())
  readonly denied = new Filling<string, Use>(() => new Use())
  /** Events whose permission is not known. */
  readonly unknown = new Set<string>()
}

function rowsFor(used: ReadonlyMap<string, Use>): RoleUsage['used'] {
  return byCount(used, ({ counter }) => counter.events).map(([action, { counter, resources }]) => ({
    action,
    count: counter.events,
    resources: [...resources].sort().slice(0, 20),
    last: timeOf(counter.last),
  }))
}

function seenByRole(facts: Facts, resolver: Resolver, index: ActionIndex): Map<string, Seen> {
  const roles = new Filling<string, Seen>(() => new Seen())
  const permissions = permissionsIn(facts, index)
  for (const { key, count, first, last } of rowsOf(facts.calls)) {
    const flags = key[CALL.flags] ?? 0
    const { role } = resolver.who(key[CALL.identity] ?? 0)
    if (role === undefined) continue
    const { event, actions } = permissions(key[CALL.source] ?? 0, key[CALL.name] ?? 0)
    if (!actions) roles.at(role).unknown.add(event)
    for (const action of actions ?? []) useOf(roles.at(role), action, flags).counter.add(flags, count, first, last)
  }
  addPlaces(facts, resolver, permissions, roles)
  return roles
}

function addPlaces(facts: Facts, resolver: Resolver, permissions: ReturnType<typeof permissionsIn>, roles: Filling<string, Seen>): void {
  for (const { key } of rowsOf(facts.uses)) {
    const { role } = resolver.who(key[USE.identity] ?? 0)
    if (role === undefined) continue
    // A refusal names the permission before the place.
    const place = (facts.texts[key[USE.resource] ?? 0] ?? '').replace(/^[a-z0-9-]+:\w+ /, '')
    const { actions = [] } = permissions(key[USE.source] ?? 0, key[USE.name] ?? 0)
    for (const action of actions) useOf(roles.at(role), action, key[USE.flags] ?? 0).resources.add(place)
  }
}

function useOf(seen: Seen, action: string, flags: number): Use {
  if (!(flags & FLAG.denied)) return seen.used.at(action)
  const use = seen.denied.at(action)
  use.reason = REASONS[flags >> REASON_SHIFT] ?? ''
  return use
}

/** Permissions by numbers of source and name; each pair is looked up once. */
function permissionsIn(facts: Facts, index: ActionIndex): (source: number, name: number) => { event: string; actions?: readonly string[] } {
  const known = new Map<string, { event: string; actions?: readonly string[] }>()
  return (source, name) => {
    const pair = `${source} ${name}`
    const found = known.get(pair)
    if (found) return found
    const service = (facts.values[source] ?? '').replace(/\.amazonaws\.com(?:\.cn)?$/, '')
    const eventName = facts.values[name] ?? ''
    const actions = permissionsOf(service, eventName, index)
    const made = { event: `${service}:${eventName}`, ...(actions ? { actions } : {}) }
    known.set(pair, made)
    return made
  }
}

/** Services of which the trail holds data events: there silence means something. */
function servicesWithData(facts: Facts): Set<string> {
  const services = new Set<string>()
  for (const { key } of rowsOf(facts.calls)) {
    if ((key[8] ?? 0) & FLAG.data) services.add((facts.values[key[1] ?? 0] ?? '').replace(/\.amazonaws\.com.*$/, ''))
  }
  return services
}

function tightened(
  statements: readonly Statement[],
  removable: ReadonlySet<string>,
  index: ActionIndex,
): NonNullable<RoleUsage['proposal']> {
  const after = withoutActions(statements, removable, index)
  const changes = compareStatements(statements, after, { index }).map(({ effect, grant }) => `- ${effect.toLowerCase()} ${inWords(grant)}`)
  return { document: policyText(after), changes }
}

/**
 * The same statements without actions that were not seen. Of an action that was used every statement stays as it was, with its places and
 * conditions: whatever request was allowed by them still is.
 */
export function withoutActions(statements: readonly Statement[], removable: ReadonlySet<string>, index: ActionIndex): Statement[] {
  return statements.flatMap((statement): Statement[] => {
    if (statement.effect === 'Deny' || !statement.actions) return [statement]
    const actions = statement.actions.flatMap((pattern) => {
      const meant = expandAction(index, pattern)
      const left = meant.filter((action) => !removable.has(action))
      // What AWS's list does not have is kept as it is written.
      return left.length === meant.length ? [pattern] : left
    })
    return actions.length === 0 ? [] : [{ ...statement, actions: [...new Set(actions)] }]
  })
}

/** A policy document that means these statements. */
export function policyText(statements: readonly Statement[]): string {
  return JSON.stringify({ Version: '2012-10-17', Statement: statements.map(written) }, null, 2)
}

function written({ sid, effect, actions, notActions, resources, notResources, conditions }: Statement): Record<string, unknown> {
  const condition: Record<string, Record<string, readonly string[]>> = {}
  for (const { operator, key, values } of conditions) condition[operator] = { ...condition[operator], [key]: values }
  return {
    ...(sid === undefined ? {} : { Sid: sid }),
    Effect: effect,
    ...(actions ? { Action: actions } : { NotAction: notActions }),
    ...(resources ? { Resource: resources } : notResources ? { NotResource: notResources } : {}),
    ...(conditions.length > 0 ? { Condition: condition } : {}),
  }
}
