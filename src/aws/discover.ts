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

/** Whether a bucket has a policy. */
export async function hasBucketPolicy(clients: Clients, bucket: string): Promise<boolean> {
  const { GetBucketPolicyCommand } = await import('@aws-sdk/client-s3')
  try {
    await (await clients.s3()).send(new GetBucketPolicyCommand({ Bucket: bucket }))
    return true
  } catch (error) {
    if (isNamed(error, 'NoSuchBucketPolicy')) return false
    throw toAuditError(error, { operation: 's3:GetBucketPolicy', resource: bucket })
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
  const { trailList = [] } = await (await clients.cloudTrail()).send(new DescribeTrailsCommand({})).catch((error: unknown) => {
    throw toAuditError(error, { operation: 'cloudtrail:DescribeTrails' })
  })
  return trailList.map((trail) => ({
    name: trail.Name ?? '',
    arn: trail.TrailARN ?? '',
    homeRegion: trail.HomeRegion ?? '',
    multiRegion: trail.IsMultiRegionTrail ?? false,
    organization: trail.IsOrganizationTrail ?? false,
  }))
}
