import { defineCheck, need, passUnless } from '../define.ts'
import { allows, nameOf, statementsOfRole } from '../policies.ts'

const BROAD = ['AmazonSageMakerFullAccess', 'AmazonS3FullAccess', 'CloudWatchLogsFullAccess', 'AdministratorAccess', 'PowerUserAccess']
/** One action per way to reach data: an allow of any of them on `*` is too wide. */
const PROBES = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject', 'kms:Decrypt', 'ecr:BatchGetImage', 'ecr:PutImage']

export const sagemakerRoleIsScoped = defineCheck({
  id: 'sagemaker-role-is-scoped',
  code: 'ROLE-005',
  severity: 'high',
  title: 'The SageMaker role reaches named buckets, keys and repositories only',
  on: 'role',
  roles: ['sagemaker'],
  reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-iam-awsmanpol.html',
  remedy: 'Set `access.sagemaker.profile: least-privilege` and deploy.',
  settings: ['access.sagemaker.profile'],
  evaluate: (role) => {
    const broad = need(role.attached)
      .map((arn) => arn.split('/').at(-1) ?? arn)
      .filter((name) => BROAD.includes(name))
    const wide = statementsOfRole(role).filter(
      (statement) =>
        statement.effect === 'Allow' && (statement.resources ?? ['*']).includes('*') && PROBES.some((action) => allows(statement, action)),
    )
    return passUnless(
      [
        ...broad.map((name) => `${name} is attached`),
        ...wide.map(
          (statement) => `statement ${nameOf(statement)} allows ${PROBES.filter((action) => allows(statement, action)).join(', ')} on *`,
        ),
      ],
      'data, keys and images are named',
    )
  },
})
