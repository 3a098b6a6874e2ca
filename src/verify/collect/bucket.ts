import type { Evidence } from '../../model/evidence.ts'
import type { BucketEncryption, BucketFacts, LifecycleRule, PublicAccessBlock, Reader } from '../../model/facts.ts'
import { mapEvidence, pickEvidence } from './evidence.ts'

export interface BucketQuestion {
  name: string
  partition: string
  trailArn: string | undefined
  logPrefix: string | undefined
}

export async function collectBucket(reader: Reader, question: BucketQuestion): Promise<BucketFacts> {
  const ask = (operation: string) => reader.read(operation, { Bucket: question.name })
  const [publicAccessBlock, policyStatus, acl, policy, encryption, versioning, ownership, lifecycle, logging, location] = await Promise.all(
    [
      ask('s3:GetPublicAccessBlock'),
      ask('s3:GetBucketPolicyStatus'),
      ask('s3:GetBucketAcl'),
      ask('s3:GetBucketPolicy'),
      ask('s3:GetBucketEncryption'),
      ask('s3:GetBucketVersioning'),
      ask('s3:GetBucketOwnershipControls'),
      ask('s3:GetBucketLifecycleConfiguration'),
      ask('s3:GetBucketLogging'),
      ask('s3:GetBucketLocation'),
    ],
  )
  return {
    arn: `arn:${question.partition}:s3:::${question.name}`,
    name: question.name,
    trailArn: question.trailArn,
    logPrefix: question.logPrefix,
    publicAccessBlock: mapEvidence(
      publicAccessBlock as Evidence<{ PublicAccessBlockConfiguration?: PublicAccessBlock }>,
      (value) => value.PublicAccessBlockConfiguration ?? {},
    ),
    policyStatus: mapEvidence(policyStatus as Evidence<{ PolicyStatus?: { IsPublic?: boolean } }>, (value) => ({
      IsPublic: value.PolicyStatus?.IsPublic ?? false,
    })),
    acl: mapEvidence(acl as Evidence<{ Grants?: BucketAcl['Grants'] }>, (value) => ({ Grants: value.Grants ?? [] })),
    policy: pickEvidence(policy as Evidence<{ Policy?: string }>, (value) => value.Policy, 'The bucket has no policy.'),
    encryption: pickEvidence(encryption as Evidence<EncryptionAnswer>, readEncryption, 'The bucket has no default encryption.'),
    versioning: versioning as BucketFacts['versioning'],
    ownership: pickEvidence(
      ownership as Evidence<{ OwnershipControls?: { Rules?: { ObjectOwnership: string }[] } }>,
      (value) => value.OwnershipControls?.Rules?.[0],
      'The bucket has no ownership controls.',
    ),
    lifecycle: mapEvidence(lifecycle as Evidence<{ Rules?: RawRule[] }>, (value) => ({ Rules: (value.Rules ?? []).map(readRule) })),
    logging: pickEvidence(
      logging as Evidence<{ LoggingEnabled?: { TargetBucket?: string; TargetPrefix?: string } }>,
      (value) => value.LoggingEnabled,
      'Server access logging is off.',
    ),
    // S3 answers with nothing for us-east-1 and with "EU" for old buckets of eu-west-1.
    location: mapEvidence(location as Evidence<{ LocationConstraint?: string | null }>, (value) => ({
      region:
        ({ '': 'us-east-1', EU: 'eu-west-1' } as Record<string, string>)[value.LocationConstraint ?? ''] ??
        (value.LocationConstraint as string),
    })),
  }
}

interface BucketAcl {
  Grants: { Grantee: { URI?: string; ID?: string }; Permission: string }[]
}

interface EncryptionAnswer {
  ServerSideEncryptionConfiguration?: {
    Rules?: { BucketKeyEnabled?: boolean; ApplyServerSideEncryptionByDefault?: { SSEAlgorithm: string; KMSMasterKeyID?: string } }[]
  }
}

function readEncryption(answer: EncryptionAnswer): BucketEncryption | undefined {
  const rule = answer.ServerSideEncryptionConfiguration?.Rules?.[0]
  const applied = rule?.ApplyServerSideEncryptionByDefault
  if (!applied) return undefined
  return {
    SSEAlgorithm: applied.SSEAlgorithm,
    BucketKeyEnabled: rule.BucketKeyEnabled ?? false,
    ...(applied.KMSMasterKeyID ? { KMSMasterKeyID: applied.KMSMasterKeyID } : {}),
  }
}

type RawRule = LifecycleRule & { Filter?: { Prefix?: string; And?: { Prefix?: string } } }

function readRule(rule: RawRule): LifecycleRule {
  const prefix = rule.Filter?.Prefix ?? rule.Filter?.And?.Prefix ?? rule.Prefix
  const { Filter: _filter, ...rest } = rule
  return { ...rest, ...(prefix === undefined ? {} : { Prefix: prefix }) }
}
