import type { Asked } from '../../iam/ask.ts'
import type { Facts } from '../../model/facts.ts'
import { defineCheck, passUnless } from '../define.ts'
import { anyOf, byWhat, mayRole, RIGHTS_READS } from '../rights.ts'

/** What no node needs, and every pod of a node could use through the instance's credentials. */
function beyond(place: Facts): Asked[] {
  return [
    { action: 'ecr:PutImage', on: anyOf(place, 'ecr', 'repository/') },
    { action: 'ecr:DeleteRepository', on: anyOf(place, 'ecr', 'repository/') },
    { action: 'ecr:SetRepositoryPolicy', on: anyOf(place, 'ecr', 'repository/') },
    { action: 's3:GetObject', on: anyOf(place, 's3') },
    { action: 's3:PutObject', on: anyOf(place, 's3') },
    { action: 'kms:Decrypt', on: anyOf(place, 'kms', 'key/') },
    { action: 'secretsmanager:GetSecretValue', on: anyOf(place, 'secretsmanager', 'secret:') },
    { action: 'sts:AssumeRole', on: anyOf(place, 'iam', 'role/') },
    { action: 'iam:PassRole', on: anyOf(place, 'iam', 'role/') },
    { action: 'ec2:RunInstances', on: '*' },
    { action: 'eks:UpdateClusterConfig', on: anyOf(place, 'eks', 'cluster/') },
  ]
}

/** Of the CNI plug-in; nodes need them where its pods have no role of their own. */
const CNI = ['ec2:AssignPrivateIpAddresses', 'ec2:CreateNetworkInterface', 'ec2:DeleteNetworkInterface']

export const nodeRoleHasWhatNodesNeed = defineCheck({
  id: 'node-role-has-what-nodes-need',
  code: 'ROLE-003',
  severity: 'high',
  title: 'The node role may join the cluster and pull images, and no more',
  on: 'role',
  roles: ['eks-nodegroup'],
  reads: RIGHTS_READS,
  source: 'https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html',
  why: 'Pods reach the credentials of their node: what the node role may do, every workload on it may do.',
  remedy: {
    ours: 'Set `access.eks.cni: aws-node` where the CNI has a role of its own, run `mlops-audit deploy --revert-drift`, and give pods roles of theirs.',
    foreign: 'Attach AmazonEKSWorkerNodePolicy (Auto Mode: …MinimalPolicy) and AmazonEC2ContainerRegistryPullOnly, and take the rest away.',
  },
  settings: ['access.eks.cni'],
  messages: {
    beyond: 'it may {action} on {resource}, by {by}',
    cni: 'it may {action}, which aws-node does with a role of its own, by {by}',
    least: 'what nodes need',
  },
  examples: { good: 'AmazonEKSWorkerNodePolicy, AmazonEC2ContainerRegistryPullOnly', bad: 'AmazonEC2ContainerRegistryPowerUser' },
  evaluate: (role, facts, say) => {
    const more = beyond(facts).flatMap((asked) => {
      const found = mayRole(role, asked, facts.account)
      return found ? [say('beyond', { action: asked.action, resource: asked.on, by: byWhat(found) })] : []
    })
    const hasOwnCni = facts.config?.access.eks?.cni === 'aws-node' && facts.config.access.eks.clusters.length > 0
    const cni = (hasOwnCni ? CNI : []).flatMap((action) => {
      const found = mayRole(role, { action, on: '*' }, facts.account)
      return found ? [say('cni', { action, by: byWhat(found) })] : []
    })
    return passUnless([...more, ...cni], say('least'))
  },
})
