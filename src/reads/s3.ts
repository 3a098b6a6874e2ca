import type { BucketEncryption, LifecycleRule } from '../model/facts.ts'
import { readWith } from './define.ts'
import { policyDocument } from './policy-document.ts'
import {
  anyText,
  boolean,
  integer,
  listOf,
  Malformed,
  mapped,
  matching,
  object,
  oneOf,
  optional,
  type Shape,
  text,
  where,
  whole,
} from './shape.ts'

/** S3's answers do not say whose bucket they are about; `ExpectedBucketOwner` makes S3 refuse to answer for another account's. */
type OfBucket = { Bucket: string; ExpectedBucketOwner?: string }

const NO_BUCKET = 'NoSuchBucket'
const ofBucket = readWith<OfBucket>()

const grantee = where(
  object({
    Type: oneOf('CanonicalUser', 'AmazonCustomerByEmail', 'Group'),
    URI: optional(text),
    ID: optional(text),
    EmailAddress: optional(text),
  }),
  ({ Type, URI, ID }) => {
    if (Type === 'Group') return URI === undefined ? 'a group without URI' : undefined
    return Type === 'CanonicalUser' && ID === undefined ? 'a user without ID' : undefined
  },
)

const acl = object({
  Owner: object({ ID: text }),
  Grants: listOf(object({ Grantee: grantee, Permission: oneOf('FULL_CONTROL', 'WRITE', 'WRITE_ACP', 'READ', 'READ_ACP') }), {
    unique: true,
  }),
})

const encryption: Shape<{ ServerSideEncryptionConfiguration: { Rules: BucketEncryption[] } }> = object({
  ServerSideEncryptionConfiguration: object({
    Rules: where(
      listOf(
        mapped(
          object({
            ApplyServerSideEncryptionByDefault: object({
              SSEAlgorithm: oneOf('AES256', 'aws:kms', 'aws:kms:dsse', 'aws:fsx'),
              KMSMasterKeyID: optional(text),
            }),
            BucketKeyEnabled: optional(boolean),
          }),
          ({ ApplyServerSideEncryptionByDefault: applied, BucketKeyEnabled = false }) => ({ ...applied, BucketKeyEnabled }),
        ),
        { min: 1 },
      ),
      (rules) => (rules.length === 1 ? undefined : 'of several rules'),
    ),
  }),
})

const days = integer(1, 2_147_483_647)
const prefix: Shape<string> = (value, at) => (value === '' ? '' : text(value, at))
/** The oldest buckets of us-east-1 have longer names, with capitals and underscores. */
const bucketName = matching(/^[\w.-]{3,255}$/, 'the name of a bucket')
const isoDate = matching(/^\d{4}-\d\d-\d\dT/, 'a date')

const transition = where(object({ Days: optional(integer(0, 2_147_483_647)), Date: optional(isoDate), StorageClass: text }), (step) =>
  (step.Days === undefined) === (step.Date === undefined) ? 'without one day or date' : undefined,
)

const tag = object({ Key: text, Value: anyText })

/** What a rule is limited to; S3 has it beside the filter, in it, or in its `And`. */
const size = integer(0, Number.MAX_SAFE_INTEGER)
const RESTRICTION = { Prefix: optional(prefix), ObjectSizeGreaterThan: optional(size), ObjectSizeLessThan: optional(size) }

const RULE = object({
  ID: optional(text),
  Status: oneOf('Enabled', 'Disabled'),
  Prefix: optional(prefix),
  Filter: optional(object({ ...RESTRICTION, Tag: optional(tag), And: optional(object({ ...RESTRICTION, Tags: optional(listOf(tag)) })) })),
  Transitions: optional(listOf(transition)),
  NoncurrentVersionTransitions: optional(listOf(object({ NoncurrentDays: optional(days), StorageClass: text }))),
  Expiration: optional(object({ Days: optional(days), Date: optional(isoDate), ExpiredObjectDeleteMarker: optional(boolean) })),
  NoncurrentVersionExpiration: optional(object({ NoncurrentDays: optional(days), NewerNoncurrentVersions: optional(days) })),
  AbortIncompleteMultipartUpload: optional(object({ DaysAfterInitiation: days })),
})

/** An expiration that says nothing would read as one that deletes nothing. */
const lifecycleRule: Shape<LifecycleRule> = (value, at) => {
  const { Filter, Prefix, ...rule } = RULE(value, at)
  if (rule.Expiration !== undefined && Object.keys(rule.Expiration).length === 0)
    throw new Malformed(`${at}.Expiration`, value, 'an expiration by days, date or marker')
  const { Tag, And, ...only } = Filter ?? {}
  const { Tags = Tag === undefined ? [] : [Tag], ...limits } = { ...(Prefix === undefined ? {} : { Prefix }), ...only, ...And }
  return { ...rule, ...limits, ...(Tags.length > 0 ? { Tags } : {}) }
}

const NAMED_OTHERWISE: ReadonlyMap<string, string> = new Map([
  ['', 'us-east-1'],
  ['EU', 'eu-west-1'],
])
const REGION = matching(/^(?:EU|[a-z]{2}(?:-[a-z]+)+-\d)$/, 'a region')
const location: Shape<string> = (value, at) => (value === '' ? '' : REGION(value, at))

