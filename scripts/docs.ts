/** Writes what is declared in code into `action.yml`, the README's tables and `docs/checks.md`. `--check` compares. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKS } from '../src/checks/registry.ts'
import { OUTPUTS } from '../src/commands/inputs/outputs.ts'
import { INPUTS } from '../src/commands/inputs.ts'
import { COMMANDS } from '../src/commands/table.ts'
import { NAME_RULES } from '../src/config/names.ts'
import { controlsOf } from '../src/frameworks/registry.ts'
import { accessPage } from './access-page.ts'
import { JUDGE_EXCEPTIONS } from './judge-exceptions.ts'
import { messagesPage } from './messages-page.ts'
import { root } from './paths.mjs'
import { templatesPage } from './templates-page.ts'

function actionYml(current: string): string {
  const head = current.slice(0, current.indexOf('inputs:\n'))
  const inputs = INPUTS.filter((input) => input.only !== 'cli').map(
    (input) => `  ${input.name}:\n    description: ${quote(input.description)}\n    required: false\n    default: ${quote(input.default)}`,
  )
  const outputs = OUTPUTS.map((output) => `  ${output.name}:\n    description: ${quote(output.description)}`)
  return `${head}inputs:\n${inputs.join('\n')}\noutputs:\n${outputs.join('\n')}\nruns:\n  using: node24\n  main: dist/index.js\n`
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

function between(text: string, name: string, body: string): string {
  const [from, to] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`]
  const start = text.indexOf(from)
  const end = text.indexOf(to)
  if (start === -1 || end === -1) throw new Error(`marker ${name} is missing`)
  return `${text.slice(0, start + from.length)}\n${body}\n${text.slice(end)}`
}

const cell = (text: string) => text.replaceAll('|', '\\|')

function readme(current: string): string {
  const inputs = [
    '| Input / flag | Meaning | Default |',
    '|---|---|---|',
    ...INPUTS.map(
      (input) =>
        `| \`${input.only === 'cli' ? '--' : ''}${input.name}\`${input.only ? ` (${input.only} only)` : ''} | ${cell(input.description)} | ${input.default ? `\`${input.default}\`` : ''} |`,
    ),
  ]
  const outputs = ['| Output | Meaning |', '|---|---|', ...OUTPUTS.map((output) => `| \`${output.name}\` | ${cell(output.description)} |`)]
  const commands = [
    '| Command | Does | Needs |',
    '|---|---|---|',
    ...COMMANDS.map((command) => `| \`${command.name}\` | ${cell(command.summary)} | ${cell(command.needs)} |`),
  ]
  return between(between(between(current, 'inputs', inputs.join('\n')), 'outputs', outputs.join('\n')), 'commands', commands.join('\n'))
}

/** What a key means when it is left out; a test fails when the schema has a key that is neither required nor here. */
const CONFIG_DEFAULTS: Readonly<Record<string, string>> = {
  'github.owner-id': 'the immutable `sub` is not trusted',
  'github.repository-id': 'the repository is not pinned by id',
  prefix: '`<project>-<environment>`',
  'workload-region': 'the audit region',
  tags: '`Project`, `Environment`',
  'template-bucket': '`create` with `github:`, else `false`',
  'stack-references': '`parameter`',
  'github.branches': '`[main]`',
  'github.environments': 'none',
  'github.max-session-seconds': '`3600`',
  'github.publish-environments': 'the jobs that deploy publish too',
  'github.issuer': "github.com's",
  'github.subject': "`both` with ids (`immutable` where the issuer is an enterprise's own), else `name`",
  'github.subject-claims': '`[repo, context]`, as GitHub does',
  'github.image-push.subject-claims': 'those of `github:`',
  'github.oidc-provider': '`create`',
  'github.deploy': '`manual`',
  'github.image-push': 'no such role',
  'github.image-push.repository': '`github.repository`',
  'github.image-push.owner-id': 'that of `github:`, for its own repository',
  'github.image-push.repository-id': 'that of `github:`, for its own repository',
  'github.image-push.branches': '`github.branches`',
  'github.image-push.environments': '`github.environments`',
  'audit.trail': '`create`',
  'audit.log-prefix': '`mlops-logs`',
  'audit.log-bucket': '`create`; with `trail: { use }` not known',
  'audit.log-group': '`create`; with `trail: { use }` not known',
  'audit.organization': 'the trail is of this account',
  'audit.data-events': 'none',
  'audit.data-events-access': '`all`',
  'audit.data-resources': 'none',
  'audit.network-activity': 'none',
  'audit.network-activity.denied-only': '`false`',
  'audit.insights': 'on where the partition has it',
  'audit.delivery-notices': '`false`',
  'audit.encryption': '`sse-kms`',
  'audit.key.rotation-days': '365',
  'audit.key.administrators': 'none',
  'audit.key.allow-deletion': '`false`',
  'audit.key.use': 'a key is made',
  'audit.key.adopt': 'a key is made',
  'audit.bucket-key': '`false`',
  'audit.reader-accounts': 'none',
  'audit.object-lock': 'off',
  'audit.object-lock.confirm': 'only with `compliance`',
  'audit.break-glass': 'nobody is singled out',
  'audit.lifecycle.standard-ia': '30',
  'audit.lifecycle.glacier': '90',
  'audit.lifecycle.glacier-class': '`GLACIER_IR`',
  'audit.lifecycle.deep-archive': '365',
  'audit.lifecycle.expire': 'never',
  'audit.lifecycle.expire-noncurrent': 'as `expire`',
  'audit.lifecycle.scope': '`prefix`',
  'audit.access-log-retention-days': '365',
  'audit.log-retention-days': '365',
  'audit.alert': 'nobody',
  'audit.tamper-rule': '`true`',
  'audit.alarms': 'none',
  'audit.dashboard': '`false`',
  'audit.config': 'no rules',
  'audit.config.rules': '`true`',
  'audit.config.recorder': '`existing`',
  'audit.config.service-linked-role': '`create`',
  'audit.analytics': 'off',
  'audit.analytics.scan-limit-gib': '10',
  'audit.analytics.since': '`2024/01/01`',
  'audit.analytics.regions': 'all of the partition',
  'audit.analytics.results-days': '30',
  'audit.evidence': 'off',
  'audit.evidence.confirm': 'only with `compliance`',
  'access.eks.auto-mode': '`false`',
  'access.eks.cni': '`node-role`',
  'access.eks.ecr-pull': '`pull-only`',
  'access.eks.clusters': 'none',
  'access.eks.pod-identity': '`pod-identity`',
  'access.eks.pods': 'none',
  'access.eks.pods.model-read': 'no such role',
  'access.eks.pods.model-read.prefixes': '`[artifacts/]`',
  'access.eks.pods.model-read.keys': 'none',
  'access.eks.pods.monitoring': 'no such role',
  'access.eks.pods.monitoring.metric-namespaces': '`[ContainerInsights]`',
  'access.eks.pods.secrets-read': 'no such role',
  'access.eks.pods.secrets-read.keys': 'none',
  'access.sagemaker.profile': '`least-privilege`',
  'access.sagemaker.data-buckets': '`audit.data-events`',
  'access.sagemaker.prefixes': '`[gold/, artifacts/]`',
  'access.sagemaker.read-prefixes': 'none',
  'access.sagemaker.list': '`prefixes`',
  'access.sagemaker.jobs': '`[training, processing, registry, hosting]`',
  'access.sagemaker.images': 'none',
  'access.sagemaker.repositories': 'those of `access.ecr`',
  'access.sagemaker.keys': 'none',
  'access.sagemaker.vpc': '`false`',
  'access.sagemaker.gates': 'none',
  'access.sagemaker.gates.network-isolation': '`false`',
  'access.sagemaker.gates.inter-container-encryption': '`false`',
  'access.sagemaker.gates.subnets': 'any',
  'access.sagemaker.gates.security-groups': 'any',
  'access.sagemaker.gates.volume-key': 'any',
  'access.sagemaker.gates.output-key': 'any',
  'access.sagemaker.gates.instance-types': 'any',
  'access.sagemaker.gates.max-runtime-hours': 'any',
  'access.ecr': 'none',
  'access.ecr.tags': '`immutable`',
  'access.ecr.untagged-days': '14',
  'access.ecr.keep-images': '100',
  'access.bucket-policies': 'none',
  'access.replica': 'none',
  'access.replica.prefixes': '`access.sagemaker.prefixes`',
  'access.replica.source-key': 'the bucket has none',
  'access-matrix': 'the rows of the foundation, see [access](access.md)',
  'gates.fail-on-widening': '`false`',
  'gates.fail-on-replacement': '`false`',
  'gates.fail-on-drift': '`false`',
  'gates.fail-on-cost-increase': 'no limit',
  'gates.allow': 'none',
  organization: 'not looked at',
  'organization.service-control-policies': 'none',
  'organization.resource-control-policies': 'none',
  stacks: 'nothing special',
  'stacks.service-role': 'none',
  'stacks.notifications': 'none',
  'stacks.rollback-alarms': 'none',
  'stacks.rollback-minutes': '0',
  exceptions: 'none',
  'fail-on': '`high`',
}

