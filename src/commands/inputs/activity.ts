import type { InputSpec } from './spec.ts'

/** Which logs are read, and what is asked of them. */
export const ACTIVITY_INPUTS = [
  {
    name: 'baseline-days',
    description: 'Days before `start-time` that are read too, so that actors, actions, regions and addresses can be called new; 0 to 365.',
    default: '0',
    kind: 'text',
    commands: ['activity'],
  },
  {
    name: 'log-folder',
    description: 'Read log files below this folder instead of the bucket: no account is asked.',
    default: '',
    kind: 'text',
    only: 'cli',
    commands: ['activity'],
  },
  {
    name: 'subject',
    description: 'Tell every event of one person, session or role, or of one resource by its name or ARN.',
    default: '',
    kind: 'text',
    commands: ['activity'],
  },
  {
    name: 'show',
    description: 'What is counted: `all`, `changes`, `reads` or `failures`.',
    default: 'all',
    kind: 'text',
    allowed: ['all', 'changes', 'reads', 'failures'],
    commands: ['activity'],
  },
] as const satisfies readonly InputSpec[]
