import { join, normalize, relative, resolve } from 'node:path'
import { CHECKS } from '../checks/registry.ts'
import { loadConfig } from '../config/load.ts'
import { AuditError } from '../model/errors.ts'
import { GITHUB_ISSUER, providerArn } from '../model/github-issuer.ts'
import { partitionOf } from '../model/partition.ts'
import { type Checkout, findCheckout } from './checkout.ts'
import { type Answers, answersOf } from './init-answers.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { buildReport, type CommandResult } from './result.ts'
import { openSession } from './session.ts'
import type { World } from './world.ts'

const WORKFLOW_FILE = '.github/workflows/audit.yml'
const DEFAULT_CONFIG = 'mlops-audit.yml'
const DEFAULT_BRANCH = 'main'

/** What the account has already. */
interface FoundInAccount {
  account: string
  oidcProvider: string | undefined
  /** ARN of an organization's trail, which is used rather than doubled. */
  organizationTrail: string | undefined
  otherTrails: readonly string[]
}

/** From nothing to a config and a workflow; asks what it cannot know, and overwrites nothing unless told to. */
export async function init(world: World, inputs: InputValues): Promise<CommandResult> {
  const file = textInput(inputs, 'config')
  const checkout = await findCheckout(world)
  // GitHub reads workflows from the top of a repository only.
  const workflowFile = join(checkout?.top ?? '.', WORKFLOW_FILE)
  const isDemo = booleanInput(inputs, 'demo')
  await requireFree(world, [file, workflowFile], booleanInput(inputs, 'force'))
  const found = booleanInput(inputs, 'from-account') ? await lookAtAccount(world, inputs, checkout?.issuer) : undefined
  const answers = await answersOf(world, inputs, { checkout, account: found?.account })
  const branch = checkout?.branch ?? DEFAULT_BRANCH
  const text = configText(answers, found, { branch, issuer: answers.repository === checkout?.repository ? checkout.issuer : undefined })
  // Held against the schema before it is written: a config that `check` refuses is worse than none.
  loadConfig({ text, file, sha256: world.sha256, checkIds: CHECKS.map((check) => check.id) })
  await world.writeText(file, text, 'shared')
  world.progress.done(file, 'the config')
  if (answers.repository !== '') {
    await world.writeText(workflowFile, workflowText({ config: fromTop(file, checkout), branch }), 'shared')
    world.progress.done(workflowFile, 'the workflow')
  }
  const report = buildReport(
    world,
    { command: 'init', outcome: 'initialized', failOn: 'high', config: undefined, account: answers.account, region: answers.region },
    { notices: isDemo ? demoSteps(file) : nextSteps(answers, found, file) },
  )
  return { report, exitCode: 0 }
}

/** The config's path as the workflow knows it, which starts at the top of the checkout. */
function fromTop(file: string, checkout: Checkout | undefined): string {
  return checkout === undefined || checkout.top === '.' ? normalize(file) : relative(resolve(checkout.top), resolve(file))
}

async function requireFree(world: World, files: readonly string[], force: boolean): Promise<void> {
  if (force) return
  const there: string[] = []
  for (const file of files) if ((await world.readText(file)) !== undefined) there.push(file)
  if (there.length > 0) {
    throw new AuditError('BAD_INPUT', `${there.join(' and ')} ${there.length === 1 ? 'is' : 'are'} there already; nothing was written.`, {
      remedy: 'Name another config with --config, or replace what is there with --force.',
    })
  }
}

/** Reads, and only reads, with the credentials at hand. */
async function lookAtAccount(world: World, inputs: InputValues, issuer = `https://${GITHUB_ISSUER}`): Promise<FoundInAccount> {
  const region = textInput(inputs, 'aws-region') || (world.defaultRegion ?? 'us-east-1')
  const session = await openSession(world, inputs, { region, config: undefined, templates: [], role: 'verify' })
  const { findProvider, listTrails } = await import('../aws/discover.ts')
  const partition = partitionOf(region)?.id ?? 'aws'
  const arn = providerArn({ partition, account: session.account, issuer: issuer.replace('https://', '') })
  const [hasProvider, trails] = await Promise.all([findProvider(session.clients, arn), listTrails(session.clients)])
  return {
    account: session.account,
    oidcProvider: hasProvider ? arn : undefined,
    organizationTrail: trails.find((trail) => trail.organization)?.arn,
    otherTrails: trails.filter((trail) => !trail.organization).map((trail) => trail.arn),
  }
}