interface SchemaNode {
  description?: string
  required?: string[]
  properties?: Record<string, SchemaNode>
  anyOf?: SchemaNode[]
  items?: SchemaNode
}

/** Every key of the schema below a node, with its path. */
function configRows(node: SchemaNode, path: string): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`
    if (name === 'names') return []
    const isRequired = node.required?.includes(key) === true
    const fallback = isRequired ? 'required' : CONFIG_DEFAULTS[name]
    if (
      fallback === undefined &&
      value.properties === undefined &&
      !value.anyOf?.some((branch) => branch.properties) &&
      !path.includes('[]')
    )
      throw new Error(`scripts/docs.ts has no default for ${name}`)
    const row = `| \`${name}\` | ${cell(value.description ?? '')} | ${fallback ?? ''} |`
    // `{ use }` and `{ adopt }` are said in the row itself.
    const isSource = value.anyOf?.some((branch) => branch.required?.some((key) => key === 'use' || key === 'adopt')) === true
    const inner = isSource ? [] : [value, ...(value.anyOf ?? [])].flatMap((branch) => configRows(branch, name))
    const items = [value, ...(value.anyOf ?? [])].flatMap((branch) => (branch.items ? configRows(branch.items, `${name}[]`) : []))
    return [row, ...inner, ...items]
  })
}

