/** What outside judges ask for and the templates leave out on purpose. A new finding fails a test; so does an entry that no longer occurs. */
export interface JudgeException {
  judge: 'checkov' | 'Control Tower'
  /** Id of the check or control. */
  rule: string
  /** Logical ids it is about. */
  resources: readonly string[]
  reason: string
  link: string
}

const S3_GUIDE = 'https://docs.aws.amazon.com/AmazonS3/latest/userguide'
const sseS3 = (judge: JudgeException['judge'], rule: string, resources: readonly string[]): JudgeException => ({
  judge,
  rule,
  resources,
  reason: '`audit.encryption: sse-s3` is a choice, with no KMS key to manage; the default is a key, and `verify` reports the choice.',
  link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html',
})
const logging = (judge: JudgeException['judge'], rule: string): JudgeException[] => [
  {
    judge,
    rule,
    resources: ['AccessLogBucket'],
    reason: 'It is the target of access logging; logging it into itself would never end.',
    link: `${S3_GUIDE}/ServerLogs.html`,
  },
  {
    judge,
    rule,
    resources: ['ReplicaBucket', 'TemplateBucket'],
    reason:
      'Access logs must go to a bucket of the same region, and neither has one: the replica is elsewhere, templates come before the audit stack. Name them in `audit.data-events` to have their objects on the trail.',
    link: `${S3_GUIDE}/enable-server-access-logging.html`,
  },
]

export const JUDGE_EXCEPTIONS: readonly JudgeException[] = [
  ...['CKV_AWS_109', 'CKV_AWS_111'].map(
    (rule): JudgeException => ({
      judge: 'checkov',
      rule,
      resources: ['SageMakerRole'],
      reason: 'In a VPC SageMaker makes network interfaces whose ids nobody knows before; AWS documents these actions with `*`.',
      link: 'https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html',
    }),
  ),
  {
    judge: 'checkov',
    rule: 'CKV_AWS_136',
    resources: ['RepositoryAcmeOldApi9badef28'],
    reason: 'Encryption of a repository is chosen when it is made; an adopted one keeps what it has.',
    link: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecr-repository.html',
  },
  {
    judge: 'checkov',
    rule: 'CKV_AWS_51',
    resources: ['RepositoryRetailApi'],
    reason: '`access.ecr.tags: mutable` is a choice; the default is immutable.',
    link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
  },
  sseS3('checkov', 'CKV_AWS_35', ['Trail']),
  sseS3('checkov', 'CKV_AWS_158', ['LogGroup']),
  ...logging('checkov', 'CKV_AWS_18'),
  {
    judge: 'Control Tower',
    rule: 'CT.IAM.PR.3',
    resources: ['PipelineBoundary', 'WorkloadBoundary'],
    reason: 'A boundary is a ceiling, not a grant: it lists whole services on purpose, and denies what must never be.',
    link: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  },
  sseS3('Control Tower', 'CT.CLOUDTRAIL.PR.1', ['Trail']),
  sseS3('Control Tower', 'CT.CLOUDWATCH.PR.3', ['LogGroup']),
  sseS3('Control Tower', 'CT.S3.PR.10', ['LogBucket']),
  {
    judge: 'Control Tower',
    rule: 'CT.ECR.PR.3',
    resources: ['RepositoryRetailApi'],
    reason: '`access.ecr.tags: mutable` is a choice; the default is immutable.',
    link: 'https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-tag-mutability.html',
  },
  {
    judge: 'Control Tower',
    rule: 'CT.S3.PR.10',
    resources: ['AccessLogBucket'],
    reason: 'S3 delivers server access logs to buckets with SSE-S3 only.',
    link: `${S3_GUIDE}/enable-server-access-logging.html`,
  },
  {
    judge: 'Control Tower',
    rule: 'CT.S3.PR.10',
    resources: ['TemplateBucket'],
    reason: 'It holds rendered templates for at most 30 days, before any key of the project exists.',
    link: `${S3_GUIDE}/UsingServerSideEncryption.html`,
  },
  ...logging('Control Tower', 'CT.S3.PR.2'),
  {
    judge: 'Control Tower',
    rule: 'CT.S3.PR.4',
    resources: ['AccessLogBucket', 'AthenaBucket', 'ConfigBucket', 'EvidenceBucket', 'LogBucket', 'ReplicaBucket', 'TemplateBucket'],
    reason:
      'Event notifications serve machines that process objects; CloudTrail has delivery notices of its own (`audit.delivery-notices`).',
    link: 'https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html',
  },
  {
    judge: 'Control Tower',
    rule: 'CT.S3.PR.9',
    resources: ['AccessLogBucket'],
    reason: 'S3 does not deliver access logs to a bucket with a default retention.',
    link: `${S3_GUIDE}/object-lock-managing.html`,
  },
  {
    judge: 'Control Tower',
    rule: 'CT.S3.PR.9',
    resources: ['ConfigBucket'],
    reason: 'AWS Config does not deliver to a bucket with a default retention.',
    link: 'https://docs.aws.amazon.com/config/latest/developerguide/s3-bucket-policy.html',
  },
  {
    judge: 'Control Tower',
    rule: 'CT.S3.PR.9',
    resources: ['LogBucket'],
    reason: 'Object Lock cannot be undone before its days are over, so it is asked for (`audit.object-lock`) and not a default.',
    link: `${S3_GUIDE}/object-lock.html`,
  },
  {
    judge: 'Control Tower',
    rule: 'CT.S3.PR.9',
    resources: ['AthenaBucket', 'ReplicaBucket', 'TemplateBucket'],
    reason: 'Query results, replicas and templates can be made again; locking them would only cost.',
    link: `${S3_GUIDE}/object-lock.html`,
  },
]
