import { authorize } from '../iam/authorize.ts'
import { requestContext } from '../iam/conditions.ts'
import { parsePolicy } from '../iam/policy.ts'
import { isBecoming } from '../iam/unchangeable.ts'
import type { AccessResult, AccessRow } from '../model/access.ts'
import { principalCallers } from './callers.ts'
import { actionsOfRow, type MatrixOptions } from './matrix.ts'

/** One request of a row, as AWS's simulator takes it, with what the role's own policies make of it here. */
export interface Sample {
  role: string
  action: string
  resource: string
  context: Readonly<Record<string, readonly string[]>>
  isAllowed: boolean
}

/** What the simulator says of a sample. */
export interface Simulated {
  decision: 'allowed' | 'explicitDeny' | 'implicitDeny'
  /** Whether the organization's policies allow it; undefined for an account of no organization. */
  byOrganization: boolean | undefined
}

/**
 * A request to put to AWS's simulator beside a row: its first role, action and resource. The simulator knows of a role its policies, its
 * boundary and the organization's, and nothing of a resource's policy ("Simulation of resource-based policies isn't supported for IAM
 * roles", IAM API Reference, SimulatePrincipalPolicy); so it is asked about those, and our answer beside it is about those too.
 */
export function sampleOf(row: AccessRow, { model, index }: MatrixOptions): Sample | undefined {
  if (!('principals' in row.who)) return undefined
  const { principals } = row.who
  const role = model.roles.find(({ arn }) => principals.includes(arn))
  const action = [...actionsOfRow(row, index).values()].flat().find((one) => !isBecoming(one))
  // A policy whose text was not read could say anything.
  if (!role || action === undefined || role.unknown.length > 0 || (role.boundary && 'unknown' in role.boundary)) return undefined
  const [caller] = principalCallers(role, model, 'can')
  if (!caller) return undefined
  const resource = resourceOf(row, role.arn)
  const context = { ...caller.pinned, 'aws:ResourceAccount': [model.account], ...row.when }
  const request = {
    principal: caller.principal,
    action,
    resource,
    resourceAccount: model.account,
    context: requestContext(Object.fromEntries(Object.entries(context).filter(([, values]) => values.length > 0))),
  }
  // A key hands itself to the account, so that the role's policies are what decides.
  const handing = resource.includes(':kms:') ? { name: 'key', statements: handedTo(model.account) } : undefined
  const { decision } = authorize({ ...caller.policies, resource: handing }, request)
  return { role: role.arn, action, resource, context, isAllowed: decision === 'allowed' }
}

const handedTo = (account: string) =>
  parsePolicy({ Statement: { Effect: 'Allow', Principal: { AWS: account }, Action: '*', Resource: '*' } })

/** The first resource a row names, stars filled; `*`, as the simulator says it too, for anything. */
function resourceOf({ on }: AccessRow, self: string): string {
  const [first = '*'] = on
  return first === 'self' ? self : first === '*' ? '*' : first.replaceAll('*', 'x').replaceAll('?', 'x')
}

/** A row whose request the simulator was asked about, and answered in a way that nobody can read: what was to be confirmed is not. */
export function besideSilence(row: AccessResult, { role, action, resource }: Sample, why: string): AccessResult {
  if (row.state !== 'holds') return row
  const detail = `${role.split('/').at(-1)}, ${action} on ${resource}: AWS's simulator was asked and gave no answer (${why})`
  return { ...row, state: 'not-proven', detail, at: [] }
}

/** A row with what the simulator says, where that is something else: then neither answer is believed. */
export function besideSimulator(row: AccessResult, sample: Sample, simulated: Simulated): AccessResult {
  const isAllowed = simulated.decision === 'allowed'
  if (isAllowed === sample.isAllowed) return row
  const { role, action, resource } = sample
  const why = simulated.byOrganization === false ? ', as the organization does not allow it' : ''
  const aws = `AWS's simulator says ${simulated.decision}${why}`
  const text = `${role.split('/').at(-1)}, ${action} on ${resource}: ${aws}; the policies read here ${sample.isAllowed ? 'allow' : 'refuse'} it`
  return row.state === 'holds'
    ? { ...row, state: 'not-proven', detail: text, at: [] }
    : { ...row, detail: row.detail === undefined ? text : `${row.detail}; ${text}` }
}
