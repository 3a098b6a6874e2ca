import { read } from '../../../src/model/evidence.ts'
import { aBucket, aRole, aTrail, attaching, granting, refused, trusting } from '../../support/facts.ts'
import { type Case, gated, trust, unreadableRole } from './case.ts'

const UNBOUNDED = { boundary: read(undefined) }

const PODS = { Effect: 'Allow', Principal: { Service: 'pods.eks.amazonaws.com' }, Action: ['sts:AssumeRole', 'sts:TagSession'] }
const TAGS = {
  'aws:RequestTag/kubernetes-namespace': 'serving',
  'aws:RequestTag/kubernetes-service-account': 'model',
  'aws:RequestTag/eks-cluster-name': 'prod',
}
const podTrust = (changes: Record<string, unknown>) => ({
  Statement: [{ ...PODS, Condition: { StringEquals: { 'aws:SourceAccount': '123456789012', ...TAGS, ...changes } } }],
})
const irsa = (condition: Record<string, string>) => ({
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: 'arn:aws:iam::123456789012:oidc-provider/oidc.eks.us-east-1.amazonaws.com/id/A1' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: condition },
    },
  ],
})

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
      'full access': { roles: [attaching('sagemaker', 'AmazonSageMakerFullAccess')] },
      'all of S3': { roles: [granting('sagemaker', { Action: 's3:*', Resource: '*' })] },
      'any bucket by ARN': { roles: [granting('sagemaker', { Action: 's3:GetObject', Resource: 'arn:aws:s3:::*/*' })] },
    },
    passes: {
      'one bucket': { roles: [granting('sagemaker', { Action: 's3:Get*', Resource: 'arn:aws:s3:::training/*' })] },
      'keys with a tag': {
        roles: [
          granting('sagemaker', {
            Action: 'kms:Decrypt',
            Resource: '*',
            Condition: { StringEquals: { 'aws:ResourceTag/project': 'retail' } },
          }),
        ],
      },
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
      'any service by another operator': {
        roles: [
          granting('sagemaker', {
            Action: 'iam:PassRole',
            Resource: 'arn:aws:iam::123456789012:role/x',
            Condition: { StringLike: { 'iam:PassedToService': '*.amazonaws.com' } },
          }),
        ],
      },
    },
    passes: {
      "AWS's own policy, to one service": { roles: [attaching('eks-cluster', 'AmazonEKSComputePolicy')] },
    },
    errors: unreadableRole('sagemaker'),
  },
  'role-has-no-full-access': {
    fails: {
      everything: { roles: [granting('plan', { Action: '*', Resource: '*' })] },
      'everything in other words': { roles: [granting('plan', { Action: '*:*', Resource: 'arn:*' })] },
      'all but nothing': { roles: [granting('plan', { NotAction: 'x:y', Resource: '*' })] },
      attached: { roles: [attaching('plan', 'AdministratorAccess')] },
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
  'node-role-has-what-nodes-need': {
    fails: {
      'pushes images': { roles: [attaching('eks-nodegroup', 'AmazonEC2ContainerRegistryPowerUser', UNBOUNDED)] },
      'reads any object': { roles: [granting('eks-nodegroup', { Action: 's3:Get*', Resource: '*' }, UNBOUNDED)] },
      'assumes any role': { roles: [granting('eks-nodegroup', { Action: 'sts:*', Resource: '*' }, UNBOUNDED)] },
    },
    passes: {
      'reads one bucket': { roles: [granting('eks-nodegroup', { Action: 's3:GetObject', Resource: 'arn:aws:s3:::x/*' }, UNBOUNDED)] },
    },
    errors: unreadableRole('eks-nodegroup'),
  },
  'pod-role-trusts-one-service-account': {
    fails: {
      'any pod': { roles: [trusting('pod', { Statement: [{ ...PODS, Condition: {} }] })] },
      'any namespace': { roles: [trusting('pod', podTrust({ 'aws:RequestTag/kubernetes-namespace': undefined }))] },
      'any service account': { roles: [trusting('pod', podTrust({ 'aws:RequestTag/kubernetes-service-account': undefined }))] },
      'a pattern that is the world': {
        roles: [
          trusting('pod', {
            Statement: [{ ...PODS, Condition: { StringLike: { ...TAGS, 'aws:RequestTag/kubernetes-service-account': '*' } } }],
          }),
        ],
      },
      'no session tags': { roles: [trusting('pod', { Statement: [{ ...podTrust({}).Statement[0], Action: 'sts:AssumeRole' }] })] },
      'an account': {
        roles: [trusting('pod', { Statement: [{ Effect: 'Allow', Principal: { AWS: '123456789012' }, Action: 'sts:AssumeRole' }] })],
      },
      'any token of the cluster': { roles: [trusting('pod', irsa({ 'oidc.eks.us-east-1.amazonaws.com/id/A1:aud': 'sts.amazonaws.com' }))] },
      nobody: { roles: [trusting('pod', { Statement: [] })] },
    },
    passes: {
      'one service account': { roles: [trusting('pod', podTrust({}))] },
      'several clusters': { roles: [trusting('pod', podTrust({ 'aws:RequestTag/eks-cluster-name': ['prod', 'stage'] }))] },
      IRSA: {
        roles: [
          trusting(
            'pod',
            irsa({
              'oidc.eks.us-east-1.amazonaws.com/id/A1:aud': 'sts.amazonaws.com',
              'oidc.eks.us-east-1.amazonaws.com/id/A1:sub': 'system:serviceaccount:serving:model',
            }),
          ),
        ],
      },
    },
    errors: unreadableRole('pod'),
  },
  'role-names-its-actions': {
    fails: {
      'all of S3': { roles: [granting('plan', { Action: 's3:*', Resource: 'arn:aws:s3:::x/*' })] },
      'all of KMS in other words': { roles: [granting('plan', { Action: 'KMS:**', Resource: '*' })] },
      "AWS's own": { roles: [attaching('sagemaker', 'CloudWatchLogsFullAccess')] },
    },
    passes: { 'all that gets': { roles: [granting('plan', { Action: 's3:Get*', Resource: '*' })] } },
    errors: unreadableRole('plan'),
  },
  'role-decrypts-with-named-keys': {
    fails: {
      'any key': { roles: [granting('sagemaker', { Action: 'kms:Decrypt', Resource: '*' })] },
      'any key of the account': { roles: [granting('plan', { Action: 'kms:*crypt*', Resource: 'arn:aws:kms:*:123456789012:key/*' })] },
    },
    passes: {
      'by alias': {
        roles: [
          granting('plan', {
            Action: 'kms:Decrypt',
            Resource: '*',
            Condition: { 'ForAnyValue:StringEquals': { 'kms:ResourceAliases': 'alias/data' } },
          }),
        ],
      },
      'by S3 only': {
        roles: [
          granting('plan', {
            Action: 'kms:Decrypt',
            Resource: '*',
            Condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.amazonaws.com' } },
          }),
        ],
      },
    },
    errors: unreadableRole('plan'),
  },
  'role-cannot-raise-its-rights': {
    fails: {
      'writes policies': { roles: [granting('sagemaker', { Action: 'iam:PutRolePolicy', Resource: '*' }, UNBOUNDED)] },
      'attaches any policy': { roles: [granting('pod', { Action: 'iam:Attach*', Resource: '*' }, UNBOUNDED)] },
      'an administrator': { roles: [attaching('sagemaker', 'AdministratorAccess', UNBOUNDED)] },
      'passes a role to a function': {
        roles: [
          granting('sagemaker', { Action: ['iam:PassRole', 'lambda:CreateFunction', 'lambda:InvokeFunction'], Resource: '*' }, UNBOUNDED),
        ],
      },
    },
    passes: {
      'with a boundary that denies it': { roles: [granting('sagemaker', { Action: 'iam:PutRolePolicy', Resource: '*' })] },
      'demands a boundary': {
        roles: [
          granting(
            'sagemaker',
            {
              Action: 'iam:PutRolePolicy',
              Resource: '*',
              Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::123456789012:policy/limit' } },
            },
            UNBOUNDED,
          ),
        ],
      },
    },
    errors: { roles: [granting('sagemaker', { Action: 'iam:PutRolePolicy', Resource: '*' }, { boundary: refused })] },
  },
  'role-cannot-blind-the-trail': {
    fails: {
      'stops it': { roles: [granting('sagemaker', { Action: 'cloudtrail:Stop*', Resource: '*' }, UNBOUNDED)] },
      'blinds it': { roles: [granting('pod', { Action: 'cloudtrail:PutEventSelectors', Resource: aTrail().arn }, UNBOUNDED)] },
      'deletes its logs': { roles: [granting('plan', { Action: 's3:DeleteObject*', Resource: `${aBucket().arn}/*` }, UNBOUNDED)] },
      'ends its key': { roles: [granting('plan', { Action: 'kms:ScheduleKeyDeletion', Resource: '*' }, UNBOUNDED)] },
    },
    passes: {
      'another trail': { roles: [granting('plan', { Action: 'cloudtrail:StopLogging', Resource: `${aTrail().arn}-2` }, UNBOUNDED)] },
      'with its boundary': { roles: [granting('sagemaker', { Action: 'cloudtrail:*', Resource: '*' })] },
    },
    notApplicable: { 'nothing to reach': { trails: [], logBuckets: [], keys: [], roles: [aRole('plan')] } },
    errors: { roles: [granting('sagemaker', { Action: 'cloudtrail:*', Resource: '*' }, { boundary: refused })] },
  },
  'role-lists-what-it-allows': {
    fails: {
      'all but IAM': { roles: [granting('plan', { NotAction: 'iam:*', Resource: '*' })] },
      'all but a bucket': { roles: [granting('plan', { Action: 's3:GetObject', NotResource: 'arn:aws:s3:::x/*' })] },
      'all but somebody': {
        roles: [trusting('plan', { Statement: [{ Effect: 'Allow', NotPrincipal: { AWS: '1' }, Action: 'sts:AssumeRole' }] })],
      },
    },
    passes: {
      'a denial of all but': { roles: [granting('plan', { Effect: 'Deny', NotAction: 'iam:*', Resource: '*' })] },
    },
    errors: unreadableRole('plan'),
  },
  'role-reads-named-secrets': {
    fails: {
      'any secret': { roles: [granting('pod', { Action: 'secretsmanager:GetSecretValue', Resource: '*' })] },
      'any parameter': { roles: [granting('sagemaker', { Action: 'ssm:GetParameter*', Resource: 'arn:aws:ssm:*:*:parameter/*' })] },
      'any namespace': { roles: [granting('pod', { Action: 'cloudwatch:PutMetricData', Resource: '*' })] },
    },
    passes: {
      'one namespace': {
        roles: [
          granting('pod', {
            Action: 'cloudwatch:PutMetricData',
            Resource: '*',
            Condition: { StringEquals: { 'cloudwatch:namespace': 'serving' } },
          }),
        ],
      },
    },
    errors: unreadableRole('pod'),
  },
}
