import { authorize, type NamedPolicy } from '../../../src/iam/authorize.ts'
import { requestContext } from '../../../src/iam/conditions.ts'
import { parsePolicy } from '../../../src/iam/policy.ts'
import { type Body, type Call, list } from '../call.ts'

interface Entry {
  ContextKeyName?: unknown
  ContextKeyValues?: unknown
}

/**
 * SimulatePrincipalPolicy for roles: their policies and boundary, and the policies of the organization. As AWS's, it knows no policy of a
 * resource, so that a key counts as one that leaves it to the account.
 */
export function simulate(
  { account, partition, parameters }: Call,
  role: { identity: NamedPolicy[]; boundary?: NamedPolicy },
  serviceControl: readonly (readonly NamedPolicy[])[] | undefined,
): Body {
  const entries = list<Entry>(parameters['ContextEntries'])
  const context = requestContext(
    Object.fromEntries(entries.map(({ ContextKeyName, ContextKeyValues }) => [String(ContextKeyName), list<string>(ContextKeyValues)])),
  )
  const name = String(parameters['PolicySourceArn']).split('/').at(-1)
  const resources = list<string>(parameters['ResourceArns'])
  const asked = list<string>(parameters['ActionNames']).flatMap((action) =>
    (resources.length > 0 ? resources : ['*']).map((resource) => ({ action, resource })),
  )
  const resource: NamedPolicy = {
    name: 'account',
    statements: parsePolicy({ Statement: { Effect: 'Allow', Principal: { AWS: account }, Action: '*', Resource: '*' } }),
  }
  const results = asked.map(({ action, resource: arn }) => {
    const request = {
      principal: { type: 'AWS', value: `arn:${partition}:sts::${account}:assumed-role/${name}/simulated` },
      action,
      resource: arn,
      resourceAccount: account,
      context,
    }
    const { decision } = authorize({ ...role, resource, serviceControl }, request)
    const alone = authorize({ ...role, resource }, request).decision
    return {
      EvalActionName: action,
      EvalResourceName: arn,
      EvalDecision: DECISIONS[decision],
      MatchedStatements: [],
      MissingContextValues: [],
      ...(serviceControl ? { OrganizationsDecisionDetail: { AllowedByOrganizations: decision === alone } } : {}),
    }
  })
  return { EvaluationResults: results, IsTruncated: false }
}

const DECISIONS = { allowed: 'allowed', 'explicit-deny': 'explicitDeny', 'implicit-deny': 'implicitDeny' } as const