function configText(
  answers: Answers,
  found: FoundInAccount | undefined,
  { branch, issuer }: { branch: string; issuer: string | undefined },
): string {
  const { ownerId, repositoryId } = answers
  const github = [
    'github:',
    `  repository: ${answers.repository}`,
    ...(issuer === undefined ? [] : [`  issuer: ${issuer} # who signs the tokens; an enterprise may have a path of its own`]),
    // For another issuer's tokens AWS judges no id beside the `sub`, and a server's `sub` has none unless told to.
    ...(issuer !== undefined
      ? [
          '  # To pin the repository by its id, have `repository_id` put into the `sub` at GitHub, and set repository-id and subject-claims.',
        ]
      : ownerId !== '' && repositoryId !== ''
        ? [`  owner-id: "${ownerId}"`, `  repository-id: "${repositoryId}"`]
        : [
            '  # Pin the repository by its ids, which no rename can pass on: gh api repos/OWNER/REPO --jq ".owner.id, .id"',
            '  # owner-id: "…"',
            '  # repository-id: "…"',
          ]),
    ...(found?.oidcProvider
      ? ['  # The account has it already, and others may use it.', `  oidc-provider: { use: "${found.oidcProvider}" }`]
      : []),
    ...(branch === DEFAULT_BRANCH ? [] : [`  branches: [${branch}]`]),
    '  deploy: manual # or on-merge: a push to the default branch deploys',
  ]
  return `${[
    '# yaml-language-server: $schema=https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json',
    'version: 1',
    `project: ${answers.project}`,
    `environment: ${answers.environment}`,
    `account: "${answers.account}"`,
    `region: ${answers.region} # key, log bucket and trail`,
    '# workload-region: … # EKS, SageMaker and the data, where that is another region',
    ...(answers.repository === '' ? [] : github),
    'audit:',
    ...(found?.organizationTrail
      ? [
          '  # The organization logs already; a second copy of management events is billed.',
          `  trail: { use: "${found.organizationTrail}" }`,
        ]
      : (found?.otherTrails ?? []).map((arn) => `  # There is a trail already: { use: "${arn}" } or { adopt: ${arn.split('/').at(-1)} }`)),
    '  # data-events: [my-data, my-models] # buckets whose object reads and writes are logged (billed)',
    '  # alert: security@example.com # told about tampering',
    '  tamper-rule: true',
    'access:',
    '  eks: {} # or false',
    '  sagemaker: {} # or false',
  ].join('\n')}\n`
}

function nextSteps(answers: Answers, found: FoundInAccount | undefined, file: string): string[] {
  const option = configOption(file)
  return [
    ...(found?.organizationTrail ? [`The organization's trail ${found.organizationTrail} is used and verified, not doubled.`] : []),
    `Next: \`mlops-audit check${option}\`; then an administrator runs \`mlops-audit deploy --bootstrap${option}\` and \`mlops-audit deploy${option}\` once, because people create and CI changes what exists; then commit both files.`,
    ...(answers.repository !== '' && answers.repositoryId === ''
      ? ['Add owner-id and repository-id: repositories made since July 2026 send them in the token, and a name alone can be taken over.']
      : []),
  ]
}

/** How to play with it: everything here is the sandbox's, and none of it reaches AWS. */
function demoSteps(file: string): string[] {
  const option = configOption(file)
  return [
    'This is the account and the repository of the sandbox. In another terminal: `mlops-audit sandbox`; in this one, the exports it prints.',
    `Then, in this order: \`mlops-audit check${option}\`, \`mlops-audit deploy --bootstrap${option}\`, \`mlops-audit plan${option}\`, \`mlops-audit deploy${option}\`, \`mlops-audit verify${option}\`.`,
    'Change something in the config and plan again; or stop the trail with `aws cloudtrail stop-logging` and verify.',
  ]
}

const configOption = (file: string) => (file === DEFAULT_CONFIG ? '' : ` --config ${file}`)

/** The whole workflow; for a config in its usual place on `main`, equal to examples/retail-prediction/audit.yml. */
export function workflowText({ config, branch }: { config: string; branch: string }): string {
  return `# The whole workflow: copy it to .github/workflows/audit.yml of your repository.
name: audit
on:
  pull_request:
    paths: [${config}, .github/workflows/audit.yml]
  push:
    branches: [${branch}]
    paths: [${config}]
  schedule:
    - cron: "17 5 * * *"
  workflow_dispatch:
permissions: {}
concurrency:
  group: audit-\${{ github.event_name }}-\${{ github.ref }}
  cancel-in-progress: \${{ github.event_name == 'pull_request' }}
jobs:
  audit:
    runs-on: ubuntu-latest
    timeout-minutes: 30
    permissions:
      contents: read
      id-token: write
      pull-requests: write
      actions: read
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      # Pin the commit of the release you reviewed.
      - uses: org/mlops-audit-action@v1
${config === DEFAULT_CONFIG ? '' : `        with:\n          config: ${config}\n`}`
}
