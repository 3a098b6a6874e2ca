import type { Restore } from '../call.ts'
import { notImplemented } from '../error.ts'
import type { Kms } from '../kms.ts'
import { s3Document } from '../wire/protocols.ts'
import { BlobStore, bytesOf } from './blob.ts'
import { listObjects, listVersions } from './listing.ts'
import { legalHoldCall, retentionCall } from './lock.ts'
import { Multipart } from './multipart.ts'
import { Objects } from './objects.ts'
import { type Bucket, noSuchBucket, type S3Answer, type S3Request, s3Error } from './state.ts'
import { callSubresource, canonicalId, defaultDocuments, parsed, subresourceOf } from './subresources.ts'

/** S3. Names of buckets are one for all accounts; everything else is a bucket's own. */
export class S3 {
  readonly #buckets = new Map<string, Bucket>()
  readonly #blobs = new BlobStore()
  readonly #objects: Objects
  readonly #multipart: Multipart
  /** The account-wide block on public access, by account. */
  readonly #accountBlocks = new Map<string, string>()

  constructor(kms: Kms) {
    this.#objects = new Objects(this.#blobs, kms)
    this.#multipart = new Multipart(this.#blobs, kms)
  }

  /** Settings and policies of all buckets; objects stay as they are. */
  snapshot(): Restore {
    const settings = ({ policy, versioning, objectLock, documents }: Bucket) => ({
      policy,
      versioning,
      objectLock,
      documents: structuredClone(documents),
    })
    const saved = [...this.#buckets].map(([name, bucket]) => ({ name, bucket, ...settings(bucket) }))
    const blocks = [...this.#accountBlocks]
    return () => {
      this.#buckets.clear()
      for (const { name, bucket, policy, documents, ...flags } of saved) {
        this.#buckets.set(name, bucket)
        Object.assign(bucket, flags, { documents: structuredClone(documents) })
        if (policy === undefined) delete bucket.policy
        else bucket.policy = policy
      }
      this.#accountBlocks.clear()
      for (const [account, block] of blocks) this.#accountBlocks.set(account, block)
    }
  }

  stop(): void {
    this.#blobs.clear()
  }

  find(name: string): Bucket | undefined {
    return this.#buckets.get(name)
  }

  /** @throws AwsError */
  async call(request: S3Request): Promise<S3Answer> {
    if (request.bucket === '') return this.#listBuckets(request)
    if (request.operation === 'CreateBucket') return this.#create(request)
    const bucket = this.#at(request)
    if ('status' in bucket) return bucket
    return request.key === '' ? this.#bucketCall(bucket, request) : this.#objectCall(bucket, request)
  }

  /** S3 Control's block for a whole account. @throws NoSuchPublicAccessBlockConfiguration */
  accountBlock(account: string, method: string, body: string): S3Answer {
    if (method === 'PUT') this.#accountBlocks.set(account, body)
    if (method === 'DELETE') this.#accountBlocks.delete(account)
    if (method !== 'GET') return { status: method === 'PUT' ? 200 : 204 }
    const found = this.#accountBlocks.get(account)
    if (found === undefined)
      throw s3Error('NoSuchPublicAccessBlockConfiguration', 'The public access block configuration was not found', 404)
    return { status: 200, headers: { 'content-type': 'application/xml' }, body: found }
  }

  /** The bucket, or where it is: a bucket answers in its own region. */
  #at({ bucket: name, region, operation, method, isInternal }: S3Request): Bucket | S3Answer {
    const bucket = this.#buckets.get(name)
    if (!bucket) throw noSuchBucket()
    const isElsewhere = !isInternal && bucket.region !== region && !(operation === 'GetBucketLocation' && region === 'us-east-1')
    if (!isElsewhere) return bucket
    const Message =
      'The bucket you are attempting to access must be addressed using the specified endpoint. Please send all future requests to this endpoint.'
    const body = s3Document('Error', {
      Code: 'PermanentRedirect',
      Message,
      Endpoint: `${name}.s3.${bucket.region}.amazonaws.com`,
      Bucket: name,
    })
    const headers = { 'content-type': 'application/xml', 'x-amz-bucket-region': bucket.region }
    return { status: 301, headers, ...(method === 'HEAD' ? {} : { body: body.replace(/ xmlns="[^"]*"/, '') }) }
  }

  #listBuckets({ account }: S3Request): S3Answer {
    const own = [...this.#buckets.values()].filter((bucket) => bucket.account === account).sort((a, b) => (a.name < b.name ? -1 : 1))
    const Bucket = own.map(({ name, created, region }) => ({ Name: name, CreationDate: created, BucketRegion: region }))
    const body = s3Document('ListAllMyBucketsResult', { Buckets: { Bucket }, Owner: { ID: canonicalId(account) } })
    return { status: 200, headers: { 'content-type': 'application/xml' }, body }
  }

  async #create(request: S3Request): Promise<S3Answer> {
    const { bucket: name, region, account, partition, headers } = request
    if (!/^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) || /\.\.|^\d+\.\d+\.\d+\.\d+$/.test(name))
      throw s3Error('InvalidBucketName', 'The specified bucket is not valid.', 400)
    const body = (await bytesOf(request.body)).toString('utf8')
    checkLocation(region, body)
    const known = this.#buckets.get(name)
    if (known) {
      if (known.account !== account)
        throw s3Error(
          'BucketAlreadyExists',
          'The requested bucket name is not available. The bucket namespace is shared by all users of the system. Please select a different name and try again.',
          409,
        )
      // Only us-east-1 takes it for done.
      if (region === 'us-east-1' && known.region === region) return { status: 200, headers: { location: `/${name}` } }
      throw s3Error('BucketAlreadyOwnedByYou', 'Your previous request to create the named bucket succeeded and you already own it.', 409)
    }
    const objectLock = headers['x-amz-bucket-object-lock-enabled'] === 'true'
    const documents = defaultDocuments()
    if (objectLock) documents.set('versioning', { Status: 'Enabled' }).set('object-lock', { ObjectLockEnabled: 'Enabled' })
    const ownership = headers['x-amz-object-ownership']
    if (ownership) documents.set('ownershipControls', { Rule: { ObjectOwnership: ownership } })
    this.#buckets.set(name, {
      name,
      account,
      region,
      partition,
      created: new Date(),
      versioning: objectLock ? 'Enabled' : 'none',
      objectLock,
      documents,
      objects: new Map(),
      uploads: new Map(),
    })
    return { status: 200, headers: { location: `/${name}` } }
  }

