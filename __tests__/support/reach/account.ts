import type { AccessModel } from '../../../src/access/model.ts'
import { logKeys } from '../../../src/access/rows.ts'
import type { NamedPolicy } from '../../../src/iam/authorize.ts'
import { parsePolicy } from '../../../src/iam/policy.ts'
import type { Config } from '../../../src/model/config.ts'
import { globalTemplateIn } from '../../../src/model/presence.ts'
import { templateStoreOf } from '../../../src/model/template-store.ts'
import { SERVICES_THAT_RUN_CODE } from './services.ts'

/**
 * What something is to the project: what holds or watches the record, what bounds CI, what workloads are and use, what CI is to
 * write (`store`), what belongs to other teams of the account, or the account as a whole.
 */
type Owner = 'record' | 'bootstrap' | 'workload' | 'store' | 'others' | 'account'

export interface Target {
  owner: Owner
  name: string
  arn: string
  policy?: NamedPolicy | undefined
  /** Condition keys whose value is a fact of the resource, not the caller's choice. */
  facts: Readonly<Record<string, readonly string[]>>
}

const others = 'other-team'

/** Everything there is in an account that has these templates and other teams besides. */
export function targetsOf(config: Config, model: AccessModel): Target[] {
  const { partition, account, region, workloadRegion, names, audit, access } = config
  const arn = (service: string, rest: string, at = region) => `arn:${partition.id}:${service}:${at}:${account}:${rest}`
  const iam = (rest: string) => arn('iam', rest, '')
  const s3 = (name: string) => `arn:${partition.id}:s3:::${name}`
  const target = (owner: Owner, name: string, at: string, facts: Target['facts'] = {}): Target => ({
    owner,
    name,
    arn: at,
    policy: model.resources.get(at) ?? model.resources.get(at.split('/')[0] ?? ''),
    facts,
  })
  const bucket = (owner: Owner, what: string, name: string) => [
    target(owner, what, s3(name)),
    target(owner, `objects of ${what}`, `${s3(name)}/x`),
  ]
  const store = templateStoreOf(config)
  const stack = (name: string, at = region) => arn('cloudformation', `stack/${name}/1`, at)
  const ours = [
    target('record', 'trail', audit.trailArn),
    ...bucket('record', 'log bucket', names.logBucket),
    ...bucket('record', 'access-log bucket', names.accessLogBucket),
    ...(audit.evidence ? bucket('record', 'evidence bucket', names.evidenceBucket) : []),
    ...(audit.awsConfig.recorder === 'create' ? bucket('record', 'Config bucket', names.configBucket) : []),
    ...(audit.analytics ? bucket('record', 'Athena bucket', names.athenaBucket) : []),
    ...logKeys(model, region).map((key) => target('record', 'log key', key, { 'aws:ResourceTag/AuditStack': [names.auditStack] })),
    ...(audit.key.id
      ? [target('record', 'log key', audit.key.id.startsWith('arn:') ? audit.key.id : arn('kms', `key/${audit.key.id}`), UNTAGGED)]
      : []),
    target('record', 'key alias', arn('kms', names.keyAlias)),
    target('record', 'log group', arn('logs', `log-group:${names.logGroup}:log-stream:s`)),
    target('record', 'tamper rule', arn('events', `rule/${names.tamperRule}`)),
    target('record', 'alert topic', arn('sns', names.topic)),
    target('record', 'audit alarm', arn('cloudwatch', `alarm:${config.prefix}-no-trail-events`)),
    ...(config.templateBucket === 'none'
      ? []
      : [
          target('bootstrap', 'template bucket', s3(names.templateBucket)),
          target('store', 'published template', `${s3(names.templateBucket)}/${store.publish}${names.auditStack}/x.yml`),
          target('store', 'planned template', `${s3(names.templateBucket)}/${store.plan}${names.auditStack}/x.yml`),
        ]),
    target('bootstrap', 'bootstrap stack', stack(names.bootstrapStack)),
    target('bootstrap', 'pipeline boundary', iam(`policy/${names.pipelineBoundary}`)),
    target('bootstrap', 'workload boundary', iam(`policy/${names.workloadBoundary}`)),
    target('bootstrap', 'policies of CI', iam(`policy/${names.readPolicy}`)),
    target('bootstrap', 'GitHub identity provider', iam('oidc-provider/token.actions.githubusercontent.com')),
    target('store', 'audit stack', stack(names.auditStack)),
    target('store', 'access stack', stack(names.accessStack, workloadRegion)),
    ...(globalTemplateIn(config) ? [target('store', 'global stack', stack(names.globalStack, partition.globalRegion))] : []),
    ...(access.replica ? [target('store', 'replica stack', stack(names.replicaStack, access.replica.region))] : []),
    ...(access.sagemaker?.dataBuckets ?? []).flatMap((name) => bucket('workload', `data bucket ${name}`, name)),
    ...(access.eks?.clusters ?? []).map(({ name }) => target('workload', `cluster ${name}`, arn('eks', `cluster/${name}`, workloadRegion))),
    ...(access.ecr?.repositories ?? []).map(({ name }) =>
      target('workload', `repository ${name}`, arn('ecr', `repository/${name}`, workloadRegion)),
    ),
    target('workload', 'own training job', arn('sagemaker', `training-job/${config.prefix}-1`, workloadRegion), jobSettings(config)),
    target(
      'account',
      'service-linked role',
      iam('role/aws-service-role/elasticloadbalancing.amazonaws.com/AWSServiceRoleForElasticLoadBalancing'),
    ),
    target('record', 'dashboard', arn('cloudwatch', `dashboard/${names.dashboard}`, '')),
    ...(globalTemplateIn(config)
      ? [target('record', 'tamper rule of the global region', arn('events', `rule/${names.tamperRule}`, partition.globalRegion))]
      : []),
    ...(audit.analytics
      ? [
          target('record', 'workgroup', arn('athena', `workgroup/${names.athenaWorkgroup}`)),
          target('record', 'table', arn('glue', `table/${names.glueDatabase}/cloudtrail`)),
        ]
      : []),
    ...(config.stacks?.notifications ?? []).map((topic) => target('store', 'topic of stack events', topic)),
    ...(config.stacks?.serviceRole ? [target('store', 'service role of CloudFormation', config.stacks.serviceRole)] : []),
    target('account', 'service-linked role of Config', iam('role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig')),
    {
      ...target('account', "ECR's key", arn('kms', 'key/88888888-0000-0000-0000-000000000000', workloadRegion), {
        ...UNTAGGED,
        'kms:ResourceAliases': ['alias/aws/ecr'],
      }),
      policy: keyPolicyOf(account),
    },
    target('account', 'account', '*'),
  ]
  return [...ours, ...foreign({ arn, iam, s3, bucket, target, stack }, jobSettings(config))]
}

