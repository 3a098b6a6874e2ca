/** Writes what is declared in code into `action.yml`, the README's tables and `docs/checks.md`. `--check` compares. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKS } from '../src/checks/registry.ts'
import { INPUTS, OUTPUTS } from '../src/commands/inputs.ts'
import { COMMANDS } from '../src/commands/table.ts'
import { controlsOf } from '../src/frameworks/registry.ts'
import { root } from './paths.mjs'

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

function checksPage(): string {
  const rows = CHECKS.map((check) => {
    const frameworks = Object.entries(controlsOf(check.id)).map(([framework, controls]) => `${framework} ${controls.join(', ')}`)
    return `| ${check.code} | [\`${check.id}\`](${check.source}) | ${check.severity} | ${cell(check.title)} | ${check.reads.map((read) => `\`${read}\``).join(' ')} | ${frameworks.join('; ')} |`
  })
  return `# Checks\n\nGenerated from \`src/checks\` by \`npm run docs\`. Each id names the good state. An unreadable resource is an \`error\` that names the missing permission, never a pass.\n\n| Code | Check | Severity | Good state | Reads | Controls |\n|---|---|---|---|---|---|\n${rows.join('\n')}\n`
}

/** Every generated file with what it must contain. */
export function generated(): { path: string; text: string }[] {
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  return [
    { path: 'action.yml', text: actionYml(read('action.yml')) },
    { path: 'README.md', text: readme(read('README.md')) },
    { path: 'docs/checks.md', text: checksPage() },
  ]
}

if (import.meta.main) {
  for (const { path, text } of generated()) {
    writeFileSync(join(root, path), text)
    process.stdout.write(`${path} written\n`)
  }
}
