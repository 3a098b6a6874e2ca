import { defineCheck, passUnless } from '../define.ts'
import { conditionsOn } from '../policies.ts'
import { githubStatements } from './github-trust.ts'

/** A branch or an environment by its whole name, with no wildcard up to its end. */
const BOUND = /^(?:[^*?]*:)?(?:ref:refs\/heads\/|environment:)[^*?:]+(?::|$)/

export const deployRoleIsBoundToBranch = defineCheck({
  id: 'deploy-role-is-bound-to-branch',
  code: 'OIDC-006',
  severity: 'high',
  title: 'Only named branches or environments can become the deploy role',
  on: 'role',
  roles: ['deploy'],
  reads: ['iam:GetRole'],
  source: 'https://docs.github.com/en/actions/reference/security/oidc',
  remedy: 'Set `github.branches` or `github.environments` and deploy bootstrap; a pull request must never deploy.',
  settings: ['github.branches', 'github.environments'],
  evaluate: (role) => {
    const subjects = githubStatements(role).flatMap((statement) =>
      conditionsOn(statement, statement.claim('sub')).flatMap((condition) => condition.values),
    )
    const loose = subjects.filter((subject) => !BOUND.test(subject))
    return passUnless(
      subjects.length === 0 ? ['the trust does not look at `sub`'] : loose.map((subject) => `it trusts ${subject}`),
      `bound to ${subjects.length} subjects`,
    )
  },
})
