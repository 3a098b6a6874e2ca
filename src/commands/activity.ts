import { join } from 'node:path'
import { answer } from '../activity/answer.ts'
import { activityFindings } from '../activity/findings.ts'
import { changeRegister, type RegisterRequest } from '../activity/register.ts'
import type { LogFile, LogReading, ScanResult } from '../activity/source.ts'
import type { TallyOptions } from '../activity/tally.ts'
import { Resolver } from '../activity/who.ts'
import type { ActivityReport } from '../model/activity.ts'
import { activityTables } from '../report/activity-csv.ts'
import { activityPage } from '../report/activity-html.ts'
import { findLogs, type Logs } from './activity-logs.ts'
import { usageOf } from './activity-usage.ts'
import { type InputValues, textInput } from './inputs.ts'
import { periodOf } from './integrity.ts'
import type { Period } from './log-requests.ts'
import { failOnOf, loadProject, type Project } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import type { World } from './world.ts'

const DAY_SECONDS = 86_400

/** Answers who did what in a time. */
export async function activity(world: World, inputs: InputValues): Promise<CommandResult> {
  const needsConfig = textInput(inputs, 'log-folder') === '' && textInput(inputs, 'trail-arn') === ''
  const hasConfig = needsConfig || (await world.readText(textInput(inputs, 'config'))) !== undefined
  const project = hasConfig ? await loadProject(world, inputs) : undefined
  const period = periodOf(world, inputs)
  const baselineDays = Number(textInput(inputs, 'baseline-days'))
  const baselineFrom = new Date(Date.parse(period.from) - baselineDays * DAY_SECONDS * 1000).toISOString()
  const logs = await findLogs(world, inputs, project, { from: baselineFrom, to: period.to })
  const foundation = foundationOf(logs, project)
  const report = await readAndAnswer(world, inputs, {
    logs,
    period,
    baselineFrom: baselineDays > 0 ? baselineFrom : undefined,
    foundation,
    project,
  })
  await writeFiles(world, inputs, report)
  return reported(world, inputs, { project, logs, report, foundation })
}

interface Reading {
  logs: Logs
  period: Period
  baselineFrom: string | undefined
  /** Names that the audit stands on. */
  foundation: readonly string[]
  project: Project | undefined
}

async function readAndAnswer(world: World, inputs: InputValues, reading: Reading): Promise<ActivityReport> {
  const { logs, period, baselineFrom, foundation } = reading
  const threads = await world.logReading()
  const subject = textInput(inputs, 'subject') || undefined
  const options: TallyOptions = {
    from: seconds(period.from),
    to: seconds(period.to),
    baselineFrom: seconds(baselineFrom ?? period.from),
    needles: subject === undefined ? [] : [subject],
    needlesOfChanges: shortest(foundation),
  }
  const first = await scan(world, threads, logs.files, options)
  const scanned = subject === undefined ? first : await again(world, threads, { files: logs.files, options, first, subject })
  const { facts, files, bytes, unread, duplicatesForgotten } = scanned
  const resolver = new Resolver(facts)
  const register = await changeRegister(facts, resolver, await registerRequest(world, reading))
  const answered = answer(facts, resolver, {
    scope: {
      place: logs.place,
      engine: 'scan',
      from: short(period.from),
      to: short(period.to),
      files,
      bytes,
      unread,
      seconds: scanned.seconds,
      show: textInput(inputs, 'show') as ActivityReport['scope']['show'],
    },
    limits: duplicatesForgotten ? ['There are so many records that copies of one far apart may count twice.'] : [],
    baselineFrom,
    subject,
  })
  if (!reading.project) return { ...answered, register }
  const days = Math.max(1, Math.round((options.to - options.from) / DAY_SECONDS))
  const usage = await usageOf(world, reading.project, { facts, resolver, days, isComplete: answered.scope.isComplete })
  return { ...answered, register, usage }
}

/** Whom to ask who approved a change; what is not asked is said. */
async function registerRequest(world: World, { foundation, project }: Reading): Promise<RegisterRequest> {
  const repository = project?.config.github?.repository
  if (world.github && repository)
    return { foundation, repository, askRun: await (await import('../github/changes.ts')).changeSource({ ...world.github, repository }) }
  const unjoined = repository
    ? 'GitHub was not asked who approved changes: there is no token (`github-token`, or GH_TOKEN on a machine of your own).'
    : 'GitHub was not asked who approved changes: no config names the repository.'
  return { foundation, repository, askRun: undefined, unjoined }
}

