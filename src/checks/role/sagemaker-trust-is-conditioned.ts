import { defineCheck, passUnless } from '../define.ts'
import { conditionsOn, limits, nameOf, trustComplaints, trustOf } from '../policies.ts'

export const sagemakerTrustIsConditioned = defineCheck({
  id: 'sagemaker-trust-is-conditioned',
  code: 'ROLE-004',
  severity: 'high',
  title: 'Only SageMaker, acting for this account, can use the execution role',
  on: 'role',
  roles: ['sagemaker'],
  reads: ['iam:GetRole'],
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html',
  remedy: 'Deploy the access stack: the trust asks for aws:SourceAccount and aws:SourceArn.',
  evaluate: (role, { account }) => {
    const open = trustOf(role).filter(
      (statement) =>
        statement.effect === 'Allow' &&
        !(
          conditionsOn(statement, 'aws:SourceAccount').some(
            (condition) => limits(condition) && condition.values.every((value) => value === account),
          ) ||
          conditionsOn(statement, 'aws:SourceArn').some(
            (condition) => limits(condition) && condition.values.every((value) => value.split(':')[4] === account),
          )
        ),
    )
    return passUnless(
      [
        ...trustComplaints(role, ['sagemaker.amazonaws.com']),
        ...open.map(
          (statement) => `statement ${nameOf(statement)} does not name this account: another account could make SageMaker use the role`,
        ),
      ],
      'trusts SageMaker for this account only',
    )
  },
})
