import { absent, read } from '../../../src/model/evidence.ts'
import { aBucket, refused } from '../../support/facts.ts'
import { bucket, bucketPolicy, type Case, setOn, withoutSid } from './case.ts'

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
}
