import { mapEvidence, pickEvidence, type Unread } from '../../model/evidence.ts'
import type { BucketFacts } from '../../model/facts.ts'
import type { Reader } from '../../reads/reader.ts'

export interface BucketQuestion {
  name: string
  partition: string
  trailArn: string | undefined
  logPrefix: string | undefined
  /** Account that must own it; S3 then refuses to answer for a bucket of that name that someone else has. Undefined when not known. */
  owner: string | undefined
}

export async function collectBucket(reader: Reader, question: BucketQuestion): Promise<BucketFacts> {
  const { name, owner } = question
  const bucket = { Bucket: name, ...(owner === undefined ? {} : { ExpectedBucketOwner: owner }) }
  const [publicAccessBlock, policyStatus, acl, policy, encryption, versioning, ownership, lifecycle, logging, location, lock] =
    await Promise.all([
      reader.read('s3:GetPublicAccessBlock', bucket),
      reader.read('s3:GetBucketPolicyStatus', bucket),
      reader.read('s3:GetBucketAcl', bucket),
      reader.read('s3:GetBucketPolicy', bucket),
      reader.read('s3:GetBucketEncryption', bucket),
      reader.read('s3:GetBucketVersioning', bucket),
      reader.read('s3:GetBucketOwnershipControls', bucket),
      reader.read('s3:GetBucketLifecycleConfiguration', bucket),
      reader.read('s3:GetBucketLogging', bucket),
      reader.read('s3:GetBucketLocation', bucket),
      reader.read('s3:GetObjectLockConfiguration', bucket),
    ])
  return {
    arn: bucketArn(question),
    name,
    trailArn: question.trailArn,
    logPrefix: question.logPrefix,
    publicAccessBlock: mapEvidence(publicAccessBlock, (value) => value.PublicAccessBlockConfiguration),
    policyStatus: mapEvidence(policyStatus, (value) => value.PolicyStatus),
    acl,
    policy: mapEvidence(policy, (value) => value.Policy),
    encryption: pickEvidence(
      encryption,
      (value) => value.ServerSideEncryptionConfiguration.Rules[0],
      'The bucket has no default encryption.',
    ),
    versioning,
    ownership: pickEvidence(ownership, (value) => value.OwnershipControls.Rules[0], 'The bucket has no ownership controls.'),
    lifecycle,
    logging: pickEvidence(logging, (value) => value.LoggingEnabled, 'Server access logging is off.'),
    location,
    objectLock: mapEvidence(lock, (value) => value.ObjectLockConfiguration),
  }
}

function bucketArn({ partition, name }: BucketQuestion): string {
  return `arn:${partition}:s3:::${name}`
}

/** A bucket of which nothing is known, for one reason. */
export function unreadBucket(partition: string, why: Unread): BucketFacts {
  return {
    arn: `arn:${partition}:s3:::*`,
    name: '*',
    trailArn: undefined,
    logPrefix: undefined,
    publicAccessBlock: why,
    policyStatus: why,
    acl: why,
    policy: why,
    encryption: why,
    versioning: why,
    ownership: why,
    lifecycle: why,
    logging: why,
    location: why,
    objectLock: why,
  }
}
