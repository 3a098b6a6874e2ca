import { parseOperator } from '../../iam/conditions.ts'
import { actionMatches } from '../../iam/evaluate.ts'
import type { Statement } from '../../iam/policy.ts'
import { defineCheck, passUnless } from '../define.ts'
import { allows, conditionsOn, coversResource, nameOf, statementsOfRole } from '../policies.ts'

const KEYS = ['sagemaker:VolumeKmsKeyArn', 'sagemaker:OutputKmsKeyArn', 'sagemaker:VolumeKmsKey', 'sagemaker:OutputKmsKey']
/** What a job needs of its key: SageMaker hands a grant to the machines, and the job reads and writes in the role's name. */
const NEEDED = ['kms:CreateGrant', 'kms:Decrypt', 'kms:GenerateDataKey']
const JOBS = ['sagemaker:CreateTrainingJob', 'sagemaker:CreateProcessingJob', 'sagemaker:CreateTransformJob']

export const sagemakerGatesCanBePassed = defineCheck({
  id: 'sagemaker-gates-can-be-passed',
  code: 'ROLE-020',
  severity: 'medium',
  title: 'A key that SageMaker jobs must use is one that their role may use',
  on: 'role',
  roles: ['sagemaker'],
  reads: ['iam:ListRolePolicies', 'iam:GetRolePolicy', 'iam:ListAttachedRolePolicies', 'iam:GetPolicy', 'iam:GetPolicyVersion'],
  source: 'https://docs.aws.amazon.com/sagemaker/latest/dg/encryption-at-rest.html',
  remedy: 'Name the key in `access.sagemaker.keys` and deploy, or take the gate away.',
  settings: ['access.sagemaker.keys'],
  evaluate: (role) => {
    const statements = statementsOfRole(role)
    const demands = statements.filter((statement) => statement.effect === 'Deny' && JOBS.some((job) => actionMatches(statement, job)))
    return passUnless(
      demands.flatMap((gate) => complaints(gate, statements)),
      'every key that a gate demands may be used',
    )
  },
})

/** A gate of keys is passed where one of them may be used. */
function complaints(gate: Statement, statements: readonly Statement[]): string[] {
  const demanded = KEYS.flatMap((key) => conditionsOn(gate, key))
    .filter(({ operator }) => parseOperator(operator).negates !== undefined)
    .map(({ values }) => values)
  return demanded
    .filter((keys) => !keys.some((key) => missing(key, statements).length === 0))
    .map(
      (keys) =>
        `statement ${nameOf(gate)} demands ${keys.join(' or ')}, on which the role lacks ${missing(keys[0] ?? '', statements).join(', ')}`,
    )
}

function missing(key: string, statements: readonly Statement[]): string[] {
  return NEEDED.filter((action) => !statements.some((statement) => allows(statement, action) && coversResource(statement, key)))
}