function configPage(): string {
  const schema = JSON.parse(readFileSync(join(root, 'schema.json'), 'utf8')) as SchemaNode
  const names = NAME_RULES.map(
    (rule) =>
      `| \`names.${rule.raw}\` | \`${rule.derive({
        prefix: '<prefix>',
        region: '<region>',
        workloadRegion: '<workload-region>',
        replicaRegion: '<replica-region>',
        account: '<account>',
      })}\` | ${rule.limit} |`,
  )
  return `# Config reference

Generated from \`schema.json\` by \`npm run docs\`. Start \`mlops-audit.yml\` with \`# yaml-language-server: $schema=https://raw.githubusercontent.com/org/mlops-audit-action/v1/schema.json\` and editors complete and check it. All mistakes are reported at once, each with line, column, what was found and what is allowed. Inputs and flags \`environment\`, \`account\`, \`aws-region\` and \`fail-on\` stand above the file.

| Key | Meaning | Left out |
|---|---|---|
${configRows(schema, '').join('\n')}

## Names

Every name is derived from prefix, region and account, and can be set under \`names:\`. Lengths are checked after derivation.

| Key | Derived | At most |
|---|---|---|
${names.join('\n')}
`
}

function checksPage(): string {
  const rows = CHECKS.map((check) => {
    const frameworks = Object.entries(controlsOf(check.id)).map(([framework, controls]) => `${framework} ${controls.join(', ')}`)
    return `| ${check.code} | [\`${check.id}\`](${check.source}) | ${check.severity} | ${cell(check.title)} | ${check.reads.map((read) => `\`${read}\``).join(' ')} | ${frameworks.join('; ')} |`
  })
  return `# Checks\n\nGenerated from \`src/checks\` by \`npm run docs\`. Each id names the good state. An unreadable resource is an \`error\` that names the missing permission, never a pass.\n\n| Code | Check | Severity | Good state | Reads | Controls |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`
}

function judgesPage(): string {
  const rows = JUDGE_EXCEPTIONS.map(
    ({ judge, rule, resources, reason, link }) =>
      `| ${judge} | ${rule} | ${resources.map((resource) => `\`${resource}\``).join(', ')} | ${cell(reason)} | [AWS](${link}) |`,
  )
  return `# What outside judges find

Generated from \`scripts/judge-exceptions.ts\` by \`npm run docs\`. Every rendered template of the golden configs is held against cfn-lint, checkov and the AWS Control Tower proactive controls (by cfn-guard). cfn-lint has nothing to say. The others find the following and nothing else; a test fails on anything new, and on an entry that no longer occurs.

| Judge | Check | Resources | Why it stays | Source |
|---|---|---|---|---|
${rows.join('\n')}
`
}

/** Every generated file with what it must contain. */
export function generated(): { path: string; text: string }[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  return [
    { path: 'docs/access.md', text: accessPage() },
    { path: 'docs/judges.md', text: judgesPage() },
    { path: 'docs/messages.md', text: messagesPage() },
    { path: 'docs/templates.md', text: templatesPage() },
    { path: 'action.yml', text: actionYml(read('action.yml')) },
    { path: 'README.md', text: readme(read('README.md')) },
    { path: 'docs/checks.md', text: checksPage() },
    { path: 'docs/config.md', text: configPage() },
  ]
}

if (import.meta.main) {
  for (const { path, text } of generated()) {
    writeFileSync(join(root, path), text)
    process.stdout.write(`${path} written\n`)
  }
}
