import { ANY, type Asked } from '../../iam/ask.ts'
import type { Facts } from '../../model/facts.ts'
import { defineCheck, passUnless } from '../define.ts'
import { anyOf, byWhat, GRANTS_READS, grantedTo } from '../rights.ts'

function probes(place: Facts): Asked[] {
  return [
    { action: 'secretsmanager:GetSecretValue', on: anyOf(place, 'secretsmanager', 'secret:') },
    { action: 'ssm:GetParameter', on: anyOf(place, 'ssm', 'parameter/') },
    { action: 'ssm:GetParametersByPath', on: anyOf(place, 'ssm', 'parameter/') },
    { action: 'cloudwatch:PutMetricData', on: '*', fixed: { 'cloudwatch:namespace': [ANY] } },
  ]
}

export const roleReadsNamedSecrets = defineCheck({
  id: 'role-reads-named-secrets',
  code: 'ROLE-018',
  severity: 'medium',
  title: 'Roles read named secrets, and write metrics in their own namespace',
  on: 'role',
  roles: ['pod', 'sagemaker', 'image-push', 'evidence', 'github'],
  reads: GRANTS_READS,
  source: 'https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_iam-policies.html',
  why: 'A pod that reads every secret of the account reads those of its neighbours; one that writes any metric can hide or raise an alarm.',
  remedy: {
    ours: 'Name the secrets in `access.eks.pods.secrets-read` and the namespace in `access.eks.pods.monitoring`, and deploy.',
    foreign: 'Name secret and parameter under Resource; limit PutMetricData by cloudwatch:namespace.',
  },
  settings: ['access.eks.pods.secrets-read', 'access.eks.pods.monitoring'],
  messages: { any: '{action} on anything, by {by}', named: 'secrets, parameters and namespaces are named' },
  examples: {
    good: 'Action: cloudwatch:PutMetricData\nResource: "*"\nCondition: { StringEquals: { cloudwatch:namespace: serving } }',
    bad: 'Action: secretsmanager:GetSecretValue\nResource: "*"',
  },
  evaluate: (role, facts, say) =>
    passUnless(
      probes(facts).flatMap((asked) => {
        const found = grantedTo(role, asked, facts.account)
        return found ? [say('any', { action: asked.action, by: byWhat(found) })] : []
      }),
      say('named'),
    ),
})
