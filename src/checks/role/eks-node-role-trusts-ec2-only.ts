import { defineCheck, passUnless } from '../define.ts'
import { trustComplaints } from '../policies.ts'

export const eksNodeRoleTrustsEc2Only = defineCheck({
  id: 'eks-node-role-trusts-ec2-only',
  code: 'ROLE-002',
  severity: 'high',
  title: 'Only EC2 instances can use the node role',
  on: 'role',
  roles: ['eks-nodegroup'],
  reads: ['iam:GetRole'],
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html',
  remedy: 'Deploy the access stack to set the trust policy back.',
  evaluate: (role) => passUnless(trustComplaints(role, ['ec2.amazonaws.com', 'ec2.amazonaws.com.cn']), 'trusts EC2 only'),
})
