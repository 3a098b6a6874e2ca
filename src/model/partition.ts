/**
 * What differs between AWS partitions. Source: AWS General Reference, "AWS service endpoints", and the IAM
 * documentation on service principals and OIDC audiences; regions as of 2026-11.
 */
export interface Partition {
  id: 'aws' | 'aws-us-gov' | 'aws-cn'
  /** Ends every endpoint host name. */
  dnsSuffix: string
  /** The `aud` claim GitHub's token must carry for STS of this partition. */
  audience: string
  /** The principal EC2 instances assume roles with; only China's differs. */
  ec2Principal: string
  /** Region where IAM and the other global services record their events. */
  globalRegion: string
  /** Insights events exist in the partition. */
  insights: boolean
  /** Network activity events of VPC endpoints exist in the partition. */
  networkActivity: boolean
  regions: readonly string[]
}

export const COMMERCIAL_REGIONS = [
  'af-south-1',
  'ap-east-1',
  'ap-east-2',
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-south-2',
  'ap-southeast-1',
  'ap-southeast-2',
  'ap-southeast-3',
  'ap-southeast-4',
  'ap-southeast-5',
  'ap-southeast-6',
  'ap-southeast-7',
  'ca-central-1',
  'ca-west-1',
  'eu-central-1',
  'eu-central-2',
  'eu-north-1',
  'eu-south-1',
  'eu-south-2',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'il-central-1',
  'me-central-1',
  'me-south-1',
  'mx-central-1',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
] as const

/** Regions that every account has and none can switch off; the others are opted into. Source: AWS Account Management, "Specify which AWS Regions your account can use". */
const ALWAYS_ON: ReadonlySet<string> = new Set([
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-northeast-3',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-1',
  'us-west-2',
])

/** Whether accounts have the region only when they asked for it. */
export function isOptIn(region: string): boolean {
  return (COMMERCIAL_REGIONS as readonly string[]).includes(region) && !ALWAYS_ON.has(region)
}

const PARTITIONS: readonly Partition[] = [
  {
    id: 'aws',
    dnsSuffix: 'amazonaws.com',
    audience: 'sts.amazonaws.com',
    ec2Principal: 'ec2.amazonaws.com',
    globalRegion: 'us-east-1',
    insights: true,
    networkActivity: true,
    regions: COMMERCIAL_REGIONS,
  },
  {
    id: 'aws-us-gov',
    dnsSuffix: 'amazonaws.com',
    audience: 'sts.amazonaws.com',
    ec2Principal: 'ec2.amazonaws.com',
    globalRegion: 'us-gov-west-1',
    insights: true,
    networkActivity: false,
    regions: ['us-gov-east-1', 'us-gov-west-1'],
  },
  {
    id: 'aws-cn',
    dnsSuffix: 'amazonaws.com.cn',
    audience: 'sts.amazonaws.com.cn',
    ec2Principal: 'ec2.amazonaws.com.cn',
    globalRegion: 'cn-north-1',
    insights: false,
    networkActivity: false,
    regions: ['cn-north-1', 'cn-northwest-1'],
  },
]

/** Every region of every partition, in table order. */
export const ALL_REGIONS: readonly string[] = PARTITIONS.flatMap((partition) => partition.regions)

/** Regions of a partition that every account has. */
export function regionsAlwaysOn(partition: Partition | undefined): string[] {
  return (partition?.regions ?? []).filter((region) => !isOptIn(region))
}

/** The partition a region belongs to, or undefined for a region this version does not know. */
export function partitionOf(region: string): Partition | undefined {
  return PARTITIONS.find((partition) => partition.regions.includes(region))
}

const CONSOLES: Readonly<Record<Partition['id'], string>> = {
  aws: 'console.aws.amazon.com',
  'aws-us-gov': 'console.amazonaws-us-gov.com',
  'aws-cn': 'console.amazonaws.cn',
}

/** A stack in the AWS console; by name, so that the link says no account id. */
export function stackConsoleUrl(partition: Partition['id'], region: string, stackName: string): string {
  return `https://${CONSOLES[partition]}/cloudformation/home?region=${region}#/stacks?filteringText=${encodeURIComponent(stackName)}`
}
