import { type AccessRequest, statementMatch } from './evaluate.ts'
import { splitArn } from './match.ts'
import type { Principal, Statement } from './policy.ts'
import { accountOfArn } from './principals.ts'

/** A policy with the name a reader knows it by. */
export interface NamedPolicy {
  name: string
  statements: readonly Statement[]
}

/** Everything AWS looks at for one request, organization policies excepted. */
export interface Policies {
  identity: readonly NamedPolicy[]
  /** Undefined: the caller has none, which limits nothing. The same for a session. */
  boundary?: NamedPolicy | undefined
  session?: NamedPolicy | undefined
  /** Bucket, key, queue or trust policy of the resource. */
  resource?: NamedPolicy | undefined
}

export interface Authorization extends AccessRequest {
  principal: Principal
  /** Account that owns the resource, as bucket ARNs do not say; the ARN's own account when left out. */
  resourceAccount?: string
}

const LAYERS = ['identity', 'boundary', 'session', 'resource'] as const
/** Kind of policy a decision came from. */
export type Layer = (typeof LAYERS)[number]

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
 * identity or resource policy must allow, and boundary and session policy must not be silent, unless the resource policy names the
 * caller itself; across accounts both sides must allow. Keys and roles trust their own policy only.
 */
export function authorize(policies: Policies, request: Authorization): Authorized {
  const layers = Object.fromEntries(LAYERS.map((layer) => [layer, applying(layer, policies, request)])) as Record<Layer, Applying[]>
  const all = LAYERS.flatMap((layer) => layers[layer])
  const denying = all.filter(({ statement }) => statement.effect === 'Deny')
  if (denying.length > 0) return { decision: 'explicit-deny', by: denying, missing: [] }
  if (request.action.toLowerCase() === 'sts:getcalleridentity') return { decision: 'allowed', by: [], missing: [] }
  const missing = silentLayers(policies, layers, request)
  return missing.length > 0 ? { decision: 'implicit-deny', by: [], missing } : { decision: 'allowed', by: all, missing: [] }
}

interface Applying extends DecidingStatement {
  match: 'caller' | 'role' | 'account'
}

function applying(layer: Layer, policies: Policies, request: Authorization): Applying[] {
  const own = layer === 'resource' ? policies.resource : layer === 'identity' ? undefined : policies[layer]
  const named = layer === 'identity' ? policies.identity : own ? [own] : []
  // Policies of the caller have no principal element: they are about whoever holds them.
  const { principal, ...withoutPrincipal } = request
  const asked: AccessRequest = layer === 'resource' ? request : withoutPrincipal
  return named.flatMap((policy) =>
    policy.statements.flatMap((statement): Applying[] => {
      const match = statementMatch(statement, asked) ?? deniedBesideBoundary(statement, policies, layer, withoutPrincipal)
      return match ? [{ layer, policy: policy.name, statement, match }] : []
    }),
  )
}

/** `Deny` with `NotPrincipal` hits every caller that has a permissions boundary, also the ones it names. */
function deniedBesideBoundary(
  statement: Statement,
  policies: Policies,
  layer: Layer,
  request: AccessRequest,
): Applying['match'] | undefined {
  const hits = layer === 'resource' && policies.boundary !== undefined && statement.effect === 'Deny' && statement.notPrincipals
  return hits ? statementMatch(statement, request) : undefined
}

function silentLayers(policies: Policies, layers: Readonly<Record<Layer, readonly Applying[]>>, request: Authorization): Layer[] {
  const { principal, action, resource } = request
  const granted = (match: Applying['match']) => layers.resource.some((found) => found.match === match)
  // Services, federated callers before they have a role, and strangers have no policies of their own.
  if (principal.type !== 'AWS') return layers.resource.length > 0 ? [] : ['resource']

  const silent = (layer: Layer) => layers[layer].length === 0
  const limits = (['boundary', 'session'] as const).filter((layer) => policies[layer] !== undefined && silent(layer))
  const owner = request.resourceAccount ?? accountOfArn(resource)
  if (owner !== undefined && owner !== accountOfArn(principal.value)) {
    const both = (['identity', 'resource'] as const).filter(silent)
    return [...both, ...limits]
  }
  if (granted('caller')) return []
  if (granted('role')) return limits
  if (!silent('identity') && trusts(action, resource, policies, granted('account'))) return limits
  // A session is allowed what role and session policy both allow.
  return silent('identity') ? ['identity', ...limits] : ['resource', ...limits]
}

/** Whether identity policies of the resource's account have a say: always, except at keys and roles, whose policy must hand it to the account. */
function trusts(action: string, resource: string, { resource: own }: Policies, accountGranted: boolean): boolean {
  const service = action.slice(0, action.indexOf(':')).toLowerCase()
  if (service === 'kms') return accountGranted || !splitArn(resource)?.[5]?.startsWith('key/')
  if (service === 'sts') return accountGranted || own === undefined
  return true
}
