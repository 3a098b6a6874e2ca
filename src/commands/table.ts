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
    name: 'init',
    summary: 'write a commented config and the workflow, from a few questions or flags',
    help: 'Asks what it cannot know, each with a default, and again where an answer cannot be; without a terminal, flags and defaults answer. Repository, branch and the place of the workflow are those of the checkout. With --demo it asks nothing and writes something to play with on the sandbox. With --from-account it looks at the account first, read-only, uses the OIDC provider and the organization trail that are there, and names other trails. Overwrites nothing without --force. CLI only.',
    needs: 'nothing; with --from-account, credentials of your own',
    examples: [
      'mlops-audit init',
      'mlops-audit init --account 123456789012 --repository acme/retail',
      'mlops-audit init --from-account',
      'mlops-audit init --demo',
    ],
    run: async (world, inputs) => (await import('./init.ts')).init(world, inputs),
  },
  {
    name: 'check',
    summary: 'prove offline that a config, or any template, is valid and safe',
    help: 'Reads the config, reports every mistake at once with file, line and column, renders the templates, and holds them against the limits of AWS, the CloudFormation schemas of their types and the checks of verify that a template decides. With --template it does so for any CloudFormation templates, each by itself, and judges what they give: administrators, ways to more rights, trusts and resource policies that let in anyone, each at its statement. --with cfn-lint runs that linter beside it. Touches no network.',
    needs: 'nothing',
    examples: [
      'mlops-audit check',
      'mlops-audit check --config audit/prod.yml',
      'mlops-audit check --template stack.yml',
      'mlops-audit check --template stacks/ --with cfn-lint',
    ],
    run: async (world, inputs) => (await import('./check.ts')).check(world, inputs),
  },
  {
    name: 'who-can',
    summary: 'say who may do something on something, by what templates give',
    help: 'Asks every role, user, group and policy of the templates, and strangers through resource policies, whether a request is allowed: the search that decides the access matrix. Says under which conditions, and at which statements. What an account adds to the templates is not known to it. CLI only.',
    needs: 'nothing',
    examples: [
      'mlops-audit who-can --action s3:GetObject --on "arn:aws:s3:::acme-data/*" --template stack.yml',
      'mlops-audit who-can --action iam:PassRole --template stacks/',
    ],
    run: async (world, inputs) => (await import('./who-can.ts')).whoCan(world, inputs),
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
    summary: 'deploy by change set: audit, access and what settings add; read back; verify',
    help: 'Shows each change set before it is executed, compares its template with the rendered one, follows its events, reads the stack back, and verifies the account. People create and delete, CI changes what exists: the first creation of a stack, its protection and its policy, --bootstrap, --delete-failed-stack and --allow-destructive (logical ids of trail, key, buckets or log group to replace or remove) are an administrator’s, with credentials of their own.',
    needs: 'the deploy role, or credentials of your own',
    examples: ['mlops-audit deploy --bootstrap', 'mlops-audit deploy', 'mlops-audit deploy --delete-failed-stack retail-dev-audit'],
    run: async (world, inputs) => (await import('./deploy.ts')).deploy(world, inputs),
  },
  {
    name: 'publish',
    summary: 'put the rendered templates where deployments read them; deploys nothing',
    help: 'Puts what the config renders to into the template bucket, each template once under the hash of its text, and prints name, hash and version. The deploy role cannot: whoever deploys needs what the publish role put there. A deployment publishes by itself where its run may assume the publish role too; set `github.publish-environments` to have people approve this half.',
    needs: 'the publish role, or credentials of your own',
    examples: ['mlops-audit publish', 'mlops-audit publish --config audit/prod.yml'],
    run: async (world, inputs) => (await import('./publish.ts')).publish(world, inputs),
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
    name: 'report',
    summary: 'make an audit pack of what verify recorded, or prove one; offline',
    help: 'Writes one folder for an auditor: the evidence, what it was judged to be in every format, the config, the population of questions that were asked, sheets for the access review and the sign-off, and a manifest with the hash of every file, to be signed. The exit code is that of the findings. With --check-pack it proves such a folder instead: nothing more, less or changed, the evidence judged again, and who signed; what nobody signed is a problem, because whoever edits a file can write its hash anew.',
    needs: 'nothing',
    examples: [
      'mlops-audit report --from .mlops-audit --pack audit-pack',
      'mlops-audit report --check-pack audit-pack --signature manifest.sig --public-key audit.pem',
    ],
    run: async (world, inputs) => (await import('./report.ts')).report(world, inputs),
  },
  {
    name: 'integrity',
    summary: 'prove that the log files of a time are complete and unchanged',
    help: 'Follows the digest chain of every region of the trail: signature, place, links, gaps and every log file. A digest that is gone, also the newest, a log file that no digest names, and a gap that no StopLogging explains are findings. Goes on where the last validation without a fault ended; with --full it begins anew. Reads a day back, or the time between --start-time and --end-time.',
    needs: 'the verify role (read-only), or credentials of your own',
    examples: [
      'mlops-audit integrity',
      'mlops-audit integrity --start-time 2026-01-01 --full',
      'mlops-audit integrity --trail-arn arn:aws:cloudtrail:us-east-1:123456789012:trail/audit',
    ],
    run: async (world, inputs) => (await import('./integrity.ts')).integrity(world, inputs),
  },
  {
    name: 'activity',
    summary: 'who did what, from the log files of a time',
    help: 'Reads the log files of the trail, or of a folder, on all cores, and answers by person (through role sessions and chains), role, service, region, address and hour; failures and what refused them; root, console, credentials, and what touches trail, key and bucket. With --subject it tells the events of one person, role or resource one by one. Reads a day back, or the time between --start-time and --end-time. A file that cannot be read is named, and the report is then called incomplete. Writes activity.html and tables below --output-dir.',
    needs: 'the verify role (read-only), or credentials of your own; with --log-folder, nothing',
    examples: [
      'mlops-audit activity',
      'mlops-audit activity --start-time 2026-11-01 --subject ana --show changes',
      'mlops-audit activity --log-folder AWSLogs --start-time 2026-11-01 --format markdown',
    ],
    run: async (world, inputs) => (await import('./activity.ts')).activity(world, inputs),
  },
  {
    name: 'cost',
    summary: 'what the audit costs: by the price list, by amounts, in twelve months, as billed',
    help: 'Reckons with the price list in the region of the config: what is there whether it is used or not, what use comes to by given, measured or assumed amounts (each said), and twelve months ahead with the lifecycle. Shows the table and the two examples of the guides, recomputed, with what they leave out. With --measure it reads metrics of the account; with --actual it asks Cost Explorer what was billed, whose own price is asked first. A price that is not known is said, and nothing stands in for it. Writes cost.html to --output-dir. CLI only.',
    needs: 'nothing; with --measure or --actual, credentials of your own',
    examples: [
      'mlops-audit cost',
      'mlops-audit cost --volumes management-events=2000000,data-events=500000,busy-regions=3',
      'mlops-audit cost --measure --format markdown',
      'mlops-audit cost --actual --spend 0.05',
    ],
    run: async (world, inputs) => (await import('./cost.ts')).cost(world, inputs),
  },
  {
    name: 'replicate',
    summary: 'copy what a data bucket has already to its replica in another region',
    help: 'Lists what the replica of the config lacks and what copying costs; with --copy-to, the name of the replica bucket, it copies: with metadata and tags, under the key there, in parts above 5 GB, each object compared by checksum, sixteen at once. What was ended goes on; a second run copies what is new. Above 100,000 objects or 1 TB it prints the S3 Batch Replication job instead. CLI only.',
    needs: 'credentials of your own',
    examples: ['mlops-audit replicate', 'mlops-audit replicate --copy-to retail-dev-replica-us-west-2-123456789012'],
    run: async (world, inputs) => (await import('./replicate.ts')).replicate(world, inputs),
  },
  {
    name: 'render',
    summary: 'write the CloudFormation templates, deployable as they are',
    help: 'Writes bootstrap.yml, audit.yml, access.yml and what settings add (global.yml, replica.yml), with their parameter files. The same config gives the same bytes. With --diff nothing is written: it shows how the files differ from what the config renders to, and exits 1 when they do.',
    needs: 'nothing',
    examples: ['mlops-audit render --output-dir out', 'mlops-audit render --template-only audit', 'mlops-audit render --diff'],
    run: async (world, inputs) => (await import('./render.ts')).render(world, inputs),
  },
  {
    name: 'destroy',
    summary: 'preview, then delete what the project has in the account; proven afterwards',
    help: 'Without --confirm nothing is written: it shows per thing what it is, why it is ours, what holds it, what stays and why, and what keeping it costs. With --confirm and the prefix of the config it deletes the classes that have a flag, the workload first and the audit late, each thing read again before; what is left is named with its reason, and a next run goes on from what is there. Every deletion is on record in --output-dir before and after. A person does this, with credentials of their own: it is refused in CI, to the roles of bootstrap, and to anyone but `audit.break-glass` where that is set. CLI only.',
    needs: 'an administrator’s credentials, or those of `audit.break-glass`',
    examples: [
      'mlops-audit destroy',
      'mlops-audit destroy --workload --access --confirm retail-dev',
      'mlops-audit destroy --all --confirm retail-dev',
    ],
    run: async (world, inputs) => (await import('./destroy.ts')).destroy(world, inputs),
  },
]

export function findCommand(name: string): Command | undefined {
  return COMMANDS.find((command) => command.name === name)
}
