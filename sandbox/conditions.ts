import type { Body, Tag } from './aws/call.ts'
import { list } from './aws/call.ts'
import type { Operation } from './operation.ts'

type Keys = Record<string, string | readonly string[] | undefined>
type Headers = Readonly<Record<string, string | string[] | undefined>>

/** Headers of S3 that are condition keys under their own name. */
const S3_HEADERS = [
  'x-amz-acl',
  'x-amz-server-side-encryption',
  'x-amz-server-side-encryption-aws-kms-key-id',
  'x-amz-copy-source',
  'x-amz-metadata-directive',
  'x-amz-storage-class',
  'x-amz-content-sha256',
  'if-none-match',
  'if-match',
]

/** Object Lock's headers, by condition key. */
const S3_LOCK = {
  'object-lock-mode': 'x-amz-object-lock-mode',
  'object-lock-retain-until-date': 'x-amz-object-lock-retain-until-date',
  'object-lock-legal-hold': 'x-amz-object-lock-legal-hold',
}

const S3_CREATES = ['PutObject', 'CopyObject', 'CompleteMultipartUpload']
const S3_UPLOADS = ['CreateMultipartUpload', 'UploadPart']

/** Condition keys of a request to S3. Source: Service Authorization Reference, "Condition keys for Amazon S3". */
export function s3Conditions({ name }: Pick<Operation, 'name'>, headers: Headers, query: URLSearchParams): Keys {
  const header = (key: string) => (typeof headers[key] === 'string' ? String(headers[key]) : undefined)
  const creates = S3_CREATES.includes(name) ? 'true' : S3_UPLOADS.includes(name) ? 'false' : undefined
  return {
    ...Object.fromEntries(S3_HEADERS.map((key) => [`s3:${key}`, header(key)])),
    ...Object.fromEntries(Object.entries(S3_LOCK).map(([key, from]) => [`s3:${key}`, header(from)])),
    's3:prefix': query.get('prefix') ?? undefined,
    's3:delimiter': query.get('delimiter') ?? undefined,
    's3:max-keys': query.get('max-keys') ?? undefined,
    's3:VersionId': query.get('versionId') ?? undefined,
    's3:ObjectCreationOperation': creates,
    's3:authType': 'REST-HEADER',
    's3:signatureversion': 'AWS4-HMAC-SHA256',
  }
}

/** Condition keys that stand in the parameters of a call, by service. Source: Service Authorization Reference. */
const FROM_INPUT: Readonly<Record<string, (input: Body, operation: string) => Keys>> = {
  cloudformation: (input) => ({
    'cloudformation:TemplateUrl': text(input['TemplateURL']),
    'cloudformation:StackPolicyUrl': text(input['StackPolicyURL']),
    'cloudformation:RoleArn': text(input['RoleARN']),
    // By name, also where the call has the ARN.
    'cloudformation:ChangeSetName': text(input['ChangeSetName'])?.replace(/^arn:[^/]*\/([^/]+)\/.*$/, '$1'),
    'cloudformation:ResourceTypes': list<string>(input['ResourceTypes']).length > 0 ? list<string>(input['ResourceTypes']) : undefined,
    'cloudformation:ImportResourceTypes': importTypes(input),
  }),
  iam: (input, operation) => ({
    'iam:PermissionsBoundary': text(input['PermissionsBoundary']),
    'iam:PolicyARN': text(input['PolicyArn']),
    'iam:AWSServiceName': operation.endsWith('ServiceLinkedRole') ? text(input['AWSServiceName']) : undefined,
  }),
  kms: (input) => ({
    'kms:RequestAlias': text(input['KeyId'])?.startsWith('alias/') ? text(input['KeyId']) : undefined,
    'kms:ScheduleKeyDeletionPendingWindowInDays': text(input['PendingWindowInDays']),
    'kms:GranteePrincipal': text(input['GranteePrincipal']),
  }),
  sts: (input) => ({
    'sts:RoleSessionName': text(input['RoleSessionName']),
    'sts:SourceIdentity': text(input['SourceIdentity']),
    'sts:ExternalId': text(input['ExternalId']),
  }),
  sns: (input) => ({ 'sns:Protocol': text(input['Protocol']), 'sns:Endpoint': text(input['Endpoint']) }),
}

function importTypes(input: Body): readonly string[] | undefined {
  const types = list<Body>(input['ResourcesToImport']).map(({ ResourceType }) => String(ResourceType))
  return types.length > 0 ? types : undefined
}

/** What a call brings along for conditions: its parameters and its tags. */
export function inputConditions(service: string, operation: string, input: Body): Keys {
  const tags = tagsIn(input)
  return {
    ...FROM_INPUT[service]?.(input, operation),
    ...Object.fromEntries(tags.map(({ Key, Value }) => [`aws:RequestTag/${Key}`, Value])),
    'aws:TagKeys': tags.length > 0 ? tags.map(({ Key }) => Key) : undefined,
  }
}

/** Tags of a request, in each service's spelling. */
function tagsIn(input: Body): Tag[] {
  const given = input['Tags'] ?? input['tags'] ?? input['TagsList']
  if (typeof given === 'object' && given !== null && !Array.isArray(given))
    return Object.entries(given).map(([Key, Value]) => ({ Key, Value: String(Value) }))
  return list<Record<string, unknown>>(given).map((tag) => ({
    Key: String(tag['Key'] ?? tag['TagKey']),
    Value: String(tag['Value'] ?? tag['TagValue'] ?? ''),
  }))
}

function text(value: unknown): string | undefined {
  return value === undefined || value === '' ? undefined : String(value)
}
