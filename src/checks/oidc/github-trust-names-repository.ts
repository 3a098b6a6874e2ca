import { GITHUB_ROLES } from '../../model/facts.ts'
import { defineCheck, passUnless } from '../define.ts'
import { conditionsOn, nameOf } from '../policies.ts'
import { githubStatements, namesOneRepository } from './github-trust.ts'

export const githubTrustNamesRepository = defineCheck({
  id: 'github-trust-names-repository',
  code: 'OIDC-003',
  severity: 'critical',
  title: 'The trust names owner and repository, without wildcards, under the issuer that knows them',
  on: 'role',
  roles: GITHUB_ROLES,
  reads: ['iam:GetRole'],
  source: 'https://docs.github.com/en/actions/reference/security/oidc',
  remedy: 'Set `sub` to repo:OWNER/REPO:… for one repository, under the issuer of `github.issuer`, and deploy bootstrap.',
  evaluate: (role, { config }) => {
    const github = config?.github
    const push = role.kind === 'image-push' ? github?.imagePush : undefined
    const designed = push ? { ...push, repository: `${push.owner}/${push.name}` } : github
    const complaints = githubStatements(role).flatMap((statement) => {
      // The same name under another issuer is someone else's repository.
      if (github && statement.issuer !== github.issuer)
        return [`statement ${nameOf(statement)} trusts tokens of ${statement.issuer}; the config's issuer is ${github.issuer}`]
      const subjects = conditionsOn(statement, statement.claim('sub'))
        .filter((condition) => /^String(?:Equals|Like)$/.test(condition.operator))
        .flatMap((condition) => condition.values)
      if (subjects.length === 0) return [`statement ${nameOf(statement)} does not look at \`sub\`: any repository on GitHub is trusted`]
      return subjects
        .filter((subject) => !namesOneRepository(subject, designed))
        .map((subject) => `statement ${nameOf(statement)} trusts ${subject}`)
    })
    return passUnless(complaints, designed ? `trusts ${designed.repository} only` : 'trusts named repositories only')
  },
})
