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
  { name: 'html-path', description: 'Path of `report.html`; empty unless `formats` asks for it.' },
  {
    name: 'sarif-path',
    description:
      'Path of `code-scanning.sarif`; empty unless `formats` asks for it, and where a run gave up: an upload of nothing would close every alert.',
  },
  { name: 'evidence-path', description: 'Path of `evidence.json`; empty when nothing was read.' },
  { name: 'comment-url', description: 'URL of the comment; empty when none was written.' },
  { name: 'issue-url', description: 'URL of the issue that is kept; empty where none is.' },
  { name: 'stack-outputs', description: 'Outputs of the deployed stacks, as JSON by stack name.' },
]
