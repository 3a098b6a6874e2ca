import { GITHUB_ROLES } from '../../model/facts.ts'
import { defineCheck, passUnless } from '../define.ts'
import { conditionsOn, nameOf } from '../policies.ts'
import { githubStatements } from './github-trust.ts'

export const githubTrustRequiresAudience = defineCheck({
  id: 'github-trust-requires-audience',
  code: 'OIDC-002',
  severity: 'high',
  title: 'The trust asks for the STS audience, exactly',
  on: 'role',
  roles: GITHUB_ROLES,
  reads: ['iam:GetRole'],
  source: 'https://docs.github.com/en/actions/reference/security/oidc',
  remedy:
    'Add StringEquals ISSUER:aud = sts.amazonaws.com to the trust policy; ISSUER is token.actions.githubusercontent.com, or the one of `github.issuer`.',
  evaluate: (role) => {
    const loose = githubStatements(role).filter(
      (statement) =>
        !conditionsOn(statement, statement.claim('aud')).some(
          (condition) =>
            condition.operator === 'StringEquals' && condition.values.every((value) => /^sts\.amazonaws\.com(?:\.cn)?$/.test(value)),
        ),
    )
    return passUnless(
      loose.map((statement) => `statement ${nameOf(statement)} does not ask for the audience`),
      'asks for the STS audience',
    )
  },
})
