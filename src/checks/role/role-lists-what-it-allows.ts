import { defineCheck, need, passUnless } from '../define.ts'
import { trustOf } from '../policies.ts'
import { policiesOf, RIGHTS_READS, statementName } from '../rights.ts'

export const roleListsWhatItAllows = defineCheck({
  id: 'role-lists-what-it-allows',
  code: 'ROLE-017',
  severity: 'high',
  title: 'No statement allows all but what it lists',
  on: 'role',
  reads: RIGHTS_READS,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_notaction.html',
  why: 'With NotAction, NotResource or NotPrincipal an Allow is open to whatever is not listed, and to all that AWS adds later.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the policy back: no template has such a statement.',
    foreign: 'Write what is allowed under Action, Resource and Principal; to forbid something, use a statement with `Effect: Deny`.',
  },
  messages: { but: '{policy}, {statement} allows with {element}', listed: 'every Allow lists what it allows' },
  examples: { good: 'Effect: Allow\nAction: [s3:GetObject]', bad: 'Effect: Allow\nNotAction: iam:*' },
  evaluate: (role, _, say) => {
    const policies = [...policiesOf(role), { name: 'trust policy', statements: trustOf(role) }]
    const found = policies.flatMap(({ name, statements }) =>
      statements
        .filter(({ effect }) => effect === 'Allow')
        .flatMap((statement) => {
          const element = statement.notActions
            ? 'NotAction'
            : statement.notResources
              ? 'NotResource'
              : statement.notPrincipals && 'NotPrincipal'
          return element ? [say('but', { policy: name, statement: statementName(statement), element })] : []
        }),
    )
    if (found.length === 0) need(role.managed)
    return passUnless(found, say('listed'))
  },
})