export const S3_READS = {
  's3:GetPublicAccessBlock': ofBucket({
    action: 's3:GetBucketPublicAccessBlock',
    absent: [NO_BUCKET, 'NoSuchPublicAccessBlockConfiguration'],
    shape: object({
      PublicAccessBlockConfiguration: object({
        BlockPublicAcls: boolean,
        IgnorePublicAcls: boolean,
        BlockPublicPolicy: boolean,
        RestrictPublicBuckets: boolean,
      }),
    }),
  }),
  's3:GetBucketPolicyStatus': ofBucket({
    action: 's3:GetBucketPolicyStatus',
    absent: [NO_BUCKET, 'NoSuchBucketPolicy'],
    shape: object({ PolicyStatus: object({ IsPublic: boolean }) }),
  }),
  's3:GetBucketAcl': ofBucket({ action: 's3:GetBucketAcl', absent: [NO_BUCKET], shape: acl }),
  's3:GetBucketPolicy': ofBucket({
    action: 's3:GetBucketPolicy',
    absent: [NO_BUCKET, 'NoSuchBucketPolicy'],
    shape: object({ Policy: policyDocument }),
  }),
  's3:GetBucketEncryption': ofBucket({
    action: 's3:GetEncryptionConfiguration',
    absent: [NO_BUCKET, 'ServerSideEncryptionConfigurationNotFoundError'],
    shape: encryption,
  }),
  // A bucket that never had versioning answers with nothing.
  's3:GetBucketVersioning': ofBucket({
    action: 's3:GetBucketVersioning',
    absent: [NO_BUCKET],
    shape: object({ Status: optional(oneOf('Enabled', 'Suspended')), MFADelete: optional(oneOf('Enabled', 'Disabled')) }),
    root: 'VersioningConfiguration',
  }),
  's3:GetBucketOwnershipControls': ofBucket({
    action: 's3:GetBucketOwnershipControls',
    absent: [NO_BUCKET, 'OwnershipControlsNotFoundError'],
    shape: object({
      OwnershipControls: object({
        Rules: where(
          listOf(object({ ObjectOwnership: oneOf('BucketOwnerEnforced', 'BucketOwnerPreferred', 'ObjectWriter') }), { min: 1 }),
          (rules) => (rules.length === 1 ? undefined : 'of several rules'),
        ),
      }),
    }),
  }),
  's3:GetBucketLifecycleConfiguration': ofBucket({
    action: 's3:GetLifecycleConfiguration',
    absent: [NO_BUCKET, 'NoSuchLifecycleConfiguration'],
    shape: object({ Rules: listOf(lifecycleRule, { min: 1, unique: true }), TransitionDefaultMinimumObjectSize: optional(text) }),
  }),
  // Without logging S3 answers with nothing.
  's3:GetBucketLogging': ofBucket({
    action: 's3:GetBucketLogging',
    absent: [NO_BUCKET],
    shape: object({ LoggingEnabled: optional(object({ TargetBucket: bucketName, TargetPrefix: prefix })) }),
    root: 'BucketLoggingStatus',
  }),
  // S3 answers with nothing for us-east-1 and with "EU" for old buckets of eu-west-1.
  's3:GetBucketLocation': ofBucket({
    action: 's3:GetBucketLocation',
    absent: [NO_BUCKET],
    shape: mapped(object({ LocationConstraint: optional(location) }), ({ LocationConstraint = '' }) => ({
      region: NAMED_OTHERWISE.get(LocationConstraint) ?? LocationConstraint,
    })),
    root: 'LocationConstraint',
  }),
  's3:GetObjectLockConfiguration': ofBucket({
    action: 's3:GetBucketObjectLockConfiguration',
    absent: [NO_BUCKET, 'ObjectLockConfigurationNotFoundError'],
    shape: object({
      ObjectLockConfiguration: object({
        // A bucket without it is answered by an error.
        ObjectLockEnabled: oneOf('Enabled'),
        Rule: optional(
          object({
            DefaultRetention: object({ Mode: oneOf('GOVERNANCE', 'COMPLIANCE'), Days: optional(days), Years: optional(days) }),
          }),
        ),
      }),
    }),
  }),
  's3:GetBucketTagging': ofBucket({
    action: 's3:GetBucketTagging',
    absent: [NO_BUCKET, 'NoSuchTagSet'],
    shape: object({ TagSet: listOf(tag, { unique: 'Key' }) }),
  }),
  's3:GetBucketReplication': ofBucket({
    action: 's3:GetReplicationConfiguration',
    absent: [NO_BUCKET, 'ReplicationConfigurationNotFoundError'],
    shape: object({
      ReplicationConfiguration: object({
        Role: text,
        Rules: listOf(whole(object({ Status: oneOf('Enabled', 'Disabled'), Destination: whole(object({ Bucket: text })) })), { min: 1 }),
      }),
    }),
  }),
  's3:GetBucketCors': ofBucket({
    action: 's3:GetBucketCORS',
    absent: [NO_BUCKET, 'NoSuchCORSConfiguration'],
    shape: object({ CORSRules: listOf(whole(object({ AllowedOrigins: listOf(text), AllowedMethods: listOf(text) }))) }),
  }),
  's3:GetBucketWebsite': ofBucket({
    action: 's3:GetBucketWebsite',
    absent: [NO_BUCKET, 'NoSuchWebsiteConfiguration'],
    shape: where(whole(object({ IndexDocument: optional(object({})), RedirectAllRequestsTo: optional(object({})) })), (site) =>
      (site.IndexDocument ?? site.RedirectAllRequestsTo) ? undefined : 'a website without index and redirection',
    ),
  }),
  's3:GetBucketNotificationConfiguration': ofBucket({
    action: 's3:GetBucketNotification',
    absent: [NO_BUCKET],
    shape: whole(object({})),
    root: 'NotificationConfiguration',
  }),
  's3:GetBucketRequestPayment': ofBucket({
    action: 's3:GetBucketRequestPayment',
    absent: [NO_BUCKET],
    shape: object({ Payer: oneOf('BucketOwner', 'Requester') }),
  }),
}
