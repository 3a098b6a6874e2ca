import { absent, mapEvidence, readValue } from '../../model/evidence.ts'
import type { AccessFacts, BucketPolicyFacts, Facts, KeyAccessFacts, KeyFacts, ResourcePolicyFacts, RoleFacts } from '../../model/facts.ts'
import { regionOf } from '../../reads/define.ts'
import type { Reader } from '../../reads/reader.ts'
import { managedDocument } from './role.ts'

/**
 * Reads what decides who may do what, beside what checks are about: the texts of boundaries and of AWS's own policies, which change
 * without anybody here, and the policies of more buckets. A bucket of another account is refused by S3, and stays unknown.
 */
export async function collectAccess(
  reader: Reader,
  facts: Facts,
  { buckets, others }: { buckets: readonly string[]; others: readonly string[] },
): Promise<AccessFacts> {
  const known = facts.logBuckets.map(({ name }) => name)
  const [managed, unknown, keys, policies] = await Promise.all([
    Promise.all(managedArns(facts.roles).map(async (arn) => [arn, await managedDocument(reader, arn)] as const)),
    Promise.all(buckets.filter((name) => !known.includes(name)).map((name) => bucketPolicy(reader, name, facts))),
    Promise.all(facts.keys.map(async (key) => ({ ...key, tags: await tagsOf(reader, key) }))),
    Promise.all(others.map((arn) => resourcePolicy(reader, arn))),
  ])
  return { roles: facts.roles, managed: new Map(managed), buckets: [...facts.logBuckets, ...unknown], keys, others: policies.flat() }
}

/** Boundaries, and attached policies of AWS; those of the account were read with their role. */
function managedArns(roles: readonly RoleFacts[]): string[] {
  const arns = roles.flatMap(({ role, attached }) => [
    ...[readValue(role)?.PermissionsBoundaryArn].filter((arn) => arn !== undefined),
    ...(readValue(attached) ?? []).filter((arn) => arn.includes(':iam::aws:policy/')),
  ])
  return [...new Set(arns)]
}

async function tagsOf(reader: Reader, { arn, description }: KeyFacts): Promise<KeyAccessFacts['tags']> {
  if (!arn.includes(':key/')) return description.state === 'read' ? absent(`${arn} is no key.`) : description
  const answer = await reader.read('kms:ListResourceTags', { KeyId: arn }, regionOf(arn))
  return mapEvidence(answer, ({ Tags }) => Object.fromEntries(Tags.map(({ TagKey, TagValue }) => [TagKey, TagValue])))
}

async function bucketPolicy(reader: Reader, name: string, { account, partition }: Facts): Promise<BucketPolicyFacts> {
  const bucket = { Bucket: name, ExpectedBucketOwner: account }
  const [policy, location] = await Promise.all([reader.read('s3:GetBucketPolicy', bucket), reader.read('s3:GetBucketLocation', bucket)])
  return { arn: `arn:${partition}:s3:::${name}`, policy: mapEvidence(policy, ({ Policy }) => Policy), location }
}

/** Where the policy of a resource is read here: of repositories and topics. Of others it stays unknown. */
async function resourcePolicy(reader: Reader, arn: string): Promise<ResourcePolicyFacts[]> {
  const [, , service, region = '', , ...rest] = arn.split(':')
  const name = rest.join(':')
  if (service === 'sns') {
    const topic = await reader.read('sns:GetTopicAttributes', { TopicArn: arn }, region)
    return [{ arn, policy: mapEvidence(topic, ({ Attributes }) => Attributes.Policy), itself: topic }]
  }
  if (service !== 'ecr') return []
  const repositoryName = name.replace(/^repository\//, '')
  const [policy, itself] = await Promise.all([
    reader.read('ecr:GetRepositoryPolicy', { repositoryName }, region),
    reader.read('ecr:DescribeRepositories', { repositoryNames: [repositoryName] }, region),
  ])
  return [{ arn, policy: mapEvidence(policy, ({ policyText }) => policyText), itself }]
}
