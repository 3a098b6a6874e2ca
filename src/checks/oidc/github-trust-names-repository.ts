import { defineCheck, passUnless } from '../define.ts'
import { conditionsOn, nameOf } from '../policies.ts'
import { claim, githubStatements, namesOneRepository } from './github-trust.ts'

export const githubTrustNamesRepository = defineCheck({
  id: 'github-trust-names-repository',
  code: 'OIDC-003',
  severity: 'critical',
  title: 'The trust names owner and repository, without wildcards',
  on: 'role',
  roles: ['plan', 'deploy', 'verify', 'github'],
  reads: ['iam:GetRole'],
  source: 'https://docs.github.com/en/actions/reference/security/oidc',
  remedy: 'Set `sub` to repo:OWNER/REPO:… for one repository and deploy bootstrap.',
  evaluate: (role, { config }) => {
    const complaints = githubStatements(role).flatMap((statement) => {
      const subjects = conditionsOn(statement, claim('sub'))
        .filter((condition) => /^String(?:Equals|Like)$/.test(condition.operator))
        .flatMap((condition) => condition.values)
      if (subjects.length === 0) return [`statement ${nameOf(statement)} does not look at \`sub\`: any repository on GitHub is trusted`]
      return subjects
        .filter((subject) => !namesOneRepository(subject, config?.github?.repository))
        .map((subject) => `statement ${nameOf(statement)} trusts ${subject}`)
    })
    return passUnless(complaints, config?.github ? `trusts ${config.github.repository} only` : 'trusts named repositories only')
  },
})
