import { GITHUB_ROLES } from '../../model/facts.ts'
import { defineCheck, passUnless } from '../define.ts'
import { conditionsOn, limits, nameOf } from '../policies.ts'
import { claim, githubStatements } from './github-trust.ts'

export const githubTrustPinsRepositoryId = defineCheck({
  id: 'github-trust-pins-repository-id',
  code: 'OIDC-007',
  severity: 'medium',
  title: 'The trust pins the repository by its id, which no rename can pass on',
  on: 'role',
  roles: GITHUB_ROLES,
  reads: ['iam:GetRole'],
  source: 'https://docs.github.com/en/actions/concepts/security/openid-connect',
  remedy: 'Set `github.owner-id` and `github.repository-id` and deploy bootstrap.',
  settings: ['github.owner-id', 'github.repository-id'],
  evaluate: (role) => {
    const loose = githubStatements(role).filter((statement) => {
      const byId = ['repository_id', 'job_workflow_ref'].some((name) => conditionsOn(statement, claim(name)).some(limits))
      const subjects = conditionsOn(statement, claim('sub')).flatMap((condition) => condition.values)
      return !byId && !(subjects.length > 0 && subjects.every((subject) => /^repo:[^/@]+@\d+\/[^:@]+@\d+:/.test(subject)))
    })
    return passUnless(
      loose.map((statement) => `statement ${nameOf(statement)} trusts a name that someone else may own one day`),
      'pinned by id',
    )
  },
})
