import { type ResolveContext, resolve } from '../../src/cloudformation/resolve.ts'
import type { ParsedTemplate } from '../../src/model/template.ts'
import { type Backend, BackendError } from '../backend.ts'
import type { CloudTrailService } from '../cloudtrail/service.ts'

/**
 * The emulator knows no import: it refuses a bucket that exists and makes a second key. So imported resources are kept
 * out of its templates, their references replaced by values, and what a stack says about them is applied here.
 */

type Properties = Record<string, unknown>

/** Stands in the emulator's template for a stack whose resources were all imported. */
export const PLACEHOLDER = 'Nothing'

export interface ImportRequest {
  logicalId: string
  type: string
  identifier: string
}

export function importsOf(form: URLSearchParams): ImportRequest[] {
  const found: ImportRequest[] = []
  for (let index = 1; form.has(`ResourcesToImport.member.${index}.LogicalResourceId`); index += 1) {
    const member = `ResourcesToImport.member.${index}`
    found.push({
      logicalId: form.get(`${member}.LogicalResourceId`) ?? '',
      type: form.get(`${member}.ResourceType`) ?? '',
      identifier: form.get(`${member}.ResourceIdentifier.entry.1.value`) ?? '',
    })
  }
  return found
}

/** Why CloudFormation refuses an import change set, or undefined. */
export async function importRefusal(
  requests: readonly ImportRequest[],
  before: ParsedTemplate | undefined,
  after: ParsedTemplate,
  world: { backend: Backend; cloudtrail: CloudTrailService },
): Promise<string | undefined> {
  if (requests.length === 0) return 'ResourcesToImport must be specified for an IMPORT change set'
  const named = new Set(requests.map((request) => request.logicalId))
  const added = Object.keys(after.Resources).filter((id) => !(id in (before?.Resources ?? {})))
  if (added.some((id) => !named.has(id)) || named.size !== added.length)
    return 'As part of the import operation, you cannot modify or add [Resources] other than those to import'
  if (JSON.stringify(after.Outputs ?? {}) !== JSON.stringify(before?.Outputs ?? {}))
    return 'As part of the import operation, you cannot modify or add [Outputs]'
  for (const request of requests) {
    if (after.Resources[request.logicalId]?.DeletionPolicy === undefined)
      return `Resource [${request.logicalId}] must have a DeletionPolicy attribute`
    if (!(await exists(request, world))) return `Resource [${request.logicalId}] with identifier [${request.identifier}] does not exist`
  }
  return undefined
}

async function exists({ type, identifier }: ImportRequest, world: { backend: Backend; cloudtrail: CloudTrailService }): Promise<boolean> {
  const { backend, cloudtrail } = world
  const ask: Record<string, () => Promise<unknown>> = {
    'AWS::S3::Bucket': () => backend.s3('GET', `/${identifier}?location`),
    'AWS::S3::BucketPolicy': () => backend.s3('GET', `/${identifier}?policy`),
    'AWS::KMS::Key': () => backend.json('kms', 'TrentService.DescribeKey', { KeyId: identifier }),
    'AWS::IAM::OIDCProvider': () => backend.query('iam', 'GetOpenIDConnectProvider', { OpenIDConnectProviderArn: identifier }),
    'AWS::ECR::Repository': () =>
      backend.json('ecr', 'AmazonEC2ContainerRegistry_V20150921.DescribeRepositories', { repositoryNames: [identifier] }),
    'AWS::Logs::LogGroup': async () => {
      const answer = await backend.json('logs', 'Logs_20140328.DescribeLogGroups', { logGroupNamePrefix: identifier })
      const groups = (answer['logGroups'] ?? []) as { logGroupName: string }[]
      if (!groups.some((group) => group.logGroupName === identifier)) throw new BackendError('ResourceNotFoundException', identifier, 400)
    },
    'AWS::CloudTrail::Trail': async () => {
      if (![...cloudtrail.trails.values()].some((trail) => trail.Name === identifier))
        throw new BackendError('TrailNotFoundException', identifier, 400)
    },
  }
  const call = ask[type]
  if (!call) return false
  return call().then(
    () => true,
    (error: unknown) => (error instanceof BackendError && error.status < 500 ? false : Promise.reject(error)),
  )
}

/** The template as the emulator gets it: without what was imported, references to that as values. */
export function withoutImported(template: ParsedTemplate, imported: ReadonlyMap<string, string>, context: ResolveContext): ParsedTemplate {
  if (imported.size === 0) return template
  const only: ResolveContext = { ...context, template: { Resources: template.Resources }, parameters: new Map(), physicalIds: imported }
  const replace = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(replace)
    if (typeof value !== 'object' || value === null) return value
    const [entry, ...others] = Object.entries(value)
    if (entry && others.length === 0) {
      const [key, argument] = entry
      if (key === 'Ref' && imported.has(String(argument))) return resolve(value, only)
      if (key === 'Fn::GetAtt' && imported.has(String((argument as string[])[0]))) return resolve(value, only)
      if (key === 'Fn::Sub' && typeof argument === 'string') {
        const text = argument.replace(/\$\{(\w+)((?:\.\w+)?)\}/g, (whole, name: string) =>
          imported.has(name) ? String(resolve({ 'Fn::Sub': whole }, only)) : whole,
        )
        return { [key]: text }
      }
    }
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, replace(item)]))
  }
  const kept = Object.entries(template.Resources)
    .filter(([id]) => !imported.has(id))
    .map(([id, resource]): [string, ParsedTemplate['Resources'][string]] => {
      const dependsOn = [resource.DependsOn ?? []].flat().filter((dependency) => !imported.has(dependency))
      const { DependsOn: _, ...rest } = resource
      return [id, replace({ ...rest, ...(dependsOn.length > 0 ? { DependsOn: dependsOn } : {}) }) as ParsedTemplate['Resources'][string]]
    })
  // A template without resources is none; this one is nothing.
  const resources = kept.length > 0 ? Object.fromEntries(kept) : { [PLACEHOLDER]: { Type: 'AWS::CloudFormation::WaitConditionHandle' } }
  return { ...(replace({ ...template, Resources: {} }) as ParsedTemplate), Resources: resources }
}

