import { tokenAt } from '../../iam/ask.ts'
import { requestContext } from '../../iam/conditions.ts'
import { evaluatePolicy } from '../../iam/evaluate.ts'
import type { Statement } from '../../iam/policy.ts'
import { defineCheck, fail, passUnless } from '../define.ts'
import { trustOf } from '../policies.ts'
import { statementName } from '../rights.ts'

const PODS = 'pods.eks.amazonaws.com'
/** Somebody whom nobody named. */
const OTHER = 'some-other'

/** What EKS says of the pod that asks, with a place in it that is another than was meant. */
const CLAIMS = ['kubernetes-namespace', 'kubernetes-service-account', 'eks-cluster-name'] as const

export const podRoleTrustsOneServiceAccount = defineCheck({
  id: 'pod-role-trusts-one-service-account',
  code: 'ROLE-008',
  severity: 'high',
  title: 'Only the pods it is for can use a pod role',
  on: 'role',
  roles: ['pod'],
  reads: ['iam:GetRole'],
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html',
  why: 'Without namespace, service account and cluster in the trust, whoever may create an association or a pod takes the role for a pod of theirs.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the trust back, and find event UpdateAssumeRolePolicy.',
    foreign: 'Ask for the three aws:RequestTag keys with StringEquals; for IRSA for `sub` and `aud` of the cluster’s issuer.',
  },
  settings: ['access.eks.clusters'],
  messages: {
    stranger: '{statement} trusts {who}',
    claim: '{statement} lets in pods of any {claim}',
    actions: '{statement} does not allow sts:TagSession, without which EKS cannot hand out the role',
    token: '{statement} lets in a token of another {claim}',
    nobody: 'it trusts nobody',
    exact: 'trusts one service account',
  },
  examples: {
    good: 'StringEquals:\n  aws:RequestTag/kubernetes-namespace: serving\n  aws:RequestTag/kubernetes-service-account: model\n  aws:RequestTag/eks-cluster-name: prod',
    bad: 'Principal: { Service: pods.eks.amazonaws.com }\nAction: [sts:AssumeRole, sts:TagSession]',
  },
  evaluate: (role, { account }, say) => {
    const trust = trustOf(role).filter(({ effect }) => effect === 'Allow')
    if (trust.length === 0) return fail(say('nobody'))
    return passUnless(
      trust.flatMap((statement) => {
        const named = statementName(statement)
        return (statement.principals ?? [{ type: '*', value: 'everyone but some' }]).flatMap((principal) => {
          if (principal.type === 'Federated')
            return openClaims(statement, principal.value, account).map((claim) => say('token', { statement: named, claim }))
          if (principal.type !== 'Service' || principal.value !== PODS) return [say('stranger', { statement: named, who: principal.value })]
          return [
            ...openTags(statement, account).map((claim) => say('claim', { statement: named, claim })),
            ...(lets(statement, 'sts:TagSession', {}) ? [] : [say('actions', { statement: named })]),
          ]
        })
      }),
      say('exact'),
    )
  },
})

/** Which of the tags may have another value; the others have those that the statement asks for. */
function openTags(statement: Statement, account: string): string[] {
  const meant = Object.fromEntries(
    statement.conditions
      .filter(({ key }) => key.toLowerCase().startsWith('aws:requesttag/'))
      .map(({ key, values }): [string, string] => [key, values[0] ?? OTHER]),
  )
  return CLAIMS.filter((claim) =>
    lets(statement, 'sts:AssumeRole', { ...meant, [tagKey(meant, claim)]: OTHER, 'aws:SourceAccount': account }),
  )
}

const tagKey = (meant: Record<string, string>, claim: string) =>
  Object.keys(meant).find((key) => key.toLowerCase() === `aws:requesttag/${claim}`) ?? `aws:RequestTag/${claim}`

/** Whether a statement lets EKS in; of conditions that are not about the pod, with what they ask for. */
function lets(statement: Statement, action: string, given: Record<string, string>): boolean {
  const asked = Object.fromEntries(statement.conditions.map(({ key, values }): [string, string] => [key, values[0] ?? '']))
  const context = requestContext({ ...asked, ...given })
  const request = { action, resource: '*', context, principal: { type: 'Service', value: PODS } }
  return evaluatePolicy([statement], request).decision === 'allowed'
}

/** Claims of a cluster’s token that may have another value. */
function openClaims(statement: Statement, provider: string, account: string): string[] {
  const issuer = provider.slice(provider.indexOf('oidc-provider/') + 'oidc-provider/'.length)
  const claims: Record<string, Record<string, readonly string[]>> = {
    sub: { [`${issuer}:sub`]: [`system:serviceaccount:${OTHER}:${OTHER}`] },
    aud: { [`${issuer}:aud`]: [OTHER] },
  }
  const policy = { name: 'trust policy', statements: [statement] }
  return Object.entries(claims).flatMap(([claim, fixed]) =>
    tokenAt(policy, 'sts:AssumeRoleWithWebIdentity', provider, fixed, account) ? [claim] : [],
  )
}
