import { createHash, createPublicKey, createVerify } from 'node:crypto'
import { gunzipSync } from 'node:zlib'
import { type CloudTrailClient, ListPublicKeysCommand } from '@aws-sdk/client-cloudtrail'
import { GetObjectCommand, ListObjectsV2Command, type S3Client } from '@aws-sdk/client-s3'

/** What a trail's digests prove: every figure is of digests or log files that were read and held against hash and signature. */
export interface ChainVerdict {
  digests: number
  logFiles: number
  /** One sentence per digest or log file that is not what was delivered. */
  broken: readonly string[]
}

interface Digest {
  digestEndTime: string
  digestS3Bucket: string
  digestS3Object: string
  digestPublicKeyFingerprint: string
  previousDigestS3Object: string | null
  previousDigestHashValue: string | null
  previousDigestSignature: string | null
  logFiles: { s3Object: string; hashValue: string }[]
}

interface Stored {
  text: string
  signature: string | undefined
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * Walks the digests of a log bucket as CloudTrail's documentation says to: signature by the region's public key, hash of the digest
 * before, hash of every log file. So the demo needs no other program; where aws-cli is there, it is asked too.
 * Source: https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-log-file-custom-validation.html
 */
export async function validateChain(s3: S3Client, trail: CloudTrailClient, bucket: string, since: Date): Promise<ChainVerdict> {
  const keys = await publicKeys(trail, since)
  const objects = await objectsOf(s3, bucket)
  const digests = objects.filter((key) => key.includes('/CloudTrail-Digest/')).sort()
  const broken: string[] = []
  let logFiles = 0
  for (const key of digests) {
    const stored = await read(s3, bucket, key)
    const digest = JSON.parse(stored.text) as Digest
    if (!isSigned(digest, stored, keys)) broken.push(`digest ${nameOf(key)}: the signature is not CloudTrail's`)
    if (digest.previousDigestS3Object !== null) {
      const before = await read(s3, bucket, digest.previousDigestS3Object).catch(() => undefined)
      if (before === undefined || sha256(before.text) !== digest.previousDigestHashValue)
        broken.push(`digest ${nameOf(digest.previousDigestS3Object)}: removed or changed`)
    }
    for (const { s3Object, hashValue } of digest.logFiles) {
      logFiles += 1
      const file = await read(s3, bucket, s3Object).catch(() => undefined)
      if (file === undefined || sha256(file.text) !== hashValue) broken.push(`log file ${nameOf(s3Object)}: removed or changed`)
    }
  }
  return { digests: digests.length, logFiles, broken }
}

function isSigned(digest: Digest, { text, signature }: Stored, keys: ReadonlyMap<string, Uint8Array>): boolean {
  const der = keys.get(digest.digestPublicKeyFingerprint)
  if (der === undefined || signature === undefined) return false
  const signed = [
    digest.digestEndTime,
    `${digest.digestS3Bucket}/${digest.digestS3Object}`,
    sha256(text),
    digest.previousDigestSignature ?? 'null',
  ].join('\n')
  const key = createPublicKey({ key: Buffer.from(der), format: 'der', type: 'pkcs1' })
  return createVerify('RSA-SHA256').update(signed, 'utf8').verify(key, signature, 'hex')
}

async function publicKeys(trail: CloudTrailClient, since: Date): Promise<Map<string, Uint8Array>> {
  const { PublicKeyList = [] } = await trail.send(new ListPublicKeysCommand({ StartTime: since, EndTime: new Date(Date.now() + 86_400_000) }))
  return new Map(PublicKeyList.flatMap(({ Fingerprint, Value }) => (Fingerprint && Value ? [[Fingerprint, Value] as const] : [])))
}

async function objectsOf(s3: S3Client, bucket: string): Promise<string[]> {
  const keys: string[] = []
  let token: string | undefined
  do {
    const page = await s3.send(new ListObjectsV2Command({ Bucket: bucket, ContinuationToken: token }))
    keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key ?? []))
    token = page.NextContinuationToken
  } while (token !== undefined)
  return keys
}

async function read(s3: S3Client, bucket: string, key: string): Promise<Stored> {
  const { Body, Metadata } = await s3.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
  const text = gunzipSync((await Body?.transformToByteArray()) ?? new Uint8Array()).toString('utf8')
  return { text, signature: Metadata?.['signature'] }
}

function nameOf(key: string): string {
  return key.split('/').at(-1) ?? key
}
