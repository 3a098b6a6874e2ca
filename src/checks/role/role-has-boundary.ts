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
    if (!config) return pass(`bounded by ${PermissionsBoundaryArn}`)
    const designed = GITHUB_ROLES.includes(role.kind) ? config.names.pipelineBoundary : config.names.workloadBoundary
    const isDesigned = PermissionsBoundaryArn.endsWith(`:policy/${designed}`)
    // A boundary whose text nobody could read bounds nobody knows what.
    if (isDesigned || !PermissionsBoundaryArn.startsWith('arn:')) need(role.boundary)
    return isDesigned ? pass(`bounded by ${designed}`) : fail(`bounded by ${PermissionsBoundaryArn}, designed ${designed}`)
  },
})
