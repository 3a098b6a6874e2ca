import { madeUpKeyId } from '../cloudformation/resolved.ts'
import type { Config } from '../model/config.ts'
import type { HeldResource } from '../model/design.ts'
import { read } from '../model/evidence.ts'
import type { KeyFacts, TrailFacts } from '../model/facts.ts'
import type { TemplateResource } from '../model/template.ts'
import { isOpen, isTrue, known, type Properties, text, UNDECIDED } from './template-values.ts'

export interface Found {
  logicalId: string
  resource: TemplateResource
  properties: Properties
  region: string
}

export interface World {
  all: readonly Found[]
  account: string
  partition: string
  config: Config | undefined
}

/** ARN of a resource that checks judge, as it will be. */
export function arnOf(
  { logicalId, resource, properties, region }: Found,
  { account, partition }: Pick<World, 'account' | 'partition'>,
): string | undefined {
  const name = (key: string) => text(properties[key]) || logicalId
  const at = (service: string, where = region) => `arn:${partition}:${service}:${where}:${account}`
  switch (resource.Type) {
    case 'AWS::CloudTrail::Trail':
      return `${at('cloudtrail')}:trail/${name('TrailName')}`
    case 'AWS::S3::Bucket':
      return `arn:${partition}:s3:::${name('BucketName')}`
    case 'AWS::KMS::Key':
      return `${at('kms')}:key/${madeUpKeyId(logicalId)}`
    case 'AWS::Logs::LogGroup':
      return `${at('logs')}:log-group:${name('LogGroupName')}`
    case 'AWS::S3::BucketPolicy':
      return `arn:${partition}:s3:::${text(properties['Bucket'])}`
    case 'AWS::ECR::Repository':
      return `${at('ecr')}:repository/${name('RepositoryName')}`
    case 'AWS::Logs::MetricFilter':
      return `${at('logs')}:log-group:${text(properties['LogGroupName'])}:metric-filter:${name('FilterName')}`
    case 'AWS::CloudWatch::Alarm':
      return `${at('cloudwatch')}:alarm:${name('AlarmName')}`
    case 'AWS::Config::ConfigurationRecorder':
      return `${at('config')}:configuration-recorder/${name('Name')}`
    case 'AWS::Config::DeliveryChannel':
      return `${at('config')}:delivery-channel/${name('Name')}`
    case 'AWS::SNS::TopicPolicy':
      return text([properties['Topics']].flat()[0]) || logicalId
    case 'AWS::SNS::Topic':
      return `${at('sns')}:${name('TopicName')}`
    case 'AWS::IAM::Role':
      return `${at('iam', '')}:role/${name('RoleName')}`
    case 'AWS::IAM::ManagedPolicy':
      return `${at('iam', '')}:policy${text(properties['Path']) || '/'}${name('ManagedPolicyName')}`
    case 'AWS::IAM::OIDCProvider':
      return `${at('iam', '')}:oidc-provider/${text(properties['Url']).replace('https://', '')}`
    default:
      return undefined
  }
}

export function ofType(all: readonly Found[], type: string): Found[] {
  return all.filter(({ resource }) => resource.Type === type)
}

/** A key as KMS would describe it. */
export function keyDescription({ logicalId, properties }: Found, arn: string): KeyFacts['description'] {
  const enabled = properties['Enabled'] === undefined || isTrue(properties['Enabled'])
  return known(
    {
      KeyId: madeUpKeyId(logicalId),
      Arn: arn,
      Enabled: enabled,
      KeyState: enabled ? 'Enabled' : 'Disabled',
      KeySpec: text(properties['KeySpec']) || 'SYMMETRIC_DEFAULT',
      KeyManager: 'CUSTOMER',
    },
    '',
    [properties['Enabled'], properties['KeySpec']],
  )
}

export function keyPolicy({ properties }: Found): KeyFacts['policy'] {
  return known(properties['KeyPolicy'] === undefined ? undefined : JSON.stringify(properties['KeyPolicy']), 'The key has no policy.')
}

/** A resource as it will be, property by property. What only a deployment decides stays open. */
export function asHeld(found: Found, world: World): HeldResource {
  const { logicalId, resource, properties, region } = found
  return {
    designed: { stack: '', logicalId, type: resource.Type, region, properties },
    arn: arnOf(found, world) ?? logicalId,
    exists: read({}),
    live: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, isOpen(value) ? UNDECIDED : read(value)])),
  }
}

/** The trail whose description fits. */
export function describedBy(trails: readonly TrailFacts[], matches: (trail: Record<string, unknown>) => boolean): TrailFacts | undefined {
  return trails.find((trail) => trail.description.state === 'read' && matches({ ...trail.description.value }))
}
