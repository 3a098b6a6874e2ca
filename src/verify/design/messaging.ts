import { mapEvidence } from '../../model/evidence.ts'
import { arnIn, type Look, member, members, named, type Sought } from './held.ts'

const topic: Look = async (sought) => {
  const { reader, resource } = sought
  const arn = arnIn(sought, 'sns', named(sought, 'TopicName'))
  const [attributes, subscriptions, tags] = await Promise.all([
    reader.read('sns:GetTopicAttributes', { TopicArn: arn }, elsewhere(sought)),
    reader.read('sns:ListSubscriptionsByTopic', { TopicArn: arn }, resource.region),
    reader.read('sns:ListTagsForResource', { ResourceArn: arn }, resource.region),
  ])
  return {
    arn,
    exists: attributes,
    live: {
      ...members(attributes, {
        KmsMasterKeyId: ({ Attributes }) => Attributes.KmsMasterKeyId,
        DisplayName: ({ Attributes }) => Attributes.DisplayName,
        DeliveryPolicy: ({ Attributes }) => Attributes.DeliveryPolicy,
      }),
      Subscription: mapEvidence(subscriptions, ({ Subscriptions }) =>
        Subscriptions.map(({ Protocol, Endpoint }) => ({ Protocol, Endpoint })),
      ),
      Tags: member(tags, ({ Tags }) => Tags),
    },
  }
}

const elsewhere = ({ resource, place }: Sought) => (resource.region === place.region ? undefined : resource.region)

const topicPolicy: Look = async (sought) => {
  const { reader, resource } = sought
  const topics = resource.properties['Topics']
  const arn = String(Array.isArray(topics) ? topics[0] : topics)
  const attributes = await reader.read('sns:GetTopicAttributes', { TopicArn: arn }, elsewhere(sought))
  return { arn, exists: attributes, live: members(attributes, { PolicyDocument: ({ Attributes }) => Attributes.Policy }) }
}

const rule: Look = async (sought) => {
  const { reader, resource } = sought
  const name = named(sought, 'Name')
  const arn = arnIn(sought, 'events', `rule/${name}`)
  const [found, targets, tags] = await Promise.all([
    reader.read('events:DescribeRule', { Name: name }, elsewhere(sought)),
    reader.read('events:ListTargetsByRule', { Rule: name }, elsewhere(sought)),
    reader.read('events:ListTagsForResource', { ResourceARN: arn }, resource.region),
  ])
  return {
    arn,
    exists: found,
    live: {
      ...members(found, {
        Description: ({ Description }) => Description,
        State: ({ State }) => State,
        EventPattern: ({ EventPattern }) => EventPattern,
        ScheduleExpression: ({ ScheduleExpression }) => ScheduleExpression,
      }),
      Targets: member(targets, ({ Targets }) => Targets),
      Tags: member(tags, ({ Tags }) => Tags),
    },
  }
}

const repository: Look = async (sought) => {
  const { reader, resource } = sought
  const repositoryName = named(sought, 'RepositoryName')
  const arn = arnIn(sought, 'ecr', `repository/${repositoryName}`)
  const [described, policy, lifecycle, tags] = await Promise.all([
    reader.read('ecr:DescribeRepositories', { repositoryNames: [repositoryName] }, resource.region),
    reader.read('ecr:GetRepositoryPolicy', { repositoryName }, resource.region),
    reader.read('ecr:GetLifecyclePolicy', { repositoryName }, resource.region),
    reader.read('ecr:ListTagsForResource', { resourceArn: arn }, resource.region),
  ])
  const found = mapEvidence(described, ({ repositories }) => repositories[0])
  return {
    arn,
    exists: found,
    live: {
      ...members(found, {
        ImageTagMutability: (value) => value?.imageTagMutability,
        ImageScanningConfiguration: (value) => ({ ScanOnPush: value?.imageScanningConfiguration.scanOnPush }),
        EncryptionConfiguration: (value) => encryptionOf(value?.encryptionConfiguration, resource.properties['EncryptionConfiguration']),
      }),
      LifecyclePolicy: member(lifecycle, ({ lifecyclePolicyText }) => ({ LifecyclePolicyText: lifecyclePolicyText })),
      RepositoryPolicyText: member(policy, ({ policyText }) => policyText),
      Tags: member(tags, ({ tags: list }) => list),
    },
  }
}

/** A key that ECR chose is its own; one that the design names is compared. */
function encryptionOf(found: { encryptionType: string; kmsKey?: string } | undefined, designed: unknown): unknown {
  const namesKey = typeof designed === 'object' && designed !== null && 'KmsKey' in designed
  return found && { EncryptionType: found.encryptionType, ...(namesKey ? { KmsKey: found.kmsKey } : {}) }
}

const podAssociation: Look = async (sought) => {
  const { reader, resource, physicalId } = sought
  const clusterName = named(sought, 'ClusterName')
  const label = `${named(sought, 'Namespace')}/${named(sought, 'ServiceAccount')}`
  if (physicalId.state !== 'read')
    return { arn: arnIn(sought, 'eks', `podidentityassociation/${clusterName}/${label}`), exists: physicalId, live: {} }
  const associationId = physicalId.value.split('/').at(-1) ?? ''
  const answer = await reader.read('eks:DescribePodIdentityAssociation', { clusterName, associationId }, resource.region)
  const found = mapEvidence(answer, ({ association }) => association)
  return {
    arn: arnIn(sought, 'eks', `podidentityassociation/${clusterName}/${associationId}`),
    exists: found,
    live: members(found, {
      ClusterName: (value) => value.clusterName,
      Namespace: (value) => value.namespace,
      ServiceAccount: (value) => value.serviceAccount,
      RoleArn: (value) => value.roleArn,
      TargetRoleArn: (value) => value.targetRoleArn,
      DisableSessionTags: (value) => (value.disableSessionTags === true ? true : undefined),
      Tags: (value) => Object.entries(value.tags ?? {}).map(([Key, Value]) => ({ Key, Value })),
    }),
  }
}

export const WORKLOAD: Readonly<Record<string, Look>> = {
  'AWS::SNS::Topic': topic,
  'AWS::SNS::TopicPolicy': topicPolicy,
  'AWS::Events::Rule': rule,
  'AWS::ECR::Repository': repository,
  'AWS::EKS::PodIdentityAssociation': podAssociation,
}
