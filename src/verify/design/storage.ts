import { mapEvidence } from '../../model/evidence.ts'
import type { LifecycleRule } from '../../model/facts.ts'
import { type Look, member, members, named, type Sought, unset } from './held.ts'

const bucketOf = (sought: Sought, property: string) => ({ Bucket: named(sought, property), ExpectedBucketOwner: sought.place.account })
const bucketArn = ({ place }: Sought, name: string) => `arn:${place.partition}:s3:::${name}`

const bucket: Look = async (sought) => {
  const { reader, resource, place } = sought
  const asked = bucketOf(sought, 'BucketName')
  // Asked where the collector of the log bucket asks, so that one answer serves both.
  const region = resource.region === place.region ? undefined : resource.region
  const [
    block,
    ownership,
    encryption,
    versioning,
    lifecycle,
    logging,
    lock,
    tags,
    replication,
    cors,
    website,
    notifications,
    payment,
    location,
  ] = await Promise.all([
    reader.read('s3:GetPublicAccessBlock', asked, region),
    reader.read('s3:GetBucketOwnershipControls', asked, region),
    reader.read('s3:GetBucketEncryption', asked, region),
    reader.read('s3:GetBucketVersioning', asked, region),
    reader.read('s3:GetBucketLifecycleConfiguration', asked, region),
    reader.read('s3:GetBucketLogging', asked, region),
    reader.read('s3:GetObjectLockConfiguration', asked, region),
    reader.read('s3:GetBucketTagging', asked, region),
    reader.read('s3:GetBucketReplication', asked, region),
    reader.read('s3:GetBucketCors', asked, region),
    reader.read('s3:GetBucketWebsite', asked, region),
    reader.read('s3:GetBucketNotificationConfiguration', asked, region),
    reader.read('s3:GetBucketRequestPayment', asked, region),
    reader.read('s3:GetBucketLocation', asked, region),
  ])
  return {
    arn: bucketArn(sought, asked.Bucket),
    exists: location,
    live: {
      PublicAccessBlockConfiguration: member(block, (value) => value.PublicAccessBlockConfiguration),
      OwnershipControls: member(ownership, (value) => value.OwnershipControls),
      BucketEncryption: member(encryption, ({ ServerSideEncryptionConfiguration: { Rules } }) => ({
        ServerSideEncryptionConfiguration: Rules.map(({ BucketKeyEnabled, ...by }) => ({
          BucketKeyEnabled,
          ServerSideEncryptionByDefault: by,
        })),
      })),
      VersioningConfiguration: mapEvidence(versioning, ({ Status }) => ({ Status })),
      MfaDelete: mapEvidence(versioning, ({ MFADelete }) => MFADelete),
      LifecycleConfiguration: member(lifecycle, ({ Rules, TransitionDefaultMinimumObjectSize }) => ({
        TransitionDefaultMinimumObjectSize,
        Rules: Rules.map(lifecycleRule),
      })),
      LoggingConfiguration: mapEvidence(
        logging,
        ({ LoggingEnabled }) =>
          LoggingEnabled && { DestinationBucketName: LoggingEnabled.TargetBucket, LogFilePrefix: LoggingEnabled.TargetPrefix },
      ),
      ObjectLockConfiguration: member(lock, (value) => value.ObjectLockConfiguration),
      ReplicationConfiguration: member(replication, (value) => value.ReplicationConfiguration),
      CorsConfiguration: member(cors, (value) => value.CORSRules),
      // No template has one: that there is one is the difference, however little it says.
      WebsiteConfiguration: member(website, () => 'set'),
      NotificationConfiguration: unset(notifications),
      RequestPayer: mapEvidence(payment, ({ Payer }) => (Payer === 'Requester' ? Payer : undefined)),
      Tags: member(tags, ({ TagSet }) => TagSet),
    },
  }
}

