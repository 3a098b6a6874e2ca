import type { AccessRowConfig, Config } from '../model/config.ts'
import { rightsOf } from '../model/sagemaker-jobs.ts'
import type { AccessModel } from './model.ts'
import { CNI_ACTIONS, pipelineProofs, podProofs } from './proofs.ts'
import { row } from './row.ts'
import { logKeys, workloadRoles } from './rows.ts'

/** Ways to change what a role may do, or to get at another's rights. */
const RIGHTS = [
  'iam:AddRoleToInstanceProfile',
  'iam:AttachRolePolicy',
  'iam:AttachUserPolicy',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:CreatePolicyVersion',
  'iam:CreateRole',
  'iam:CreateUser',
  'iam:DeleteRolePermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:PutRolePolicy',
  'iam:PutUserPolicy',
  'iam:SetDefaultPolicyVersion',
  'iam:UpdateAssumeRolePolicy',
]
const NARROW_TRAIL = ['cloudtrail:PutEventSelectors', 'cloudtrail:PutInsightSelectors', 'cloudtrail:UpdateTrail']
const STOP_TRAIL = ['cloudtrail:DeleteTrail', 'cloudtrail:StopLogging']
const CHANGE_LOGS = ['s3:BypassGovernanceRetention', 's3:DeleteBucket', 's3:DeleteObject', 's3:DeleteObjectVersion', 's3:PutObject']
const DIRECTLY = { 'aws:CalledVia': [] }

/** What must be true of the foundation whatever else a config says. Rows about what is not rendered are left out. */
export function defaultRows(config: Config, model: AccessModel): AccessRowConfig[] {
  const rendered = model.roles.map((role) => role.name)
  return [
    ...(workloadRoles(config, rendered).length > 0 ? workloadRows(config, model) : []),
    ...eksRows(config, rendered, model),
    ...podProofs(config, rendered),
    ...sagemakerRows(config, rendered),
    ...pipelineRows(config, model),
    ...(config.github ? pipelineProofs(config) : []),
  ]
}

/** Whether the templates have the key that the logs are encrypted with, and so its policy. */
const hasKey = ({ audit, region }: Config, model: AccessModel) => audit.key.source === 'create' && logKeys(model, region).length > 0

/** The trail's encryption context is what tells its logs from other data under the key. */
const asTrailLogs = ({ audit }: Config) => ({ 'kms:EncryptionContext:aws:cloudtrail:arn': [audit.trailArn] })

/** How KMS sees a request that S3 makes for someone who reads an object. */
const throughS3 = ({ region, partition, names }: Config) => ({
  'kms:ViaService': [`s3.${region}.${partition.dnsSuffix}`],
  'kms:EncryptionContext:aws:s3:arn': [`arn:${partition.id}:s3:::${names.logBucket}/log.json.gz`],
})

/** The context that S3 gives for an object of the log bucket. */
const inLogBucket = ({ partition, names }: Config) => ({
  'kms:EncryptionContext:aws:s3:arn': [`arn:${partition.id}:s3:::${names.logBucket}/AWSLogs/log.json.gz`],
})

function workloadRows(config: Config, model: AccessModel): AccessRowConfig[] {
  const cannot = (actions: readonly string[], on: readonly string[], why: string, more = {}) =>
    row('workload-roles', 'cannot', actions, on, why, more)
  const { audit, access, partition, account } = config
  const { logBucket } = audit
  const auto = access.eks?.autoMode ?? false
  return [
    cannot([...STOP_TRAIL, ...NARROW_TRAIL], ['trail'], 'no workload stops or narrows the trail'),
    ...(logBucket === 'none' ? [] : [cannot(['s3:*'], ['log-bucket'], 'no workload reads, writes or deletes logs')]),
    ...(hasKey(config, model) ? [cannot(['kms:Decrypt'], ['log-key'], 'no workload decrypts logs', { when: asTrailLogs(config) })] : []),
    cannot(['iam:PassRole'], ['*'], `a workload passes no role but its own${auto ? ', and the control plane that of its nodes' : ''}`, {
      except: ['self', ...(auto ? ['eks-nodegroup-role'] : [])],
    }),
    cannot([...RIGHTS, 'sts:AssumeRole'], ['*'], 'no workload raises its own rights or takes those of others', {
      // Auto Mode's instance profiles, for the role of its nodes.
      except: auto ? [`arn:${partition.id}:iam::${account}:instance-profile/eks*`] : [],
    }),
  ]
}

