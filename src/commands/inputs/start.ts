import type { InputSpec } from './spec.ts'

/** What a first config is made of, and templates of any origin. */
export const START_INPUTS = [
  {
    name: 'project',
    description: "The project; the repository's name when left out.",
    default: '',
    kind: 'text',
    only: 'cli',
    commands: ['init'],
  },
  {
    name: 'repository',
    description: 'OWNER/REPO whose workflow runs this; that of the checkout when left out.',
    default: '',
    kind: 'text',
    only: 'cli',
    commands: ['init'],
  },
  {
    name: 'owner-id',
    description: 'Numeric id of the owner, for the immutable `sub`.',
    default: '',
    kind: 'text',
    only: 'cli',
    commands: ['init'],
  },
  {
    name: 'repository-id',
    description: 'Numeric id of the repository, pinned in every trust.',
    default: '',
    kind: 'text',
    only: 'cli',
    commands: ['init'],
  },
  {
    name: 'from-account',
    description: 'Look at the account first, read-only: its id, its OIDC provider, its trails.',
    default: 'false',
    kind: 'boolean',
    only: 'cli',
    commands: ['init'],
  },
  {
    name: 'demo',
    description: 'Ask nothing: a config to play with, for the account and the repository of `mlops-audit sandbox`.',
    default: 'false',
    kind: 'boolean',
    only: 'cli',
    commands: ['init'],
  },
  {
    name: 'force',
    description: 'Replace files that are there already.',
    default: 'false',
    kind: 'boolean',
    only: 'cli',
    commands: ['init'],
  },
  {
    name: 'template',
    description: 'Check these CloudFormation templates instead of a config, by comma or line; YAML or JSON, of any origin.',
    default: '',
    kind: 'list',
    commands: ['check'],
  },
] as const satisfies readonly InputSpec[]
