import { type ActionIndex, actionsOfLevels, expandAction } from '../../iam/actions.ts'
import { actionMatches } from '../../iam/evaluate.ts'
import type { Facts, RoleFacts } from '../../model/facts.ts'
import { defineCheck, need, notApplicable, passUnless } from '../define.ts'
import { byWhat, mayRole, policiesOf, RIGHTS_READS } from '../rights.ts'

/** Levels of the Service Authorization Reference that change something. */
const CHANGING = ['Write', 'Tagging', 'Permissions management'] as const

/** "Write" by its level, and yet it changes nothing: it signs in, asks for a detection, or runs a query that reads. */
const CHANGES_NOTHING: readonly string[] = [
  'cloudformation:DetectStackDrift',
  'cloudformation:DetectStackResourceDrift',
  'kms:Decrypt',
  'sts:GetCallerIdentity',
]

/** Actions that one statement can name are told one by one; of more, how many. */
const SHOWN = 6

export const verifyRoleOnlyReads = defineCheck({
  id: 'verify-role-only-reads',
  code: 'OIDC-008',
  severity: 'high',
  title: 'The role that verifies can change nothing',
  on: 'role',
  roles: ['verify'],
  reads: RIGHTS_READS,
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html',
  why: 'Every pull request may run a verification: what its role may change, anybody who opens one may change.',
  remedy: 'Run `mlops-audit deploy --bootstrap --revert-drift` as an administrator, and find event PutRolePolicy or AttachRolePolicy.',
  messages: { changes: 'it may {actions}, by {by}', more: 'and more', reads: 'it can only read', unknown: 'no index of actions is here' },
  examples: { good: 'Action: [s3:GetBucketPolicy, iam:GetRole]', bad: 'Action: s3:*' },
  evaluate: (role, facts, say) => {
    const index = facts.design?.actions
    if (!index) return notApplicable(say('unknown'))
    const found = changesOf(role, facts, index)
    if (found.length === 0) need(role.managed)
    const groups = new Map<string, string[]>()
    for (const { action, by } of found.slice(0, SHOWN)) groups.set(by, [...(groups.get(by) ?? []), action])
    return passUnless(
      [
        ...[...groups].map(([by, actions]) => say('changes', { actions: actions.join(', '), by })),
        ...(found.length > SHOWN ? [say('more')] : []),
      ],
      say('reads'),
    )
  },
})

/** What it may change, until there is enough to say. */
function changesOf(role: RoleFacts, { account }: Facts, index: ActionIndex): { action: string; by: string }[] {
  const statements = policiesOf(role).flatMap((policy) => policy.statements.filter(({ effect }) => effect === 'Allow'))
  const changing = new Set(actionsOfLevels(index, CHANGING))
  const named = new Set(statements.flatMap(({ actions = ['*'] }) => actions.flatMap((pattern) => expandAction(index, pattern))))
  const found: { action: string; by: string }[] = []
  for (const action of named) {
    if (!changing.has(action) || CHANGES_NOTHING.includes(action)) continue
    if (!statements.some((statement) => actionMatches(statement, action))) continue
    const request = mayRole(role, { action, on: '*' }, account)
    if (request) found.push({ action, by: byWhat(request) })
    if (found.length > SHOWN) break
  }
  return found
}