/** Of names that contain one another the shorter finds both. */
function shortest(names: readonly string[]): string[] {
  return names.filter((name) => !names.some((other) => other !== name && name.includes(other)))
}

/** Whose sessions are the person's is known after all is read; their events are then told by the keys of the sessions. */
async function again(
  world: World,
  reading: LogReading,
  { files, options, first, subject }: { files: readonly LogFile[]; options: TallyOptions; first: ScanResult; subject: string },
): Promise<ScanResult> {
  const resolver = new Resolver(first.facts)
  const wanted = subject.toLowerCase()
  const keys = first.facts.identities.flatMap((identity, number) => {
    const who = resolver.who(number)
    const isHidden = who.name.toLowerCase() === wanted && !identity.includes(subject)
    return isHidden ? [resolver.accessKeyOf(number)] : []
  })
  const needles = [...new Set(keys)].filter((key) => key !== '')
  return needles.length === 0 ? first : scan(world, reading, files, { ...options, needles: [...options.needles, ...needles] })
}

async function scan(world: World, reading: LogReading, files: readonly LogFile[], options: TallyOptions): Promise<ScanResult> {
  const running = world.progress.start(`reading ${files.length} log files`)
  const total = files.reduce((sum, { size }) => sum + size, 0)
  const started = world.now().getTime()
  const said = (done: { files: number; bytes: number; packed: number }): string => {
    const seconds = Math.max(0.001, (world.now().getTime() - started) / 1000)
    const left = done.packed > 0 && done.packed < total ? `, ${Math.ceil((seconds * (total - done.packed)) / done.packed)} s left` : ''
    return `${done.files} of ${files.length} files, ${Math.round(done.bytes / 1e6)} MB, ${Math.round(done.bytes / 1e6 / seconds)} MB/s${left}`
  }
  let last = 0
  try {
    const result = await reading.scan({
      files,
      options,
      onProgress: (done) => {
        const now = world.now().getTime()
        if (now - last < 1000) return
        last = now
        running.update(said(done))
      },
    })
    running.end('done', said({ files: files.length, bytes: result.bytes, packed: total }))
    return result
  } catch (error) {
    running.end('failed')
    throw error
  }
}

/** Without the fraction that nobody asked for. */
function short(time: string): string {
  return time.replace(/\.\d{3}Z$/, 'Z')
}

function seconds(time: string): number {
  return Math.floor(Date.parse(time) / 1000)
}

async function writeFiles(world: World, inputs: InputValues, report: ActivityReport): Promise<void> {
  const folder = textInput(inputs, 'output-dir')
  await world.writeText(join(folder, 'activity.html'), activityPage(report))
  for (const { role, proposal } of report.usage ?? [])
    if (proposal) await world.writeText(join(folder, 'activity', `${role.split('/').at(-1)}.policy.json`), `${proposal.document}\n`)
  for (const [name, text] of activityTables(report)) await world.writeText(join(folder, 'activity', `${name}.csv`), text)
}

/** What the logs stand on: their bucket and, where there is a config, everything that it gives a name to. */
function foundationOf({ place }: Logs, project: Project | undefined): string[] {
  const bucket = place.startsWith('s3://') ? [place.slice(5)] : []
  return [...new Set([...bucket, ...(project ? Object.values(project.config.names) : [])])].filter((name) => name.length > 3)
}

function reported(
  world: World,
  inputs: InputValues,
  {
    project,
    logs,
    report,
    foundation,
  }: { project: Project | undefined; logs: Logs; report: ActivityReport; foundation: readonly string[] },
): CommandResult {
  const built = buildReport(
    world,
    {
      command: 'activity',
      outcome: 'verified',
      failOn: failOnOf(project?.config, inputs),
      config: project?.config,
      ...(logs.session ? { account: logs.session.account, region: logs.session.region } : {}),
    },
    { findings: activityFindings(report, logs.place, foundation), notices: [...logs.notices], activity: report },
  )
  return { report: built, exitCode: exitCodeOf(built) }
}
