/**
 * Runs `check --template` over folders of other people's templates, in one process, and prints what it makes of them.
 *
 *   node scripts/corpus.ts [--lint lint.json] [--list] FOLDER_OR_LIST...
 *
 * A list is a text file with one path a line. `--lint` names cfn-lint's answers, `{ path: { m: [[rule, line, message]] } }`: a template
 * that is refused while cfn-lint has no error is counted as falsely refused until somebody has looked at it. `--list` prints every problem,
 * `--missed` what cfn-lint refuses and this does not. The table of families counts templates by what is plainly wrong with them.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { check } from '../src/commands/check.ts'
import { reportOfError } from '../src/commands/result.ts'
import { createWorld } from '../src/edge/world.ts'
import type { Problem } from '../src/model/errors.ts'
import { createPaint, createProgress } from '../src/progress/progress.ts'

interface Lint {
  m: readonly (readonly [string, number, string])[]
}

const world = createWorld({
  progress: createProgress({ write: () => undefined, live: false, paint: createPaint(false), now: () => 0 }),
  idToken: undefined,
  maskSecret: () => Promise.resolve(),
  redact: (text) => text,
  run: { key: 'corpus', commit: undefined, url: undefined, tags: {}, actor: undefined },
  signal: undefined,
})

/** What is plainly wrong with a template, by the rules that cfn-lint has for it. */
const FAMILIES: Readonly<Record<string, RegExp>> = {
  'syntax, sections and attributes': /^E(?:0000|1001|3001|3028|4001|5001|6001|6002|6003|6010|6011)$/,
  'names that are declared': /^E(?:1010|1012|1020|1022|1028|3005|3006|3007|7001|7010|8002)$/,
  'functions and where they stand': /^E(?:1011|1015|1016|1017|1018|1019|1021|1024|1029|103\d|1040|1041)$/,
  'properties and their types': /^E(?:3002|3003|3008|3012|3036|3038|3724)$/,
  'values, ranges, lengths, patterns': /^E(?:115[0-4]|3017|3030|3031|3032|3033|3034|3035|3037)$/,
  'properties together': /^E(?:3014|3018|3020|3021|3058)$/,
  'parameters, mappings, conditions, rules': /^E(?:2001|2003|2010|2011|2012|2015|2529|2900|7\d{3}|8\d{3}|17\d{2})$/,
  circles: /^E3004$/,
}

interface Options {
  lint: Record<string, Lint> | undefined
  list: boolean
  missed: boolean
}

interface Count {
  internal: number
  refused: number
  findings: number
  sound: number
  falsely: number
  broken: number
  missed: number
  /** Of each family, and of all together: templates with such an error, and those refused. */
  families: Map<string, [number, number]>
}

async function main(argv: readonly string[]): Promise<void> {
  const at = argv.indexOf('--lint')
  const lint = at === -1 ? undefined : (JSON.parse(readFileSync(argv[at + 1] ?? '', 'utf8')) as Record<string, Lint>)
  const options = { lint, list: argv.includes('--list'), missed: argv.includes('--missed') }
  const files = argv.filter((word, index) => !word.startsWith('--') && (at === -1 || index !== at + 1)).flatMap(filesOf)
  const kinds = new Map<string, Set<string>>()
  const count: Count = { internal: 0, refused: 0, findings: 0, sound: 0, falsely: 0, broken: 0, missed: 0, families: new Map() }
  const started = performance.now()
  for (const file of files) await judge(file, options, kinds, count)
  const seconds = (performance.now() - started) / 1000
  const table = [...kinds].sort((a, b) => b[1].size - a[1].size).map(([kind, where]) => `${String(where.size).padStart(6)}  ${kind}`)
  const total = `${files.length} templates in ${seconds.toFixed(1)} s: ${count.internal} internal errors, ${count.refused} refused, ${count.findings} findings`
  const beside = [
    `cfn-lint has no error in ${count.sound}, of which ${count.falsely} are refused (${percent(count.falsely, count.sound)})`,
    `cfn-lint has errors in ${count.broken}, of which ${count.missed} are not refused (${percent(count.missed, count.broken)})`,
  ]
  const families = [...count.families].map(
    ([name, [all, refused]]) =>
      `${String(refused).padStart(6)} of ${String(all).padStart(4)}  ${percent(refused, all).padStart(8)}  ${name}`,
  )
  process.stdout.write([...table, '', ...(lint ? [...families, ''] : []), total, ...(lint ? beside : []), ''].join('\n'))
}

async function judge(file: string, options: Options, kinds: Map<string, Set<string>>, count: Count): Promise<void> {
  const { report, exitCode } = await check(world, new Map([['template', file]])).catch((error: unknown) => {
    process.stdout.write(`INTERNAL ${file}: ${error instanceof Error ? (error.stack ?? '') : ''}\n`)
    return reportOfError(world, 'check', error)
  })
  const failing = report.findings.filter(({ status }) => status === 'fail')
  if (exitCode === 2) count.internal += 1
  if (report.problems.length > 0) count.refused += 1
  count.findings += failing.length
  for (const problem of report.problems) note(kinds, problem.id ?? problem.message, file)
  for (const finding of failing) note(kinds, `${finding.severity} ${finding.id}`, file)
  if (options.lint) compare(file, report.problems, options, count)
  else if (options.list) for (const problem of report.problems) print('SAID', problem, file)
}

/** Holds what was said against cfn-lint's errors; files it gave up on tell nothing. */
function compare(file: string, problems: readonly Problem[], { lint, list, missed }: Options, count: Count): void {
  const said = lint?.[file]?.m.map(([id]) => id) ?? ['TIMEOUT']
  if (said.includes('TIMEOUT') || said.includes('CRASH')) return
  const errors = [...new Set(said.filter((id) => id.startsWith('E')))]
  const refused = problems.length > 0
  if (errors.length === 0) {
    count.sound += 1
    if (refused) count.falsely += 1
    if (list) for (const problem of problems) print('FALSE?', problem, file)
    return
  }
  count.broken += 1
  const of = Object.entries(FAMILIES).flatMap(([name, rules]) => (errors.some((id) => rules.test(id)) ? [name] : []))
  for (const name of of.length > 0 ? [...of, 'all of these'] : ['none of these']) {
    const [all, seen] = count.families.get(name) ?? [0, 0]
    count.families.set(name, [all + 1, seen + (refused ? 1 : 0)])
  }
  if (refused) return
  count.missed += 1
  if (missed) process.stdout.write(`MISSED ${file}: ${errors.join(' ')}\n`)
}

const percent = (part: number, whole: number) => `${((100 * part) / Math.max(1, whole)).toFixed(2)} %`

function print(word: string, { id, position, message }: Problem, file: string): void {
  process.stdout.write(`${word} ${position ? `${position.file}:${position.line}` : file} ${id ?? ''}: ${message}\n`)
}

function note(kinds: Map<string, Set<string>>, kind: string, file: string): void {
  kinds.set(kind, (kinds.get(kind) ?? new Set()).add(file))
}

function filesOf(path: string): string[] {
  if (statSync(path).isFile()) return path.endsWith('.txt') ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [path]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(?:ya?ml|json|template|cfn)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

await main(process.argv.slice(2))
