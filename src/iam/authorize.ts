import { type AccessRequest, statementApplies } from './evaluate.ts'
import { matchesArn, splitArn } from './match.ts'
import type { Principal, Statement } from './policy.ts'
import { accountOfArn, type PrincipalMatch, principalMatch } from './principals.ts'
import { unchangeable } from './unchangeable.ts'

/** A policy with the name a reader knows it by. */
export interface NamedPolicy {
  name: string
  statements: readonly Statement[]
}

/** Everything AWS looks at for one request. */
export interface Policies {
  identity: readonly NamedPolicy[]
  /** Undefined: the caller has none, which limits nothing. The same for a session. */
  boundary?: NamedPolicy | undefined
  session?: NamedPolicy | undefined
  /** Bucket, key, queue or trust policy of the resource. */
  resource?: NamedPolicy | undefined
  /** Service control policies above the caller's account, level by level from the root; undefined: there is no organization. */
  serviceControl?: readonly (readonly NamedPolicy[])[] | undefined
  /** Resource control policies above the resource's account, likewise. */
  resourceControl?: readonly (readonly NamedPolicy[])[] | undefined
}

export interface Authorization extends AccessRequest {
  principal: Principal
  /** Account that owns the resource, as bucket ARNs do not say; the ARN's own account when left out. */
  resourceAccount?: string
}

/** Kind of policy a decision came from. */
export type Layer = 'identity' | 'boundary' | 'session' | 'resource' | 'service-control' | 'resource-control'

/** Policies of one kind that stand together: a request needs one of them to allow it, and none to deny it. */
export interface Level {
  layer: Layer
  policies: readonly NamedPolicy[]
}

interface DecidingStatement {
  layer: Layer
  policy: string
  statement: Statement
}

export interface Authorized {
  decision: 'allowed' | 'explicit-deny' | 'implicit-deny'
  /** The statements that made it: the denying ones, or those that allow it together. */
  by: readonly DecidingStatement[]
  /** For an implicit deny: the layers whose silence refused it. */
  missing: readonly Layer[]
}

/**
 * Decides a request as AWS does (IAM User Guide, "Policy evaluation logic"): an explicit deny in any policy wins; within an account,
 * identity or resource policy must allow, and boundary, session policy and each level of service control policies must not be silent,
 * unless the resource policy names the caller itself; across accounts both sides must allow. Keys and roles trust their own policy only.
 */
export function authorize(policies: Policies, request: Authorization): Authorized {
  if (isAlwaysAllowed(request.action)) return { decision: 'allowed', by: [], missing: [] }
  const levels = levelsOf(policies, request).map((level): AppliedLevel => ({ level, applying: applying(level, policies, request) }))
  const all = levels.flatMap((level) => level.applying)
  const denying = all.filter(({ statement }) => statement.effect === 'Deny')
  if (denying.length > 0) return { decision: 'explicit-deny', by: denying, missing: [] }
  // No policy of ours can hand out what AWS keeps for itself.
  const missing = isKept(request) ? (['resource'] as const) : silentLayers(policies, levels, request)
  return missing.length > 0 ? { decision: 'implicit-deny', by: [], missing } : { decision: 'allowed', by: all, missing: [] }
}

/** No policy can take this one away: "no permissions are required to perform this operation" (STS API Reference). */
export function isAlwaysAllowed(action: string): boolean {
  return action.toLowerCase() === 'sts:getcalleridentity'
}

/**
 * Services that resource control policies are counted to reach: those the AWS Organizations User Guide names. Counting fewer than there are
 * keeps a `cannot` from holding by a denial that AWS does not make.
 */
export const UNDER_RESOURCE_CONTROL: readonly string[] = ['aoss', 'ecr', 'kms', 's3', 'secretsmanager', 'sqs', 'sts']

/** The policies that have a say in requests of a caller and a service, level by level. */
export function levelsOf(policies: Policies, { principal, action }: Pick<Authorization, 'principal' | 'action'>): Level[] {
  const { identity, boundary, session, resource, serviceControl = [], resourceControl = [] } = policies
  const service = action.slice(0, action.indexOf(':')).toLowerCase()
  const one = (layer: Layer, policy: NamedPolicy | undefined): Level[] => (policy ? [{ layer, policies: [policy] }] : [])
  const limits = (layer: Layer, levels: readonly (readonly NamedPolicy[])[]) => levels.map((level): Level => ({ layer, policies: level }))
  return [
    { layer: 'identity', policies: identity },
    ...one('boundary', boundary),
    ...one('session', session),
    ...one('resource', resource),
    // They limit the accounts of an organization, not AWS's services or who signs in from elsewhere.
    ...(principal.type === 'AWS' ? limits('service-control', serviceControl) : []),
    ...(UNDER_RESOURCE_CONTROL.includes(service) ? limits('resource-control', resourceControl) : []),
  ]
}

