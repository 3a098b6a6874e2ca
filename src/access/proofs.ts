import type { AccessRowConfig, Config } from '../model/config.ts'
import { templateStoreOf } from '../model/template-store.ts'
import { row } from './row.ts'

/** What gives pods their addresses. */
export const CNI_ACTIONS = ['ec2:AssignPrivateIpAddresses', 'ec2:AttachNetworkInterface', 'ec2:CreateNetworkInterface']

/** What the roles of pods are for. */
export function podProofs(
  { access: { eks }, names, partition, account, workloadRegion }: Config,
  rendered: readonly string[],
): AccessRowConfig[] {
  const { modelRead, monitoring, secretsRead } = eks ?? {}
  const models = (modelRead?.buckets ?? []).flatMap((bucket) =>
    (modelRead?.prefixes ?? []).map((prefix) => `arn:${partition.id}:s3:::${bucket}/${prefix}*`),
  )
  const secrets = (secretsRead?.secrets ?? []).map(
    (secret) => `arn:${partition.id}:secretsmanager:${workloadRegion}:${account}:secret:${secret}-??????`,
  )
  const metrics = { 'cloudwatch:namespace': (monitoring?.metricNamespaces ?? []).slice(0, 1) }
  return [
    ...(rendered.includes(names.awsNodeRole)
      ? [row('aws-node-role', 'can', CNI_ACTIONS, ['*'], 'the CNI gives pods addresses: without, no pod starts')]
      : []),
    ...(models.length > 0 ? [row('model-read-role', 'can', ['s3:GetObject'], models, 'serving pods read models')] : []),
    ...(secrets.length > 0 ? [row('secrets-read-role', 'can', ['secretsmanager:GetSecretValue'], secrets, 'pods read their secrets')] : []),
    ...(monitoring
      ? [row('monitoring-role', 'can', ['cloudwatch:PutMetricData'], ['*'], 'the agent sends metrics', { when: metrics })]
      : []),
  ]
}

const THROUGH_CLOUDFORMATION = {
  'aws:CalledVia': ['cloudformation.amazonaws.com'],
  'aws:CalledViaFirst': ['cloudformation.amazonaws.com'],
}

/** What the roles of the pipeline cannot do without: each policy of theirs stands behind one of these. */
export function pipelineProofs(config: Config): AccessRowConfig[] {
  const { partition, region, account, names, audit, prefix } = config
  const stack = [`arn:${partition.id}:cloudformation:${region}:${account}:stack/${names.auditStack}/*`]
  const silence = `arn:${partition.id}:cloudwatch:${region}:${account}:alarm:${prefix}-no-trail-events`
  const { bucket, publish } = templateStoreOf(config)
  const published = `arn:${partition.id}:s3:::${bucket}/${publish}${names.auditStack}/*`
  const can = (who: string, actions: readonly string[], on: readonly string[], why: string, when: AccessRowConfig['when'] = {}) =>
    row(who, 'can', actions, on, why, { when })
  return [
    can('plan-role', ['cloudformation:DescribeStacks'], stack, 'a plan reads the stacks'),
    can('plan-role', ['cloudformation:CreateChangeSet'], stack, 'and drafts changes', {
      'cloudformation:ChangeSetName': ['mlops-audit-plan-1'],
    }),
    can('deploy-role', ['cloudformation:DescribeStacks'], stack, 'a deployment reads the stacks'),
    can('deploy-role', ['cloudformation:ExecuteChangeSet'], stack, 'and executes what it drafted', {
      'cloudformation:ChangeSetName': ['mlops-audit-deploy-1'],
    }),
    ...(audit.tamperRule && audit.logGroup !== 'none'
      ? [
          can(
            'deploy-role',
            ['cloudwatch:PutMetricAlarm'],
            [silence],
            'and makes the alarm that the trail has fallen silent',
            THROUGH_CLOUDFORMATION,
          ),
        ]
      : []),
    ...(config.templateBucket === 'none'
      ? []
      : [can('publish-role', ['s3:PutObject'], [published], 'a publication writes templates, each once', { 's3:if-none-match': ['*'] })]),
    can('verify-role', ['cloudtrail:DescribeTrails', 'iam:GetRole'], ['*'], 'a verification reads trail and roles'),
  ]
}
