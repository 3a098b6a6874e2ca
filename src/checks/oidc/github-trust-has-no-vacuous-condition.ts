import { GITHUB_ROLES } from '../../model/facts.ts'
import { defineCheck, passUnless } from '../define.ts'
import { githubStatements } from './github-trust.ts'

export const githubTrustHasNoVacuousCondition = defineCheck({
  id: 'github-trust-has-no-vacuous-condition',
  code: 'OIDC-004',
  severity: 'high',
  title: 'No condition of the trust is true for a token without the claim',
  on: 'role',
  roles: GITHUB_ROLES,
  reads: ['iam:GetRole'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html',
  remedy: 'Replace ForAllValues: and …IfExists by the plain operator: on an absent claim both are true.',
  evaluate: (role) => {
    const vacuous = githubStatements(role).flatMap((statement) =>
      statement.conditions
        .filter((condition) => condition.operator.startsWith('ForAllValues:') || condition.operator.endsWith('IfExists'))
        .map((condition) => `${condition.operator} on ${condition.key}`),
    )
    return passUnless(
      vacuous.map((text) => `${text} holds without the claim`),
      'every condition needs its claim',
    )
  },
})
