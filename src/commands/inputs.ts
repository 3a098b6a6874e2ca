import { SEVERITIES } from '../model/finding.ts'
import { TEMPLATE_NAMES } from '../model/template.ts'

/** One input of the action and flag of the CLI: declared here once; `action.yml`, `--help` and the README table are tested against it. */
export interface InputSpec {
  name: string
  description: string
  /** Shown as the default; an empty text means "none". */
  default: string
  kind: 'text' | 'boolean' | 'list'
  allowed?: readonly string[]
  /** Where it exists; both by default. */
  only?: 'action' | 'cli'
  /** Commands it means something to; all by default. */
  commands?: readonly string[]
  /** What it means to a command where that is something else than everywhere. */
  meaning?: Readonly<Record<string, string>>
}

export const INPUTS: readonly InputSpec[] = [
  {
    name: 'command',
    description: 'What to do: `auto` decides by the event; or `check`, `plan`, `deploy`, `publish`, `verify`, `integrity`, `render`.',
    default: 'auto',
    kind: 'text',
    allowed: ['auto', 'check', 'plan', 'deploy', 'publish', 'verify', 'integrity', 'render'],
    only: 'action',
  },
  {
    name: 'config',
    description: 'Path of the configuration file.',
    default: 'mlops-audit.yml',
    kind: 'text',
    meaning: { init: 'Where the config is written; the workflow names it.' },
  },
  {
    name: 'environment',
    description: 'Overrides `environment` of the config.',
    default: '',
    kind: 'text',
    meaning: { init: 'The environment, such as dev or prod; dev when left out.' },
  },
  {
    name: 'account',
    description: 'Overrides `account` of the config.',
    default: '',
    kind: 'text',
    meaning: { init: 'The AWS account id, 12 digits.' },
  },
  {
    name: 'aws-region',
    description: 'Overrides `region` of the config: the audit region.',
    default: '',
    kind: 'text',
    meaning: { init: 'The audit region: key, log bucket and trail; AWS_REGION, else us-east-1, when left out.' },
  },
  {
    name: 'role-to-assume',
    description: 'ARN of the role to assume with the OIDC token; derived from the config and the command when left out.',
    default: '',
    kind: 'text',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity'],
  },
  {
    name: 'role-session-name',
    description: 'Session name; `mlops-audit-<run id>` when left out.',
    default: '',
    kind: 'text',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity'],
  },
  {
    name: 'use-oidc',
    description: 'Whether the token of the job is used where there is one; with false, the credentials of the environment are.',
    default: 'true',
    kind: 'boolean',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity'],
  },
  {
    name: 'role-duration-seconds',
    description: 'How long the session lasts, 900 to 43200; over an hour, `github.max-session-seconds` of the config allows it.',
    default: '3600',
    kind: 'text',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity'],
  },
  {
    name: 'role-to-chain',
    description:
      'ARN of a second role to assume with `role-to-assume`, tagged with the run where its trust lets it; hourly renewed. The roles of bootstrap may assume no other.',
    default: '',
    kind: 'text',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity'],
  },
  {
    name: 'allowed-account-ids',
    description:
      'Accounts this may run in, by comma, space or line; any, when left out. Held against config and credentials before anything else.',
    default: '',
    kind: 'list',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity'],
  },
  {
    name: 'allowed-regions',
    description: 'Regions this may run in, by comma, space or line; any, when left out.',
    default: '',
    kind: 'list',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity'],
  },
  {
    name: 'audience',
    description: 'Audience of the OIDC token; that of the partition when left out.',
    default: '',
    kind: 'text',
    only: 'action',
  },
  {
    name: 'mask-aws-account-id',
    description: 'Hide account ids in comment and summary; always so in public repositories.',
    default: 'false',
    kind: 'boolean',
  },
  {
    name: 'fail-on',
    description: 'The mildest severity that fails the run; `fail-on` of the config, else `high`, when left out.',
    default: '',
    kind: 'text',
    allowed: SEVERITIES,
    commands: ['plan', 'deploy', 'verify', 'check', 'integrity'],
  },
  { name: 'output-dir', description: 'Where results, evidence and templates are written.', default: '.mlops-audit', kind: 'text' },
  {
    name: 'allow-destructive',
    description:
      'Logical ids of evidence-holding resources that may be replaced or removed, by comma, space or line; with an administrator’s credentials.',
    default: '',
    kind: 'list',
    commands: ['deploy'],
  },
  {
    name: 'revert-drift',
    description: 'Put back what was changed outside of the stacks, as part of plan and deployment.',
    default: 'false',
    kind: 'boolean',
    commands: ['plan', 'deploy'],
  },
  {
    name: 'base',
    description:
      'Commit whose config the rules (gates, exceptions, rows, `fail-on`, profile, boundaries) are compared with, where the event has none. Where it cannot be read, the record in bootstrap is compared.',
    default: '',
    kind: 'text',
    commands: ['plan'],
  },
  {
    name: 'reviewed-plan',
    description:
      'Path of the `results.json` of the plan that was reviewed: a deployment that would mean something else, or be carried out otherwise, is refused. At most 30 days old.',
    default: '',
    kind: 'text',
    commands: ['deploy'],
  },
  {
    name: 'delete-failed-stack',
    description:
      'Names of stacks whose creation or deletion failed, that may be deleted and created again, by comma, space or line; with an administrator’s credentials.',
    default: '',
    kind: 'list',
    commands: ['deploy'],
  },
  {
    name: 'continue-rollback',
    description: 'Names of stacks whose failed update may be taken back before deploying, by comma, space or line.',
    default: '',
    kind: 'list',
    commands: ['deploy'],
  },
  {
    name: 'skip-resources',
    description: 'Logical ids that `continue-rollback` leaves as they are, by comma, space or line.',
    default: '',
    kind: 'list',
    commands: ['deploy'],
  },
  {
    name: 'on-cancel',
    description: 'What becomes of a running update when the run is cancelled: `leave` it, or `cancel` it, which takes it back.',
    default: 'leave',
    kind: 'text',
    allowed: ['leave', 'cancel'],
    commands: ['deploy'],
  },
  { name: 'timeout-minutes', description: 'How long to wait for a stack.', default: '30', kind: 'text', commands: ['deploy', 'plan'] },
  {
    name: 'comment',
    description: 'Write the result into one comment of the pull request.',
    default: 'true',
    kind: 'boolean',
    only: 'action',
  },
  {
    name: 'comment-mode',
    description:
      '`update` the one comment, a `new` one for each run with the old ones folded, `hide-old` to hide them too, `changes-only` when there is something to say, or `delete-when-clean`.',
    default: 'update',
    kind: 'text',
    allowed: ['update', 'new', 'hide-old', 'changes-only', 'delete-when-clean'],
    only: 'action',
  },
  {
    name: 'comment-author',
    description: 'Login whose comment is updated; the author of the token.',
    default: 'github-actions[bot]',
    kind: 'text',
    only: 'action',
  },
  {
    name: 'comment-key',
    description:
      'A secret of the repository, at least 16 characters: proves with a MAC which comment is ours, also against other workflows of the repository. See SECURITY.md.',
    default: '',
    kind: 'text',
    only: 'action',
  },
  {
    name: 'github-token',
    description: 'Token for the comment; needs `pull-requests: write`.',
    default: '${{ github.token }}',
    kind: 'text',
    only: 'action',
  },
  {
    name: 'discover',
    description: 'Judge an account without a config: finds its trails, keys, buckets and roles.',
    default: 'false',
    kind: 'boolean',
    commands: ['verify'],
  },
  {
    name: 'from',
    description: 'Folder with `evidence.json` of an earlier run: the same findings, offline.',
    default: '',
    kind: 'text',
    commands: ['verify'],
  },
  {
    name: 'attestation',
    description: 'Sigstore bundle that actions/attest made for the file of `from` or `reviewed-plan`; asks for `trusted-root`. Offline.',
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify'],
  },
  {
    name: 'trusted-root',
    description: 'What an attestation is held against: the output of `gh attestation trusted-root`, kept as a file.',
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify'],
  },
  {
    name: 'signer-repository',
    description: "`owner/name` whose workflow must have attested; the config's `github.repository` when left out.",
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify'],
  },
  {
    name: 'signature',
    description: 'Signature in base64 (`aws kms sign`) of the file of `from` or `reviewed-plan`; asks for `public-key`.',
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify'],
  },
  {
    name: 'public-key',
    description: 'Public key in PEM that `signature` is held against.',
    default: '',
    kind: 'text',
    commands: ['deploy', 'verify'],
  },
  {
    name: 'trail-arn',
    description: 'ARN of the trail whose logs are validated; that of the config when left out.',
    default: '',
    kind: 'text',
    commands: ['integrity'],
  },
  {
    name: 'start-time',
    description: 'Digests from this time on, UTC, e.g. `2026-11-01`; a day before `end-time` when left out.',
    default: '',
    kind: 'text',
    commands: ['integrity'],
  },
  {
    name: 'end-time',
    description: 'Digests up to this time, UTC; now, when left out.',
    default: '',
    kind: 'text',
    commands: ['integrity'],
  },
  {
    name: 'full',
    description: 'Validate everything again, also what an earlier run validated without a fault.',
    default: 'false',
    kind: 'boolean',
    commands: ['integrity'],
  },
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
  {
    name: 'template-only',
    description: 'Render one template: `bootstrap`, `audit` or `access`.',
    default: '',
    kind: 'text',
    allowed: TEMPLATE_NAMES,
    only: 'cli',
    commands: ['render'],
  },
  {
    name: 'diff',
    description: 'Write nothing; show how the templates in `output-dir` differ from what the config renders to, and exit 1 when they do.',
    default: 'false',
    kind: 'boolean',
    only: 'cli',
    commands: ['render'],
  },
  {
    name: 'bootstrap',
    description: "Deploy the bootstrap stack, with an administrator's own credentials.",
    default: 'false',
    kind: 'boolean',
    only: 'cli',
    commands: ['deploy'],
  },
  {
    name: 'format',
    description: 'What is printed: `text`, `json` or `markdown`.',
    default: 'text',
    kind: 'text',
    allowed: ['text', 'json', 'markdown'],
    only: 'cli',
  },
]

