import { ACCOUNT, type Account, REGION, WORKLOAD } from './account.ts'
import { targets } from './all.ts'
import { edit, type PolicyDocument } from './documents.ts'
import { type Mutation, REWORDINGS } from './policies.ts'
import { granted } from './settings.ts'

const LOGS = `retail-dev-logs-${REGION}-${ACCOUNT}`
const GROUP = '/mlops-audit/retail-dev/cloudtrail'
const TRAIL = `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/retail-dev-audit-trail`
const TOPIC = `arn:aws:sns:${REGION}:${ACCOUNT}:retail-dev-audit-alerts`

const other = (name: string, services: readonly string[], change: (account: Account) => Promise<unknown>): Mutation => ({
  name,
  expected: [],
  services,
  change,
})

const TAG = { Key: 'CostCenter', Value: '7' }

/** Tags that others add, things beside ours, and the same settings written in another way. */
function settings(): Mutation[] {
  return [
    other('a tag more on the trail', ['cloudtrail'], (to) => to.call('cloudtrail', 'AddTags', { ResourceId: TRAIL, TagsList: [TAG] })),
    other('a tag more on the key', ['kms'], (to) =>
      to.call('kms', 'TagResource', { KeyId: to.logKey, Tags: [{ TagKey: 'CostCenter', TagValue: '7' }] }),
    ),
    other('a tag more on a role', ['iam'], (to) => to.call('iam', 'TagRole', { RoleName: to.config.names.deployRole, Tags: [TAG] })),
    other('a tag more on a topic', ['sns'], (to) => to.call('sns', 'TagResource', { ResourceArn: TOPIC, Tags: [TAG] })),
    other('a tag more on a repository', ['ecr'], (to) =>
      to.call('ecr', 'TagResource', { resourceArn: `arn:aws:ecr:${WORKLOAD}:${ACCOUNT}:repository/retail-batch`, tags: [TAG] }, WORKLOAD),
    ),
    other('a tag more on the log group', ['logs'], (to) =>
      to.call('logs', 'TagResource', { resourceArn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${GROUP}`, tags: { CostCenter: '7' } }),
    ),
    other('a tag more on an alarm', ['cloudwatch'], (to) =>
      to.call('monitoring', 'TagResource', {
        ResourceARN: `arn:aws:cloudwatch:${REGION}:${ACCOUNT}:alarm:retail-dev-root-use`,
        Tags: [TAG],
      }),
    ),
    other('another alias of the key', ['kms'], (to) => to.call('kms', 'CreateAlias', { AliasName: 'alias/mine', TargetKeyId: to.logKey })),
    other('a grant of a service', ['kms'], granted('rds.eu-west-1.amazonaws.com')),
    other('the log bucket encrypts by the id of the key', ['s3'], (to) => encrypted(to, to.logKey)),
    other('the log bucket encrypts by an alias of the key', ['s3'], (to) =>
      encrypted(to, `arn:aws:kms:${REGION}:${ACCOUNT}:${to.config.names.keyAlias}`),
    ),
    other('the topic names its key by id', ['sns'], (to) =>
      to.call('sns', 'SetTopicAttributes', { TopicArn: TOPIC, AttributeName: 'KmsMasterKeyId', AttributeValue: to.logKey }),
    ),
    other('selectors in another order, under other names', ['cloudtrail'], async (to) => {
      const { AdvancedEventSelectors } = await to.call('cloudtrail', 'GetEventSelectors', { TrailName: TRAIL })
      const selectors = (AdvancedEventSelectors as { FieldSelectors: object[] }[]).map(({ FieldSelectors }, index) => ({
        Name: `another name ${index}`,
        FieldSelectors: [...FieldSelectors].reverse(),
      }))
      return to.call('cloudtrail', 'PutEventSelectors', { TrailName: TRAIL, AdvancedEventSelectors: selectors.reverse() })
    }),
    other('the pattern of the rule in another order', ['events'], async (to) => {
      const found = await to.call('events', 'DescribeRule', { Name: 'retail-dev-audit-tamper' })
      const { $or, ...rest } = JSON.parse(String(found['EventPattern'])) as { $or: object[] }
      const EventPattern = JSON.stringify({ $or: [...$or].reverse(), ...rest })
      return to.call('events', 'PutRule', {
        Name: 'retail-dev-audit-tamper',
        Description: found['Description'],
        State: 'ENABLED',
        EventPattern,
      })
    }),
    other('insights in another order', ['cloudtrail'], (to) =>
      to.call('cloudtrail', 'PutInsightSelectors', {
        TrailName: TRAIL,
        InsightSelectors: [{ InsightType: 'ApiErrorRateInsight' }, { InsightType: 'ApiCallRateInsight' }],
      }),
    ),
    other('a role of someone else', ['iam'], (to) =>
      to.call('iam', 'CreateRole', {
        RoleName: 'theirs',
        AssumeRolePolicyDocument: JSON.stringify({
          Version: '2012-10-17',
          Statement: [{ Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' }],
        }),
      }),
    ),
    other('a bucket of someone else', ['s3'], (to) => to.s3('PUT', '/theirs-and-not-ours')),
    other('a topic of someone else', ['sns'], (to) => to.call('sns', 'CreateTopic', { Name: 'theirs' })),
    other('an alarm of someone else', ['cloudwatch'], (to) =>
      to.call('monitoring', 'PutMetricAlarm', {
        AlarmName: 'theirs',
        Namespace: 'X',
        MetricName: 'Y',
        Statistic: 'Sum',
        Period: 60,
        EvaluationPeriods: 1,
        Threshold: 1,
        ComparisonOperator: 'GreaterThanThreshold',
      }),
    ),
    other('a filter of someone else on the log group', ['logs'], (to) =>
      to.call('logs', 'PutMetricFilter', {
        logGroupName: GROUP,
        filterName: 'theirs',
        filterPattern: '{ $.eventName = X }',
        metricTransformations: [{ metricName: 'a', metricNamespace: 'b', metricValue: '1' }],
      }),
    ),
    other('a Config rule of someone else', ['config'], (to) =>
      to.call('config', 'PutConfigRule', {
        ConfigRule: { ConfigRuleName: 'theirs', Source: { Owner: 'AWS', SourceIdentifier: 'ROOT_ACCOUNT_MFA_ENABLED' } },
      }),
    ),
  ]
}

const encrypted = (to: Account, key: string) =>
  to.s3(
    'PUT',
    `/${LOGS}?encryption`,
    `<ServerSideEncryptionConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>${key}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault><BucketKeyEnabled>true</BucketKeyEnabled></Rule></ServerSideEncryptionConfiguration>`,
  )

/** What IAM takes in one policy, spaces left out; a role's inline policies share theirs. */
const MOST_CHARACTERS = 6_000

/** Changes that change nothing: no check may say a word. */
export async function harmlessMutations(account: Account): Promise<Mutation[]> {
  const rewordings = await Promise.all(
    (await targets(account)).map(async ({ held, isIdentity }) => {
      const document = JSON.parse(await held.read(account)) as PolicyDocument
      return Object.entries(REWORDINGS)
        .filter(([, reword]) => isIdentity !== true || JSON.stringify(reword(document)).length < MOST_CHARACTERS)
        .map(
          ([name, reword]): Mutation => ({
            name: `${held.name}: ${name}`,
            expected: [],
            services: [held.service],
            about: held.about,
            change: (to) => edit(to, held, reword),
          }),
        )
    }),
  )
  return [...settings(), ...rewordings.flat()]
}
