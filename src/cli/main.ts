import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { wantedFormats, writeFormats } from '../commands/format-files.ts'
import type { InputValues } from '../commands/inputs.ts'
import { textInput } from '../commands/inputs.ts'
import { reportOfError } from '../commands/result.ts'
import { COMMANDS, type Command, findCommand } from '../commands/table.ts'
import { validateInputs } from '../commands/validate-inputs.ts'
import type { World } from '../commands/world.ts'
import { interruption } from '../edge/interrupt.ts'
import { createWorld } from '../edge/world.ts'
import { closest } from '../model/closest.ts'
import { AuditError } from '../model/errors.ts'
import { createPaint, createProgress, wantsColour } from '../progress/progress.ts'
import { loadFormat } from '../report/formats.ts'
import { logText } from '../text/log.ts'
import { createRedactor, type Redactor, secretsOf } from '../text/redact.ts'
import { mapStrings } from '../text/strings.ts'
import { visible } from '../text/visible.ts'
import { CHECKS_COMMAND } from './checks-command.ts'
import { flagsOf, helpOf, overview } from './help.ts'
import { LOCAL_COMMANDS, runLocal } from './local.ts'

/** Runs the CLI; the answer is the exit code. Results go to stdout, progress to stderr. */
export async function runCli(argv: readonly string[]): Promise<number> {
  const redactor = createRedactor()
  for (const secret of secretsOf(process.env)) redactor.add(secret)
  const print = printer(redactor)
  const interrupted = interruption((why, left) => print.cancelled(why, left))
  const world = createWorld({
    progress: createProgress({
      write: (text) => print.progress(text),
      live: process.stderr.isTTY === true && process.env['CI'] !== 'true',
      paint: createPaint(wantsColour(process.env, process.stderr.isTTY === true)),
      now: () => Date.now(),
      ...(process.stderr.columns ? { columns: process.stderr.columns } : {}),
    }),
    github: githubOf(process.env),
    idToken: undefined,
    maskSecret: async (secret) => redactor.add(secret),
    redact: redactor.redact,
    run: {
      key: `${new Date()
        .toISOString()
        .replaceAll(/[^0-9]/g, '')
        .slice(0, 14)}-${randomBytes(3).toString('hex')}`,
      commit: process.env['GITHUB_SHA'],
      url: undefined,
      tags: {},
      actor: undefined,
    },
    signal: interrupted,
    ...(process.stdin.isTTY && process.stderr.isTTY ? { ask } : {}),
  })
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') return print.result(overview(world.version))
  if (name === '--version') return print.result(`${world.version}\n`)
  if (LOCAL_COMMANDS.some((local) => local.name === name)) return runLocal(argv)
  if (name === CHECKS_COMMAND.name) return explain(rest, print)
  const command = findCommand(name)
  if (!command) return print.complaint(unknownCommand(name))
  if (rest.includes('--help') || rest.includes('-h')) return print.result(helpOf(command))
  let inputs: InputValues
  try {
    inputs = parseFlags(command, rest)
    validateInputs(inputs, (flag) => `--${flag}`)
  } catch (error) {
    return print.complaint(error)
  }
  interrupted.limit(Number(textInput(inputs, 'run-timeout-minutes')))
  const { report, exitCode } = await command.run(world, inputs).catch((error: unknown) => reportOfError(world, command.name, error))
  // Before any format is made of it: a secret with an escape in it would not be known again.
  const shown = mapStrings(report, redactor.redact)
  // What a person looks at in a terminal leaves no file unless asked to.
  const always = ['render', 'check', 'who-can', 'init'].includes(shown.command) ? [] : ['json']
  let isWritten = true
  await writeFormats(world, inputs, wantedFormats(inputs, always), shown, (error) => {
    isWritten = false
    return print.complaint(error)
  })
  const format = await loadFormat(textInput(inputs, 'format'))
  const paint = createPaint(wantsColour(process.env, process.stdout.isTTY === true))
  print.result(format(shown, { paint, maskAccountId: false, folder: process.cwd() }))
  // What a later step takes up is not there: that is not done, however clean the result.
  return exitCode === 0 && !isWritten ? 2 : exitCode
}

/** The checks are loaded only where they are asked about. */
async function explain(args: readonly string[], print: ReturnType<typeof printer>): Promise<number> {
  const { checksText } = await import('./checks.ts')
  try {
    return print.result(checksText(args))
  } catch (error) {
    return print.complaint(error)
  }
}

/** As GitHub's own CLI takes it. */
function githubOf(environment: NodeJS.ProcessEnv): World['github'] {
  const token = environment['GH_TOKEN'] || environment['GITHUB_TOKEN']
  return token ? { token, apiUrl: environment['GITHUB_API_URL'] || 'https://api.github.com' } : undefined
}

/** On stderr, so that results can be piped. */
async function ask(question: string, fallback: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises')
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return await terminal.question(`${question}${fallback === '' ? '' : ` [${fallback}]`}: `)
  } finally {
    terminal.close()
  }
}

function parseFlags(command: Command, argv: readonly string[]): InputValues {
  const flags = flagsOf(command.name)
  const options = Object.fromEntries(
    flags.map((flag) => [
      flag.name,
      {
        type: flag.kind === 'boolean' ? ('boolean' as const) : ('string' as const),
        ...(flag.kind === 'list' || flag.many ? { multiple: true } : {}),
      },
    ]),
  )
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true, allowPositionals: false })
    // A list may be given item by item, each with its flag.
    return new Map(Object.entries(values).map(([key, value]) => [key, Array.isArray(value) ? value.join('\n') : String(value)]))
  } catch (error) {
    const wrong = /'--([\w-]+)/.exec((error as Error).message)?.[1]
    const guess =
      wrong &&
      closest(
        wrong,
        flags.map((flag) => flag.name),
      )
    throw new AuditError(
      'BAD_INPUT',
      `${(error as Error).message.split('. To specify')[0]}${guess && guess !== wrong ? `. Did you mean --${guess}?` : ''}`,
      {
        remedy: `mlops-audit ${command.name} --help lists the flags.`,
      },
    )
  }
}

function unknownCommand(name: string): AuditError {
  const names = [...COMMANDS, CHECKS_COMMAND, ...LOCAL_COMMANDS].map((command) => command.name)
  const guess = closest(name, names)
  return new AuditError('BAD_INPUT', `There is no command "${name}".${guess ? ` Did you mean ${guess}?` : ''}`, {
    remedy: `Commands: ${names.join(', ')}.`,
  })
}

/** Everything the CLI says: it may run in a workflow, whose runner reads commands from both streams. Answers exit codes. */
function printer({ redact }: Redactor) {
  const clean = (text: string) => logText(redact(text))
  return {
    progress: (text: string) => void process.stderr.write(clean(text)),
    result: (text: string): number => {
      process.stdout.write(clean(text))
      return 0
    },
    cancelled: (why: string, left: readonly string[]): void => {
      process.stderr.write(clean(`\nmlops-audit: ${why}\n${left.map((text) => `  ${visible(text)}\n`).join('')}`))
    },
    complaint: (error: unknown): number => {
      const { message, remedy } = error instanceof AuditError ? error : { message: String(error), remedy: undefined }
      process.stderr.write(clean(`mlops-audit: ${visible(message)}\n${remedy ? `  ${visible(remedy)}\n` : ''}`))
      return 3
    },
  }
}
