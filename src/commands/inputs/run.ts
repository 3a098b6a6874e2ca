import { SEVERITIES } from '../../model/finding.ts'
import { FILE_FORMATS, FORMAT_IDS, FORMATS } from '../../report/formats.ts'
import type { InputSpec } from './spec.ts'

/** What to do, with which config, and what is written. */
export const RUN_INPUTS = [
  {
    name: 'command',
    description:
      'What to do: `auto` decides by the event; or `check`, `plan`, `deploy`, `publish`, `verify`, `integrity`, `activity`, `report`, `render`.',
    default: 'auto',
    kind: 'text',
    allowed: ['auto', 'check', 'plan', 'deploy', 'publish', 'verify', 'integrity', 'activity', 'report', 'render'],
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
    commands: ['plan', 'deploy', 'verify', 'check', 'integrity', 'activity', 'report'],
  },
  { name: 'output-dir', description: 'Where results, evidence and templates are written.', default: '.mlops-audit', kind: 'text' },
  {
    name: 'format',
    description: 'What is printed; docs/results.md says what each format is for.',
    default: FORMATS[0].id,
    kind: 'text',
    allowed: FORMAT_IDS,
    only: 'cli',
  },
  {
    name: 'formats',
    description: `Files to write to \`output-dir\` beside \`results.json\`, by comma, space or line: ${FILE_FORMATS.map(({ id }) => `\`${id}\``).join(', ')}; see docs/results.md.`,
    default: '',
    kind: 'list',
    allowed: FILE_FORMATS.map(({ id }) => id),
  },
] as const satisfies readonly InputSpec[]
