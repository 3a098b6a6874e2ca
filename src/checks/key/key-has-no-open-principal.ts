import { parsePolicy } from '../../iam/policy.ts'
import { defineCheck, need, passUnless } from '../define.ts'
import { conditionsOn, isEveryone, limits, nameOf } from '../policies.ts'

const ACCOUNT_KEYS = ['kms:CallerAccount', 'aws:PrincipalAccount', 'aws:PrincipalOrgID', 'aws:SourceAccount', 'aws:SourceArn']

export const keyHasNoOpenPrincipal = defineCheck({
  id: 'key-has-no-open-principal',
  code: 'KEY-006',
  severity: 'critical',
  title: 'No statement of the key policy is open to every account',
  on: 'key',
  reads: ['kms:GetKeyPolicy'],
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html',
  remedy: 'Deploy the audit stack to set the key policy back, and find event PutKeyPolicy.',
  evaluate: (key) => {
    const open = parsePolicy(need(key.policy)).filter(
      (statement) =>
        statement.effect === 'Allow' && isEveryone(statement) && !ACCOUNT_KEYS.some((name) => conditionsOn(statement, name).some(limits)),
    )
    return passUnless(
      open.map((statement) => `statement ${nameOf(statement)} is open to every account`),
      'every statement names its accounts',
    )
  },
})