  async #bucketCall(bucket: Bucket, request: S3Request): Promise<S3Answer> {
    const { operation, query, method } = request
    if (operation === 'HeadBucket') return { status: 200, headers: { 'x-amz-bucket-region': bucket.region } }
    if (operation === 'DeleteBucket') return this.#delete(bucket)
    if (operation === 'DeleteObjects') return this.#objects.deleteMany(bucket, request)
    if (operation === 'ListMultipartUploads') return this.#multipart.listUploads(bucket)
    if (operation === 'ListObjectVersions') return listVersions(bucket, query)
    if (operation === 'ListObjects') return listObjects(bucket, query)
    const subresource = subresourceOf(query)
    if (subresource === undefined) throw notImplemented(`s3:${operation}`)
    return callSubresource(bucket, subresource, method, (await bytesOf(request.body)).toString('utf8'), request.headers)
  }

  #delete(bucket: Bucket): S3Answer {
    if (bucket.objects.size > 0) throw s3Error('BucketNotEmpty', 'The bucket you tried to delete is not empty', 409)
    this.#buckets.delete(bucket.name)
    return { status: 204 }
  }

  #objectCall(bucket: Bucket, request: S3Request): S3Answer | Promise<S3Answer> {
    switch (request.operation) {
      case 'GetObject':
      case 'HeadObject':
        return this.#objects.get(bucket, request)
      case 'PutObject':
        return this.#objects.put(bucket, request)
      case 'CopyObject':
        return this.#copy(bucket, request)
      case 'DeleteObject':
        return this.#objects.deleteCall(bucket, request)
      case 'CreateMultipartUpload':
        return this.#multipart.create(bucket, request)
      case 'UploadPart':
        return request.headers['x-amz-copy-source'] ? this.#copyPart(bucket, request) : this.#multipart.part(bucket, request)
      case 'CompleteMultipartUpload':
        return this.#multipart.complete(bucket, request)
      case 'AbortMultipartUpload':
        return this.#multipart.abort(bucket, request)
      case 'ListParts':
        return this.#multipart.listParts(bucket, request)
      case 'GetObjectTagging':
      case 'PutObjectTagging':
      case 'DeleteObjectTagging':
        return this.#objects.tagging(bucket, request)
      case 'GetObjectRetention':
      case 'PutObjectRetention':
        return retentionCall(bucket, this.#objects.find(bucket, request.key, request.query), request)
      case 'GetObjectLegalHold':
      case 'PutObjectLegalHold':
        return legalHoldCall(bucket, this.#objects.find(bucket, request.key, request.query), request)
      default:
        throw notImplemented(`s3:${request.operation}`)
    }
  }

  #copy(bucket: Bucket, request: S3Request): Promise<S3Answer> {
    const { source, ...from } = this.#copySource(request)
    return this.#objects.copy(source, bucket, request, from)
  }

  #copyPart(bucket: Bucket, request: S3Request): Promise<S3Answer> {
    const { source, ...from } = this.#copySource(request)
    return this.#multipart.copyPart(bucket, request, this.#objects.readable(source, request, from))
  }

  #copySource({ headers }: S3Request): { source: Bucket; key: string; query: URLSearchParams } {
    const [path = '', search = ''] = (headers['x-amz-copy-source'] ?? '').split('?')
    const [name = '', ...rest] = decodeURIComponent(path).replace(/^\//, '').split('/')
    const source = this.#buckets.get(name)
    if (!source) throw noSuchBucket()
    return { source, key: rest.join('/'), query: new URLSearchParams(search) }
  }
}

/** A bucket is made in the region that is asked, which the body must name, us-east-1 excepted. */
function checkLocation(region: string, body: string): void {
  const given = body === '' ? undefined : parsed(body, 'CreateBucketConfiguration')['LocationConstraint']
  const wanted = typeof given === 'string' && given !== '' ? (given === 'EU' ? 'eu-west-1' : given) : 'us-east-1'
  if (wanted === region) return
  const what = wanted === 'us-east-1' && given === undefined ? 'unspecified' : wanted
  throw s3Error(
    'IllegalLocationConstraintException',
    `The ${what} location constraint is incompatible for the region specific endpoint this request was sent to.`,
    400,
  )
}
