import { read } from '../../../src/model/evidence.ts'
import { anOidcProvider, aRole, granting, refused, trusting } from '../../support/facts.ts'
import { AUD, type Case, github, ISSUER, unreadableRole } from './case.ts'

export const OIDC_CASES: Readonly<Record<string, Case>> = {
  'oidc-provider-audience-is-sts': {
    fails: {
      'another audience': {
        oidcProviders: [
          anOidcProvider({ provider: read({ Url: ISSUER, ClientIDList: ['sts.amazonaws.com', 'https://github.com/acme'] }) }),
        ],
      },
      'another issuer': {
        oidcProviders: [anOidcProvider({ provider: read({ Url: 'evil.example', ClientIDList: ['sts.amazonaws.com'] }) })],
      },
    },
    errors: { oidcProviders: [anOidcProvider({ provider: refused })] },
  },
  'github-trust-requires-audience': {
    fails: {
      none: { roles: [trusting('deploy', github({ StringEquals: { [`${ISSUER}:sub`]: 'repo:acme/retail:ref:refs/heads/main' } }))] },
      'by pattern': { roles: [trusting('deploy', github({ StringLike: { [`${ISSUER}:aud`]: 'sts*' } }))] },
    },
    errors: unreadableRole('deploy'),
  },
  'github-trust-names-repository': {
    fails: {
      'no sub': { roles: [trusting('verify', github({ StringEquals: AUD }))] },
      'any repository of the owner': {
        roles: [trusting('verify', github({ StringEquals: AUD, StringLike: { [`${ISSUER}:sub`]: 'repo:acme/*' } }))],
      },
      'any owner': {
        roles: [trusting('verify', github({ StringEquals: AUD, StringLike: { [`${ISSUER}:sub`]: 'repo:*/retail:ref:refs/heads/main' } }))],
      },
      'another repository': {
        roles: [trusting('verify', github({ StringEquals: { ...AUD, [`${ISSUER}:sub`]: 'repo:acme/other:ref:refs/heads/main' } }))],
      },
    },
    errors: unreadableRole('verify'),
  },
  'github-trust-has-no-vacuous-condition': {
    fails: {
      ForAllValues: { roles: [trusting('plan', github({ 'ForAllValues:StringEquals': AUD }))] },
      IfExists: { roles: [trusting('plan', github({ StringEqualsIfExists: AUD }))] },
    },
    errors: unreadableRole('plan'),
  },
  'deploy-role-is-bound-to-branch': {
    fails: {
      'pull requests': {
        roles: [trusting('deploy', github({ StringEquals: { ...AUD, [`${ISSUER}:sub`]: 'repo:acme/retail:pull_request' } }))],
      },
      'any branch': { roles: [trusting('deploy', github({ StringLike: { [`${ISSUER}:sub`]: 'repo:acme/retail:ref:refs/heads/*' } }))] },
      'no sub': { roles: [trusting('deploy', github({ StringEquals: AUD }))] },
    },
    errors: unreadableRole('deploy'),
  },
  'github-trust-pins-repository-id': {
    fails: {
      'by name': {
        roles: [trusting('deploy', github({ StringEquals: { ...AUD, [`${ISSUER}:sub`]: 'repo:acme/retail:ref:refs/heads/main' } }))],
      },
    },
    errors: unreadableRole('deploy'),
  },
  'verify-role-only-reads': {
    fails: {
      'writes objects': { roles: [granting('verify', { Action: 's3:*Object', Resource: '*' }, { boundary: read(undefined) })] },
      'all but one action': { roles: [granting('verify', { NotAction: 's3:GetObject', Resource: '*' }, { boundary: read(undefined) })] },
    },
    passes: { 'reads more': { roles: [granting('verify', { Action: ['s3:Get*', 'iam:Get*'], Resource: '*' })] } },
    notApplicable: { 'without an index of actions': { design: undefined as never, roles: [aRole('verify')] } },
    errors: unreadableRole('verify'),
  },
}
