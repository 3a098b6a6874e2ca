import { GITHUB_ROLES } from '../../model/facts.ts'
import { defineCheck, passUnless } from '../define.ts'
import { conditionsOn, limits, nameOf } from '../policies.ts'
import { githubStatements } from './github-trust.ts'

const BY_ID = /^(?:[^*?]*:)?(?:repo:[^/@*?]+@\d+\/[^:@*?]+@\d+|repository_id:\d+)(?::|$)/

export const githubTrustPinsRepositoryId = defineCheck({
  id: 'github-trust-pins-repository-id',
  code: 'OIDC-007',
  severity: 'medium',
  title: 'The trust pins the repository by its id, which no rename can pass on',
  on: 'role',
  roles: GITHUB_ROLES,
  reads: ['iam:GetRole'],
  source: 'https://docs.github.com/en/actions/concepts/security/openid-connect',
  remedy:
    'Set `github.owner-id` and `github.repository-id` and deploy bootstrap; where the issuer is not github.com, have `repository_id` put into the `sub` and name it in `github.subject-claims`.',
  settings: ['github.owner-id', 'github.repository-id'],
  evaluate: (role) => {
    const loose = githubStatements(role).filter((statement) => {
      const byId = ['repository_id', 'job_workflow_ref'].some((name) => conditionsOn(statement, statement.claim(name)).some(limits))
      const subjects = conditionsOn(statement, statement.claim('sub')).flatMap((condition) => condition.values)
      return !byId && !(subjects.length > 0 && subjects.every((subject) => BY_ID.test(subject)))
    })
    return passUnless(
      loose.map((statement) => `statement ${nameOf(statement)} trusts a name that someone else may own one day`),
      'pinned by id',
    )
  },
})
