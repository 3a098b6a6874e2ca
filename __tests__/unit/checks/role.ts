import { read } from '../../../src/model/evidence.ts'
import { aRole, granting, trusting } from '../../support/facts.ts'
import { type Case, gated, trust, unreadableRole } from './case.ts'

export const ROLE_CASES: Readonly<Record<string, Case>> = {
  'eks-cluster-role-trusts-eks-only': {
    fails: {
      'an account': {
        roles: [
          trusting('eks-cluster', { Statement: [{ Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' }] }),
        ],
      },
    },
    errors: unreadableRole('eks-cluster'),
  },
  'eks-node-role-trusts-ec2-only': {
    fails: {
      'EKS too': { roles: [trusting('eks-nodegroup', trust('ec2.amazonaws.com', 'eks.amazonaws.com'))] },
      nobody: { roles: [trusting('eks-nodegroup', { Statement: [] })] },
    },
    errors: unreadableRole('eks-nodegroup'),
  },
  'sagemaker-trust-is-conditioned': {
    fails: {
      'no condition': { roles: [trusting('sagemaker', trust('sagemaker.amazonaws.com'))] },
      'another account': {
        roles: [
          trusting('sagemaker', {
            Statement: [
              { ...trust('sagemaker.amazonaws.com').Statement[0], Condition: { StringEquals: { 'aws:SourceAccount': '999999999999' } } },
            ],
          }),
        ],
      },
    },
    errors: unreadableRole('sagemaker'),
  },
  'sagemaker-role-is-scoped': {
    fails: {
      'full access': { roles: [aRole('sagemaker', { attached: read(['arn:aws:iam::aws:policy/AmazonSageMakerFullAccess']) })] },
      'all of S3': { roles: [granting('sagemaker', { Action: 's3:*', Resource: '*' })] },
    },
    errors: unreadableRole('sagemaker'),
  },
  'sagemaker-gates-can-be-passed': {
    fails: {
      'a volume key that the role may not use': {
        roles: [gated('VolumeKmsKeyArn', 'arn:aws:kms:us-east-1:123456789012:key/9')],
      },
      'an output key that the role may not use': {
        roles: [gated('OutputKmsKeyArn', 'arn:aws:kms:us-east-1:123456789012:key/9')],
      },
    },
    errors: unreadableRole('sagemaker'),
  },
  'pass-role-is-scoped': {
    fails: {
      'any role': {
        roles: [granting('deploy', { Action: 'iam:PassRole', Resource: '*', Condition: { StringEquals: { 'iam:PassedToService': 'x' } } })],
      },
      'any service': { roles: [granting('sagemaker', { Action: 'iam:Pass*', Resource: 'arn:aws:iam::123456789012:role/x' })] },
    },
    errors: unreadableRole('sagemaker'),
  },
  'role-has-no-full-access': {
    fails: {
      everything: { roles: [granting('plan', { Action: '*', Resource: '*' })] },
      'all but IAM': { roles: [granting('plan', { NotAction: 'iam:*', Resource: '*' })] },
      attached: { roles: [aRole('plan', { attached: read(['arn:aws:iam::aws:policy/AdministratorAccess']) })] },
    },
    errors: unreadableRole('plan'),
  },
  'role-has-boundary': {
    fails: {
      none: { roles: [aRole('sagemaker', { role: read({ AssumeRolePolicyDocument: '{"Statement":[]}' }) })] },
      another: {
        roles: [
          aRole('sagemaker', {
            role: read({ AssumeRolePolicyDocument: '{"Statement":[]}', PermissionsBoundaryArn: 'arn:aws:iam::123456789012:policy/x' }),
          }),
        ],
      },
    },
    errors: unreadableRole('sagemaker'),
    notApplicable: {
      'no config': { config: undefined, roles: [aRole('sagemaker', { role: read({ AssumeRolePolicyDocument: '{"Statement":[]}' }) })] },
    },
  },
  'role-has-designed-policies': {
    fails: {
      'an inline policy': { roles: [aRole('sagemaker', { policies: read([]) })] },
      'an attached policy': { roles: [aRole('eks-nodegroup', { attached: read([]) })] },
    },
    errors: unreadableRole('sagemaker'),
    notApplicable: { 'no design': { designedPolicies: new Map(), roles: [aRole('sagemaker')] } },
  },
}
