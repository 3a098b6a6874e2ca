/** One managed rule of AWS Config. */
export interface ConfigRule {
  /** The word in the config. */
  id: string
  logicalId: string
  /** AWS's identifier of the managed rule. */
  identifier: string
  description: string
  /** What it looks at when it is triggered by changes; empty for a rule that AWS runs periodically. */
  resourceType: string
}

/** Managed rules about the audit trail. Source: AWS Config developer guide, "List of AWS Config Managed Rules". */
export const CONFIG_RULES: readonly ConfigRule[] = [
  {
    id: 'cloud-trail-enabled',
    logicalId: 'CloudTrailEnabled',
    identifier: 'CLOUD_TRAIL_ENABLED',
    description: 'A trail is logging',
    resourceType: '',
  },
  {
    id: 'cloud-trail-encryption-enabled',
    logicalId: 'CloudTrailEncryptionEnabled',
    identifier: 'CLOUD_TRAIL_ENCRYPTION_ENABLED',
    description: 'Trails encrypt with a KMS key',
    resourceType: '',
  },
  {
    id: 'cloud-trail-log-file-validation-enabled',
    logicalId: 'CloudTrailLogFileValidationEnabled',
    identifier: 'CLOUD_TRAIL_LOG_FILE_VALIDATION_ENABLED',
    description: 'Trails make digests of their log files',
    resourceType: '',
  },
  {
    id: 'multi-region-cloud-trail-enabled',
    logicalId: 'MultiRegionCloudTrailEnabled',
    identifier: 'MULTI_REGION_CLOUD_TRAIL_ENABLED',
    description: 'A trail covers all regions',
    resourceType: '',
  },
  {
    id: 'cloudtrail-s3-dataevents-enabled',
    logicalId: 'CloudTrailS3DataEventsEnabled',
    identifier: 'CLOUDTRAIL_S3_DATAEVENTS_ENABLED',
    description: 'A trail logs S3 data events of all buckets',
    resourceType: '',
  },
  {
    id: 's3-bucket-versioning-enabled',
    logicalId: 'S3BucketVersioningEnabled',
    identifier: 'S3_BUCKET_VERSIONING_ENABLED',
    description: 'Buckets keep versions',
    resourceType: 'AWS::S3::Bucket',
  },
  {
    id: 'cmk-backing-key-rotation-enabled',
    logicalId: 'CmkBackingKeyRotationEnabled',
    identifier: 'CMK_BACKING_KEY_ROTATION_ENABLED',
    description: 'KMS keys rotate',
    resourceType: '',
  },
  {
    id: 'iam-policy-no-statements-with-admin-access',
    logicalId: 'IamPolicyNoStatementsWithAdminAccess',
    identifier: 'IAM_POLICY_NO_STATEMENTS_WITH_ADMIN_ACCESS',
    description: 'No customer managed policy allows everything',
    resourceType: 'AWS::IAM::Policy',
  },
]