/** A job as the gates want it. */
function jobSettings({ access: { sagemaker } }: Config): Target['facts'] {
  const gates = sagemaker?.gates
  const one = (value: string | undefined) => (value === undefined ? [] : [value])
  return {
    'sagemaker:NetworkIsolation': ['true'],
    'sagemaker:InterContainerTrafficEncryption': ['true'],
    'sagemaker:VpcSubnets': one(gates?.subnets[0]),
    'sagemaker:VpcSecurityGroupIds': one(gates?.securityGroups[0]),
    'sagemaker:VolumeKmsKeyArn': one(gates?.volumeKey),
    'sagemaker:OutputKmsKeyArn': one(gates?.outputKey),
    'sagemaker:InstanceTypes': one(gates?.instanceTypes[0]),
    'sagemaker:MaxRuntimeInSeconds': ['1'],
  }
}

const UNTAGGED = { 'aws:ResourceTag/AuditStack': [] }

interface Make {
  arn(service: string, rest: string, at?: string): string
  iam(rest: string): string
  s3(name: string): string
  bucket(owner: Owner, what: string, name: string): Target[]
  target(owner: Owner, name: string, arn: string, facts?: Target['facts']): Target
  stack(name: string): string
}

/** The policy KMS gives a key by itself: the account's own policies decide. */
function keyPolicyOf(account: string): NamedPolicy {
  const Statement = [{ Effect: 'Allow', Principal: { AWS: account }, Action: 'kms:*', Resource: '*' }]
  return { name: 'key policy', statements: parsePolicy({ Version: '2012-10-17', Statement }) }
}

