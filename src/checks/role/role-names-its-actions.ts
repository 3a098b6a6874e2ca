import { ANY } from '../../iam/ask.ts'
import { actionMatches } from '../../iam/evaluate.ts'
import type { Statement } from '../../iam/policy.ts'
import { defineCheck, need, passUnless } from '../define.ts'
import { GRANTS_READS, policiesOf, statementName } from '../rights.ts'

/** Services of which a statement allows every action, those that AWS adds later too: told by an action that nobody could have named. */
function wholeServices(statement: Statement): string[] {
  if (statement.effect !== 'Allow') return []
  const services = (statement.actions ?? ['*']).map((pattern) => pattern.split(':')[0]?.toLowerCase() ?? '')
  return [...new Set(services)].filter((service) => actionMatches(statement, `${/[*?]/.test(service) ? 's3' : service}:${ANY}`))
}

export const roleNamesItsActions = defineCheck({
  id: 'role-names-its-actions',
  code: 'ROLE-011',
  severity: 'medium',
  title: 'No role has all actions of a service',
  on: 'role',
  reads: GRANTS_READS,
  source: 'https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21',
  why: 'A whole service has actions that change policies and delete data beside those that are needed, and gets new ones without anybody here.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set the policy back; where a profile gives it, choose a narrower one.',
    foreign: 'Write the actions out that are called; `mlops-audit activity --usage` lists them.',
  },
  settings: ['access.sagemaker.profile'],
  messages: { whole: '{policy}, {statement} allows every action of {services}', named: 'every action is named' },
  examples: { good: 'Action: [s3:GetObject, s3:PutObject]', bad: 'Action: s3:*' },
  evaluate: (role, _, say) => {
    const found = policiesOf(role).flatMap(({ name, statements }) =>
      statements.flatMap((statement) => {
        const services = wholeServices(statement)
        return services.length > 0
          ? [say('whole', { policy: name, statement: statementName(statement), services: services.join(', ') })]
          : []
      }),
    )
    if (found.length === 0) need(role.managed)
    return passUnless(found, say('named'))
  },
})
