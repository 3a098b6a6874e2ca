import type { Asked } from '../../iam/ask.ts'
import { escalationPaths } from '../../iam/escalation.ts'
import type { FoundRequest } from '../../iam/search/find-request.ts'
import type { RoleFacts } from '../../model/facts.ts'
import { defineCheck, passUnless } from '../define.ts'
import { byWhat, mayRole, RIGHTS_READS } from '../rights.ts'

/** Ways that are named; of more only how many. */
const SHOWN = 4

export const roleCannotRaiseItsRights = defineCheck({
  id: 'role-cannot-raise-its-rights',
  code: 'ROLE-013',
  severity: 'high',
  title: 'No role can give itself more rights than it has',
  on: 'role',
  reads: RIGHTS_READS,
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html',
  why: 'Whoever gets into the role, by a pod or a workflow, has not its rights alone but all those in the account.',
  remedy: {
    ours: 'Run `mlops-audit deploy --revert-drift` to set policies and boundary back: no template gives these rights.',
    foreign: 'Name what it may act on, or demand a boundary: `Condition: { StringEquals: { iam:PermissionsBoundary: <arn> } }`.',
  },
  messages: { way: 'it can {way}, by {by}', more: 'and {count} ways more', none: 'no known way to more rights' },
  examples: {
    good: 'Action: iam:PutRolePolicy\nResource: arn:aws:iam::123456789012:role/app-*\nCondition: { StringEquals: { iam:PermissionsBoundary: arn:aws:iam::123456789012:policy/limit } }',
    bad: 'Action: iam:PutRolePolicy\nResource: "*"',
  },
  evaluate: (role, facts, say) => {
    const ways = escalationPaths(facts).flatMap(({ name, steps }) => {
      const requests = walked(role, steps, facts.account)
      return requests ? [say('way', { way: name, by: requests.map(byWhat).join('; ') })] : []
    })
    const rest = ways.length - SHOWN
    return passUnless(rest > 0 ? [...ways.slice(0, SHOWN), say('more', { count: rest })] : ways, say('none'))
  },
})

/** Requests for all the steps of a way; undefined as soon as one is not allowed. */
function walked(role: RoleFacts, steps: readonly Asked[], account: string): FoundRequest[] | undefined {
  const found: FoundRequest[] = []
  for (const step of steps) {
    const request = mayRole(role, step, account)
    if (!request) return undefined
    found.push(request)
  }
  return found
}