/** A rule as CloudFormation has it. */
function lifecycleRule(rule: LifecycleRule): Record<string, unknown> {
  const { ID, Tags, Transitions = [], NoncurrentVersionTransitions = [], Expiration = {}, ...same } = rule
  return {
    ...same,
    Id: ID,
    TagFilters: Tags,
    Transitions: Transitions.map(({ Days, Date: day, StorageClass }) => ({ TransitionInDays: Days, TransitionDate: day, StorageClass })),
    NoncurrentVersionTransitions: NoncurrentVersionTransitions.map(({ NoncurrentDays, StorageClass }) => ({
      TransitionInDays: NoncurrentDays,
      StorageClass,
    })),
    ExpirationInDays: Expiration.Days,
    ExpirationDate: Expiration.Date,
    ExpiredObjectDeleteMarker: Expiration.ExpiredObjectDeleteMarker,
  }
}

const bucketPolicy: Look = async (sought) => {
  const { reader, resource, place } = sought
  const asked = bucketOf(sought, 'Bucket')
  const policy = await reader.read('s3:GetBucketPolicy', asked, resource.region === place.region ? undefined : resource.region)
  return { arn: bucketArn(sought, asked.Bucket), exists: policy, live: members(policy, { PolicyDocument: ({ Policy }) => Policy }) }
}

const key: Look = async (sought) => {
  const { reader, resource, physicalId } = sought
  const arn = physicalId.state === 'read' ? keyArn(sought, physicalId.value) : keyArn(sought, '*')
  if (physicalId.state !== 'read') return { arn, exists: physicalId, live: {} }
  const asked = { KeyId: arn }
  const [description, rotation, policy, tags, grants] = await Promise.all([
    reader.read('kms:DescribeKey', asked, resource.region),
    reader.read('kms:GetKeyRotationStatus', asked, resource.region),
    reader.read('kms:GetKeyPolicy', { ...asked, PolicyName: 'default' }, resource.region),
    reader.read('kms:ListResourceTags', asked, resource.region),
    reader.read('kms:ListGrants', asked, resource.region),
  ])
  return {
    arn,
    exists: description,
    live: {
      ...members(description, {
        Description: ({ KeyMetadata }) => KeyMetadata.Description,
        KeySpec: ({ KeyMetadata }) => KeyMetadata.KeySpec,
        State: ({ KeyMetadata }) => (KeyMetadata.KeyState === 'Enabled' ? undefined : KeyMetadata.KeyState),
      }),
      EnableKeyRotation: member(rotation, ({ KeyRotationEnabled }) => KeyRotationEnabled),
      RotationPeriodInDays: member(rotation, ({ RotationPeriodInDays }) => RotationPeriodInDays),
      KeyPolicy: mapEvidence(policy, ({ Policy }) => Policy),
      Tags: mapEvidence(tags, ({ Tags }) => Tags.map(({ TagKey, TagValue }) => ({ Key: TagKey, Value: TagValue }))),
      Grants: mapEvidence(grants, ({ Grants }) =>
        Grants.filter(({ GranteePrincipal }) => !isService(GranteePrincipal)).map(({ GranteePrincipal, Operations }) => ({
          GranteePrincipal,
          Operations,
        })),
      ),
    },
  }
}

const keyArn = ({ place, resource }: Sought, id: string) =>
  id.startsWith('arn:') ? id : `arn:${place.partition}:kms:${resource.region}:${place.account}:key/${id}`

/** AWS's services may have grants, by the key policy. */
const isService = (principal: string) => /^[a-z0-9.-]+\.amazonaws\.com(?:\.cn)?$/.test(principal)

const alias: Look = async (sought) => {
  const { reader, resource, place } = sought
  const arn = `arn:${place.partition}:kms:${resource.region}:${place.account}:${named(sought, 'AliasName')}`
  const description = await reader.read('kms:DescribeKey', { KeyId: arn }, resource.region)
  return { arn, exists: description, live: members(description, { TargetKeyId: ({ KeyMetadata }) => KeyMetadata.KeyId }) }
}

export const STORAGE: Readonly<Record<string, Look>> = {
  'AWS::S3::Bucket': bucket,
  'AWS::S3::BucketPolicy': bucketPolicy,
  'AWS::KMS::Key': key,
  'AWS::KMS::Alias': alias,
}
