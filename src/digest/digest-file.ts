/** A digest file as CloudTrail writes it, once an hour and region, also when nothing happened. */
export interface DigestFile {
  awsAccountId: string
  /** ISO 8601 UTC, to the second. The end is signed as it is written here. */
  digestStartTime: string
  digestEndTime: string
  digestS3Bucket: string
  digestS3Object: string
  digestPublicKeyFingerprint: string
  digestSignatureAlgorithm: string
  /** All undefined where a chain starts. */
  previous: PreviousDigest | undefined
  logFiles: readonly DigestedLog[]
}

interface PreviousDigest {
  bucket: string
  object: string
  /** SHA-256 of the previous digest, unpacked, in hexadecimal. */
  hash: string
  signature: string
}

export interface DigestedLog {
  bucket: string
  object: string
  /** SHA-256 of the log file, unpacked, in hexadecimal. */
  hash: string
}

const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/
const HEX = /^[0-9a-f]+$/i

/** The digest, or what about it is not as CloudTrail writes one. The text comes from a bucket, so nothing of it is taken for granted. */
export function parseDigest(text: string): DigestFile | { problem: string } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { problem: 'is not JSON' }
  }
  if (!isRecord(value)) return { problem: 'is not a JSON object' }
  const wrong = FIELDS.find(([name, test]) => !test(value[name]))
  if (wrong) return { problem: `has no valid ${wrong[0]}` }
  const previous = previousOf(value)
  if (previous === 'broken') return { problem: 'names its previous digest in part only' }
  const logs = value['logFiles'] as readonly unknown[]
  const logFiles = logs.flatMap((log) => logOf(log) ?? [])
  if (logFiles.length !== logs.length) return { problem: 'lists a log file without bucket, object or SHA-256 hash' }
  return { ...(value as unknown as Omit<DigestFile, 'previous' | 'logFiles'>), previous, logFiles }
}

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isTime = (value: unknown): boolean => isText(value) && TIME.test(value) && !Number.isNaN(Date.parse(value))

const FIELDS: readonly [string, (value: unknown) => boolean][] = [
  ['awsAccountId', isText],
  ['digestStartTime', isTime],
  ['digestEndTime', isTime],
  ['digestS3Bucket', isText],
  ['digestS3Object', isText],
  ['digestPublicKeyFingerprint', isText],
  ['digestSignatureAlgorithm', isText],
  ['logFiles', Array.isArray],
]

function previousOf(value: Record<string, unknown>): PreviousDigest | undefined | 'broken' {
  const bucket = value['previousDigestS3Bucket'] ?? undefined
  const object = value['previousDigestS3Object'] ?? undefined
  const hash = value['previousDigestHashValue'] ?? undefined
  const signature = value['previousDigestSignature'] ?? undefined
  const parts = [bucket, object, hash, signature]
  if (parts.every((part) => part === undefined)) return undefined
  if (!isText(bucket) || !isText(object) || !isText(hash) || !isText(signature) || !HEX.test(hash)) return 'broken'
  return { bucket, object, hash: hash.toLowerCase(), signature }
}

function logOf(log: unknown): DigestedLog | undefined {
  if (!isRecord(log)) return undefined
  const { s3Bucket, s3Object, hashValue, hashAlgorithm } = log
  if (!isText(s3Bucket) || !isText(s3Object) || !isText(hashValue) || !HEX.test(hashValue)) return undefined
  return hashAlgorithm === 'SHA-256' ? { bucket: s3Bucket, object: s3Object, hash: hashValue.toLowerCase() } : undefined
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
