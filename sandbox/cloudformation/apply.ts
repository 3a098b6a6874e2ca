import { isDeepStrictEqual } from 'node:util'
import { type ResolveContext, resolve } from '../../src/cloudformation/resolve.ts'
import type { TemplateResource } from '../../src/model/template.ts'
import { type Backend, BackendError } from '../backend.ts'
import type { CloudTrailService } from '../cloudtrail/service.ts'
import { tagText } from '../xml.ts'

type Properties = Record<string, unknown>

/**
 * What the emulator records as done and does not do. Each entry was measured: the template asks for it,
 * the stack says CREATE_COMPLETE, and the read-back shows it missing.
 */
export async function applyMissing(
  logicalId: string,
  resource: TemplateResource,
  context: ResolveContext,
  backend: Backend,
): Promise<void> {
  const properties = resolve(resource.Properties ?? {}, context) as Properties
  const physical = context.physicalIds.get(logicalId) ?? ''
  if (resource.Type === 'AWS::S3::Bucket') await applyBucket(physical, properties, backend)
  if (resource.Type === 'AWS::KMS::Key') await applyKey(physical, properties, backend)
  if (resource.Type === 'AWS::Logs::LogGroup' && typeof properties['KmsKeyId'] === 'string') {
    await backend.json(
      'logs',
      'Logs_20140328.AssociateKmsKey',
      { logGroupName: properties['LogGroupName'], kmsKeyId: properties['KmsKeyId'] },
      context.region,
    )
  }
  if (resource.Type.startsWith('AWS::Config::')) await applyConfig(resource.Type, properties, backend, context.region)
  if (resource.Type === 'AWS::EKS::PodIdentityAssociation') await applyAssociation(properties, backend, context.region)
  if (resource.Type === 'AWS::IAM::ManagedPolicy') await applyManagedPolicy(physical, properties, backend)
  if (resource.Type === 'AWS::IAM::Role' && typeof properties['PermissionsBoundary'] === 'string') {
    await backend.query('iam', 'PutRolePermissionsBoundary', {
      RoleName: String(properties['RoleName'] ?? physical),
      PermissionsBoundary: properties['PermissionsBoundary'],
    })
  }
}

/** A policy names the roles it is attached to, and its text changes by new versions; the emulator does neither. */
async function applyManagedPolicy(PolicyArn: string, properties: Properties, backend: Backend): Promise<void> {
  for (const RoleName of (properties['Roles'] ?? []) as string[]) await backend.query('iam', 'AttachRolePolicy', { RoleName, PolicyArn })
  const current = tagText(await backend.query('iam', 'GetPolicy', { PolicyArn }), 'DefaultVersionId') ?? 'v1'
  const xml = await backend.query('iam', 'GetPolicyVersion', { PolicyArn, VersionId: current })
  const document = tagText(xml, 'Document') ?? ''
  const deployed = JSON.parse(document.startsWith('%') ? decodeURIComponent(document) : document) as unknown
  if (isDeepStrictEqual(deployed, properties['PolicyDocument'])) return
  await backend.query('iam', 'CreatePolicyVersion', {
    PolicyArn,
    PolicyDocument: JSON.stringify(properties['PolicyDocument']),
    SetAsDefault: 'true',
  })
  // IAM keeps five versions; the one before is of no more use here.
  await backend.query('iam', 'DeletePolicyVersion', { PolicyArn, VersionId: current })
}

const lowerFirst = (properties: Properties): Properties =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key.charAt(0).toLowerCase() + key.slice(1), value]))

async function applyConfig(type: string, properties: Properties, backend: Backend, region: string): Promise<void> {
  const call = (operation: string, body: Properties) => backend.json('config', `StarlingDoveService.${operation}`, body, region)
  if (type === 'AWS::Config::ConfigurationRecorder') {
    const { Name, RoleARN, RecordingGroup } = properties
    const recorder = { name: Name, roleARN: RoleARN, recordingGroup: lowerFirst((RecordingGroup ?? {}) as Properties) }
    await call('PutConfigurationRecorder', { ConfigurationRecorder: recorder })
    await call('StartConfigurationRecorder', { ConfigurationRecorderName: Name })
  }
  if (type === 'AWS::Config::DeliveryChannel')
    await call('PutDeliveryChannel', { DeliveryChannel: { name: properties['Name'], s3BucketName: properties['S3BucketName'] } })
  if (type === 'AWS::Config::ConfigRule')
    await call('PutConfigRule', { ConfigRule: { ConfigRuleName: properties['ConfigRuleName'], Source: properties['Source'] } })
}

async function applyAssociation(properties: Properties, backend: Backend, region: string): Promise<void> {
  const { ClusterName, Namespace, ServiceAccount, RoleArn } = properties
  await backend.rest('eks', 'POST', `/clusters/${String(ClusterName)}/pod-identity-associations`, region, {
    namespace: Namespace,
    serviceAccount: ServiceAccount,
    roleArn: RoleArn,
  })
}

