import { TEMPLATE_NAMES } from '../../model/template.ts'
import type { InputSpec } from './spec.ts'

/** How stacks are planned, changed and rendered. */
export const DEPLOYMENT_INPUTS = [
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
      'Commit whose config the rules (gates, exceptions, rows, `fail-on`, profile, boundaries) are compared with, where the event has none; else the record in bootstrap.',
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
  {
    name: 'timeout-minutes',
    description: 'How long to wait for a stack.',
    default: '30',
    kind: 'text',
    commands: ['deploy', 'plan', 'destroy'],
    meaning: { destroy: 'How long to wait for one thing to be gone.' },
  },
  {
    name: 'run-timeout-minutes',
    description: 'How long the whole run may take; it then ends as if it was cancelled, and says what it leaves.',
    default: '300',
    kind: 'text',
    commands: ['plan', 'deploy', 'publish', 'verify', 'integrity'],
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
    commands: ['deploy', 'destroy'],
    meaning: { destroy: 'Bootstrap: the roles of CI, the boundaries, and the template bucket.' },
  },
] as const satisfies readonly InputSpec[]