/** Step outputs of the action. */
export const OUTPUTS: readonly { name: string; description: string }[] = [
  {
    name: 'outcome',
    description: '`checked`, `rendered`, `planned`, `no-changes`, `deployed`, `published`, `verified`, `refused` or `failed`.',
  },
  { name: 'has-changes', description: '`true` when the plan or the deployment changes something.' },
  { name: 'failed', description: 'How many checks fail.' },
  { name: 'errors', description: 'How many checks could not be read.' },
  { name: 'highest-severity', description: 'Worst severity among failed and unreadable checks; `none` without any.' },
  { name: 'results-path', description: 'Path of `results.json`.' },
  { name: 'report-path', description: 'Path of `report.md`: the whole report, of which the comment may show less.' },
  { name: 'evidence-path', description: 'Path of `evidence.json`; empty when nothing was read.' },
  { name: 'comment-url', description: 'URL of the comment; empty when none was written.' },
  { name: 'stack-outputs', description: 'Outputs of the deployed stacks, as JSON by stack name.' },
]

export type InputValues = ReadonlyMap<string, string>

export function textInput(values: InputValues, name: string): string {
  return values.get(name) ?? INPUTS.find((input) => input.name === name)?.default ?? ''
}

export function booleanInput(values: InputValues, name: string): boolean {
  return textInput(values, name).toLowerCase() === 'true'
}

/** Items are apart by commas, spaces or lines: a workflow writes them below each other. A path may have spaces in it; nothing else has. */
export function listInput(values: InputValues, name: string): string[] {
  return textInput(values, name)
    .split(name === 'template' ? /[,\n]/ : /[\s,]+/)
    .map((item) => item.trim())
    .filter((item) => item !== '')
}
