import type { Config } from '../model/config.ts'
import type { CopyReport } from '../model/copy.ts'
import { line } from './lines.ts'
import { costOf, figure, round } from './prices.ts'
import { GB } from './volumes.ts'

interface Amounts {
  objects: number
  bytes: number
}

/** What copying these costs, and keeping the copies a month. */
export function copyPrice({ objects, bytes }: Amounts, { from, to }: { from: string; to: string }): Pick<CopyReport, 'price' | 'monthly'> {
  return {
    price: [
      line('transfer.out-region', `sent from ${from} to ${to}`, bytes / GB, from),
      line('s3.put', 'copies written', objects, to),
      line('s3.get', 'looked at before and after, and read', 2 * objects, from),
      line('s3.get', 'looked at after', objects, to),
    ],
    monthly: [line('s3.standard', 'kept in Standard', bytes / GB, to)],
  }
}

/** How S3 copies what is too much for one machine: the command, what it asks for and what it costs beside the transfer. */
export function batchCommand({
  config,
  bucket,
  region,
  objects,
}: {
  config: Config
  bucket: string
  region: string
  objects: number
}): string {
  const usd = [costOf('s3.batch-job', 1, region), costOf('s3.batch-object', objects, region), costOf('s3.batch-manifest', objects, region)]
  const price = usd.every((one) => one !== undefined)
    ? `$${figure(
        round(
          usd.reduce((sum, one) => sum + one, 0),
          2,
        ),
      )}`
    : `no price known of ${region}`
  const partition = config.partition.id
  const generator = {
    S3JobManifestGenerator: {
      SourceBucket: `arn:${partition}:s3:::${bucket}`,
      EnableManifestOutput: false,
      Filter: { EligibleForReplication: true },
    },
  }
  const report = {
    Bucket: `arn:${partition}:s3:::REPORT-BUCKET`,
    Format: 'Report_CSV_20180820',
    Enabled: true,
    Prefix: 'replication',
    ReportScope: 'AllTasks',
  }
  return `S3 Batch Replication copies so much by itself, with versions, metadata and tags, once the bucket has its replication rule: \`aws s3control create-job --region ${region} --account-id ${config.account} --operation '{"S3ReplicateObject":{}}' --manifest-generator '${JSON.stringify(generator)}' --report '${JSON.stringify(report)}' --priority 1 --role-arn ROLE --no-confirmation-required\`. ROLE trusts batchoperations.s3.amazonaws.com and may s3:InitiateReplication on the bucket's objects, read its replication and put into the bucket of the report. ${price} beside the transfer; archived objects are left out.`
}
