/** Writes what is declared in code into `action.yml`, the README's tables and `docs/checks.md`. `--check` compares. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { CHECKS } from '../src/checks/registry.ts'
import { OUTPUTS } from '../src/commands/inputs/outputs.ts'
import { INPUTS } from '../src/commands/inputs.ts'
import { COMMANDS } from '../src/commands/table.ts'
import { NAME_RULES } from '../src/config/names.ts'
import { controlsOf } from '../src/frameworks/registry.ts'
import { accessPage } from './access-page.ts'
import { ELSEWHERE } from './catalogue.ts'
import { checkPages, pageOf } from './check-pages.ts'
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

interface SchemaNode {
  description?: string
  default?: unknown
  'x-left-out'?: string
  required?: string[]
  properties?: Record<string, SchemaNode>
  anyOf?: SchemaNode[]
  items?: SchemaNode
}

/** What a key means when it is left out, in words of its own or as the default. */
function leftOut(node: SchemaNode): string | undefined {
  if (node['x-left-out'] !== undefined) return node['x-left-out']
  if (Array.isArray(node.default)) return `\`[${node.default.join(', ')}]\``
  return ['string', 'boolean', 'number'].includes(typeof node.default) ? `\`${node.default}\`` : undefined
}

/** Every key of the schema below a node, with its path. */
function configRows(node: SchemaNode, path: string): string[] {
  return Object.entries(node.properties ?? {}).flatMap(([key, value]) => {
    const name = path === '' ? key : `${path}.${key}`
    if (name === 'names') return []
    const isRequired = node.required?.includes(key) === true
    const fallback = isRequired ? 'required' : leftOut(value)
    if (
      fallback === undefined &&
      value.properties === undefined &&
      !value.anyOf?.some((branch) => branch.properties) &&
      !path.includes('[]')
    )
      throw new Error(`schema.json says neither "default" nor "x-left-out" for ${name}`)
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
    return `| ${check.code} | [\`${check.id}\`](${pageOf(check)}) | ${check.severity} | ${cell(check.title)} | ${check.reads.map((read) => `\`${read}\``).join(' ')} | ${frameworks.join('; ')} |`
  })
  const elsewhere = ELSEWHERE.map(
    ({ rows: asked, by, why }) =>
      `| ${asked.length > 3 ? `${asked[0]} to ${asked.at(-1)}` : asked.join(', ')} | ${by.join(', ')} | ${cell(why)} |`,
  )
  return `# Checks\n\nGenerated from \`src/checks\` by \`npm run docs\`. Each id names the good state. \`mlops-audit checks\` lists them in a terminal, \`mlops-audit checks TRAIL-004\` explains one. An unreadable resource is an \`error\` that names the missing permission, never a pass.\n\n| Code | Check | Severity | Good state | Reads | Controls |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n\n## Answered elsewhere\n\nRows of the catalogue without a check of their own code.\n\n| Row | By | Why |\n|---|---|---|\n${elsewhere.join('\n')}\n`
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
    ...checkPages(),
    { path: 'docs/config.md', text: configPage() },
  ]
}

if (import.meta.main) {
  for (const { path, text } of generated()) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
    process.stdout.write(`${path} written\n`)
  }
}
