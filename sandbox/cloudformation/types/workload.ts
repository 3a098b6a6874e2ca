import type { Body } from '../../aws/call.ts'
import { json, named, type Properties, type Provision, type ResourceType, syncTags, tagsIn, unlessGone } from './type.ts'

const ecr = (at: Provision, operation: string, parameters: Body) => at.call('ecr', operation, parameters)
const eks = (at: Provision, operation: string, parameters: Body) => at.call('eks', operation, parameters)

interface ImageSettings {
  ScanOnPush?: unknown
}

const scanning = ({ ScanOnPush }: ImageSettings) => ({ scanOnPush: ScanOnPush === true || ScanOnPush === 'true' })

async function createRepository(properties: Properties, at: Provision): Promise<string> {
  const repositoryName = named(properties, 'RepositoryName', at, 256).toLowerCase()
  const { EncryptionType, KmsKey } = (properties['EncryptionConfiguration'] ?? { EncryptionType: 'AES256' }) as Properties
  await ecr(at, 'CreateRepository', {
    repositoryName,
    imageTagMutability: properties['ImageTagMutability'],
    imageScanningConfiguration: scanning((properties['ImageScanningConfiguration'] ?? {}) as ImageSettings),
    encryptionConfiguration: { encryptionType: EncryptionType, kmsKey: KmsKey },
    tags: tagsIn(properties),
  })
  at.claim(repositoryName)
  await applyPolicies(repositoryName, properties, at)
  return repositoryName
}

async function applyPolicies(repositoryName: string, properties: Properties, at: Provision): Promise<void> {
  const { LifecyclePolicyText } = (properties['LifecyclePolicy'] ?? {}) as Properties
  if (LifecyclePolicyText !== undefined)
    await ecr(at, 'PutLifecyclePolicy', { repositoryName, lifecyclePolicyText: json(LifecyclePolicyText) })
  if (properties['RepositoryPolicyText'] !== undefined)
    await ecr(at, 'SetRepositoryPolicy', { repositoryName, policyText: json(properties['RepositoryPolicyText']) })
}

async function updateRepository(repositoryName: string, properties: Properties, at: Provision, before: Properties): Promise<void> {
  if (properties['ImageTagMutability'] !== undefined)
    await ecr(at, 'PutImageTagMutability', { repositoryName, imageTagMutability: properties['ImageTagMutability'] })
  const scan = properties['ImageScanningConfiguration'] as ImageSettings | undefined
  if (scan) await ecr(at, 'PutImageScanningConfiguration', { repositoryName, imageScanningConfiguration: scanning(scan) })
  if (before['LifecyclePolicy'] !== undefined && properties['LifecyclePolicy'] === undefined)
    await unlessGone(ecr(at, 'DeleteLifecyclePolicy', { repositoryName }))
  if (before['RepositoryPolicyText'] !== undefined && properties['RepositoryPolicyText'] === undefined)
    await unlessGone(ecr(at, 'DeleteRepositoryPolicy', { repositoryName }))
  await applyPolicies(repositoryName, properties, at)
  const resourceArn = `arn:${at.partition}:ecr:${at.region}:${at.account}:repository/${repositoryName}`
  await syncTags(before, properties, {
    tag: (tags) => ecr(at, 'TagResource', { resourceArn, tags }),
    untag: (tagKeys) => ecr(at, 'UntagResource', { resourceArn, tagKeys }),
  })
}

/** `arn:…:podidentityassociation/<cluster>/<id>` says both names. */
function associationOf(arn: string): { clusterName: string; associationId: string } {
  const [, clusterName = '', associationId = ''] = arn.split('/')
  return { clusterName, associationId }
}

export const WORKLOAD_TYPES: Readonly<Record<string, ResourceType>> = {
  'AWS::ECR::Repository': {
    properties: [
      'RepositoryName',
      'ImageTagMutability',
      'ImageScanningConfiguration',
      'EncryptionConfiguration',
      'LifecyclePolicy',
      'RepositoryPolicyText',
      'Tags',
    ],
    createOnly: ['RepositoryName', 'EncryptionConfiguration'],
    identifier: 'RepositoryName',
    create: createRepository,
    update: updateRepository,
    delete: async (repositoryName, _, at) => void (await unlessGone(ecr(at, 'DeleteRepository', { repositoryName }))),
    read: async (repositoryName, _, at) =>
      (await unlessGone(ecr(at, 'DescribeRepositories', { repositoryNames: [repositoryName] }))) ? {} : undefined,
  },
  'AWS::EKS::PodIdentityAssociation': {
    properties: ['ClusterName', 'Namespace', 'ServiceAccount', 'RoleArn', 'Tags'],
    createOnly: ['ClusterName', 'Namespace', 'ServiceAccount'],
    create: async (properties, at) => {
      const { ClusterName, Namespace, ServiceAccount, RoleArn } = properties
      const tags = Object.fromEntries(tagsIn(properties).map(({ Key, Value }) => [Key, Value]))
      const { association } = (await eks(at, 'CreatePodIdentityAssociation', {
        clusterName: ClusterName,
        namespace: Namespace,
        serviceAccount: ServiceAccount,
        roleArn: RoleArn,
        tags,
      })) as { association: { associationArn: string } }
      at.claim(association.associationArn)
      return association.associationArn
    },
    update: async (arn, { RoleArn }, at) =>
      void (await eks(at, 'UpdatePodIdentityAssociation', { ...associationOf(arn), roleArn: RoleArn })),
    delete: async (arn, _, at) => void (await unlessGone(eks(at, 'DeletePodIdentityAssociation', associationOf(arn)))),
    read: async (arn, _, at) => {
      const found = (await unlessGone(eks(at, 'DescribePodIdentityAssociation', associationOf(arn)))) as { association: Body } | undefined
      return found && { RoleArn: found.association['roleArn'] }
    },
  },
}
