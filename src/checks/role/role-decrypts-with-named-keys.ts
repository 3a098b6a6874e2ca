import { defineCheck, passUnless } from '../define.ts'
import { anyOf, byWhat, GRANTS_READS, grantedTo } from '../rights.ts'

const ACTIONS = ['kms:Decrypt', 'kms:ReEncryptFrom']

export const roleDecryptsWithNamedKeys = defineCheck({
  id: 'role-decrypts-with-named-keys',
  code: 'ROLE-012',
  severity: 'medium',
  title: 'No role may decrypt with every key',
  on: 'role',
  reads: GRANTS_READS,
  source: 'https://docs.aws.amazon.com/kms/latest/developerguide/iam-policies-best-practices.html',
  why: 'Encryption with separate keys keeps data apart only as long as nobody may use all of them.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the policy back; keys of jobs are named in `access.sagemaker.keys`.',
    foreign: 'Name the keys under Resource, or limit the statement by kms:ResourceAliases, a tag, or kms:ViaService.',
  },
  settings: ['access.sagemaker.keys'],
  messages: { any: '{action} with any key, by {by}', named: 'keys are named' },
  examples: {
    good: 'Action: kms:Decrypt\nResource: arn:aws:kms:us-east-1:123456789012:key/1234',
    bad: 'Action: kms:Decrypt\nResource: "*"',
  },
  evaluate: (role, facts, say) =>
    passUnless(
      ACTIONS.flatMap((action) => {
        const found = grantedTo(role, { action, on: anyOf(facts, 'kms', 'key/') }, facts.account)
        return found ? [say('any', { action, by: byWhat(found) })] : []
      }),
      say('named'),
    ),
})
