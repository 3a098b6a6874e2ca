import type { ChainProblem } from '../model/log-integrity.ts'
import type { ChainEnd } from './chain.ts'
import type { JudgedDigest, PublicKeys, StoredObject } from './judge-digest.ts'
import type { Pause } from './pauses.ts'

/** An object as a listing names it. */
export interface ListedObject {
  key: string
  /** ISO 8601 UTC; undefined for a file of a folder. */
  lastModified: string | undefined
  /** Bytes; undefined where the listing does not say. */
  size?: number | undefined
}

/** Where digests and logs are read: a bucket, or a folder that was downloaded. */
export interface LogStore {
  /** Name of the bucket the objects were delivered to. */
  bucket: string
  /** Objects below a prefix in the order of their keys. */
  list(prefix: string): AsyncIterable<ListedObject>
  /** Names of the folders right below a prefix. */
  folders(prefix: string): Promise<readonly string[]>
  get(key: string, bucket: string): Promise<StoredObject>
  /** Public keys that were valid in a time, by fingerprint; asked once for each region and time. */
  publicKeys(region: string, from: string, to: string): Promise<PublicKeys | { unreadable: string; missingPermission?: string }>
}

/** One chain: what one trail delivers for one region. */
export interface ChainRequest {
  /** Whose events: another account than the trail's in an organization. */
  account: string
  region: string
  trail: string
  homeRegion: string
  /** `<prefix>/AWSLogs/…/CloudTrail-Digest/<region>/` and the same for log files. */
  digestFolder: string
  logFolder: string
  /** `2026/11/25` of each day to look at. */
  days: readonly string[]
  /** Other trails deliver into the same folder: a log file that our digests do not name may be theirs. */
  isShared: boolean
  /** Digests that end in this time are judged. ISO 8601 UTC. */
  from: string
  to: string
  /** Up to here there must be digests: what ends later may not be delivered yet. */
  due: string
  /** Whether the trail is known to deliver from this region: then a time without digests needs a reason. */
  isExpected: boolean
  /** Where an earlier validation ended; its digest is not judged again. */
  after: ChainEnd | undefined
  pauses: readonly Pause[]
  /** Newest digest CloudTrail says it delivered for this region; undefined when it does not say. */
  newestDelivered: string | undefined
  /** Why CloudTrail's own word of its deliveries could not be read; undefined when it was, or when the trail is not in the region. */
  statusUnread?: { reason: string; missingPermission?: string }
}

/** ISO 8601 UTC. */
interface Span {
  from: string
  to: string
}

export interface ChainResult {
  account: string
  region: string
  digests: number
  logs: number
  /** Bytes as stored, packed. */
  bytes: number
  /** Fingerprints of the keys that signed. */
  keys: readonly string[]
  /** Times the digests cover, ISO 8601 UTC; undefined without any. */
  covered: Span | undefined
  /** Times of the digests, oldest first; those that follow on one another as one. */
  spans: readonly Span[]
  /** What an earlier validation proved of the time asked for, and this one did not read again. */
  validatedBefore?: Span
  problems: readonly ChainProblem[]
  notes: readonly string[]
  /** Undefined when there was nothing, or nothing to go on from. */
  end: ChainEnd | undefined
  /** The oldest digest, where nothing was known of what comes before it. */
  begins: JudgedDigest | undefined
}

/** What a validation has seen of a chain so far. */
export interface Running {
  digests: number
  logs: number
  bytes: number
  keys: Set<string>
  named: Set<string>
  problems: ChainProblem[]
  notes: string[]
  first: string | undefined
  end: ChainEnd | undefined
  begins: JudgedDigest | undefined
  spans: Span[]
  /** When the newest digest that is there was stored. */
  stored: string | undefined
}
