import type { InputSpec } from './spec.ts'

/** The comment of a pull request. */
export const COMMENT_INPUTS = [
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
    name: 'comment-workflows',
    description:
      'Other workflow files of the repository that write into the same comment, e.g. `.github/workflows/deploy.yml`; what any further workflow wrote is left alone.',
    default: '',
    kind: 'list',
    only: 'action',
  },
  {
    name: 'github-token',
    description: 'Token for the comment; needs `pull-requests: write`, and `actions: read` to prove whose a comment is.',
    default: '${{ github.token }}',
    kind: 'text',
    only: 'action',
  },
] as const satisfies readonly InputSpec[]
