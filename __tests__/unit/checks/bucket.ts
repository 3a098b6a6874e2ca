import { absent, read } from '../../../src/model/evidence.ts'
import type { BucketFacts, Facts } from '../../../src/model/facts.ts'
import { example } from '../../support/config.ts'
import { aBucket, facts, refused, things } from '../../support/facts.ts'
import { bucket, bucketPolicy, type Case, setOn, withoutSid } from './case.ts'

const DESIGNED_LOCK = { mode: 'COMPLIANCE' as const, days: 365 }
function locked(lock: ObjectLock | undefined, designed?: typeof DESIGNED_LOCK): Partial<Facts> {
  const config = example()
  return {
    ...bucket({ objectLock: lock ? read(lock) : absent('none') }),
    config: { ...config, audit: { ...config.audit, objectLock: designed } },
  }
}
type ObjectLock = Extract<BucketFacts['objectLock'], { state: 'read' }>['value']

const TAMPERING = ['DeleteObject', 'DeleteObjectVersion', 'BypassGovernanceRetention', 'DeleteBucket', 'DeleteBucketPolicy']
const WEAKENING = ['PutBucketPolicy', 'PutLifecycleConfiguration', 'PutBucketVersioning']
const denies = (changes: Record<string, unknown>) =>
  bucketPolicy((statements) => {
    statements.push({
      Effect: 'Deny',
      Principal: '*',
      Action: [...TAMPERING, ...WEAKENING].map((name) => `s3:${name}`),
      Resource: [aBucket().arn, `${aBucket().arn}/*`],
      Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/break-glass' } },
      ...changes,
    })
  })

/** The log bucket of everything-on with its access log bucket, which has something changed. */
function accessLogs(type: string, changes?: Record<string, unknown>): Partial<Facts> {
  const isTarget = ({ arn }: { arn: string }) => arn.includes('-s3-access-')
  const world = things(type, changes, isTarget)
  const logged = facts().resources?.find(({ live }) => live['LoggingConfiguration'] !== undefined)
  const to = logged?.live['LoggingConfiguration']
  const { DestinationBucketName: TargetBucket, LogFilePrefix: TargetPrefix } = (to?.state === 'read' ? to.value : {}) as Record<
    string,
    string
  >
  const name = logged?.arn.split(':::')[1] ?? ''
  return {
    ...world,
    logBuckets: [
      aBucket({ arn: logged?.arn ?? '', name, logging: read({ TargetBucket: TargetBucket ?? '', TargetPrefix: TargetPrefix ?? '' }) }),
    ],
  }
}

