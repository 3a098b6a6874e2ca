import { madeUpKeyId } from '../cloudformation/resolved.ts'
import type { Config } from '../model/config.ts'
import type { KeyFacts } from '../model/facts.ts'
import type { TemplateResource } from '../model/template.ts'
import { isTrue, known, type Properties, text } from './template-values.ts'

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
    case 'AWS::SNS::Topic':
      return `${at('sns')}:${name('TopicName')}`
    case 'AWS::IAM::Role':
      return `${at('iam', '')}:role/${name('RoleName')}`
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
