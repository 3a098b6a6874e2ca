import type { PublicKeys, StoredObject } from '../digest/judge-digest.ts'
import type { ListedObject, LogStore } from '../digest/request.ts'
import type { Clients } from './clients.ts'
import { faultOf, isNamed, problemOf, toAuditError, wordsOf } from './errors.ts'

export interface LogBucketOptions {
  bucket: string
  clients: Clients
  clientsIn(region: string): Clients
  /** Objects asked for at once, over all chains. */
  concurrency: number
}

/** The log bucket of a trail. Lists and reads a few at a time, over all regions together. @throws when a listing fails: what cannot be listed cannot be judged. */
export function logBucket({ bucket, clients, clientsIn, concurrency }: LogBucketOptions): LogStore {
  const limited = limiter(concurrency)
  const keys = new Map<string, ReturnType<LogStore['publicKeys']>>()
  return {
    bucket,
    list: (prefix) => listObjects(clients, bucket, prefix),
    folders: (prefix) => listFolders(clients, bucket, prefix),
    get: (key, from) => limited(() => getObject(clients, from, key)),
    publicKeys: (region, from, to) => {
      const question = `${region} ${from} ${to}`
      const known = keys.get(question) ?? listPublicKeys(clientsIn(region), { from, to })
      keys.set(question, known)
      return known
    },
  }
}

/** Objects below a prefix, page by page. */
async function* listObjects(clients: Clients, bucket: string, prefix: string): AsyncGenerator<ListedObject> {
  const { ListObjectsV2Command } = await import('@aws-sdk/client-s3')
  const client = await clients.s3()
  let token: string | undefined
  do {
    const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: prefix, ...(token ? { ContinuationToken: token } : {}) })
    const page = await client.send(command).catch((error: unknown) => {
      throw toAuditError(error, { operation: 's3:ListObjectsV2', action: 's3:ListBucket', resource: bucket })
    })
    for (const { Key, LastModified, Size } of page.Contents ?? []) {
      if (Key !== undefined) yield { key: Key, lastModified: LastModified?.toISOString(), size: Size }
    }
    token = page.IsTruncated ? page.NextContinuationToken : undefined
  } while (token !== undefined)
}

/** The "folders" directly below a prefix, without the prefix and the slash: regions below `…/CloudTrail-Digest/`. */
export async function listFolders(clients: Clients, bucket: string, prefix: string): Promise<string[]> {
  const { ListObjectsV2Command } = await import('@aws-sdk/client-s3')
  const client = await clients.s3()
  const folders: string[] = []
  let token: string | undefined
  do {
    const command = new ListObjectsV2Command({
      Bucket: bucket,
      Prefix: prefix,
      Delimiter: '/',
      ...(token ? { ContinuationToken: token } : {}),
    })
    const page = await client.send(command).catch((error: unknown) => {
      throw toAuditError(error, { operation: 's3:ListObjectsV2', action: 's3:ListBucket', resource: bucket })
    })
    folders.push(...(page.CommonPrefixes ?? []).flatMap(({ Prefix }) => (Prefix ? [Prefix.slice(prefix.length, -1)] : [])))
    token = page.IsTruncated ? page.NextContinuationToken : undefined
  } while (token !== undefined)
  return folders
}

/** One object as it is stored. What cannot be read says why; only "no such key" says that it is not there. */
async function getObject(clients: Clients, bucket: string, key: string): Promise<StoredObject> {
  const { GetObjectCommand } = await import('@aws-sdk/client-s3')
  const client = await clients.s3()
  try {
    const { Body, Metadata } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }))
    if (!Body) return { state: 'unreadable', reason: 's3:GetObject answered without a body' }
    return { state: 'read', bytes: await Body.transformToByteArray(), metadata: Metadata ?? {} }
  } catch (error) {
    if (isNamed(error, 'NoSuchKey')) return { state: 'missing' }
    if (isNamed(error, 'InvalidObjectState'))
      return { state: 'unreadable', reason: 'it is archived, and has to be restored first', code: 'archived' }
    const message = saidOf(error)
    const kind = problemOf(error)
    if (kind !== 'denied') return { state: 'unreadable', reason: `s3:GetObject failed: ${message}`, code: kind }
    // S3 refuses both alike; its sentence names the key's action where the key is what refuses.
    const missingPermission = /kms:Decrypt/i.test(message) ? 'kms:Decrypt' : 's3:GetObject'
    return { state: 'unreadable', reason: `${missingPermission} was refused: ${message}`, missingPermission }
  }
}

async function listPublicKeys(clients: Clients, { from, to }: { from: string; to: string }): ReturnType<LogStore['publicKeys']> {
  const { ListPublicKeysCommand } = await import('@aws-sdk/client-cloudtrail')
  const client = await clients.cloudTrail()
  try {
    const found = new Map<string, string>()
    let token: string | undefined
    do {
      const page = await client.send(
        new ListPublicKeysCommand({ StartTime: new Date(from), EndTime: new Date(to), ...(token ? { NextToken: token } : {}) }),
      )
      for (const { Fingerprint, Value } of page.PublicKeyList ?? []) {
        if (Fingerprint && Value) found.set(Fingerprint, Buffer.from(Value).toString('base64'))
      }
      token = page.NextToken
    } while (token !== undefined)
    return found satisfies PublicKeys
  } catch (error) {
    const action = 'cloudtrail:ListPublicKeys'
    const message = saidOf(error)
    return problemOf(error) === 'denied'
      ? { unreadable: `${action} was refused: ${message}`, missingPermission: action }
      : { unreadable: `${action} failed: ${message}` }
  }
}

/** What went wrong, without what the SDK says of itself. */
function saidOf(error: unknown): string {
  const fault = faultOf(error)
  return fault === undefined ? String(error) : wordsOf(fault, problemOf(error))
}

/** At most so many at once; the others wait in turn. */
function limiter(most: number): <T>(work: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = []
  let free = most
  return async (work) => {
    if (free === 0) await new Promise<void>((go) => waiting.push(go))
    else free -= 1
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}