/** What other teams have: one of each kind that is worth stealing, changing or running code on. */
function foreign({ arn, iam, bucket, target, stack }: Make, job: Target['facts']): Target[] {
  const keyPolicy = keyPolicyOf(iam('x').split(':')[4] ?? '')
  const theirs = (name: string, at: string, facts: Target['facts'] = {}) => target('others', name, at, facts)
  return [
    ...bucket('others', 'bucket', `${others}-data`),
    {
      ...theirs('key', arn('kms', 'key/99999999-0000-0000-0000-000000000000'), { ...UNTAGGED, 'kms:ResourceAliases': [`alias/${others}`] }),
      policy: keyPolicy,
    },
    theirs('policy', iam(`policy/${others}`)),
    theirs('user', iam(`user/${others}`)),
    theirs('group', iam(`group/${others}`)),
    theirs('instance profile', iam(`instance-profile/${others}`)),
    theirs('identity provider', iam(`oidc-provider/oidc.${others}.example`)),
    theirs('secret', arn('secretsmanager', `secret:${others}/db-a1b2c3`)),
    theirs('parameter', arn('ssm', `parameter/${others}/password`)),
    theirs('function', arn('lambda', `function:${others}`)),
    theirs('cluster', arn('eks', `cluster/${others}`)),
    theirs('container cluster', arn('ecs', `cluster/${others}`)),
    theirs('log group', arn('logs', `log-group:/${others}/app:log-stream:s`)),
    theirs('topic', arn('sns', others)),
    theirs('queue', arn('sqs', others)),
    theirs('rule', arn('events', `rule/${others}`)),
    theirs('alarm', arn('cloudwatch', `alarm:${others}`)),
    theirs('stack', stack(others)),
    theirs('repository', arn('ecr', `repository/${others}`)),
    theirs('table', arn('dynamodb', `table/${others}`)),
    theirs('instance', arn('ec2', 'instance/i-0aaaaaaaaaaaaaaaa')),
    theirs('network interface', arn('ec2', 'network-interface/eni-0aaaaaaaaaaaaaaaa')),
    theirs('load balancer', arn('elasticloadbalancing', `loadbalancer/app/${others}/1`)),
    theirs('build project', arn('codebuild', `project/${others}`)),
    theirs('notebook', arn('sagemaker', `notebook-instance/${others}`)),
    theirs('training job', arn('sagemaker', `training-job/${others}`), job),
    theirs('development endpoint', arn('glue', `devEndpoint/${others}`)),
    theirs('glue job', arn('glue', `job/${others}`)),
    theirs('glue table', arn('glue', `table/${others}/t`)),
    theirs('state machine', arn('states', `stateMachine:${others}`)),
    theirs('dashboard', arn('cloudwatch', `dashboard/${others}`, '')),
    theirs('workgroup', arn('athena', `workgroup/${others}`)),
    theirs('pod identity', arn('eks', `podidentityassociation/${others}/a-1`)),
    theirs('event bus', arn('events', `event-bus/${others}`)),
    theirs('Config rule', arn('config', 'config-rule/config-rule-abcdef')),
    theirs('trail', arn('cloudtrail', `trail/${others}`)),
  ]
}

/** Roles of other teams, by whom they trust: the account, a service that runs code, GitHub. */
export function foreignRoles({ partition, account }: Config): { name: string; trust: NamedPolicy }[] {
  const trust = (Principal: object, Action: string) => ({
    name: 'trust policy',
    statements: parsePolicy({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal, Action }] }),
  })
  const services = SERVICES_THAT_RUN_CODE.map(({ service }) => `${service}.amazonaws.com`)
  return [
    { name: 'administrator', trust: trust({ AWS: `arn:${partition.id}:iam::${account}:root` }, 'sts:AssumeRole') },
    { name: `${others}-service`, trust: trust({ Service: services }, 'sts:AssumeRole') },
  ]
}