async function applyBucket(bucket: string, properties: Properties, backend: Backend): Promise<void> {
  const ownership = (properties['OwnershipControls'] as { Rules?: { ObjectOwnership: string }[] } | undefined)?.Rules?.[0]?.ObjectOwnership
  if (ownership) {
    await backend.s3('PUT', `/${bucket}?ownershipControls`, {
      body: `<OwnershipControls xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><Rule><ObjectOwnership>${ownership}</ObjectOwnership></Rule></OwnershipControls>`,
    })
  }
  const lock = (properties['ObjectLockConfiguration'] as { Rule?: { DefaultRetention?: Record<string, unknown> } } | undefined)?.Rule
    ?.DefaultRetention
  if (properties['ObjectLockEnabled'] === true) {
    const rule = lock
      ? `<Rule><DefaultRetention><Mode>${lock['Mode']}</Mode>${lock['Days'] ? `<Days>${lock['Days']}</Days>` : `<Years>${lock['Years']}</Years>`}</DefaultRetention></Rule>`
      : ''
    await backend.s3('PUT', `/${bucket}?object-lock`, {
      body: `<ObjectLockConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><ObjectLockEnabled>Enabled</ObjectLockEnabled>${rule}</ObjectLockConfiguration>`,
    })
  }
  const minimum = (properties['LifecycleConfiguration'] as { TransitionDefaultMinimumObjectSize?: string } | undefined)
    ?.TransitionDefaultMinimumObjectSize
  if (minimum) {
    const current = await backend.s3('GET', `/${bucket}?lifecycle`)
    await backend.s3('PUT', `/${bucket}?lifecycle`, {
      body: await current.text(),
      headers: { 'x-amz-transition-default-minimum-object-size': minimum },
    })
  }
}

async function applyKey(keyId: string, properties: Properties, backend: Backend): Promise<void> {
  if (properties['EnableKeyRotation'] === true || properties['EnableKeyRotation'] === 'true') {
    await backend.json('kms', 'TrentService.EnableKeyRotation', {
      KeyId: keyId,
      RotationPeriodInDays: Number(properties['RotationPeriodInDays'] ?? 365),
    })
  }
}

/** Creates or updates a trail as the CloudFormation resource handler does: trail, selectors, insights, then logging. */
export async function applyTrail(
  properties: Properties,
  context: ResolveContext,
  cloudtrail: CloudTrailService,
  exists: boolean,
): Promise<string> {
  const name = String(properties['TrailName'] ?? `${context.stackName}-Trail`)
  const body = {
    Name: name,
    S3BucketName: properties['S3BucketName'],
    S3KeyPrefix: properties['S3KeyPrefix'],
    IncludeGlobalServiceEvents: properties['IncludeGlobalServiceEvents'] === true,
    IsMultiRegionTrail: properties['IsMultiRegionTrail'] === true,
    EnableLogFileValidation: properties['EnableLogFileValidation'] === true,
    KmsKeyId: properties['KMSKeyId'],
    CloudWatchLogsLogGroupArn: properties['CloudWatchLogsLogGroupArn'],
    CloudWatchLogsRoleArn: properties['CloudWatchLogsRoleArn'],
    SnsTopicName: properties['SnsTopicName'],
    TagsList: properties['Tags'] ?? [],
  }
  const trail = exists ? await cloudtrail.update(body) : await cloudtrail.create(body, context.region)
  if (properties['AdvancedEventSelectors'] || properties['EventSelectors']) {
    const selectors = properties['AdvancedEventSelectors']
      ? { AdvancedEventSelectors: properties['AdvancedEventSelectors'] }
      : { EventSelectors: properties['EventSelectors'] }
    cloudtrail.putEventSelectors({ TrailName: trail.TrailARN, ...selectors })
  }
  cloudtrail.putInsightSelectors({ TrailName: trail.TrailARN, InsightSelectors: properties['InsightSelectors'] ?? [] })
  if (properties['IsLogging'] === false) cloudtrail.stopLogging(trail.TrailARN)
  else cloudtrail.startLogging(trail.TrailARN)
  return name
}

/** A name that someone outside the stack already uses: AWS refuses it, the emulator takes it over. */
export async function nameTaken(type: string, properties: Properties, backend: Backend): Promise<string | undefined> {
  const found = async (call: Promise<unknown>) =>
    call.then(
      () => true,
      (error: unknown) => (error instanceof BackendError && error.status < 500 ? false : Promise.reject(error)),
    )
  if (type === 'AWS::IAM::Role' && typeof properties['RoleName'] === 'string') {
    const name = properties['RoleName']
    if (await found(backend.query('iam', 'GetRole', { RoleName: name })))
      return `Role with name ${name} already exists. (Service: Iam, Status Code: 409)`
  }
  if (type === 'AWS::S3::Bucket' && typeof properties['BucketName'] === 'string') {
    const name = properties['BucketName']
    if (await found(backend.s3('GET', `/${name}?location`))) return `${name} already exists (Service: S3, Status Code: 409)`
  }
  return undefined
}
