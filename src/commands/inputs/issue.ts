import type { InputSpec } from './spec.ts'

/** The issue that a schedule keeps. */
export const ISSUE_INPUTS = [
  {
    name: 'issue',
    description:
      'Keep one issue per config and environment true: opened by findings, closed by a run that read everything and found none. For `verify` on the default branch; needs `issues: write`. See docs/issue.md.',
    default: 'false',
    kind: 'boolean',
    only: 'action',
  },
  {
    name: 'issue-labels',
    description: 'Labels that the issue is created with; later ones are people’s.',
    default: 'mlops-audit',
    kind: 'list',
    only: 'action',
  },
  {
    name: 'issue-assignees',
    description: 'Logins that the issue is assigned to when it is created.',
    default: '',
    kind: 'list',
    only: 'action',
  },
  {
    name: 'issue-mentions',
    description: 'Logins or `org/team` that are called when there are new findings.',
    default: '',
    kind: 'list',
    only: 'action',
  },
  {
    name: 'issue-notify-on',
    description: 'The mildest severity of a new finding that is worth a comment; milder ones change the text alone.',
    default: 'high',
    kind: 'text',
    allowed: ['critical', 'high', 'medium', 'low'],
    only: 'action',
  },
  {
    name: 'issue-remind-days',
    description: 'Days without a word after which an open issue is brought up again; 0 for never.',
    default: '0',
    kind: 'text',
    only: 'action',
  },
] as const satisfies readonly InputSpec[]
