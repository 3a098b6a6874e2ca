import { type ActionIndex, expandAction } from '../iam/actions.ts'

/** Event sources whose IAM prefix is another word. */
const PREFIXES: Readonly<Record<string, string>> = {
  monitoring: 'cloudwatch',
  email: 'ses',
  tagging: 'tag',
  'servicecatalog-appregistry': 'servicecatalog',
  'application-insights': 'applicationinsights',
  models: 'lex',
  runtime: 'lex',
}

/**
 * Events that are not named like the permission they need; several where one call asks for more than one. Sources: the services'
 * "Actions, resources, and condition keys" pages (Service Authorization Reference) and the S3 and Lambda developer guides.
 */
export const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  's3:ListBuckets': ['s3:ListAllMyBuckets'],
  's3:ListObjects': ['s3:ListBucket'],
  's3:ListObjectsV2': ['s3:ListBucket'],
  's3:HeadBucket': ['s3:ListBucket'],
  's3:HeadObject': ['s3:GetObject'],
  's3:ListObjectVersions': ['s3:ListBucketVersions'],
  's3:ListMultipartUploads': ['s3:ListBucketMultipartUploads'],
  's3:ListParts': ['s3:ListMultipartUploadParts'],
  's3:CreateMultipartUpload': ['s3:PutObject'],
  's3:UploadPart': ['s3:PutObject'],
  's3:UploadPartCopy': ['s3:GetObject', 's3:PutObject'],
  's3:CompleteMultipartUpload': ['s3:PutObject'],
  's3:CopyObject': ['s3:GetObject', 's3:PutObject'],
  's3:PostObject': ['s3:PutObject'],
  's3:DeleteObjects': ['s3:DeleteObject'],
  's3:SelectObjectContent': ['s3:GetObject'],
  's3:GetBucketEncryption': ['s3:GetEncryptionConfiguration'],
  's3:PutBucketEncryption': ['s3:PutEncryptionConfiguration'],
  's3:DeleteBucketEncryption': ['s3:PutEncryptionConfiguration'],
  's3:GetBucketLifecycle': ['s3:GetLifecycleConfiguration'],
  's3:GetBucketLifecycleConfiguration': ['s3:GetLifecycleConfiguration'],
  's3:PutBucketLifecycle': ['s3:PutLifecycleConfiguration'],
  's3:PutBucketLifecycleConfiguration': ['s3:PutLifecycleConfiguration'],
  's3:DeleteBucketLifecycle': ['s3:PutLifecycleConfiguration'],
  's3:GetBucketReplication': ['s3:GetReplicationConfiguration'],
  's3:PutBucketReplication': ['s3:PutReplicationConfiguration'],
  's3:DeleteBucketReplication': ['s3:PutReplicationConfiguration'],
  's3:GetBucketCors': ['s3:GetBucketCORS'],
  's3:PutBucketCors': ['s3:PutBucketCORS'],
  's3:DeleteBucketCors': ['s3:PutBucketCORS'],
  's3:DeleteBucketTagging': ['s3:PutBucketTagging'],
  's3:DeleteBucketPublicAccessBlock': ['s3:PutBucketPublicAccessBlock'],
  's3:GetPublicAccessBlock': ['s3:GetBucketPublicAccessBlock'],
  's3:PutPublicAccessBlock': ['s3:PutBucketPublicAccessBlock'],
  's3:GetBucketAccelerateConfiguration': ['s3:GetAccelerateConfiguration'],
  's3:GetBucketAccelerate': ['s3:GetAccelerateConfiguration'],
  's3:PutBucketAccelerateConfiguration': ['s3:PutAccelerateConfiguration'],
  's3:GetBucketNotificationConfiguration': ['s3:GetBucketNotification'],
  's3:PutBucketNotificationConfiguration': ['s3:PutBucketNotification'],
  's3:GetBucketMetricsConfiguration': ['s3:GetMetricsConfiguration'],
  's3:GetBucketInventoryConfiguration': ['s3:GetInventoryConfiguration'],
  's3:GetBucketAnalyticsConfiguration': ['s3:GetAnalyticsConfiguration'],
  's3:GetBucketIntelligentTieringConfiguration': ['s3:GetIntelligentTieringConfiguration'],
  'lambda:Invoke': ['lambda:InvokeFunction'],
  'kms:ReEncrypt': ['kms:ReEncryptFrom', 'kms:ReEncryptTo'],
  'dynamodb:ExecuteStatement': ['dynamodb:PartiQLSelect'],
}

const LAMBDA_VERSION = /20\d{6}(?:v\d+)?$/

/**
 * The permissions that an event stands for: its own name where AWS has such an action, else what the table says. Undefined where
 * neither knows: it is listed as unknown, and never guessed. An empty list is a call that asks for none.
 */
export function permissionsOf(service: string, eventName: string, index: ActionIndex): readonly string[] | undefined {
  const prefix = PREFIXES[service] ?? service
  if (prefix === 'apigateway') return verbOf(eventName)
  if (FREE.has(`${prefix}:${eventName}`) || prefix === 'signin') return []
  const special = EXCEPTIONS[`${prefix}:${eventName}`]
  if (special) return special
  const name = prefix === 'lambda' ? eventName.replace(LAMBDA_VERSION, '') : eventName
  const found = EXCEPTIONS[`${prefix}:${name}`] ?? expandAction(index, `${prefix}:${name.replace(/[*?]/g, '')}`)
  return found.length > 0 ? found : undefined
}

/** API Gateway's permissions are the verbs of its REST API. https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-iam-policy-examples.html */
function verbOf(eventName: string): readonly string[] | undefined {
  const verb = VERBS.find(([start]) => start.test(eventName))?.[1]
  return verb === undefined ? undefined : [`apigateway:${verb}`]
}

const VERBS: readonly (readonly [RegExp, string])[] = [
  [/^Get/, 'GET'],
  [/^(?:Create|Import|Test|Generate)/, 'POST'],
  [/^Update/, 'PATCH'],
  [/^(?:Delete|Flush|Untag)/, 'DELETE'],
  [/^(?:Put|Tag)/, 'PUT'],
]

/** Calls that every caller may make. */
const FREE: ReadonlySet<string> = new Set(['sts:GetCallerIdentity', 'sts:GetSessionToken'])
