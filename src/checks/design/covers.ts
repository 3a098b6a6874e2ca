/** What a role's policies allow, however they come to it. */
const OF_RIGHTS: readonly string[] = [
  'logs-role-only-writes-streams',
  'sagemaker-role-is-scoped',
  'pass-role-is-scoped',
  'role-has-no-full-access',
  'role-has-designed-policies',
  'role-names-its-actions',
  'role-decrypts-with-named-keys',
  'role-cannot-raise-its-rights',
  'role-cannot-blind-the-trail',
  'role-lists-what-it-allows',
  'role-reads-named-secrets',
  'node-role-has-what-nodes-need',
  'verify-role-only-reads',
]

/**
 * Which specific checks may speak of a difference from the design, by type and property. Where one of them fails, the design's own
 * check is quiet about that property: one cause is told once, by the check that knows what is unsafe about it.
 */
export const COVERS: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  'AWS::CloudTrail::Trail': {
    IsMultiRegionTrail: ['trail-is-multi-region'],
    IncludeGlobalServiceEvents: ['trail-includes-global-events'],
    EnableLogFileValidation: ['trail-validates-log-files'],
    IsLogging: ['trail-is-logging'],
    S3BucketName: ['trail-matches-design'],
    S3KeyPrefix: ['trail-matches-design'],
    KMSKeyId: ['trail-encrypts-with-kms'],
    CloudWatchLogsLogGroupArn: ['trail-matches-design', 'trail-delivers-to-cloudwatch-logs'],
    CloudWatchLogsRoleArn: ['trail-matches-design'],
    AdvancedEventSelectors: [
      'trail-records-all-management-events',
      'trail-records-data-writes',
      'trail-records-data-reads',
      'trail-does-not-record-its-own-bucket',
    ],
    EventSelectors: [
      'trail-records-all-management-events',
      'trail-records-data-writes',
      'trail-records-data-reads',
      'trail-does-not-record-its-own-bucket',
    ],
    InsightSelectors: ['trail-has-insights'],
  },
  'AWS::S3::Bucket': {
    PublicAccessBlockConfiguration: ['bucket-blocks-public-access'],
    OwnershipControls: ['bucket-enforces-owner'],
    BucketEncryption: ['bucket-encrypts-with-log-key', 'access-log-bucket-takes-logs'],
    VersioningConfiguration: ['bucket-keeps-versions'],
    LifecycleConfiguration: ['bucket-lifecycle-keeps-logs'],
    LoggingConfiguration: ['bucket-logs-access'],
    ObjectLockConfiguration: ['bucket-locks-logs', 'access-log-bucket-takes-logs'],
  },
  'AWS::S3::BucketPolicy': {
    PolicyDocument: [
      'bucket-is-not-public',
      'bucket-requires-tls',
      'bucket-lets-cloudtrail-check-acl',
      'bucket-lets-cloudtrail-write',
      'bucket-has-no-other-writers',
      'bucket-resists-tampering',
      'access-log-bucket-takes-logs',
    ],
  },
  'AWS::KMS::Key': {
    State: ['key-is-usable'],
    EnableKeyRotation: ['key-rotation-is-on'],
    RotationPeriodInDays: ['key-rotation-is-on'],
    KeyPolicy: [
      'key-lets-cloudtrail-encrypt',
      'key-lets-cloudtrail-describe',
      'key-limits-log-readers',
      'key-has-no-open-principal',
      'key-lets-alerts-out',
    ],
  },
  'AWS::Logs::LogGroup': {
    RetentionInDays: ['log-group-keeps-a-year'],
    KmsKeyId: ['log-group-is-encrypted'],
    LogGroupClass: ['log-group-takes-filters'],
  },
  'AWS::Logs::MetricFilter': { MetricTransformations: ['metric-filter-feeds-an-alarm'] },
  'AWS::CloudWatch::Alarm': {
    AlarmActions: ['alarm-tells-someone'],
    Namespace: ['metric-filter-feeds-an-alarm'],
    MetricName: ['metric-filter-feeds-an-alarm'],
    ActionsEnabled: ['alarm-is-on'],
  },
  'AWS::ECR::Repository': {
    ImageScanningConfiguration: ['repository-scans-images'],
    ImageTagMutability: ['repository-tags-stay'],
    LifecyclePolicy: ['repository-forgets-old-images'],
    RepositoryPolicyText: ['repository-is-not-public'],
    EncryptionConfiguration: ['repository-is-encrypted-with-kms'],
  },
  'AWS::Config::ConfigurationRecorder': {
    Recording: ['config-records'],
    RecordingGroup: ['config-records'],
    RoleARN: ['config-uses-its-own-role'],
  },
  'AWS::SNS::Topic': { KmsMasterKeyId: ['key-lets-alerts-out', 'topic-is-encrypted'], Subscription: ['alerts-reach-someone'] },
  'AWS::SNS::TopicPolicy': { PolicyDocument: ['alert-topic-takes-alerts', 'topic-is-not-public'] },
  'AWS::Events::Rule': {
    State: ['tamper-rule-tells-the-topic'],
    EventPattern: ['tamper-rule-tells-the-topic'],
    Targets: ['tamper-rule-tells-the-topic'],
  },
  'AWS::IAM::OIDCProvider': { ClientIdList: ['oidc-provider-audience-is-sts'] },
  'AWS::IAM::Role': {
    AssumeRolePolicyDocument: [
      'logs-role-trusts-cloudtrail-only',
      'eks-cluster-role-trusts-eks-only',
      'eks-node-role-trusts-ec2-only',
      'sagemaker-trust-is-conditioned',
      'github-trust-requires-audience',
      'github-trust-names-repository',
      'github-trust-has-no-vacuous-condition',
      'deploy-role-is-bound-to-branch',
      'github-trust-pins-repository-id',
      'pod-role-trusts-one-service-account',
      'role-lists-what-it-allows',
    ],
    PermissionsBoundary: ['role-has-boundary', 'role-cannot-raise-its-rights', 'role-cannot-blind-the-trail'],
    Policies: ['sagemaker-gates-can-be-passed', ...OF_RIGHTS],
    ManagedPolicyArns: OF_RIGHTS,
  },
}

/** What follows from another failure of the same resource: an administrator may do all that is asked of one by one. */
export const FOLLOWS_FROM: Readonly<Record<string, readonly string[]>> = {
  'role-has-no-full-access': OF_RIGHTS.filter((id) => !['role-has-no-full-access', 'role-has-designed-policies'].includes(id)),
}

/** Checks whose subject is not the resource they speak of: the alert path is called by its topic, a role's policies by the role. */
export const OF_OTHER_RESOURCES: readonly string[] = ['key-lets-alerts-out', 'tamper-rule-tells-the-topic', 'metric-filter-feeds-an-alarm']
