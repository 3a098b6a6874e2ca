import type { Config } from '../../model/config.ts'
import { alertsIn, globalTemplateIn, keyIn } from '../../model/presence.ts'
import { deployedBuckets } from './buckets.ts'
import type { Entries } from './entries.ts'
import { awsNodeRoleIn, podRoleNames } from './pods.ts'
import { alarmNames } from './watch.ts'

/** What the deploy role's policies name. */
export function deploySettings(config: Config): Entries {
  const { audit, access, names } = config
  return [
    ['objectLocks', audit.objectLock !== undefined || audit.evidence !== undefined],
    ['deployedBuckets', deployedBuckets(config)],
    ['deployedRoles', deployedRoles(config)],
    ['attachedPolicies', attachedPolicies(access)],
    ['attachingRoles', attachingRoles(config)],
    ['alarmNames', alarmNames(config)],
    ['topicNames', [...(alertsIn(config) ? [names.topic] : []), ...(audit.deliveryNotices ? [names.deliveryTopic] : [])]],
    // Keys have no name of ours; these stacks tag those they make.
    [
      'stackKeys',
      [...(keyIn(config) && audit.key.source === 'create' ? [names.auditStack] : []), ...(access.replica ? [names.replicaStack] : [])],
    ],
  ]
}

/** The roles that are rendered, and so have the workload boundary. */
function deployedRoles(config: Config): string[] {
  const { audit, access, names } = config
  return [
    ...(audit.trail === 'use' ? [] : [names.cloudWatchLogsRole]),
    ...(access.eks ? [names.eksClusterRole, names.eksNodegroupRole] : []),
    ...(access.sagemaker ? [names.sagemakerRole] : []),
    ...podRoleNames({ eks: access.eks, names }),
    ...(globalTemplateIn(config) ? [names.globalTamperRole] : []),
    ...(access.replica ? [names.replicationRole] : []),
  ]
}

/** Managed policies of AWS that some setting attaches, whichever is on now. */
function attachedPolicies({ eks, sagemaker }: Config['access']): string[] {
  return [...(eks ? EKS_POLICIES : []), ...(sagemaker?.profile === 'lab' ? LAB_POLICIES : [])]
}

/** The roles that have managed policies of AWS. */
function attachingRoles({ access: { eks, sagemaker }, names }: Config): string[] {
  return [
    ...(eks ? [names.eksClusterRole, names.eksNodegroupRole] : []),
    ...(awsNodeRoleIn(eks) ? [names.awsNodeRole] : []),
    ...(sagemaker?.profile === 'lab' ? [names.sagemakerRole] : []),
  ]
}

const EKS_POLICIES = [
  'AmazonEC2ContainerRegistryPullOnly',
  'AmazonEC2ContainerRegistryReadOnly',
  'AmazonEKSBlockStoragePolicy',
  'AmazonEKSClusterPolicy',
  'AmazonEKSComputePolicy',
  'AmazonEKSLoadBalancingPolicy',
  'AmazonEKSNetworkingPolicy',
  'AmazonEKSWorkerNodeMinimalPolicy',
  'AmazonEKSWorkerNodePolicy',
  'AmazonEKS_CNI_Policy',
  'CloudWatchAgentServerPolicy',
]
const LAB_POLICIES = ['AmazonS3FullAccess', 'AmazonSageMakerFullAccess', 'CloudWatchLogsFullAccess']
