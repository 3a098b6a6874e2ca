import { ACCOUNT, type Account, REGION, WORKLOAD } from './account.ts'
import { edit, keyPolicy } from './documents.ts'
import type { Mutation } from './policies.ts'

const LOGS = 'retail-dev-logs-eu-west-1-123456789012'
const GROUP = '/mlops-audit/retail-dev/cloudtrail'
const TRAIL = `arn:aws:cloudtrail:${REGION}:${ACCOUNT}:trail/retail-dev-audit-trail`
const TAMPER = 'Attempts to stop, narrow or delete the audit trail of retail-dev'
const OTHER_KEY = '99999999-2222-3333-4444-555555555555'

const cases =
  (service: string, about = '', seen: string = service) =>
  (name: string, expected: readonly string[], change: (account: Account) => Promise<unknown>): Mutation => ({
    name,
    expected,
    services: [seen],
    about,
    change,
  })

const call =
  (service: string, operation: string, parameters: Record<string, unknown>, region = REGION) =>
  (account: Account) =>
    account.call(service, operation, parameters, region)

const xml = (root: string, inner: string) => `<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${inner}</${root}>`
const put = (bucket: string, query: string, root: string, inner: string) => (account: Account) =>
  account.s3('PUT', `/${bucket}?${query}`, xml(root, inner))

/** Every setting of one bucket changed; `specific` are codes of checks on log buckets, which know more of them. */
function bucketMutations(bucket: string, specific: Readonly<Record<string, readonly string[]>> = {}): Mutation[] {
  const s3 = cases('s3', bucket)
  const flags = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets']
  const block = (off: string) => flags.map((flag) => `<${flag}>${flag !== off}</${flag}>`).join('')
  const expected = (setting: string) => specific[setting] ?? ['DESIGN-003']
  return [
    ...flags.map((flag) =>
      s3(`${bucket}: ${flag} is off`, expected('block'), put(bucket, 'publicAccessBlock', 'PublicAccessBlockConfiguration', block(flag))),
    ),
    s3(`${bucket}: no public-access block`, expected('block'), (account) => account.s3('DELETE', `/${bucket}?publicAccessBlock`)),
    s3(
      `${bucket}: ACLs are back`,
      expected('ownership'),
      put(bucket, 'ownershipControls', 'OwnershipControls', '<Rule><ObjectOwnership>BucketOwnerPreferred</ObjectOwnership></Rule>'),
    ),
    s3(
      `${bucket}: another encryption`,
      expected('encryption'),
      put(
        bucket,
        'encryption',
        'ServerSideEncryptionConfiguration',
        `<Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>aws:kms</SSEAlgorithm><KMSMasterKeyID>arn:aws:kms:${REGION}:${ACCOUNT}:key/${OTHER_KEY}</KMSMasterKeyID></ApplyServerSideEncryptionByDefault></Rule>`,
      ),
    ),
    s3(
      `${bucket}: a lifecycle that deletes`,
      expected('lifecycle'),
      put(
        bucket,
        'lifecycle',
        'LifecycleConfiguration',
        '<Rule><ID>Away</ID><Filter><Prefix></Prefix></Filter><Status>Enabled</Status><Expiration><Days>1</Days></Expiration></Rule>',
      ),
    ),
    s3(`${bucket}: logging goes nowhere`, expected('logging'), put(bucket, 'logging', 'BucketLoggingStatus', '')),
    s3(
      `${bucket}: objects are copied away`,
      ['DESIGN-003'],
      put(
        bucket,
        'replication',
        'ReplicationConfiguration',
        '<Role>arn:aws:iam::123456789012:role/thief</Role><Rule><Status>Enabled</Status><Priority>1</Priority><Destination><Bucket>arn:aws:s3:::elsewhere</Bucket></Destination></Rule>',
      ),
    ),
    s3(
      `${bucket}: browsers may read`,
      ['DESIGN-003'],
      put(bucket, 'cors', 'CORSConfiguration', '<CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule>'),
    ),
    s3(
      `${bucket}: is a web site`,
      ['DESIGN-003'],
      put(bucket, 'website', 'WebsiteConfiguration', '<IndexDocument><Suffix>index.html</Suffix></IndexDocument>'),
    ),
    s3(`${bucket}: readers pay`, ['DESIGN-003'], put(bucket, 'requestPayment', 'RequestPaymentConfiguration', '<Payer>Requester</Payer>')),
    s3(
      `${bucket}: tells a stranger`,
      ['DESIGN-003'],
      put(
        bucket,
        'notification',
        'NotificationConfiguration',
        '<TopicConfiguration><Topic>arn:aws:sns:eu-west-1:210987654321:theirs</Topic><Event>s3:ObjectCreated:*</Event></TopicConfiguration>',
      ),
    ),
    s3(`${bucket}: tags are gone`, ['DESIGN-003'], (account) => account.s3('DELETE', `/${bucket}?tagging`)),
  ]
}