/** What clusters cannot do without, and what neither control plane nor nodes have to do with. */
function eksRows({ names, access: { eks } }: Config, rendered: readonly string[], { resources }: AccessModel): AccessRowConfig[] {
  const cluster = [
    row('eks-cluster-role', 'can', CREATE_CLUSTER, ['*'], 'the cluster role can create a cluster: EKS makes and joins its network with it'),
    row(
      'eks-cluster-role',
      'cannot',
      ['eks:*', 's3:GetObject', 'secretsmanager:GetSecretValue'],
      ['*'],
      'and changes no cluster, reads no data',
    ),
  ]
  const repositories = [...resources.keys()].filter((arn) => arn.includes(':ecr:'))
  const nodes = [
    row('eks-nodegroup-role', 'can', ['eks-auth:AssumeRoleForPodIdentity'], ['*'], 'nodes hand their pods credentials'),
    ...(eks?.autoMode ? [] : ownNodes(eks?.cni)),
    row('eks-nodegroup-role', 'can', ['ecr:GetAuthorizationToken'], ['*'], 'nodes sign in to ECR'),
    row(
      'eks-nodegroup-role',
      'can',
      PULL_IMAGES,
      repositories.length > 0 ? repositories : ['*'],
      'nodes pull images: without, no pod starts',
    ),
    row('eks-nodegroup-role', 'cannot', PUSH_IMAGES, ['*'], 'and push or delete none: whoever breaks out of a pod would own the next one'),
  ]
  return [...(rendered.includes(names.eksClusterRole) ? cluster : []), ...(rendered.includes(names.eksNodegroupRole) ? nodes : [])]
}

/** What Auto Mode does for its nodes, and others do themselves. */
function ownNodes(cni: 'node-role' | 'aws-node' | undefined): AccessRowConfig[] {
  const can = (actions: readonly string[], why: string) => row('eks-nodegroup-role', 'can', actions, ['*'], why)
  return [
    can(['ec2:DescribeInstances', 'eks:DescribeCluster'], 'nodes find and join their cluster'),
    ...(cni === 'node-role' ? [can(CNI_ACTIONS, 'and give pods addresses: without, no pod starts')] : []),
    can(['cloudwatch:PutMetricData'], 'and send metrics'),
  ]
}

const CREATE_CLUSTER = [
  'ec2:CreateSecurityGroup',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSecurityGroups',
  'ec2:DescribeSubnets',
  'ec2:DescribeVpcs',
]
const PULL_IMAGES = ['ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer']
const PUSH_IMAGES = ['ecr:BatchDeleteImage', 'ecr:CompleteLayerUpload', 'ecr:DeleteRepository', 'ecr:InitiateLayerUpload', 'ecr:PutImage']

function sagemakerRows(config: Config, rendered: readonly string[]): AccessRowConfig[] {
  if (!rendered.includes(config.names.sagemakerRole)) return []
  const { list } = rightsOf(config.access.sagemaker?.jobs ?? [])
  // Training is what most come for; where it is not asked for, what is.
  const listed = list.find((action) => action === 'sagemaker:ListTrainingJobs') ?? list.at(-1) ?? 'sagemaker:ListTrainingJobs'
  return [
    row(
      'sagemaker-role',
      'can',
      ['ec2:DescribeVpcs', listed],
      ['*'],
      'SageMaker describes VPCs to find its network, and lists what it runs',
    ),
    row(
      'sagemaker-role',
      'cannot',
      ['ec2:AuthorizeSecurityGroupIngress', 'ec2:CreateVpc', 'ec2:DeleteVpc', 'ec2:RunInstances'],
      ['*'],
      'and changes no network, starts no machine of its own',
    ),
    ...dataRows(config),
  ]
}

