import { policyDocument } from '../reads/policy-document.ts'
import { text } from '../reads/shape.ts'
import { READS } from '../reads/table.ts'
import type { Clients } from './clients.ts'
import { isNamed, toAuditError } from './errors.ts'

/** Whether an OIDC provider is there. */
export async function findProvider(clients: Clients, arn: string): Promise<boolean> {
  const { GetOpenIDConnectProviderCommand } = await import('@aws-sdk/client-iam')
  try {
    await (await clients.iam()).send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }))
    return true
  } catch (error) {
    if (isNamed(error, 'NoSuchEntityException', 'NoSuchEntity')) return false
    throw toAuditError(error, { operation: 'iam:GetOpenIDConnectProvider', resource: arn })
  }
}

/** A bucket's policy; empty where it has none. */
export async function policyOfBucket(clients: Clients, bucket: string): Promise<string> {
  const { GetBucketPolicyCommand } = await import('@aws-sdk/client-s3')
  try {
    const { Policy = '' } = await (await clients.s3()).send(new GetBucketPolicyCommand({ Bucket: bucket }))
    return policyDocument(Policy, 'Policy')
  } catch (error) {
    if (isNamed(error, 'NoSuchBucketPolicy')) return ''
    throw toAuditError(error, { operation: 's3:GetBucketPolicy', resource: bucket })
  }
}

/** A key's ARN and policy. */
export async function policyOfKey(clients: Clients, keyId: string): Promise<{ arn: string; policy: string }> {
  const { DescribeKeyCommand, GetKeyPolicyCommand } = await import('@aws-sdk/client-kms')
  const kms = await clients.kms()
  try {
    const { KeyMetadata } = await kms.send(new DescribeKeyCommand({ KeyId: keyId }))
    const arn = text(KeyMetadata?.Arn, 'KeyMetadata.Arn')
    const { Policy } = await kms.send(new GetKeyPolicyCommand({ KeyId: arn, PolicyName: 'default' }))
    return { arn, policy: policyDocument(Policy, 'Policy') }
  } catch (error) {
    throw toAuditError(error, { operation: 'kms:GetKeyPolicy', resource: keyId })
  }
}

/** Whether a role is there. */
export async function hasRole(clients: Clients, name: string): Promise<boolean> {
  const { GetRoleCommand } = await import('@aws-sdk/client-iam')
  try {
    await (await clients.iam()).send(new GetRoleCommand({ RoleName: name }))
    return true
  } catch (error) {
    if (isNamed(error, 'NoSuchEntityException', 'NoSuchEntity')) return false
    throw toAuditError(error, { operation: 'iam:GetRole', resource: name })
  }
}

export interface ListedTrail {
  name: string
  arn: string
  homeRegion: string
  multiRegion: boolean
  organization: boolean
}

/** Every trail that shows in the region, other regions' and the organization's included. */
export async function listTrails(clients: Clients): Promise<ListedTrail[]> {
  const { DescribeTrailsCommand } = await import('@aws-sdk/client-cloudtrail')
  try {
    const answer = await (await clients.cloudTrail()).send(new DescribeTrailsCommand({}))
    return READS['cloudtrail:DescribeTrails'].shape(answer, '').trailList.map((trail) => ({
      name: trail.Name,
      arn: trail.TrailARN,
      homeRegion: trail.HomeRegion,
      multiRegion: trail.IsMultiRegionTrail,
      organization: trail.IsOrganizationTrail,
    }))
  } catch (error) {
    throw toAuditError(error, { operation: 'cloudtrail:DescribeTrails' })
  }
}