function trailMutations(): Mutation[] {
  const trail = cases('cloudtrail')
  const update = (parameters: Record<string, unknown>) => call('cloudtrail', 'UpdateTrail', { Name: TRAIL, ...parameters })
  const management = { FieldSelectors: [{ Field: 'eventCategory', Equals: ['Management'] }] }
  const select = (...selectors: object[]) =>
    call('cloudtrail', 'PutEventSelectors', { TrailName: TRAIL, AdvancedEventSelectors: selectors })
  return [
    trail('trail: one region', ['TRAIL-001'], update({ IsMultiRegionTrail: false })),
    trail('trail: stopped', ['TRAIL-002'], call('cloudtrail', 'StopLogging', { Name: TRAIL })),
    trail('trail: no validation', ['TRAIL-006'], update({ EnableLogFileValidation: false })),
    trail('trail: no events in Logs', ['TRAIL-008', 'TRAIL-012'], update({ CloudWatchLogsLogGroupArn: '', CloudWatchLogsRoleArn: '' })),
    trail('trail: no insights', ['TRAIL-009'], call('cloudtrail', 'PutInsightSelectors', { TrailName: TRAIL, InsightSelectors: [] })),
    trail(
      'trail: one kind of insights',
      ['TRAIL-009'],
      call('cloudtrail', 'PutInsightSelectors', { TrailName: TRAIL, InsightSelectors: [{ InsightType: 'ApiCallRateInsight' }] }),
    ),
    trail('trail: data events are gone', ['TRAIL-004'], select(management)),
    trail(
      'trail: a tag is gone',
      ['DESIGN-002'],
      call('cloudtrail', 'RemoveTags', { ResourceId: TRAIL, TagsList: [{ Key: 'Project', Value: 'retail' }] }),
    ),
    trail('trail: deleted', ['DESIGN-002', 'TRAIL-002'], call('cloudtrail', 'DeleteTrail', { Name: TRAIL })),
  ]
}

