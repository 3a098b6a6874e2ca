import type { Adoption } from '../model/adoption.ts'
import type { Config } from '../model/config.ts'
import { logicalSuffix } from '../model/logical-id.ts'

/**
 * Everything a config adopts, by the identifiers CloudFormation imports with. What can be chosen at creation only is
 * said at once: left to the update it would look like a change, and replace the resource.
 * Source: `primaryIdentifier` and `createOnlyProperties` of the resource types.
 */
export function adoptionsOf(config: Config): Adoption[] {
  const { audit, access, github, names } = config
  const provider = github?.oidcProvider
  return [
    ...(typeof provider === 'object' && 'adopt' in provider
      ? [
          adopted(
            'bootstrap',
            'GithubOidcProvider',
            'AWS::IAM::OIDCProvider',
            { Arn: provider.adopt },
            { Url: `https://${provider.adopt.split('/').slice(1).join('/')}` },
          ),
        ]
      : []),
    ...(audit.key.source === 'adopt'
      ? [
          adopted(
            'audit',
            'LogKey',
            'AWS::KMS::Key',
            { KeyId: audit.key.id?.replace(/^arn:.*:key\//, '') ?? '' },
            { KeySpec: 'SYMMETRIC_DEFAULT' },
          ),
        ]
      : []),
    ...(audit.logBucket === 'adopt' ? adoptedBucket(names.logBucket) : []),
    ...(audit.logGroup === 'adopt' ? [byName('audit', 'LogGroup', 'AWS::Logs::LogGroup', { LogGroupName: names.logGroup })] : []),
    ...(audit.trail === 'adopt'
      ? [
          adopted(
            'audit',
            'Trail',
            'AWS::CloudTrail::Trail',
            { TrailName: names.trail },
            { TrailName: names.trail, IsLogging: true, S3BucketName: names.logBucket },
          ),
        ]
      : []),
    ...(access.ecr?.repositories ?? [])
      .filter((repository) => repository.source === 'adopt')
      .map(({ name }) => byName('access', `Repository${logicalSuffix(name)}`, 'AWS::ECR::Repository', { RepositoryName: name })),
  ]
}

function adopted(
  template: Adoption['template'],
  logicalId: string,
  type: string,
  identifier: Adoption['identifier'],
  properties: Adoption['properties'],
): Adoption {
  return { template, logicalId, type, identifier, properties, optional: false }
}

/** A resource whose name is its identifier. */
function byName(template: Adoption['template'], logicalId: string, type: string, identifier: Adoption['identifier']): Adoption {
  return adopted(template, logicalId, type, identifier, identifier)
}

/** A bucket that logs are delivered to has a policy, and S3 refuses a second one: it comes along. */
function adoptedBucket(bucket: string): Adoption[] {
  const policy = { Version: '2012-10-17', Statement: [] }
  return [
    byName('audit', 'LogBucket', 'AWS::S3::Bucket', { BucketName: bucket }),
    {
      ...adopted(
        'audit',
        'LogBucketPolicy',
        'AWS::S3::BucketPolicy',
        { Bucket: bucket },
        { Bucket: { Ref: 'LogBucket' }, PolicyDocument: policy },
      ),
      optional: true,
    },
  ]
}
