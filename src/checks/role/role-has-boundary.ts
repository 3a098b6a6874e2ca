import { GITHUB_ROLES } from '../../model/facts.ts'
import { defineCheck, fail, need, notApplicable, pass } from '../define.ts'

export const roleHasBoundary = defineCheck({
  id: 'role-has-boundary',
  code: 'ROLE-016',
  severity: 'medium',
  title: 'Every role has its permissions boundary',
  on: 'role',
  reads: ['iam:GetRole', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  remedy: 'Deploy the stack the role belongs to, and find event DeleteRolePermissionsBoundary.',
  evaluate: (role, { config }) => {
    const { PermissionsBoundaryArn } = need(role.role)
    if (!PermissionsBoundaryArn) return config ? fail('no permissions boundary') : notApplicable('without a config no boundary is designed')
    const designed = config?.names[GITHUB_ROLES.includes(role.kind) ? 'pipelineBoundary' : 'workloadBoundary']
    const isAnother = designed !== undefined && !PermissionsBoundaryArn.endsWith(`:policy/${designed}`)
    if (isAnother && PermissionsBoundaryArn.startsWith('arn:')) return fail(`bounded by ${PermissionsBoundaryArn}, designed ${designed}`)
    // A boundary whose text nobody could read bounds nobody knows what.
    need(role.boundary)
    return isAnother
      ? fail(`bounded by ${PermissionsBoundaryArn}, designed ${designed}`)
      : pass(`bounded by ${designed ?? PermissionsBoundaryArn}`)
  },
})
