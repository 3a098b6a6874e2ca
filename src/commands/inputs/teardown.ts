import type { InputSpec } from './spec.ts'

const flag = (name: string, description: string) =>
  ({ name, description, default: 'false', kind: 'boolean', only: 'cli', commands: ['destroy'] }) as const

/** What a clean-up may touch: each class by a flag of its own. */
export const TEARDOWN_INPUTS = [
  {
    name: 'confirm',
    description: 'The `prefix` of the config: carry out what the preview shows. Without it nothing is written.',
    default: '',
    kind: 'text',
    only: 'cli',
    commands: ['destroy'],
  },
  {
    name: 'leftovers',
    description:
      'A stack whose first creation failed: only what its events say it made, what carries its id as a tag, and what was never used.',
    default: '',
    kind: 'text',
    only: 'cli',
    commands: ['destroy'],
  },
  { ...flag('all', 'Every class.'), name: 'all' },
  {
    ...flag(
      'workload',
      'What `clean-up` of the config names: training jobs, endpoints, model packages, images, add-on, logs of Container Insights.',
    ),
    name: 'workload',
  },
  { ...flag('access', 'The access and replica stacks, and workload roles without a stack.'), name: 'access' },
  { ...flag('audit', 'The trail with its delivery to CloudWatch Logs, and the audit stacks: alarms, tamper rule, roles.'), name: 'audit' },
  { ...flag('logs', 'The buckets and the log group of the audit, with every version in them.'), name: 'logs' },
  { ...flag('keys', 'The keys, scheduled for deletion, and their aliases.'), name: 'keys' },
  {
    name: 'key-deletion-days',
    description: 'Days until a key is deleted for good; until then `aws kms cancel-key-deletion` takes it back. 7 to 30.',
    default: '30',
    kind: 'text',
    only: 'cli',
    commands: ['destroy'],
  },
  {
    ...flag(
      'bypass-governance',
      'Delete versions that are locked in governance mode; compliance mode and legal holds are never passed by.',
    ),
    name: 'bypass-governance',
  },
] as const satisfies readonly InputSpec[]
