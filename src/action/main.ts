import { join, relative } from 'node:path'
import { booleanInput, INPUTS, type InputValues, textInput } from '../commands/inputs.ts'
import { type CommandResult, type ExitCode, exitCodeOf, reportOfError } from '../commands/result.ts'
import { findCommand } from '../commands/table.ts'
import { validateInputs } from '../commands/validate-inputs.ts'
import type { World } from '../commands/world.ts'
import { createWorld } from '../edge/world.ts'
import type { Config } from '../model/config.ts'
import { AuditError, formatPosition } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import type { RunReport } from '../model/report.ts'
import { createPaint, createProgress } from '../progress/progress.ts'
import { rowText } from '../report/headline.ts'
import { toJson } from '../report/json.ts'
import { toMarkdown } from '../report/markdown.ts'
import { maskAccounts } from '../report/mask.ts'
import { toText } from '../report/text.ts'
import { verdictOf } from '../verdict/verdict.ts'
import { baseFiles } from './base.ts'
import { comment, markOlder } from './comment.ts'
import { type Decision, decide, refusePullRequestTarget } from './decide.ts'
import { type RunnerEvent, readEvent } from './event.ts'

type Core = typeof import('@actions/core')

/** Loaded after the first decision: it brings an HTTP client along, which half of the events never need. */
const loadCore = (): Promise<Core> => import('@actions/core')

/** Runs as a step of a workflow; the answer is the exit code. */
export async function runAction(): Promise<ExitCode> {
  const event = readEvent(process.env)
  const inputs = readInputs(process.env)
  const cancel = new AbortController()
  process.once('SIGINT', () => cancel.abort())
  process.once('SIGTERM', () => cancel.abort())
  const world = createActionWorld(event, inputs, cancel.signal)
  let result: CommandResult
  let marking: Promise<void> | undefined
  try {
    validateInputs(inputs, (name) => `Input \`${name}\``)
    marking = markOlder(world, inputs, event)
    result = await runDecided(world, inputs, event, await decideFor(world, inputs, event))
  } catch (error) {
    result = reportOfError(world, textInput(inputs, 'command'), error, await configOf(world, inputs))
  }
  await marking
  return publish(await loadCore(), world, inputs, event, result)
}

/** Which project an error is about; undefined where the config itself is what is wrong. */
async function configOf(world: World, inputs: InputValues): Promise<Config | undefined> {
  const { loadProject } = await import('../commands/project.ts')
  return loadProject(world, inputs).then(
    ({ config }) => config,
    () => undefined,
  )
}

function createActionWorld(event: RunnerEvent, inputs: InputValues, signal: AbortSignal): World {
  return createWorld({
    progress: createProgress({
      write: (text) => process.stdout.write(event.isPublic ? maskAccounts(text) : text),
      live: false,
      paint: createPaint(false),
      now: () => Date.now(),
    }),
    idToken: hasIdToken(process.env) ? idToken : undefined,
    maskSecret: async (secret) => (await loadCore()).setSecret(secret),
    base: (given) => baseFiles(event, inputs, given),
    run: { key: event.runKey, commit: event.sha, url: event.runUrl, tags: event.tags, actor: event.actor },
    signal,
  })
}

