import type { InputValues } from './inputs.ts'
import type { CommandResult } from './result.ts'
import type { World } from './world.ts'

/** Commands are loaded when run: `--help` and a refusal should not pay for the SDK, the checks or the config schema. */
export interface Command {
  name: string
  summary: string
  /** Paragraphs of its `--help`. */
  help: string
  needs: string
  examples: readonly string[]
  run(world: World, inputs: InputValues): Promise<CommandResult>
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'check',
    summary: 'prove offline that the config is right and renders to what AWS takes',
    help: 'Reads the config, reports every mistake at once with file, line and column, renders the templates and holds them against the limits of AWS. Touches no network.',
    needs: 'nothing',
    examples: ['mlops-audit check', 'mlops-audit check --config audit/prod.yml'],
    run: async (world, inputs) => (await import('./check.ts')).check(world, inputs),
  },
  {
    name: 'plan',
    summary: 'show what a deployment would change, per resource and per permission',
    help: 'Drafts a change set per stack, shows it together with the permissions that would be added, removed, widened or narrowed, and deletes the draft. A stack that does not exist yet is planned from its template.',
    needs: 'the plan role, or credentials of your own',
    examples: ['mlops-audit plan', 'mlops-audit plan --format markdown'],
    run: async (world, inputs) => (await import('./plan.ts')).plan(world, inputs),
  },
  {
    name: 'deploy',
    summary: 'deploy audit, then access, by change set; read back; verify',
    help: 'Shows each change set before it is executed, follows its events, sets termination protection and the stack policy, reads the stack back, and verifies the account. Replacing or removing the trail, its key, its buckets or its log group needs --allow-destructive with the logical ids. Bootstrap is deployed by an administrator, with --bootstrap.',
    needs: 'the deploy role, or credentials of your own',
    examples: ['mlops-audit deploy --bootstrap', 'mlops-audit deploy', 'mlops-audit deploy --delete-failed-stack retail-dev-audit'],
    run: async (world, inputs) => (await import('./deploy.ts')).deploy(world, inputs),
  },
  {
    name: 'verify',
    summary: 'judge the live account by every check; read-only',
    help: 'Reads what the config designed, judges it, and keeps the evidence. What cannot be read is an error that names the missing permission, never a pass. With --discover it judges an account without a config; with --from it repeats an earlier judgement from its evidence, offline.',
    needs: 'the verify role (read-only), or credentials of your own',
    examples: [
      'mlops-audit verify',
      'mlops-audit verify --discover --aws-region us-east-1',
      'mlops-audit verify --from .mlops-audit --format json',
    ],
    run: async (world, inputs) => (await import('./verify.ts')).verify(world, inputs),
  },
  {
    name: 'render',
    summary: 'write the CloudFormation templates, deployable as they are',
    help: 'Writes bootstrap.yml, audit.yml and access.yml with their parameter files. The same config gives the same bytes. With --diff nothing is written: it shows how the files differ from what the config renders to, and exits 1 when they do.',
    needs: 'nothing',
    examples: ['mlops-audit render --output-dir out', 'mlops-audit render --template-only audit', 'mlops-audit render --diff'],
    run: async (world, inputs) => (await import('./render.ts')).render(world, inputs),
  },
]

export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name)
}