function dataRows({ access: { sagemaker }, partition }: Config): AccessRowConfig[] {
  if (!sagemaker || sagemaker.dataBuckets.length === 0) return []
  const data = sagemaker.dataBuckets.flatMap((bucket) =>
    sagemaker.prefixes.map((prefix) => `arn:${partition.id}:s3:::${bucket}/${prefix}*`),
  )
  const readable = sagemaker.dataBuckets.flatMap((bucket) =>
    sagemaker.readPrefixes.map((prefix) => `arn:${partition.id}:s3:::${bucket}/${prefix}*`),
  )
  const reads =
    readable.length === 0
      ? []
      : [row('sagemaker-role', 'can', ['s3:GetObject'], readable, `and reads ${sagemaker.readPrefixes.join(' and ')}`)]
  const reaches = `SageMaker reads and writes its buckets, at ${sagemaker.prefixes.join(' and ')}`
  const both = row('sagemaker-role', 'can', ['s3:GetObject', 's3:PutObject'], data, reaches)
  // The lab's policies are AWS's, and know no bucket.
  if (sagemaker.profile === 'lab') return [both, ...reads]
  return [
    both,
    ...reads,
    ...(readable.length === 0
      ? [row('sagemaker-role', 'cannot', ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'], ['*'], 'and nothing else', { except: data })]
      : [
          row('sagemaker-role', 'cannot', ['s3:GetObject'], ['*'], 'and nothing else', { except: [...data, ...readable] }),
          row('sagemaker-role', 'cannot', ['s3:PutObject', 's3:DeleteObject'], ['*'], 'and writes nothing else', { except: data }),
        ]),
  ]
}

function pipelineRows(config: Config, model: AccessModel): AccessRowConfig[] {
  const { github, audit } = config
  if (!github) return []
  const [owner = '', name = ''] = github.repository.split('/')
  const { ownerId, repositoryId, branches, environments } = github
  const ours = { repository: github.repository, ownerId, repositoryId }
  const become = ['sts:AssumeRoleWithWebIdentity']
  const contexts =
    environments.length > 0
      ? environments.map((environment) => `environment:${environment}`)
      : branches.map((branch) => `ref:refs/heads/${branch}`)
  const [context = 'ref:refs/heads/main'] = contexts
  const becomes = (run: Partial<typeof ours> & { context: string }, why: string) =>
    row({ ...ours, ...run }, 'cannot', become, ['deploy-role'], why)
  const own = ['deploy-role', 'plan-role', 'publish-role', 'verify-role', 'pipeline-boundary', 'workload-boundary']
  return [
    ...contexts.map((given) => row({ ...ours, context: given }, 'can', become, ['deploy-role'], 'the named runs deploy')),
    becomes({ context: 'ref:refs/heads/some-other-branch' }, 'a run of another branch does not'),
    becomes({ context: 'pull_request' }, 'a pull request does not'),
    becomes({ repository: `someone-else/${name}`, ownerId: '1', repositoryId: '2', context }, 'another repository does not'),
    ...(repositoryId
      ? [becomes({ ownerId: ownerId ?? '1', repositoryId: `${repositoryId}0`, context }, `a recreated ${owner}/${name} does not`)]
      : []),
    row(
      'deploy-role',
      'cannot',
      [...RIGHTS, 'iam:DeletePolicy', 'iam:DeleteRole'],
      own,
      'the pipeline does not change its own rights or boundaries',
    ),
    row('deploy-role', 'cannot', STOP_TRAIL, ['trail'], 'the pipeline does not stop the trail'),
    row('deploy-role', 'cannot', NARROW_TRAIL, ['trail'], 'nor narrow it except through CloudFormation', { when: DIRECTLY }),
    ...(audit.logBucket === 'none' ? [] : [row('deploy-role', 'cannot', CHANGE_LOGS, ['log-bucket'], 'nor touch logs')]),
    ...(hasKey(config, model)
      ? [
          row('deploy-role', 'cannot', ['kms:DisableKey', 'kms:ScheduleKeyDeletion'], ['log-key'], 'nor take the key away'),
          row('deploy-role', 'cannot', ['kms:Decrypt'], ['log-key'], 'nor decrypt logs', { when: { ...DIRECTLY, ...asTrailLogs(config) } }),
        ]
      : []),
    row(
      'plan-role',
      'cannot',
      ['cloudformation:DeleteStack', 'cloudformation:ExecuteChangeSet', 'cloudformation:UpdateStack', ...RIGHTS],
      ['*'],
      'a plan deploys nothing',
    ),
    ...(hasKey(config, model)
      ? [
          row('verify-role', 'can', ['kms:Decrypt'], ['log-key'], 'a verification reads the logs', {
            when: { ...asTrailLogs(config), ...throughS3(config), ...inLogBucket(config) },
          }),
        ]
      : []),
    row('verify-role', 'cannot', ['write'], ['*'], 'a verification changes nothing'),
  ]
}
