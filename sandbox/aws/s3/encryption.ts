import { randomBytes } from 'node:crypto'
import type { Caller } from '../call.ts'
import { AwsError } from '../error.ts'
import type { Kms } from '../kms.ts'
import { accessDenied, type Bucket, bucketArn, type Encryption, s3Error } from './state.ts'

type Headers = Readonly<Record<string, string | undefined>>

/** What an object is encrypted with: what the request says, else the bucket's default. */
export function wantedEncryption(bucket: Bucket, headers: Headers): Encryption {
  const asked = headers['x-amz-server-side-encryption']
  if (asked !== undefined) {
    const keyId = headers['x-amz-server-side-encryption-aws-kms-key-id']
    return {
      algorithm: asked,
      bucketKey: headers['x-amz-server-side-encryption-bucket-key-enabled'] === 'true',
      ...(keyId ? { keyId } : {}),
    }
  }
  const rule = bucket.documents.get('encryption')?.['Rule']
  const first = Array.isArray(rule) ? rule[0] : rule
  if (typeof first !== 'object') return { algorithm: 'AES256', bucketKey: false }
  const by = first['ApplyServerSideEncryptionByDefault']
  if (typeof by !== 'object' || Array.isArray(by)) return { algorithm: 'AES256', bucketKey: false }
  const keyId = by['KMSMasterKeyID']
  return {
    algorithm: String(by['SSEAlgorithm']),
    bucketKey: first['BucketKeyEnabled'] === 'true',
    ...(typeof keyId === 'string' ? { keyId } : {}),
  }
}

/** Makes a data key in the writer's name. @throws what S3 says when KMS refuses */
export function seal(kms: Kms, bucket: Bucket, key: string, wanted: Encryption, caller: Caller): Encryption {
  // The key of AWS asks nobody.
  if (!wanted.algorithm.startsWith('aws:kms') || wanted.keyId === undefined) return wanted
  const context = contextOf(bucket, key, wanted.bucketKey, caller)
  return translated(() => {
    const found = kms.find(bucket, wanted.keyId)
    kms.authorize(found, caller, 'GenerateDataKey', context, viaS3(bucket))
    return { ...wanted, keyId: found.arn, context, sealed: kms.encrypt(found, randomBytes(32), context) }
  })
}

/** Opens the data key in the reader's name. @throws what S3 says when KMS refuses */
export function unseal(kms: Kms, bucket: Bucket, encryption: Encryption, caller: Caller): void {
  const { sealed, context } = encryption
  if (!sealed || !context) return
  translated(() => {
    const { key } = kms.decrypt(bucket, sealed, context)
    kms.authorize(key, caller, 'Decrypt', context, viaS3(bucket))
  })
}

/** CloudTrail writes with a context of its own; with a bucket key it is the bucket's ARN. Source: CloudTrail and S3 user guides. */
function contextOf(bucket: Bucket, key: string, bucketKey: boolean, { value, context }: Caller): Readonly<Record<string, string>> {
  const arn = { 'aws:s3:arn': bucketKey ? bucketArn(bucket) : `${bucketArn(bucket)}/${key}` }
  const trail = context?.['aws:SourceArn']
  return value === 'cloudtrail.amazonaws.com' && trail ? { ...arn, 'aws:cloudtrail:arn': trail } : arn
}

function viaS3({ region }: Bucket): Readonly<Record<string, string>> {
  return { 'kms:ViaService': `s3.${region}.amazonaws.com` }
}

function translated<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof AwsError)) throw error
    if (error.code === 'AccessDeniedException') throw accessDenied(error.message)
    throw s3Error(`KMS.${error.code}`, error.message, 400)
  }
}

export function encryptionHeaders({ algorithm, keyId, bucketKey }: Encryption): Record<string, string | undefined> {
  return {
    'x-amz-server-side-encryption': algorithm,
    'x-amz-server-side-encryption-aws-kms-key-id': keyId,
    'x-amz-server-side-encryption-bucket-key-enabled': algorithm.startsWith('aws:kms') && bucketKey ? 'true' : undefined,
  }
}
