/** The arrows of docs/architecture.md, each with its reason. */
const only = (from, allowed, reason) => ({
  name: `${from}-imports`,
  comment: reason,
  severity: 'error',
  from: { path: `^src/${from}/` },
  to: { path: '^src/', pathNot: `^src/(${[from, ...allowed].join('|')})(/|$)` },
})

const PURE = '^src/(model|yaml|config|render|cloudformation|iam|access|plan|checks|frameworks|verify|verdict|report)/'

module.exports = {
  forbidden: [
    { name: 'no-cycles', comment: 'A cycle means two files are one.', severity: 'error', from: {}, to: { circular: true } },
    only('model', [], 'The model is what everyone speaks; it knows nobody.'),
    only('iam', ['model'], 'Policy evaluation is used by checks, plan and the sandbox alike.'),
    only('yaml', ['model'], 'Positions in a document, for configs and templates alike.'),
    only('config', ['model', 'yaml'], 'The config is read before anything else exists.'),
    only('render', ['model'], 'Templates are a function of the config.'),
    only('cloudformation', ['model', 'yaml'], 'Templates as CloudFormation reads them; validation is given the schemas.'),
    only('plan', ['model', 'iam'], 'The permission diff is pure.'),
    only('access', ['model', 'iam', 'cloudformation'], 'The access matrix is decided from policies and templates alone.'),
    only('checks', ['model', 'iam'], 'Checks are given evidence and ask nobody.'),
    only('frameworks', ['model'], 'Mappings are data.'),
    only('verify', ['model', 'iam', 'checks', 'cloudformation', 'frameworks'], 'Verification asks a Reader, never AWS.'),
    only('verdict', ['model'], 'What decides the exit code is no matter of a format.'),
    only('report', ['model', 'verdict'], 'A format is one way to say a report.'),
    only('aws', ['model', 'iam'], 'The edge to AWS serves the use cases and does not know them.'),
    only('github', ['model'], 'The edge to GitHub likewise.'),
    only('progress', ['model'], 'Progress prints what it is told.'),
    only(
      'commands',
      [
        'model',
        'config',
        'render',
        'yaml',
        'cloudformation',
        'iam',
        'access',
        'plan',
        'checks',
        'frameworks',
        'verify',
        'verdict',
        'report',
        'aws',
        'github',
        'progress',
      ],
      'Use cases may use every layer, and neither face.',
    ),
    only('edge', ['commands', 'aws', 'cloudformation', 'iam', 'model', 'paths.ts'], 'The world behind the World interface.'),
    {
      name: 'pure-layers-touch-nothing',
      comment: 'What decides must be testable by values alone: no SDK, no runner, no file system, network, process or randomness.',
      severity: 'error',
      from: { path: PURE },
      to: {
        path: '(@aws-sdk|@smithy|@actions|octokit)|^(node:)?(fs|http|https|net|child_process|process|os|crypto|dns|tls|worker_threads)(/|$)',
      },
    },
    {
      name: 'sdk-at-the-edge',
      comment: 'AWS is spoken in src/aws only.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/aws/' },
      to: { path: '@aws-sdk' },
    },
    {
      name: 'sandbox-stays-out',
      comment: 'The sandbox, demo, tests and scripts are never part of the bundle.',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(sandbox|demo|scripts|__tests__|bench)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types'] },
  },
}
