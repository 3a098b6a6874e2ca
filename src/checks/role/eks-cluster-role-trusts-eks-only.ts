import { defineCheck, passUnless } from '../define.ts'
import { trustComplaints } from '../policies.ts'

export const eksClusterRoleTrustsEksOnly = defineCheck({
  id: 'eks-cluster-role-trusts-eks-only',
  code: 'ROLE-001',
  severity: 'high',
  title: 'Only EKS can use the cluster role',
  on: 'role',
  roles: ['eks-cluster'],
  reads: ['iam:GetRole'],
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-iam-role.html',
  remedy: 'Deploy the access stack to set the trust policy back.',
  evaluate: (role) => passUnless(trustComplaints(role, ['eks.amazonaws.com']), 'trusts EKS only'),
})
