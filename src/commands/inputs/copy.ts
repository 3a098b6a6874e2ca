import type { InputSpec } from './spec.ts'

/** What `replicate` copies, and that it may. */
export const COPY_INPUTS = [
  {
    name: 'copy-to',
    description: 'Name of the replica bucket, to copy; without it, it is only listed and priced.',
    default: '',
    kind: 'text',
    only: 'cli',
    commands: ['replicate'],
  },
  {
    name: 'all-versions',
    description: 'Copy every version, the oldest first, and not only the newest. Delete markers are not copied.',
    default: 'false',
    kind: 'boolean',
    only: 'cli',
    commands: ['replicate'],
  },
] as const satisfies readonly InputSpec[]
