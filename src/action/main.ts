import { booleanInput, INPUTS, type InputValues, textInput } from '../commands/inputs.ts'
import { type CommandResult, type ExitCode, exitCodeOf, reportOfError } from '../commands/result.ts'
import { findCommand } from '../commands/table.ts'
import { validateInputs } from '../commands/validate-inputs.ts'
import type { World } from '../commands/world.ts'
import { interruption } from '../edge/interrupt.ts'
import { createWorld } from '../edge/world.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { RunReport } from '../model/report.ts'
import { createPaint, createProgress, quietProgress } from '../progress/progress.ts'
import { visible } from '../text/visible.ts'
import { baseFiles } from './base.ts'
import { markOlder } from './comment.ts'
import { type Decision, decide, type RunDecision } from './decide.ts'
import { type RunnerEvent, readEvent, unreadEvent } from './event.ts'
import { createOutput, type Output } from './output.ts'
import { publish } from './publish.ts'
import { withVisibility } from './visibility.ts'

const CANCELLED_OPENLY =
  'Something was under way at AWS and may go on without this run. Run again: the run waits for it to end, and then proves the state.'

/** Runs as a step of a workflow; the answer is the exit code. */
export async function runAction(): Promise<ExitCode> {
  const inputs = readInputs(process.env)
  const given = begin(inputs)
  const event = await withVisibility(given.event, inputs)
  // Until it is known that few read it, everyone does.
  const masks = { all: event.visibility !== 'private' || booleanInput(inputs, 'mask-aws-account-id') }
  const output = createOutput(process.env, () => masks.all)
  const interrupted = interruption((why, left) => {
    // Which stacks there are is not for everyone.
    const said = event.visibility === 'private' ? left : left.length > 0 ? [CANCELLED_OPENLY] : []
    output.log(`mlops-audit: ${why}\n${said.map((text) => `${visible(text)}\n`).join('')}`)
  })
  const world = createActionWorld(output, event, inputs, interrupted)
  if (given.error) {
    const result = reportOfError(world, textInput(inputs, 'command'), given.error)
    return publish(output, world, { inputs, event, result, open: { notices: [], problems: true } })
  }
  interrupted.limit(Number(textInput(inputs, 'run-timeout-minutes')))
  let result: CommandResult
  let notices: readonly string[] = []
  let marking: Promise<void> | undefined
  try {
    marking = markOlder(world, inputs, event)
    const decision = allowed(await decideFor(world, inputs, event))
    notices = decision.notices
    result = await runDecided(decision.credentials === 'none' ? withoutCredentials(world) : world, inputs, event, decision)
  } catch (error) {
    result = reportOfError(world, textInput(inputs, 'command'), error, await configOf(world, inputs))
  }
  await marking
  return publish(output, world, { inputs, event, result, open: { notices, problems: false } })
}

/** Event and inputs, or what is wrong with them: both are the workflow's, and nothing is done before they are right. */
function begin(inputs: InputValues): { event: RunnerEvent; error?: unknown } {
  let event = unreadEvent(process.env)
  try {
    event = readEvent(process.env)
    validateInputs(inputs, (name) => `Input \`${name}\``)
    return { event }
  } catch (error) {
    return { event, error }
  }
}

/** Which project an error is about; undefined where the config itself is what is wrong. */
async function configOf(world: World, inputs: InputValues): Promise<Config | undefined> {
  const { loadProject } = await import('../commands/project.ts')
  return loadProject(world, inputs).then(
    ({ config }) => config,
    () => undefined,
  )
}

function createActionWorld(output: Output, event: RunnerEvent, inputs: InputValues, signal: World['signal']): World {
  const options = { write: output.log, live: false, paint: createPaint(false), now: () => Date.now() }
  const world: World = createWorld({
    // What steps say names stacks, roles and callers.
    progress: event.visibility === 'private' ? createProgress(options) : quietProgress(options),
    idToken: hasIdToken(process.env) ? (audience) => idToken(output, audience) : undefined,
    maskSecret: output.maskSecret,
    base: (commit) => baseFiles(event, inputs, commit, (path) => world.readText(path)),
    github: githubOf(inputs),
    redact: output.redactor.redact,
    run: { key: event.runKey, commit: event.sha, url: event.runUrl, tags: event.tags, actor: event.actor },
    signal,
  })
  return world
}

function githubOf(inputs: InputValues): World['github'] {
  const token = textInput(inputs, 'github-token')
  return token === '' || token.startsWith('${{') ? undefined : { token, apiUrl: process.env['GITHUB_API_URL'] ?? 'https://api.github.com' }
}

/** Neither a token nor credentials of the job, whatever the command asks for. */
function withoutCredentials(world: World): World {
  const refuse = () =>
    Promise.reject(
      new AuditError('BAD_EVENT', 'This event runs without credentials.', { remedy: 'Run it on push, schedule or workflow_dispatch.' }),
    )
  return { ...world, idToken: undefined, defaultCredentials: refuse }
}

function hasIdToken(environment: NodeJS.ProcessEnv): boolean {
  return Boolean(environment['ACTIONS_ID_TOKEN_REQUEST_URL'] && environment['ACTIONS_ID_TOKEN_REQUEST_TOKEN'])
}

async function idToken(output: Output, audience: string): Promise<string> {
  try {
    return await output.idToken(audience)
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
  const command = textInput(inputs, 'command')
  const decideWith = (deployPolicy: 'manual' | 'on-merge') =>
    decide({ ...event, hasIdToken: !event.isFork && hasIdToken(process.env), deployPolicy }, command)
  const decision = decideWith('manual')
  // The config is asked where it has a say only, and not before it is known that this event may read it.
  if (command !== 'auto' || event.name !== 'push' || decision.kind === 'refuse') return decision
  const { loadProject } = await import('../commands/project.ts')
  return decideWith((await loadProject(world, inputs)).config.github?.deploy ?? 'manual')
}

/** @throws BAD_EVENT */
function allowed(decision: Decision): RunDecision {
  if (decision.kind === 'refuse') throw new AuditError('BAD_EVENT', decision.reason, { remedy: decision.remedy })
  return decision
}

async function runDecided(world: World, inputs: InputValues, event: RunnerEvent, decision: RunDecision): Promise<CommandResult> {
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
