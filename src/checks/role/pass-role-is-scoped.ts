import { readValue } from '../../model/evidence.ts'
import type { RoleFacts } from '../../model/facts.ts'
import { defineCheck, pass, passUnless } from '../define.ts'
import { anyOf, byWhat, GRANTS_READS, grantedTo } from '../rights.ts'

const PASS = 'iam:PassRole'
/** A service that no role is for. */
const OTHER_SERVICE = 'some-other.amazonaws.com'

export const passRoleIsScoped = defineCheck({
  id: 'pass-role-is-scoped',
  code: 'ROLE-007',
  severity: 'high',
  title: 'Roles can be passed by name and to a named service only',
  on: 'role',
  reads: GRANTS_READS,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  why: 'Who passes any role to any service acts with the rights of the strongest role in the account.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the policy back: templates name role and service.',
    foreign: 'Name the role under Resource, and the service under iam:PassedToService.',
  },
  messages: {
    'any-role': 'it passes any role, by {by}',
    'any-service': 'it passes {role} to any service, by {by}',
    none: 'cannot pass roles',
    named: 'passes named roles to named services',
  },
  examples: {
    good: 'Action: iam:PassRole\nResource: arn:aws:iam::123456789012:role/training\nCondition: { StringEquals: { iam:PassedToService: sagemaker.amazonaws.com } }',
    bad: 'Action: iam:PassRole\nResource: "*"',
  },
  evaluate: (role, facts, say) => {
    const { account } = facts
    if (!grantedTo(role, { action: PASS, on: '*' }, account)) return pass(say('none'))
    const anyRole = grantedTo(role, { action: PASS, on: anyOf(facts, 'iam', 'role/') }, account)
    const anyService = grantedTo(role, { action: PASS, on: '*', fixed: { 'iam:PassedToService': [OTHER_SERVICE] } }, account)
    // AWS's own policies cannot name the roles of an account: there the service must be named.
    const isOfAws = anyRole?.decided.by.every(({ policy }) => awsNames(role).includes(policy)) === true
    return passUnless(
      [
        ...(anyRole && !isOfAws ? [say('any-role', { by: byWhat(anyRole) })] : []),
        ...(anyService ? [say('any-service', { role: anyService.resource, by: byWhat(anyService) })] : []),
      ],
      say('named'),
    )
  },
})

const awsNames = ({ managed }: RoleFacts) => (readValue(managed) ?? []).map(({ name }) => name.split('/').at(-1))
