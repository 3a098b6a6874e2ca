import type { InputSpec } from './spec.ts'

/** Who the run is for AWS. */
export const CREDENTIALS_INPUTS = [
  {
    name: 'role-to-assume',
    description: 'ARN of the role to assume with the OIDC token; derived from the config and the command when left out.',
    default: '',
    kind: 'text',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity', 'activity'],
  },
  {
    name: 'role-session-name',
    description: 'Session name; `mlops-audit-<run id>` when left out.',
    default: '',
    kind: 'text',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity', 'activity'],
  },
  {
    name: 'use-oidc',
    description: 'Whether the token of the job is used where there is one; with false, the credentials of the environment are.',
    default: 'true',
    kind: 'boolean',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity', 'activity'],
  },
  {
    name: 'role-duration-seconds',
    description: 'How long the session lasts, 900 to 43200; over an hour, `github.max-session-seconds` of the config allows it.',
    default: '3600',
    kind: 'text',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity', 'activity'],
  },
  {
    name: 'role-to-chain',
    description:
      'ARN of a second role to assume with `role-to-assume`, tagged with the run where its trust lets it; hourly renewed. The roles of bootstrap may assume no other.',
    default: '',
    kind: 'text',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity', 'activity'],
  },
  {
    name: 'allowed-account-ids',
    description:
      'Accounts this may run in, by comma, space or line; any, when left out. Held against config and credentials before anything else.',
    default: '',
    kind: 'list',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity', 'activity'],
  },
  {
    name: 'allowed-regions',
    description: 'Regions this may run in, by comma, space or line; any, when left out.',
    default: '',
    kind: 'list',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity', 'activity'],
  },
  {
    name: 'audience',
    description: 'Audience of the OIDC token; that of the partition when left out.',
    default: '',
    kind: 'text',
    only: 'action',
  },
] as const satisfies readonly InputSpec[]
