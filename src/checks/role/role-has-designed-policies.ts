import { defineCheck, need, notApplicable, passUnless } from '../define.ts'

/** Too little is found as well as too much: a role whose policies were taken away fails by their names. */
export const roleHasDesignedPolicies = defineCheck({
  id: 'role-has-designed-policies',
  code: 'ROLE-019',
  severity: 'high',
  title: 'Every role has the policies it is designed to have',
  on: 'role',
  reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html',
  remedy: 'Deploy the stack the role belongs to with `revert-drift: true`, and find event DetachRolePolicy or DeleteRolePolicy.',
  evaluate: (role, { designedPolicies }) => {
    const designed = designedPolicies?.get(role.arn)
    if (!designed) return notApplicable('nothing says which policies are designed')
    const nameOf = (arn: string) => arn.split('/').at(-1) ?? arn
    const present = new Set([...need(role.policies).map(({ name }) => nameOf(name)), ...need(role.attached).map(nameOf)])
    const missing = designed.filter((name) => !present.has(name))
    return passUnless(
      missing.map((name) => `${name} is not attached`),
      designed.length === 1 ? 'its one policy is attached' : `its ${designed.length} policies are attached`,
    )
  },
})
