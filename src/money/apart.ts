import type { Config } from '../model/config.ts'
import { type PriceId, priceOf, priceText } from './prices.ts'

/** Where a bucket lies. */
export interface LocatedBucket {
  bucket: string
  region: string
}

/** The buckets whose regions matter to a config: data, and a log bucket of others. */
export function bucketsToLocate({ access, audit, names }: Config): string[] {
  const data = [
    ...(access.sagemaker?.dataBuckets ?? []),
    ...(access.eks?.modelRead?.buckets ?? []),
    ...(access.replica ? [access.replica.bucket] : []),
  ]
  const logs = audit.logBucket === 'use' && audit.trail !== 'use' ? [names.logBucket] : []
  return [...new Set([...data, ...logs])].filter((bucket) => !bucket.includes('*'))
}

/** What lies where it cannot be used, with the ways out and what they cost. */
export function apartNotices(config: Config, located: readonly LocatedBucket[]): string[] {
  const { names, workloadRegion, region, access } = config
  const { replica } = access
  return located.flatMap(({ bucket, region: at }) => {
    if (bucket === names.logBucket)
      return at === region
        ? []
        : [
            `${bucket} lies in ${at}, and its key in ${region}: CloudTrail takes a key of the bucket's region only. Name a bucket in ${region} (\`audit.log-bucket\`), or set \`region: ${at}\`.`,
          ]
    if (at === workloadRegion || (bucket === names.replicaBucket && at === replica?.region)) return []
    return [dataApart(bucket, at, config)]
  })
}

function dataApart(bucket: string, at: string, { workloadRegion }: Config): string {
  const price = (id: PriceId, what: string, where: string) => {
    const found = priceOf(id, where)
    return found ? `${what} ${priceText(found)}` : `${what}: no price known of ${where}`
  }
  const costs = [
    price('transfer.out-region', 'transfer', at),
    price('s3.put', 'requests', workloadRegion),
    price('s3.standard', 'storage', workloadRegion),
    price('kms.key', 'a key', workloadRegion),
  ]
  return `Data and compute are apart: ${bucket} lies in ${at}, and SageMaker runs in ${workloadRegion} (\`workload-region\`). SageMaker takes input and output from buckets of its own region only (S3 answers 301), and encrypts with keys of that region only. Either compute moves to the data: \`workload-region: ${at}\`, which costs nothing here. Or the data is copied: \`workload-region: ${at}\` with \`access.replica: { bucket: ${bucket}, region: ${workloadRegion} }\`, then \`mlops-audit replicate\`: ${costs.join(', ')}. See docs/regions.md.`
}
