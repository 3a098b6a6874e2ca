import { defineCheck } from '../define.ts'
import { judgeDesigned } from './judge.ts'
import { REVERT } from './table.ts'

export const oidcProviderIsAsDesigned = defineCheck({
  id: 'oidc-provider-is-as-designed',
  code: 'DESIGN-016',
  severity: 'high',
  title: 'The OIDC provider is as its template says',
  on: 'designed',
  types: ['AWS::IAM::OIDCProvider'],
  reads: ['cloudformation:ListStackResources', 'iam:GetOpenIDConnectProvider'],
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html',
  remedy: REVERT,
  evaluate: judgeDesigned,
})
