import { GITHUB_ROLES } from '../../model/facts.ts'
import { defineCheck, passUnless } from '../define.ts'
import { conditionsOn, nameOf } from '../policies.ts'
import { claim, githubStatements, namesOneRepository } from './github-trust.ts'

export const githubTrustNamesRepository = defineCheck({
  id: 'github-trust-names-repository',
  code: 'OIDC-003',
  severity: 'critical',
  title: 'The trust names owner and repository, without wildcards',
  on: 'role',
  roles: GITHUB_ROLES,
  reads: ['iam:GetRole'],
  source: 'https://docs.github.com/en/actions/reference/security/oidc',
  remedy: 'Set `sub` to repo:OWNER/REPO:… for one repository and deploy bootstrap.',
  evaluate: (role, { config }) => {
    const push = config?.github?.imagePush
    const designed = role.kind === 'image-push' && push ? `${push.owner}/${push.name}` : config?.github?.repository
    const complaints = githubStatements(role).flatMap((statement) => {
      const subjects = conditionsOn(statement, claim('sub'))
        .filter((condition) => /^String(?:Equals|Like)$/.test(condition.operator))
        .flatMap((condition) => condition.values)
      if (subjects.length === 0) return [`statement ${nameOf(statement)} does not look at \`sub\`: any repository on GitHub is trusted`]
      return subjects
        .filter((subject) => !namesOneRepository(subject, designed))
        .map((subject) => `statement ${nameOf(statement)} trusts ${subject}`)
    })
    return passUnless(complaints, designed ? `trusts ${designed} only` : 'trusts named repositories only')
  },
})
