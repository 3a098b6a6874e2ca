import { firstOf, readWith, unlessSame } from './define.ts'
import { policyDocument } from './policy-document.ts'
import { anyText, boolean, listOf, mapOf, matching, object, oneOf, optional, text, whole } from './shape.ts'

const NO_REPOSITORY = 'RepositoryNotFoundException'
const ofRepository = readWith<{ repositoryName: string }>()

const repositoryPolicy = object({ repositoryName: text, policyText: policyDocument })
const repositoryLifecycle = object({ repositoryName: text, lifecyclePolicyText: text })
const podAssociation = object({
  association: object({
    clusterName: text,
    namespace: text,
    serviceAccount: text,
    roleArn: text,
    associationId: text,
    targetRoleArn: optional(text),
    disableSessionTags: optional(boolean),
    tags: optional(mapOf(anyText)),
  }),
})
const repositoryList = object({
  repositories: listOf(
    object({
      repositoryName: text,
      repositoryArn: matching(/^arn:[\w-]+:ecr:[a-z0-9-]+:\d{12}:repository\/.+$/, 'the ARN of a repository'),
      imageTagMutability: text,
      imageScanningConfiguration: object({ scanOnPush: boolean }),
      encryptionConfiguration: optional(object({ encryptionType: text, kmsKey: optional(text) })),
    }),
    { min: 1 },
  ),
})
const configRuleList = object({
  ConfigRules: listOf(
    whole(
      object({
        ConfigRuleName: text,
        ConfigRuleState: oneOf('ACTIVE', 'EVALUATING', 'DELETING', 'DELETING_RESULTS'),
        Source: whole(object({ SourceIdentifier: text })),
      }),
    ),
  ),
})

export const ECR_READS = {
  'ecr:DescribeRepositories': readWith<{ repositoryNames: readonly string[] }>()({
    action: 'ecr:DescribeRepositories',
    absent: [NO_REPOSITORY],
    shape: repositoryList,
    contradiction: ({ repositories }, { repositoryNames }) =>
      firstOf(...repositories.map(({ repositoryName }) => unlessSame('repository', repositoryName, repositoryNames[0] ?? ''))),
  }),
  'ecr:GetRepositoryPolicy': ofRepository({
    action: 'ecr:GetRepositoryPolicy',
    absent: [NO_REPOSITORY, 'RepositoryPolicyNotFoundException'],
    shape: repositoryPolicy,
    contradiction: ({ repositoryName }, asked) => unlessSame('repository', repositoryName, asked.repositoryName),
  }),
  'ecr:GetLifecyclePolicy': ofRepository({
    action: 'ecr:GetLifecyclePolicy',
    absent: [NO_REPOSITORY, 'LifecyclePolicyNotFoundException'],
    shape: repositoryLifecycle,
    contradiction: ({ repositoryName }, asked) => unlessSame('repository', repositoryName, asked.repositoryName),
  }),
  'ecr:ListTagsForResource': readWith<{ resourceArn: string }>()({
    action: 'ecr:ListTagsForResource',
    absent: [NO_REPOSITORY],
    shape: object({ tags: listOf(object({ Key: text, Value: anyText }), { unique: 'Key' }) }),
  }),
}

export const EKS_READS = {
  'eks:DescribePodIdentityAssociation': readWith<{ clusterName: string; associationId: string }>()({
    action: 'eks:DescribePodIdentityAssociation',
    absent: ['ResourceNotFoundException', 'NotFoundException'],
    shape: podAssociation,
    contradiction: ({ association }, { associationId }) => unlessSame('association', association.associationId, associationId),
  }),
}

export const CONFIG_READS = {
  'config:DescribeConfigRules': readWith<{ ConfigRuleNames: readonly string[] }>()({
    action: 'config:DescribeConfigRules',
    absent: ['NoSuchConfigRuleException'],
    shape: configRuleList,
    contradiction: ({ ConfigRules }, { ConfigRuleNames }) =>
      firstOf(...ConfigRules.map(({ ConfigRuleName }) => unlessSame('rule', ConfigRuleName, ConfigRuleNames[0] ?? ''))),
  }),
  'config:DescribeConfigurationRecorders': readWith<Record<string, never>>()({
    action: 'config:DescribeConfigurationRecorders',
    absent: ['NoSuchConfigurationRecorderException'],
    shape: object({ ConfigurationRecorders: listOf(whole(object({ name: text, roleARN: text }))) }),
  }),
  'config:DescribeConfigurationRecorderStatus': readWith<Record<string, never>>()({
    action: 'config:DescribeConfigurationRecorderStatus',
    absent: ['NoSuchConfigurationRecorderException'],
    shape: object({ ConfigurationRecordersStatus: listOf(object({ name: text, recording: boolean, lastStatus: optional(text) })) }),
  }),
  'config:DescribeDeliveryChannels': readWith<Record<string, never>>()({
    action: 'config:DescribeDeliveryChannels',
    absent: ['NoSuchDeliveryChannelException'],
    shape: object({ DeliveryChannels: listOf(whole(object({ name: text, s3BucketName: text }))) }),
  }),
}

const database = object({ Database: whole(object({ Name: text })) })
const table = object({ Table: whole(object({ Name: text })) })
const workGroup = object({
  WorkGroup: object({
    Name: text,
    State: optional(oneOf('ENABLED', 'DISABLED')),
    Description: optional(anyText),
    Configuration: optional(whole(object({}))),
  }),
})
const namedQuery = object({
  NamedQuery: object({
    Name: text,
    Database: text,
    QueryString: text,
    NamedQueryId: text,
    Description: optional(anyText),
    WorkGroup: optional(text),
  }),
})

export const CATALOG_READS = {
  'glue:GetDatabase': readWith<{ CatalogId: string; Name: string }>()({
    action: 'glue:GetDatabase',
    absent: ['EntityNotFoundException'],
    shape: database,
    contradiction: ({ Database }, { Name }) => unlessSame('database', Database.Name, Name),
  }),
  'glue:GetTable': readWith<{ CatalogId: string; DatabaseName: string; Name: string }>()({
    action: 'glue:GetTable',
    absent: ['EntityNotFoundException'],
    shape: table,
    contradiction: ({ Table }, { Name }) => unlessSame('table', Table.Name, Name),
  }),
  'athena:GetWorkGroup': readWith<{ WorkGroup: string }>()({
    action: 'athena:GetWorkGroup',
    // Athena has no error of its own for a workgroup that is not there.
    absent: ['InvalidRequestException'],
    shape: workGroup,
    contradiction: ({ WorkGroup }, asked) => unlessSame('workgroup', WorkGroup.Name, asked.WorkGroup),
  }),
  'athena:GetNamedQuery': readWith<{ NamedQueryId: string }>()({
    action: 'athena:GetNamedQuery',
    absent: ['InvalidRequestException'],
    shape: namedQuery,
    contradiction: ({ NamedQuery }, { NamedQueryId }) => unlessSame('query', NamedQuery.NamedQueryId, NamedQueryId),
  }),
  'athena:ListTagsForResource': readWith<{ ResourceARN: string }>()({
    action: 'athena:ListTagsForResource',
    absent: ['ResourceNotFoundException', 'InvalidRequestException'],
    shape: object({ Tags: listOf(object({ Key: text, Value: anyText }), { unique: 'Key' }) }),
  }),
}