function alertMutations(account: Account): Mutation[] {
  const [alarms, filters, events, topics] = [cases('monitoring', '', 'cloudwatch'), cases('logs'), cases('events'), cases('sns')]
  const names = account.config.audit.alarms.map((alarm) => `retail-dev-${alarm}`)
  const alarmOf = async (to: Account, AlarmName: string) =>
    ((await to.call('monitoring', 'DescribeAlarms', { AlarmNames: [AlarmName] }))['MetricAlarms'] as Record<string, unknown>[])[0] ?? {}
  const changed = (name: string, change: Record<string, unknown>) => async (to: Account) => {
    const { AlarmArn: _, StateValue: __, ...settings } = await alarmOf(to, name)
    return to.call('monitoring', 'PutMetricAlarm', { ...settings, ...change })
  }
  const filterOf = (name: string, change: Record<string, unknown>) => async (to: Account) => {
    const { metricFilters } = await to.call('logs', 'DescribeMetricFilters', { logGroupName: GROUP })
    const found = (metricFilters as Record<string, unknown>[]).find(({ filterName }) => filterName === name)
    return to.call('logs', 'PutMetricFilter', { ...found, ...change })
  }
  const topic = (name: string) => `arn:aws:sns:${REGION}:${ACCOUNT}:retail-dev-audit-${name}`
  const rule = 'retail-dev-audit-tamper'
  return [
    ...[...names, 'retail-dev-no-trail-events'].flatMap((name) => [
      alarms(`alarm ${name}: deleted`, ['DESIGN-009'], call('monitoring', 'DeleteAlarms', { AlarmNames: [name] })),
      alarms(`alarm ${name}: actions off`, ['ALARM-018'], call('monitoring', 'DisableAlarmActions', { AlarmNames: [name] })),
      alarms(`alarm ${name}: tells nobody`, ['ALARM-017'], changed(name, { AlarmActions: [] })),
      alarms(`alarm ${name}: a threshold nothing reaches`, ['DESIGN-009'], changed(name, { Threshold: 1_000_000 })),
    ]),
    ...names.flatMap((name) => [
      filters(`filter ${name}: deleted`, ['DESIGN-008'], call('logs', 'DeleteMetricFilter', { logGroupName: GROUP, filterName: name })),
      filters(`filter ${name}: matches nothing`, ['DESIGN-008'], filterOf(name, { filterPattern: '{ $.eventName = Never }' })),
    ]),
    alarms('alarm root-use: another topic', ['DESIGN-009'], changed('retail-dev-root-use', { AlarmActions: [topic('deliveries')] })),
    alarms('alarm root-use: another metric', ['ALARM-016'], changed('retail-dev-root-use', { MetricName: 'Other' })),
    alarms('alarm root-use: silence is fine', ['DESIGN-009'], changed('retail-dev-no-trail-events', { TreatMissingData: 'notBreaching' })),
    alarms(
      'dashboard: other widgets',
      ['DESIGN-010'],
      call('monitoring', 'PutDashboard', { DashboardName: account.config.names.dashboard, DashboardBody: '{"widgets":[]}' }),
    ),
    alarms(
      'dashboard: deleted',
      ['DESIGN-010'],
      call('monitoring', 'DeleteDashboards', { DashboardNames: [account.config.names.dashboard] }),
    ),
    filters(
      'log group: read by a stranger',
      ['DESIGN-007'],
      call('logs', 'PutSubscriptionFilter', {
        logGroupName: GROUP,
        filterName: 'away',
        filterPattern: '',
        destinationArn: 'arn:aws:logs:eu-west-1:210987654321:destination:theirs',
      }),
    ),
    filters('log group: keeps a week', ['LOG-001'], call('logs', 'PutRetentionPolicy', { logGroupName: GROUP, retentionInDays: 7 })),
    filters('log group: keeps 400 days', ['DESIGN-007'], call('logs', 'PutRetentionPolicy', { logGroupName: GROUP, retentionInDays: 400 })),
    filters('log group: no key', ['LOG-002'], call('logs', 'DisassociateKmsKey', { logGroupName: GROUP })),
    filters(
      'log group: a tag is gone',
      ['DESIGN-007'],
      call('logs', 'UntagResource', { resourceArn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${GROUP}`, tagKeys: ['Project'] }),
    ),
    events('tamper rule: disabled', ['ALERT-001'], call('events', 'DisableRule', { Name: rule })),
    events('tamper rule: no target', ['ALERT-001'], call('events', 'RemoveTargets', { Rule: rule, Ids: ['alert-topic'] })),
    events(
      'tamper rule: one target more',
      ['DESIGN-013'],
      call('events', 'PutTargets', { Rule: rule, Targets: [{ Id: 'two', Arn: topic('deliveries') }] }),
    ),
    events(
      'tamper rule: watches the trail only',
      ['DESIGN-013'],
      call('events', 'PutRule', {
        Name: rule,
        Description: TAMPER,
        EventPattern: JSON.stringify({
          'detail-type': ['AWS API Call via CloudTrail'],
          detail: {
            eventSource: ['cloudtrail.amazonaws.com'],
            eventName: ['StopLogging', 'DeleteTrail', 'UpdateTrail', 'PutEventSelectors'],
          },
        }),
      }),
    ),
    events(
      'tamper rule: watches nothing',
      ['ALERT-001'],
      call('events', 'PutRule', { Name: rule, Description: TAMPER, EventPattern: JSON.stringify({ source: ['nobody'] }) }),
    ),
    events('global rule: disabled', ['DESIGN-013'], call('events', 'DisableRule', { Name: 'retail-dev-audit-tamper' }, 'us-east-1')),
    topics(
      'alert topic: one more subscriber',
      ['DESIGN-011'],
      call('sns', 'Subscribe', { TopicArn: topic('alerts'), Protocol: 'email', Endpoint: 'someone@example.net' }),
    ),
    topics(
      'alert topic: no key',
      ['SNS-001'],
      call('sns', 'SetTopicAttributes', { TopicArn: topic('alerts'), AttributeName: 'KmsMasterKeyId', AttributeValue: '' }),
    ),
    topics(
      'alert topic: a tag is gone',
      ['DESIGN-011'],
      call('sns', 'UntagResource', { ResourceArn: topic('alerts'), TagKeys: ['Project'] }),
    ),
    topics('alert topic: one subscriber less', ['DESIGN-011'], async (to) => {
      const { Subscriptions } = await to.call('sns', 'ListSubscriptionsByTopic', { TopicArn: topic('alerts') })
      const [one] = Subscriptions as { SubscriptionArn: string }[]
      return to.call('sns', 'Unsubscribe', { SubscriptionArn: one?.SubscriptionArn })
    }),
    topics(
      'delivery topic: one subscriber',
      ['DESIGN-011'],
      call('sns', 'Subscribe', { TopicArn: topic('deliveries'), Protocol: 'email', Endpoint: 'someone@example.net' }),
    ),
    topics('delivery topic: deleted', ['DESIGN-011', 'DESIGN-012'], call('sns', 'DeleteTopic', { TopicArn: topic('deliveries') })),
  ]
}

/** The key's policy refuses grants to all but services; whoever may change it can make one, and put it back. */
export const granted = (GranteePrincipal: string) => async (account: Account) => {
  const held = keyPolicy('logKey', REGION)
  const policy = await held.read(account)
  await edit(account, held, ({ Version, Statement }) => ({
    Version,
    Statement: Statement.filter(({ Sid }) => Sid !== 'GrantsForServicesOnly'),
  }))
  await account.call('kms', 'CreateGrant', { KeyId: account.logKey, GranteePrincipal, Operations: ['Decrypt'] })
  return held.write(account, policy)
}

function keyMutations(account: Account): Mutation[] {
  const kms = cases('kms')
  const { logKey: KeyId, replicaKey } = account
  const replica = 'eu-north-1'
  return [
    kms('log key: disabled', ['KEY-001', 'KEY-007'], call('kms', 'DisableKey', { KeyId })),
    kms('log key: rotation off', ['KEY-002'], call('kms', 'DisableKeyRotation', { KeyId })),
    kms('log key: rotates once a year', ['DESIGN-005'], call('kms', 'EnableKeyRotation', { KeyId, RotationPeriodInDays: 365 })),
    kms('log key: rotates in two years', ['KEY-002'], call('kms', 'EnableKeyRotation', { KeyId, RotationPeriodInDays: 730 })),
    kms('log key: granted to a role', ['DESIGN-005'], granted(`arn:aws:iam::${ACCOUNT}:role/thief`)),
    kms('log key: granted to an account', ['DESIGN-005'], granted('arn:aws:iam::300000000003:root')),
    kms('log key: its tag is gone', ['DESIGN-005'], call('kms', 'UntagResource', { KeyId, TagKeys: ['AuditStack'] })),
    kms('log key: another description', ['DESIGN-005'], call('kms', 'UpdateKeyDescription', { KeyId, Description: 'mine' })),
    kms('log key: goes', ['KEY-001', 'KEY-007'], call('kms', 'ScheduleKeyDeletion', { KeyId, PendingWindowInDays: 7 })),
    kms('replica key: disabled', ['DESIGN-005'], call('kms', 'DisableKey', { KeyId: replicaKey }, replica)),
    kms('replica key: rotation off', ['DESIGN-005'], call('kms', 'DisableKeyRotation', { KeyId: replicaKey }, replica)),
    kms('replica key: goes', ['DESIGN-005'], call('kms', 'ScheduleKeyDeletion', { KeyId: replicaKey, PendingWindowInDays: 7 }, replica)),
    kms('replica alias: deleted', ['DESIGN-006'], call('kms', 'DeleteAlias', { AliasName: account.config.names.replicaKeyAlias }, replica)),
  ]
}

function roleMutations(account: Account): Mutation[] {
  const roles = Object.entries(account.config.names)
    .filter(([name]) => ROLES.includes(name))
    .map(([, name]) => String(name))
  return roles.flatMap((RoleName) => {
    const iam = cases('iam', RoleName)
    // AWS's policy for Auto Mode passes any role to instances; the boundary is what keeps that from being a way to all rights.
    const unbounded = RoleName === 'retail-dev-eks-cluster-role' ? ['ROLE-013'] : []
    return [
      iam(
        `role ${RoleName}: an administrator`,
        ['ROLE-010'],
        call('iam', 'AttachRolePolicy', { RoleName, PolicyArn: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
      ),
      iam(`role ${RoleName}: no boundary`, [...unbounded, 'ROLE-016'], call('iam', 'DeleteRolePermissionsBoundary', { RoleName })),
      iam(
        `role ${RoleName}: another boundary`,
        [...unbounded, 'ROLE-016'],
        call('iam', 'PutRolePermissionsBoundary', { RoleName, PermissionsBoundary: 'arn:aws:iam::aws:policy/AdministratorAccess' }),
      ),
      iam(
        `role ${RoleName}: one policy more`,
        [RoleName === LOGS_ROLE ? 'LOG-005' : 'DESIGN-014'],
        call('iam', 'PutRolePolicy', {
          RoleName,
          PolicyName: 'more',
          PolicyDocument: JSON.stringify({
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Action: 'dynamodb:GetItem', Resource: '*' }],
          }),
        }),
      ),
      iam(`role ${RoleName}: a tag is gone`, ['DESIGN-014'], call('iam', 'UntagRole', { RoleName, TagKeys: ['Project'] })),
      iam(`role ${RoleName}: long sessions`, ['DESIGN-014'], call('iam', 'UpdateRole', { RoleName, MaxSessionDuration: 43_200 })),
    ]
  })
}

const LOGS_ROLE = `retail-dev-cloudtrail-logs-${REGION}`
const ROLES = [
  'cloudWatchLogsRole',
  'globalTamperRole',
  'eksClusterRole',
  'eksNodegroupRole',
  'awsNodeRole',
  'modelReadRole',
  'monitoringRole',
  'secretsReadRole',
  'sagemakerRole',
  'replicationRole',
  'planRole',
  'publishRole',
  'deployRole',
  'verifyRole',
  'imagePushRole',
  'evidenceRole',
]

function workloadMutations(account: Account): Mutation[] {
  const [ecr, eks, config, athena, glue] = ['ecr', 'eks', 'config', 'athena', 'glue'].map((service) => cases(service)) as [
    ReturnType<typeof cases>,
    ReturnType<typeof cases>,
    ReturnType<typeof cases>,
    ReturnType<typeof cases>,
    ReturnType<typeof cases>,
  ]
  const repositories = ['mlops/retail-api', 'retail-batch']
  const associations = ['AwsNodeRoleInRetail', 'ModelReadRoleInRetail', 'MonitoringRoleInRetail', 'SecretsReadRoleInRetail']
  const recorder = 'retail-dev-recorder'
  const rules = [
    'cloud-trail-enabled',
    'cloud-trail-encryption-enabled',
    'cloud-trail-log-file-validation-enabled',
    'multi-region-cloud-trail-enabled',
    's3-bucket-versioning-enabled',
    'cmk-backing-key-rotation-enabled',
  ]
  return [
    ...repositories.flatMap((repositoryName) => [
      ecr(
        `${repositoryName}: tags move`,
        ['ECR-002'],
        call('ecr', 'PutImageTagMutability', { repositoryName, imageTagMutability: 'MUTABLE' }, WORKLOAD),
      ),
      ecr(
        `${repositoryName}: not scanned`,
        ['ECR-001'],
        call('ecr', 'PutImageScanningConfiguration', { repositoryName, imageScanningConfiguration: { scanOnPush: false } }, WORKLOAD),
      ),
      ecr(`${repositoryName}: keeps everything`, ['ECR-003'], call('ecr', 'DeleteLifecyclePolicy', { repositoryName }, WORKLOAD)),
      ecr(`${repositoryName}: no policy`, ['DESIGN-017'], call('ecr', 'DeleteRepositoryPolicy', { repositoryName }, WORKLOAD)),
      ecr(
        `${repositoryName}: a tag is gone`,
        ['DESIGN-017'],
        call(
          'ecr',
          'UntagResource',
          { resourceArn: `arn:aws:ecr:${WORKLOAD}:${ACCOUNT}:repository/${repositoryName}`, tagKeys: ['Project'] },
          WORKLOAD,
        ),
      ),
    ]),
    ...associations.flatMap((logicalId) => {
      const associationId = account.physicalId('access', logicalId).split('/').at(-1)
      return [
        eks(
          `${logicalId}: another role`,
          ['DESIGN-018'],
          call(
            'eks',
            'UpdatePodIdentityAssociation',
            { clusterName: 'retail', associationId, roleArn: `arn:aws:iam::${ACCOUNT}:role/admin` },
            WORKLOAD,
          ),
        ),
        eks(
          `${logicalId}: deleted`,
          ['DESIGN-018'],
          call('eks', 'DeletePodIdentityAssociation', { clusterName: 'retail', associationId }, WORKLOAD),
        ),
      ]
    }),
    ...rules.map((name) =>
      config(`Config rule ${name}: deleted`, ['DESIGN-019'], call('config', 'DeleteConfigRule', { ConfigRuleName: `retail-dev-${name}` })),
    ),
    config('Config: stopped', ['CFG-001'], call('config', 'StopConfigurationRecorder', { ConfigurationRecorderName: recorder })),
    config(
      'Config: records few types',
      ['CFG-001'],
      call('config', 'PutConfigurationRecorder', {
        ConfigurationRecorder: {
          name: recorder,
          roleARN: `arn:aws:iam::${ACCOUNT}:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig`,
          recordingGroup: { allSupported: false, resourceTypes: ['AWS::S3::Bucket'] },
        },
      }),
    ),
    config(
      'Config: delivers elsewhere',
      ['DESIGN-019'],
      call('config', 'PutDeliveryChannel', { DeliveryChannel: { name: recorder, s3BucketName: 'elsewhere' } }),
    ),
    athena('workgroup: off', ['DESIGN-020'], call('athena', 'UpdateWorkGroup', { WorkGroup: 'retail-dev-audit', State: 'DISABLED' })),
    athena(
      'workgroup: no scan limit',
      ['DESIGN-020'],
      call('athena', 'UpdateWorkGroup', {
        WorkGroup: 'retail-dev-audit',
        ConfigurationUpdates: { BytesScannedCutoffPerQuery: 10_995_116_277_760 },
      }),
    ),
    athena(
      'workgroup: queries choose their place',
      ['DESIGN-020'],
      call('athena', 'UpdateWorkGroup', { WorkGroup: 'retail-dev-audit', ConfigurationUpdates: { EnforceWorkGroupConfiguration: false } }),
    ),
    ...['WhoDidWhatQuery', 'DeniedCallsQuery', 'TrailChangesQuery'].map((id) =>
      athena(`${id}: deleted`, ['DESIGN-020'], call('athena', 'DeleteNamedQuery', { NamedQueryId: account.physicalId('audit', id) })),
    ),
    glue('table: deleted', ['DESIGN-020'], call('glue', 'DeleteTable', { DatabaseName: 'retail_dev_audit', Name: 'cloudtrail' })),
    glue(
      'database: another description',
      ['DESIGN-020'],
      call('glue', 'UpdateDatabase', { Name: 'retail_dev_audit', DatabaseInput: { Name: 'retail_dev_audit', Description: 'mine' } }),
    ),
  ]
}

export function settingMutations(account: Account): Mutation[] {
  const { names } = account.config
  return [
    ...bucketMutations(LOGS, {
      block: ['BKT-001'],
      ownership: ['BKT-011'],
      encryption: ['BKT-005'],
      lifecycle: ['BKT-008'],
      logging: ['BKT-009'],
    }),
    ...[
      `retail-dev-config-${REGION}-${ACCOUNT}`,
      `retail-dev-athena-${REGION}-${ACCOUNT}`,
      `retail-dev-evidence-${REGION}-${ACCOUNT}`,
    ].flatMap((bucket) => bucketMutations(bucket)),
    ...bucketMutations(names.templateBucket).filter(({ name }) => !name.endsWith('logging goes nowhere')),
    // Access logs are not logged themselves.
    ...bucketMutations(`retail-dev-s3-access-${REGION}-${ACCOUNT}`, { encryption: ['BKT-010'] }).filter(
      ({ name }) => !name.endsWith('logging goes nowhere'),
    ),
    ...trailMutations(),
    ...alertMutations(account),
    ...keyMutations(account),
    ...roleMutations(account),
    ...workloadMutations(account),
  ]
}
