import { githubIssuerOf } from '../../model/github-issuer.ts'
import { defineCheck, need, passUnless } from '../define.ts'

export const oidcProviderAudienceIsSts = defineCheck({
  id: 'oidc-provider-audience-is-sts',
  code: 'OIDC-001',
  severity: 'high',
  title: "The provider is GitHub's, for the STS audience only",
  on: 'oidcProvider',
  reads: ['iam:GetOpenIDConnectProvider'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
  remedy: 'Remove other client ids from the provider; they let tokens meant for someone else in.',
  evaluate: (oidcProvider, { config }) => {
    const { Url, ClientIDList } = need(oidcProvider.provider)
    const strangers = ClientIDList.filter((id) => !/^sts\.amazonaws\.com(?:\.cn)?$/.test(id))
    return passUnless(
      [
        ...(isOurs(githubIssuerOf(Url), config?.github?.issuer) ? [] : [`its URL is ${Url}`]),
        ...strangers.map((id) => `it also accepts audience ${id}`),
        ...(ClientIDList.length === 0 ? ['it accepts no audience'] : []),
      ],
      'accepts sts.amazonaws.com only',
    )
  },
})

/** One of GitHub's issuers, and the config's, when there is one. */
function isOurs(issuer: string | undefined, designed: string | undefined): boolean {
  return issuer !== undefined && (designed === undefined || issuer === designed)
}