/** Whether AWS keeps the resource for itself. Its services become the roles that are theirs. */
function isKept({ principal, action, resource }: Authorization): boolean {
  return principal.type !== 'Service' && unchangeable(action).some((pattern) => matchesArn(pattern, resource))
}

export type CallerMatch = PrincipalMatch

interface Applying extends DecidingStatement {
  match: CallerMatch
}

interface AppliedLevel {
  level: Level
  applying: readonly Applying[]
}

function applying({ layer, policies: named }: Level, policies: Policies, request: Authorization): Applying[] {
  return named.flatMap((policy) =>
    policy.statements.flatMap((statement): Applying[] => {
      const match = statementApplies(statement, request) ? callerMatch(statement, layer, policies, request.principal) : undefined
      return match ? [{ layer, policy: policy.name, statement, match }] : []
    }),
  )
}

/**
 * How a statement of a layer is about the caller; undefined when it is not. Policies of the caller have no principal element: they are
 * about whoever has them. `Deny` with `NotPrincipal` hits every caller that has a permissions boundary, also the ones it names.
 */
export function callerMatch(statement: Statement, layer: Layer, policies: Policies, caller: Principal): CallerMatch | undefined {
  if (layer === 'resource-control') return statement.principals ? principalMatch(statement, caller) : 'caller'
  if (layer !== 'resource') return 'caller'
  const besideBoundary = policies.boundary !== undefined && statement.effect === 'Deny' && statement.notPrincipals !== undefined
  return principalMatch(statement, caller) ?? (besideBoundary ? 'caller' : undefined)
}

function silentLayers(policies: Policies, levels: readonly AppliedLevel[], request: Authorization): Layer[] {
  const { principal, action, resource } = request
  const found = (layer: Layer) => levels.filter(({ level }) => level.layer === layer)
  const own = found('resource').flatMap((level) => level.applying)
  const granted = (match: CallerMatch) => own.some((applied) => applied.match === match)
  const silent = (...layers: Layer[]) => [
    ...new Set(layers.flatMap((layer) => (found(layer).some((level) => level.applying.length === 0) ? [layer] : []))),
  ]
  // No other policy grants what a level is silent on. Resource control policies only deny: AWS keeps RCPFullAWSAccess beside them.
  const control = silent('service-control')
  // Services, federated callers before they have a role, and strangers have no policies of their own.
  if (principal.type !== 'AWS') return [...(own.length > 0 ? [] : (['resource'] as const)), ...control]

  const limits = [...silent('boundary', 'session'), ...control]
  const owner = request.resourceAccount ?? accountOfArn(resource)
  const [identity] = silent('identity')
  if (owner !== undefined && owner !== accountOfArn(principal.value))
    return [...(identity ? [identity] : []), ...(own.length > 0 ? [] : (['resource'] as const)), ...limits]
  if (granted('caller')) return control
  if (granted('role')) return limits
  if (!identity && trustsIdentityPolicies(policies, action, resource, granted('account'))) return limits
  // A session is allowed what role and session policy both allow.
  return [identity ?? 'resource', ...limits]
}

/** Whether identity policies of the resource's account have a say: always, except at keys and roles, whose policy must hand it to the account. */
function trustsIdentityPolicies(policies: Policies, action: string, resource: string, accountGranted: boolean): boolean {
  const needed = mustHandToAccount(policies, action)
  return needed === 'no' || accountGranted || (needed === 'keys' && !splitArn(resource)?.[5]?.startsWith('key/'))
}

/** At which resources of an action the resource's own policy must let the account's policies speak. */
export function mustHandToAccount({ resource }: Policies, action: string): 'no' | 'keys' | 'all' {
  const service = action.slice(0, action.indexOf(':')).toLowerCase()
  if (service === 'kms') return 'keys'
  return service === 'sts' && resource !== undefined ? 'all' : 'no'
}