/** Makes an imported resource what the stack's template says. */
export async function applyImported(type: string, identifier: string, properties: Properties, backend: Backend): Promise<void> {
  switch (type) {
    case 'AWS::S3::BucketPolicy':
      await backend.s3('PUT', `/${identifier}?policy`, { body: JSON.stringify(properties['PolicyDocument']) })
      return
    case 'AWS::S3::Bucket':
      return applyImportedBucket(identifier, properties, backend)
    case 'AWS::KMS::Key':
      if (properties['KeyPolicy'])
        await backend.json('kms', 'TrentService.PutKeyPolicy', {
          KeyId: identifier,
          PolicyName: 'default',
          Policy: JSON.stringify(properties['KeyPolicy']),
        })
      return
    case 'AWS::Logs::LogGroup':
      if (properties['RetentionInDays'])
        await backend.json('logs', 'Logs_20140328.PutRetentionPolicy', {
          logGroupName: identifier,
          retentionInDays: Number(properties['RetentionInDays']),
        })
      return
    case 'AWS::ECR::Repository': {
      const ecr = (operation: string, body: Properties) =>
        backend.json('ecr', `AmazonEC2ContainerRegistry_V20150921.${operation}`, { repositoryName: identifier, ...body })
      if (properties['ImageTagMutability']) await ecr('PutImageTagMutability', { imageTagMutability: properties['ImageTagMutability'] })
      if (properties['RepositoryPolicyText'])
        await ecr('SetRepositoryPolicy', { policyText: JSON.stringify(properties['RepositoryPolicyText']) })
      return
    }
    default:
      return
  }
}

async function applyImportedBucket(bucket: string, properties: Properties, backend: Backend): Promise<void> {
  const put = (query: string, body: string) => backend.s3('PUT', `/${bucket}?${query}`, { body })
  const block = properties['PublicAccessBlockConfiguration'] as Properties | undefined
  if (block) {
    const settings = Object.entries(block).map(([key, value]) => `<${key}>${String(value)}</${key}>`)
    await put('publicAccessBlock', `<PublicAccessBlockConfiguration>${settings.join('')}</PublicAccessBlockConfiguration>`)
  }
  const versioning = properties['VersioningConfiguration'] as { Status: string } | undefined
  if (versioning) await put('versioning', `<VersioningConfiguration><Status>${versioning.Status}</Status></VersioningConfiguration>`)
  type Encryption = {
    ServerSideEncryptionConfiguration: { ServerSideEncryptionByDefault: { SSEAlgorithm: string; KMSMasterKeyID?: string } }[]
  }
  const encryption = (properties['BucketEncryption'] as Encryption | undefined)?.ServerSideEncryptionConfiguration[0]
    ?.ServerSideEncryptionByDefault
  if (encryption) {
    const key = encryption.KMSMasterKeyID ? `<KMSMasterKeyID>${encryption.KMSMasterKeyID}</KMSMasterKeyID>` : ''
    await put(
      'encryption',
      `<ServerSideEncryptionConfiguration><Rule><ApplyServerSideEncryptionByDefault><SSEAlgorithm>${encryption.SSEAlgorithm}</SSEAlgorithm>${key}</ApplyServerSideEncryptionByDefault></Rule></ServerSideEncryptionConfiguration>`,
    )
  }
  const logging = properties['LoggingConfiguration'] as { DestinationBucketName: string; LogFilePrefix: string } | undefined
  if (logging)
    await put(
      'logging',
      `<BucketLoggingStatus><LoggingEnabled><TargetBucket>${logging.DestinationBucketName}</TargetBucket><TargetPrefix>${logging.LogFilePrefix}</TargetPrefix></LoggingEnabled></BucketLoggingStatus>`,
    )
  const lifecycle = properties['LifecycleConfiguration'] as { Rules: Properties[] } | undefined
  if (lifecycle) await put('lifecycle', `<LifecycleConfiguration>${lifecycle.Rules.map(lifecycleRule).join('')}</LifecycleConfiguration>`)
}

function lifecycleRule(rule: Properties): string {
  const transitions = ((rule['Transitions'] ?? []) as { StorageClass: string; TransitionInDays: number }[])
    .map((step) => `<Transition><Days>${step.TransitionInDays}</Days><StorageClass>${step.StorageClass}</StorageClass></Transition>`)
    .join('')
  const expiration = rule['ExpirationInDays']
    ? `<Expiration><Days>${String(rule['ExpirationInDays'])}</Days></Expiration>`
    : rule['ExpiredObjectDeleteMarker']
      ? '<Expiration><ExpiredObjectDeleteMarker>true</ExpiredObjectDeleteMarker></Expiration>'
      : ''
  const abort = rule['AbortIncompleteMultipartUpload']
    ? '<AbortIncompleteMultipartUpload><DaysAfterInitiation>7</DaysAfterInitiation></AbortIncompleteMultipartUpload>'
    : ''
  return `<Rule><ID>${String(rule['Id'])}</ID><Status>${String(rule['Status'])}</Status><Filter><Prefix>${String(rule['Prefix'] ?? '')}</Prefix></Filter>${transitions}${expiration}${abort}</Rule>`
}