export const BUCKET_CASES: Readonly<Record<string, Case>> = {
  'bucket-blocks-public-access': {
    fails: {
      'one off': bucket({
        publicAccessBlock: read({ BlockPublicAcls: true, IgnorePublicAcls: true, BlockPublicPolicy: true, RestrictPublicBuckets: false }),
      }),
      'none set': bucket({ publicAccessBlock: absent('none') }),
    },
    errors: bucket({ publicAccessBlock: refused }),
  },
  'bucket-is-not-public': {
    fails: {
      'S3 says so': bucket({ policyStatus: read({ IsPublic: true }) }),
      'authenticated users in the ACL': bucket({
        acl: read({ Grants: [{ Grantee: { URI: 'http://acs.amazonaws.com/groups/global/AuthenticatedUsers' }, Permission: 'READ' }] }),
      }),
      'everyone in the policy': bucketPolicy(
        (statements) => void statements.push({ Effect: 'Allow', Principal: { AWS: '*' }, Action: 's3:GetObject', Resource: '*' }),
      ),
    },
    errors: bucket({ policyStatus: refused }),
  },
  'bucket-requires-tls': {
    fails: {
      'no policy': bucket({ policy: absent('The bucket has no policy.') }),
      'no deny': bucketPolicy(withoutSid('TlsOnly')),
      'one principal only': bucketPolicy(setOn('TlsOnly', 'Principal', { AWS: 'arn:aws:iam::123456789012:root' })),
      'objects left out': bucketPolicy(setOn('TlsOnly', 'Resource', 'arn:aws:s3:::mlops-cloudtrail-logs-us-east-1-123456789012')),
    },
    errors: bucket({ policy: refused }),
  },
  'bucket-encrypts-with-log-key': {
    fails: {
      'SSE-S3': bucket({ encryption: read({ SSEAlgorithm: 'AES256', BucketKeyEnabled: false }) }),
      'another key': bucket({ encryption: read({ SSEAlgorithm: 'aws:kms', BucketKeyEnabled: false }) }),
    },
    errors: bucket({ encryption: refused }),
  },
  'bucket-keeps-versions': {
    fails: { never: bucket({ versioning: read({}) }), suspended: bucket({ versioning: read({ Status: 'Suspended' }) }) },
    errors: bucket({ versioning: refused }),
  },
  'bucket-lifecycle-keeps-logs': {
    fails: {
      none: bucket({ lifecycle: absent('none') }),
      'expires early': bucket({
        lifecycle: read({
          Rules: [{ Status: 'Enabled', Expiration: { Days: 90 }, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }],
        }),
      }),
      'expires, and keeps every version': bucket({
        lifecycle: read({
          Rules: [{ Status: 'Enabled', Expiration: { Days: 900 }, AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }],
        }),
      }),
      'deletes replaced logs early': bucket({
        lifecycle: read({
          Rules: [
            {
              Status: 'Enabled',
              Expiration: { Days: 900 },
              NoncurrentVersionExpiration: { NoncurrentDays: 1 },
              AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 },
            },
          ],
        }),
      }),
      disabled: bucket({ lifecycle: read({ Rules: [{ Status: 'Disabled' }] }) }),
    },
    errors: bucket({ lifecycle: refused }),
  },
  'bucket-logs-access': {
    fails: { off: bucket({ logging: absent('off') }), 'into itself': bucket({ logging: read({ TargetBucket: aBucket().name }) }) },
    errors: bucket({ logging: refused }),
  },
  'bucket-enforces-owner': {
    fails: {
      preferred: bucket({ ownership: read({ ObjectOwnership: 'BucketOwnerPreferred' }) }),
      none: bucket({ ownership: absent('none') }),
    },
    errors: bucket({ ownership: refused }),
  },
  'bucket-lets-cloudtrail-check-acl': {
    fails: {
      missing: bucketPolicy(withoutSid('AWSCloudTrailAclCheck')),
      'any trail': bucketPolicy(setOn('AWSCloudTrailAclCheck', 'Condition', undefined)),
    },
    errors: bucket({ policy: refused }),
  },
  'bucket-lets-cloudtrail-write': {
    fails: {
      missing: bucketPolicy(withoutSid('AWSCloudTrailWrite')),
      'any trail': bucketPolicy(
        setOn('AWSCloudTrailWrite', 'Condition', { StringEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } }),
      ),
      'another trail': bucketPolicy(
        setOn('AWSCloudTrailWrite', 'Condition', {
          StringEquals: {
            's3:x-amz-acl': 'bucket-owner-full-control',
            'aws:SourceArn': 'arn:aws:cloudtrail:us-east-1:123456789012:trail/other',
          },
        }),
      ),
      'whole bucket': bucketPolicy(setOn('AWSCloudTrailWrite', 'Resource', 'arn:aws:s3:::mlops-cloudtrail-logs-us-east-1-123456789012/*')),
    },
    errors: bucket({ policy: refused }),
  },
  'bucket-has-no-other-writers': {
    fails: {
      'another role': bucketPolicy(
        (statements) =>
          void statements.push({
            Effect: 'Allow',
            Principal: { AWS: 'arn:aws:iam::123456789012:role/x' },
            Action: 's3:Delete*',
            Resource: '*',
          }),
      ),
      'all but one': bucketPolicy(
        (statements) =>
          void statements.push({
            Effect: 'Allow',
            NotPrincipal: { AWS: 'arn:aws:iam::123456789012:role/x' },
            Action: 's3:PutObject',
            Resource: '*',
          }),
      ),
    },
    errors: bucket({ policy: refused }),
  },
  'bucket-is-near-its-key': {
    fails: { apart: bucket({ location: read({ region: 'eu-west-1' }) }) },
    notApplicable: { 'no key': bucket({ encryption: read({ SSEAlgorithm: 'AES256', BucketKeyEnabled: false }) }) },
    errors: bucket({ location: refused }),
  },
  'bucket-locks-logs': {
    fails: {
      off: locked(undefined, DESIGNED_LOCK),
      'no retention': locked({ ObjectLockEnabled: 'Enabled' }),
      short: locked({ Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 30 } } }, DESIGNED_LOCK),
      'mode that people end': locked({ Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 400 } } }, DESIGNED_LOCK),
    },
    passes: {
      'a year': locked({ Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Years: 1 } } }, DESIGNED_LOCK),
      'more than was asked for': locked({ Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } }),
    },
    notApplicable: { 'none designed': bucket({ objectLock: absent('none') }) },
    errors: bucket({ objectLock: refused }),
  },
  'bucket-resists-tampering': {
    fails: {
      'some deeds only': denies({ Action: 's3:DeleteObject' }),
      'only of some keys': denies({ Resource: [`${aBucket().arn}/other/*`, aBucket().arn] }),
      'everybody is excepted': denies({ Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::123456789012:role/*' } } }),
    },
    passes: { 'all deeds': denies({}) },
    notApplicable: { 'nobody is named': bucketPolicy(() => undefined) },
    errors: bucket({ policy: refused }),
  },
  'bucket-asks-mfa-to-delete': {
    fails: {},
    passes: { on: bucket({ versioning: read({ Status: 'Enabled', MFADelete: 'Enabled' }) }) },
    notApplicable: { off: bucket({ versioning: read({ Status: 'Enabled' }) }) },
    errors: bucket({ versioning: refused }),
  },
  'access-log-bucket-takes-logs': {
    fails: {
      'a key': accessLogs('AWS::S3::Bucket', {
        BucketEncryption: { ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }] },
      }),
      'a default lock': accessLogs('AWS::S3::Bucket', {
        ObjectLockConfiguration: { Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Days: 1 } } },
      }),
      'no policy': accessLogs('AWS::S3::BucketPolicy'),
      'for any account': accessLogs('AWS::S3::BucketPolicy', {
        PolicyDocument: {
          Statement: [{ Effect: 'Allow', Principal: { Service: 'logging.s3.amazonaws.com' }, Action: 's3:PutObject', Resource: '*' }],
        },
      }),
    },
    passes: { designed: accessLogs('AWS::S3::BucketPolicy', {}) },
    errors: accessLogs('AWS::S3::BucketPolicy', { PolicyDocument: refused }),
  },
}
