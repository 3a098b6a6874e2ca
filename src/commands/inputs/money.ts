import type { InputSpec } from './spec.ts'

/** What `cost` reckons with, and whom it asks. */
export const MONEY_INPUTS = [
  {
    name: 'volumes',
    description:
      'Amounts of a month to reckon with, as `name=number` by comma, space or line, e.g. `data-events=50000`; docs/cost.md names them. What is left out is assumed, and said.',
    default: '',
    kind: 'list',
    only: 'cli',
    commands: ['cost'],
  },
  {
    name: 'measure',
    description: 'Take amounts from the account: metrics of the log bucket and of the log group over 30 days. Reads only.',
    default: 'false',
    kind: 'boolean',
    only: 'cli',
    commands: ['cost'],
  },
  {
    name: 'actual',
    description:
      'Ask Cost Explorer what was billed in the last 30 days. It bills $0.01 for every request, which is asked first; where nobody can be asked, `spend` must allow it.',
    default: 'false',
    kind: 'boolean',
    only: 'cli',
    commands: ['cost'],
  },
  {
    name: 'spend',
    description: 'US dollars that `actual` may spend on asking without being asked, e.g. `0.05`.',
    default: '',
    kind: 'text',
    only: 'cli',
    commands: ['cost'],
  },
] as const satisfies readonly InputSpec[]
