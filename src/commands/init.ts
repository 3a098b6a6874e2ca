import { CHECKS } from '../checks/registry.ts'
import { loadConfig } from '../config/load.ts'
import { AuditError } from '../model/errors.ts'
import { GITHUB_PROVIDER_HOST, partitionOf } from '../model/partition.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { buildReport, type CommandResult } from './result.ts'
import { openSession } from './session.ts'
import type { World } from './world.ts'

const WORKFLOW_FILE = '.github/workflows/audit.yml'

/** What a config needs to say before it is one; the rest has defaults. */
interface Answers {
  project: string
  environment: string
  account: string
  region: string
  /** Empty: no GitHub roles are rendered. */
  repository: string
  ownerId: string
  repositoryId: string
}

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
  await requireFree(world, [file, WORKFLOW_FILE], booleanInput(inputs, 'force'))
  const found = booleanInput(inputs, 'from-account') ? await lookAtAccount(world, inputs) : undefined
  const answers = await answersOf(world, inputs, found)
  const text = configText(answers, found)
  // Held against the schema before it is written: a config that `check` refuses is worse than none.
  loadConfig({ text, file, sha256: world.sha256, checkIds: CHECKS.map((check) => check.id) })
  await world.writeText(file, text, 'shared')
  world.progress.done(file, 'the config')
  if (answers.repository !== '') {
    await world.writeText(WORKFLOW_FILE, WORKFLOW, 'shared')
    world.progress.done(WORKFLOW_FILE, 'the workflow')
  }
  const report = buildReport(
    world,
    { command: 'init', outcome: 'initialized', failOn: 'high', config: undefined, account: answers.account, region: answers.region },
    { notices: nextSteps(answers, found) },
  )
  return { report, exitCode: 0 }
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

async function answersOf(world: World, inputs: InputValues, found: FoundInAccount | undefined): Promise<Answers> {
  const repository = await answer(
    world,
    inputs,
    'repository',
    'GitHub repository (OWNER/REPO; empty for none)',
    await repositoryOfCheckout(world),
  )
  const suggestion = (repository.split('/')[1] ?? '').toLowerCase().replaceAll(/[^a-z0-9-]/g, '-')
  const project = await answer(world, inputs, 'project', 'Project', suggestion || 'mlops')
  const environment = await answer(world, inputs, 'environment', 'Environment', 'dev')
  const account = await answer(world, inputs, 'account', 'AWS account id (12 digits)', found?.account ?? '')
  if (account === '') {
    throw new AuditError('BAD_INPUT', 'The AWS account is not known.', {
      remedy: 'Give it with --account 123456789012, or let --from-account ask AWS with the credentials of your shell.',
    })
  }
  const region = await answer(world, inputs, 'aws-region', 'Audit region', world.defaultRegion ?? 'us-east-1')
  const ids = repository === '' ? undefined : { ownerId: textInput(inputs, 'owner-id'), repositoryId: textInput(inputs, 'repository-id') }
  return { project, environment, account, region, repository, ownerId: ids?.ownerId ?? '', repositoryId: ids?.repositoryId ?? '' }
}

/** A flag, else an answer at the terminal, else the default. */
async function answer(world: World, inputs: InputValues, flag: string, question: string, fallback: string): Promise<string> {
  const given = textInput(inputs, flag)
  if (given !== '') return given
  return world.ask ? (await world.ask(question, fallback)).trim() || fallback : fallback
}

/** `origin` of the checkout, where it is on a GitHub: `OWNER/REPO`. */
async function repositoryOfCheckout(world: World): Promise<string> {
  const config = (await world.readText('.git/config')) ?? ''
  const url = /\[remote "origin"\][^[]*?url\s*=\s*(\S+)/.exec(config)?.[1] ?? ''
  return /github[^/:]*[/:]([\w-]+\/[\w.-]+?)(?:\.git)?$/.exec(url)?.[1] ?? ''
}

/** Reads, and only reads, with the credentials at hand. */
async function lookAtAccount(world: World, inputs: InputValues): Promise<FoundInAccount> {
  const region = textInput(inputs, 'aws-region') || (world.defaultRegion ?? 'us-east-1')
  const session = await openSession(world, inputs, { region, config: undefined, templates: [], role: 'verify' })
  const { findProvider, listTrails } = await import('../aws/discover.ts')
  const partition = partitionOf(region)?.id ?? 'aws'
  const arn = `arn:${partition}:iam::${session.account}:oidc-provider/${GITHUB_PROVIDER_HOST}`
  const [hasProvider, trails] = await Promise.all([findProvider(session.clients, arn), listTrails(session.clients)])
  return {
    account: session.account,
    oidcProvider: hasProvider ? arn : undefined,
    organizationTrail: trails.find((trail) => trail.organization)?.arn,
    otherTrails: trails.filter((trail) => !trail.organization).map((trail) => trail.arn),
  }
}

function configText(answers: Answers, found: FoundInAccount | undefined): string {
  const { ownerId, repositoryId } = answers
  const github = [
    'github:',
    `  repository: ${answers.repository}`,
    ...(ownerId !== '' && repositoryId !== ''
      ? [`  owner-id: "${ownerId}"`, `  repository-id: "${repositoryId}"`]
      : [
          '  # Pin the repository by its ids, which no rename can pass on: gh api repos/OWNER/REPO --jq ".owner.id, .id"',
          '  # owner-id: "…"',
          '  # repository-id: "…"',
        ]),
    ...(found?.oidcProvider
      ? ['  # The account has it already, and others may use it.', `  oidc-provider: { use: "${found.oidcProvider}" }`]
      : []),
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

function nextSteps(answers: Answers, found: FoundInAccount | undefined): string[] {
  return [
    ...(found?.organizationTrail ? [`The organization's trail ${found.organizationTrail} is used and verified, not doubled.`] : []),
    'Next: `mlops-audit check`, then an administrator runs `mlops-audit deploy --bootstrap`, then commit both files.',
    ...(answers.repository !== '' && answers.repositoryId === ''
      ? ['Add owner-id and repository-id: repositories made since July 2026 send them in the token, and a name alone can be taken over.']
      : []),
  ]
}

/** The whole workflow; equal to examples/retail-prediction/audit.yml. */
export const WORKFLOW = `# The whole workflow: copy it to .github/workflows/audit.yml of your repository.
name: audit
on:
  pull_request:
    paths: [mlops-audit.yml, .github/workflows/audit.yml]
  push:
    branches: [main]
    paths: [mlops-audit.yml]
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
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      # Pin the commit of the release you reviewed.
      - uses: org/mlops-audit-action@v1
`
