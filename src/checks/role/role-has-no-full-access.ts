import { OF_AN_ADMINISTRATOR } from '../../iam/escalation.ts'
import { defineCheck, fail, pass } from '../define.ts'
import { anyOf, byWhat, GRANTS_READS, grantedTo } from '../rights.ts'

export const roleHasNoFullAccess = defineCheck({
  id: 'role-has-no-full-access',
  code: 'ROLE-010',
  severity: 'critical',
  title: 'No role is an administrator',
  on: 'role',
  reads: GRANTS_READS,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege',
  why: 'Who gets hold of its credentials has the account; a boundary that is taken away later leaves nothing in between.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set its policies back, and find event AttachRolePolicy or PutRolePolicy.',
    foreign: 'Remove the statement or the attached policy; grant what the workload calls.',
  },
  messages: { everything: 'it may do everything on everything, by {by}', some: 'no administrator rights' },
  examples: { good: 'Action: [s3:GetObject]\nResource: arn:aws:s3:::models/*', bad: 'Action: "*"\nResource: "*"' },
  evaluate: (role, facts, say) => {
    let first: string | undefined
    // Unlike each other: who may do all of these may do everything, however it is written.
    for (const action of OF_AN_ADMINISTRATOR) {
      const service = action.split(':')[0] ?? ''
      const found =
        grantedTo(role, { action, on: anyOf(facts, service) }, facts.account) ?? grantedTo(role, { action, on: '*' }, facts.account)
      if (!found) return pass(say('some'))
      first ??= byWhat(found)
    }
    return fail(say('everything', { by: first ?? '' }))
  },
})