function hasIdToken(environment: NodeJS.ProcessEnv): boolean {
  return Boolean(environment['ACTIONS_ID_TOKEN_REQUEST_URL'] && environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'])
}

async function idToken(audience: string): Promise<string> {
  try {
    return await (await loadCore()).getIDToken(audience)
  } catch (error) {
    throw new AuditError('OIDC_UNAVAILABLE', `GitHub gave no OIDC token: ${(error as Error).message}`, {
      remedy: 'Give the job `permissions: id-token: write`.',
      cause: error,
    })
  }
}

/** Inputs as the runner passes them: `INPUT_<NAME>`, upper case, spaces as underscores. */
function readInputs(environment: NodeJS.ProcessEnv): InputValues {
  const given = INPUTS.filter((input) => input.only !== 'cli').flatMap((input): [string, string][] => {
    const value = environment[`INPUT_${input.name.toUpperCase()}`]?.trim()
    return value === undefined || value === '' ? [] : [[input.name, value]]
  })
  return new Map(given)
}

async function decideFor(world: World, inputs: InputValues, event: RunnerEvent): Promise<Decision> {
  // Whatever the command: on this event the credentials at hand are worth more than the answer.
  if (event.name === 'pull_request_target') return refusePullRequestTarget()
  const command = textInput(inputs, 'command')
  const isOffline = event.isFork || !hasIdToken(process.env)
  if (command !== 'auto') return { kind: 'run', commands: [command as 'check'], local: command === 'plan' && event.isFork, notices: [] }
  const deployPolicy =
    event.name === 'push'
      ? ((await (await import('../commands/project.ts')).loadProject(world, inputs)).config.github?.deploy ?? 'manual')
      : 'manual'
  return decide({
    name: event.name,
    ref: event.ref,
    defaultBranch: event.defaultBranch,
    isFork: event.isFork,
    hasIdToken: !isOffline,
    deployPolicy,
  })
}

async function runDecided(world: World, inputs: InputValues, event: RunnerEvent, decision: Decision): Promise<CommandResult> {
  if (decision.kind === 'refuse') {
    world.progress.failed('refused', event.name)
    throw new AuditError('BAD_EVENT', decision.reason, { remedy: decision.remedy })
  }
  let result: CommandResult | undefined
  for (const name of decision.commands) {
    const command = findCommand(name)
    if (!command) throw new AuditError('BAD_INPUT', `There is no command ${name}.`)
    world.progress.note(`${name} (${event.name})`)
    const next: CommandResult =
      name === 'plan'
        ? await (await import('../commands/plan.ts')).plan(world, inputs, { local: decision.local, notices: decision.notices })
        : await command.run(world, inputs)
    result = result ? withFindings(next, result.report) : next
    // What a check finds fails the run, and a reviewer still wants the plan beside it; what could not be read ends it.
    if (next.exitCode > 1) break
  }
  if (!result) throw new AuditError('INTERNAL', 'Nothing was decided.')
  const missing = decision.notices.filter((notice) => !result.report.notices.includes(notice))
  return { ...result, report: { ...result.report, notices: [...result.report.notices, ...missing] } }
}

/** A plan with what the check before it found: one report, one comment, one verdict. */
function withFindings(result: CommandResult, { findings, summary, access }: RunReport): CommandResult {
  const { report } = result
  const merged: RunReport = {
    ...report,
    ...(report.findings.length === 0 ? { findings, summary } : {}),
    ...(access && !report.access ? { access } : {}),
  }
  return { ...result, report: merged, exitCode: result.exitCode > 1 ? result.exitCode : exitCodeOf(merged) }
}

/** Results, outputs, annotations, summary, comment; the comment last, because it may fail without failing the run. */
async function publish(core: Core, world: World, inputs: InputValues, event: RunnerEvent, result: CommandResult): Promise<ExitCode> {
  const { report } = result
  const isPublic = event.isPublic
  const maskAccountId = booleanInput(inputs, 'mask-aws-account-id')
  const resultsPath = join(textInput(inputs, 'output-dir'), 'results.json')
  const reportPath = join(textInput(inputs, 'output-dir'), 'report.md')
  const whole = toMarkdown(report, { limit: Number.POSITIVE_INFINITY, isPublic: false, maskAccountId })
  for (const [path, text] of [
    [resultsPath, toJson(report)],
    [reportPath, whole],
  ] as const)
    await world.writeText(path, text).catch((error: Error) => core.warning(error.message))
  const text = toText(report, createPaint(false))
  process.stdout.write(isPublic ? `${maskAccounts(publicText(report))}\n` : maskAccountId ? maskAccounts(text) : text)
  annotate(core, report, isPublic)
  const markdown = (limit: number) => toMarkdown(report, { limit, isPublic, maskAccountId })
  if (process.env['GITHUB_STEP_SUMMARY']) await core.summary.addRaw(markdown(900_000)).write()
  const commentUrl = await comment(core, world, inputs, event, report, markdown)
  setOutputs(core, result, { resultsPath, reportPath, commentUrl })
  if (result.exitCode !== 0) core.setFailed(failureText(report, isPublic))
  return result.exitCode
}

function publicText(report: RunReport): string {
  const { summary } = report
  return `${report.outcome}: ${summary.pass} pass, ${summary.fail} fail, ${summary.error} unreadable. Details are withheld in public repositories.`
}

function failureText(report: RunReport, isPublic: boolean): string {
  const [problem] = report.problems
  if (problem) return isPublic ? maskAccounts(problem.message) : problem.message
  const broken = report.deployments.find((outcome) => outcome.kind !== 'deployed' && outcome.kind !== 'no-changes')
  if (broken) return `${broken.stackName}: ${broken.kind === 'failed' ? broken.status : broken.reason}`
  const {
    stopped: [stopped],
    brokenRows: [row],
  } = verdictOf(report)
  if (stopped) return `The gate ${stopped.gate} stops this: ${stopped.subject} ${isPublic ? '' : stopped.text}`.trimEnd()
  if (row) {
    const fault = row.state === 'broken' ? 'does not hold' : 'is not proven'
    return isPublic ? `A row of the access matrix ${fault}.` : `${rowText(row)} ${fault}: ${row.detail}.`
  }
  return `${report.summary.fail} checks fail and ${report.summary.error} could not be read (worst: ${report.summary.highestSeverity}).`
}

/** At most ten per level are shown by GitHub; config errors come first because they have lines. */
function annotate(core: Core, report: RunReport, isPublic: boolean): void {
  for (const problem of report.problems) {
    const message = `${problem.message}${problem.remedy ? ` ${problem.remedy}` : ''}`
    if (problem.position)
      core.error(message, {
        file: relative('.', problem.position.file),
        startLine: problem.position.line,
        startColumn: problem.position.column,
      })
  }
  if (isPublic) return
  for (const row of verdictOf(report).brokenRows) {
    const { detail, position, at } = row
    const places = at.map((place) => (place.position ? `${formatPosition(place.position)} ${place.text}` : place.text)).join('; ')
    core.error(`${detail}. ${places}`, {
      title: rowText(row),
      ...(position ? { file: relative('.', position.file), startLine: position.line } : configLine(report)),
    })
  }
  for (const finding of report.findings.filter(({ status }) => status === 'fail' || status === 'error')) {
    const level = finding.severity === 'critical' || finding.severity === 'high' ? 'error' : 'warning'
    core[level](`${finding.resource}: ${finding.message} ${finding.remedy}`, {
      title: `${finding.code} ${finding.id}`,
      ...lineOf(finding, report),
    })
  }
}

/** The line that a reader would change: of the config where it decides, otherwise of the template. */
function lineOf({ positions = [] }: Finding, report: RunReport): { file?: string; startLine?: number } {
  const best = positions.find(({ file }) => file === report.context.configFile) ?? positions[0]
  // What is rendered is no file of the checkout.
  if (!best || (report.context.configFile && best.file !== report.context.configFile)) return configLine(report)
  return { file: relative('.', best.file), startLine: best.line }
}

function configLine({ context: { configFile } }: RunReport): { file?: string; startLine?: number } {
  return configFile ? { file: configFile, startLine: 1 } : {}
}

interface Written {
  resultsPath: string
  reportPath: string
  commentUrl: string
}

function setOutputs(core: Core, { report, evidencePath }: CommandResult, { resultsPath, reportPath, commentUrl }: Written): void {
  const { changes } = verdictOf(report)
  const stackOutputs = Object.fromEntries(report.deployments.flatMap((item) => ('outputs' in item ? [[item.stackName, item.outputs]] : [])))
  const values: Readonly<Record<string, string>> = {
    outcome: report.outcome,
    'has-changes': String(Object.values(changes).some((count) => count > 0)),
    failed: String(report.summary.fail),
    errors: String(report.summary.error),
    'highest-severity': report.summary.highestSeverity,
    'results-path': resultsPath,
    'report-path': reportPath,
    'evidence-path': evidencePath ?? '',
    'comment-url': commentUrl,
    'stack-outputs': JSON.stringify(stackOutputs),
  }
  for (const [name, value] of Object.entries(values)) core.setOutput(name, value)
}
