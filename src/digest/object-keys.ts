/** Where CloudTrail puts what it delivers: the names of log files and digest files, taken apart and put together. */

export interface DigestKey {
  /** The object's key, as listed. */
  key: string
  account: string
  /** Region whose events the digest covers. */
  region: string
  trail: string
  homeRegion: string
  /** End of the digest's period, ISO 8601 UTC. */
  end: string
  /** Written later for a period that had no digest; a chain of its own. */
  isBackfill: boolean
}

const REGION = '[a-z]{2}(?:-[a-z]+)+-\\d'
const DIGEST = new RegExp(
  `/CloudTrail-Digest/(${REGION})/\\d{4}/\\d{2}/\\d{2}/(\\d{12})_CloudTrail-Digest_\\1_([A-Za-z0-9._-]+)_(${REGION})_(\\d{8}T\\d{6}Z)(_backfill)?\\.json\\.gz$`,
)
const LOG = new RegExp(`/CloudTrail/(${REGION})/\\d{4}/\\d{2}/\\d{2}/(\\d{12})_CloudTrail_\\1_(\\d{8}T\\d{4})Z_[A-Za-z0-9]+\\.json\\.gz$`)

/** Undefined for an object that is no digest file. */
export function parseDigestKey(key: string): DigestKey | undefined {
  const [, region, account, trail, homeRegion, end, backfill] = DIGEST.exec(key) ?? []
  if (!region || !account || !trail || !homeRegion || !end) return undefined
  return { key, account, region, trail, homeRegion, end: expandTime(end), isBackfill: backfill !== undefined }
}

/** Region and delivery minute of a log file; undefined for an object that is none. */
export function parseLogKey(key: string): { region: string; account: string; delivered: string } | undefined {
  const [, region, account, time] = LOG.exec(key) ?? []
  if (!region || !account || !time) return undefined
  return { region, account, delivered: expandTime(`${time}00Z`) }
}

/** What stands before the region in the keys of a trail's files, with the slash: `<prefix>/AWSLogs/[<organization>/]<account>/<kind>/`. */
export function folderOf(
  place: { prefix: string | undefined; organization: string | undefined; account: string },
  kind: 'CloudTrail' | 'CloudTrail-Digest',
): string {
  const prefix = place.prefix ? `${place.prefix}/` : ''
  const organization = place.organization ? `${place.organization}/` : ''
  return `${prefix}AWSLogs/${organization}${place.account}/${kind}/`
}

/** `2026/11/25` of every day a period touches, in order. */
export function daysOf(period: { from: string; to: string }): string[] {
  const days: string[] = []
  const day = 86_400_000
  for (let at = Math.floor(Date.parse(period.from) / day) * day; at <= Date.parse(period.to); at += day) {
    days.push(new Date(at).toISOString().slice(0, 10).replaceAll('-', '/'))
  }
  return days
}

/** `20261123T051700Z` → `2026-11-23T05:17:00Z`. */
function expandTime(compact: string): string {
  return compact.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, '$1-$2-$3T$4:$5:$6Z')
}
