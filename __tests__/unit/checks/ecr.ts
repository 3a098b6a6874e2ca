import { refused, things } from '../../support/facts.ts'
import type { Case } from './case.ts'

const REPOSITORY = 'AWS::ECR::Repository'
const repository = (changes: Record<string, unknown>) => things(REPOSITORY, changes)
const policy = (Principal: unknown, Action: string | string[], Condition?: object) =>
  repository({
    RepositoryPolicyText: JSON.stringify({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Allow', Principal, Action, ...(Condition ? { Condition } : {}) }],
    }),
  })

export const ECR_CASES: Readonly<Record<string, Case>> = {
  'repository-scans-images': {
    fails: {
      off: repository({ ImageScanningConfiguration: { ScanOnPush: false } }),
      'nothing said': repository({ ImageScanningConfiguration: undefined }),
    },
    errors: repository({ ImageScanningConfiguration: refused }),
  },
  'repository-tags-stay': {
    fails: {
      mutable: repository({ ImageTagMutability: 'MUTABLE' }),
      'mutable but for some': repository({ ImageTagMutability: 'MUTABLE_WITH_EXCLUSION' }),
      'nothing said': repository({ ImageTagMutability: undefined }),
    },
    passes: { 'immutable but for some': repository({ ImageTagMutability: 'IMMUTABLE_WITH_EXCLUSION' }) },
    errors: repository({ ImageTagMutability: refused }),
  },
  'repository-forgets-old-images': {
    fails: {
      none: repository({ LifecyclePolicy: undefined }),
      'without rules': repository({ LifecyclePolicy: { LifecyclePolicyText: '{"rules":[]}' } }),
    },
    errors: repository({ LifecyclePolicy: refused }),
  },
  'repository-is-not-public': {
    fails: {
      'everyone pulls': policy('*', 'ecr:BatchGetImage'),
      'every account pushes': policy({ AWS: '*' }, 'ecr:*'),
      'an address that is the world': policy('*', 'ecr:PutImage', { IpAddress: { 'aws:SourceIp': '0.0.0.0/0' } }),
      'any organization by a pattern': policy('*', 'ecr:BatchGetImage', { StringLike: { 'aws:PrincipalOrgID': 'o-*' } }),
      'where the key is not there': policy('*', 'ecr:PutImage', { StringEqualsIfExists: { 'aws:SourceVpce': 'vpce-1' } }),
    },
    passes: {
      'no policy': repository({ RepositoryPolicyText: undefined }),
      'an organization': policy('*', 'ecr:BatchGetImage', { StringEquals: { 'aws:PrincipalOrgID': 'o-acme000000' } }),
      'an account': policy({ AWS: 'arn:aws:iam::210987654321:root' }, 'ecr:BatchGetImage'),
    },
    errors: repository({ RepositoryPolicyText: refused }),
  },
  'repository-is-encrypted-with-kms': {
    fails: { 'with AES-256': repository({ EncryptionConfiguration: { EncryptionType: 'AES256' } }) },
    errors: repository({ EncryptionConfiguration: refused }),
  },
}
