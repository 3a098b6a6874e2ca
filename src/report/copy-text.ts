import type { CopyReport } from '../model/copy.ts'
import { amount } from '../model/money.ts'
import { dollars, usdOf } from './cost-text.ts'

/** What a replica lacks, what copying costs, and what was copied: plain sentences, for every format. */
export function copySentences({
  from,
  fromRegion,
  to,
  toRegion,
  prefixes,
  withVersions,
  objects,
  bytes,
  missing,
  price,
  monthly,
  done,
}: CopyReport): string[] {
  const what = withVersions ? 'versions' : 'objects'
  const lines = [...price, ...monthly.map((line) => ({ ...line, what: `${line.what}, a month` }))]
  return [
    `${from} (${fromRegion}) to ${to} (${toRegion}), below ${prefixes.join(', ')}: ${amount(objects)} ${what}, ${sizeText(bytes)}; missing in the replica: ${amount(missing.objects)}, ${sizeText(missing.bytes)}.`,
    ...(missing.objects > 0 ? lines.map((line) => `${usdOf(line)} ${line.what}: ${amount(line.amount)} ${line.unit}`) : []),
    ...(missing.objects > 0
      ? [
          `${dollars(price.reduce((sum, { usd = 0 }) => sum + usd, 0))} for the copy${price.some(({ usd }) => usd === undefined) ? ', without what has no price here' : ''}.`,
        ]
      : []),
    ...(done
      ? [
          `Copied ${amount(done.copied)} ${what}, ${sizeText(done.bytes)}, in ${done.seconds.toFixed(0)} s: ${amount(done.byChecksum)} compared by checksum, ${amount(done.bySize)} by size alone, as they have no checksum that both sides know.`,
        ]
      : []),
  ]
}

function sizeText(bytes: number): string {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10))
  return `${amount(bytes / 1024 ** step)} ${units[step]}`
}
