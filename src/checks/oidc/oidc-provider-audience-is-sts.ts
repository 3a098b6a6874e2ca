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
  evaluate: (oidcProvider) => {
    const { Url, ClientIDList } = need(oidcProvider.provider)
    const strangers = ClientIDList.filter((id) => !/^sts\.amazonaws\.com(?:\.cn)?$/.test(id))
    return passUnless(
      [
        ...(Url.replace(/^https:\/\//, '') === 'token.actions.githubusercontent.com' ? [] : [`its URL is ${Url}`]),
        ...strangers.map((id) => `it also accepts audience ${id}`),
        ...(ClientIDList.length === 0 ? ['it accepts no audience'] : []),
      ],
      'accepts sts.amazonaws.com only',
    )
  },
})
