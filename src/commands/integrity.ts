import { join } from 'node:path'
import { CHECKS } from '../checks/registry.ts'
import { type Checkpoint, openCheckpoint, sealCheckpoint, type ValidatedEnd } from '../digest/checkpoint.ts'
import type { ChainResult } from '../digest/request.ts'
import { logsFound, provenText, summaryOf } from '../digest/summary.ts'
import { AuditError } from '../model/errors.ts'
import { read } from '../model/evidence.ts'
import type { Facts } from '../model/facts.ts'
import type { Finding } from '../model/finding.ts'
import { partitionOf } from '../model/partition.ts'
import { evaluateChecks } from '../verify/evaluate.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { DAY_MS, liveTrail, partsOfTrail, validateTrail } from './log-integrity.ts'
import type { Period, TrailSource } from './log-requests.ts'
import { failOnOf, loadProject, type Project } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import { savedLogs, savingTo } from './saved-logs.ts'
import { openSession } from './session.ts'
import type { World } from './world.ts'

/** Proves that the log files of a period are there, complete and as CloudTrail delivered them. */
export async function integrity(world: World, inputs: InputValues): Promise<CommandResult> {
  const folder = textInput(inputs, 'logs-from')
  if (folder !== '') return offline(world, inputs, folder)
  const given = textInput(inputs, 'trail-arn')
  const project = given === '' ? await loadProject(world, inputs) : undefined
  const trailArn = given === '' ? (project?.config.audit.trailArn ?? '') : given
  const parts = partsOfTrail(trailArn)
  if (parts === undefined || !partitionOf(parts.region)) {
    throw new AuditError('BAD_INPUT', `trail-arn: "${trailArn}" is no ARN of a trail.`, {
      remedy: 'Give it as `aws cloudtrail list-trails` shows it: arn:aws:cloudtrail:<region>:<account>:trail/<name>.',
    })
  }
  const period = periodOf(world, inputs)
  const { region } = parts
  const session = await openSession(world, inputs, { region, config: project?.config, templates: project?.templates ?? [], role: 'verify' })
  const source = await liveTrail(world, session, trailArn, period)
  const save = textInput(inputs, 'save')
  if (save === '') return validated(world, inputs, { project, source, period, account: session.account })
  const { source: saving, finish } = await savingTo(world, save, source, period)
  const notices = [`Saved in ${save}: \`mlops-audit integrity --logs-from ${save}\` validates it again without AWS.`]
  const result = await validated(world, inputs, { project, source: saving, period, account: session.account, isFull: true, notices })
  await finish()
  return result
}

/** What a folder holds, by the keys it came with. */
async function offline(world: World, inputs: InputValues, folder: string): Promise<CommandResult> {
  const { source, period, savedAt } = await savedLogs(world, folder)
  const { TrailARN: saved } = source.trail
  const given = textInput(inputs, 'trail-arn')
  const account = partsOfTrail(saved)?.account
  if (account === undefined || (given !== '' && given !== saved)) {
    throw new AuditError('BAD_INPUT', `logs-from: ${folder} holds the logs of ${saved}${given === '' ? '' : `, not of ${given}`}.`, {
      remedy: 'Name the folder of that trail, or leave `trail-arn` out.',
    })
  }
  const notices = [
    `Offline, from ${folder}, saved at ${savedAt} for ${period.from} to ${period.to}: AWS was not asked. The public keys are the folder's own, and whoever made it could have made them: hold ${join(folder, 'trail.json')} against \`aws cloudtrail list-public-keys\` where that matters.`,
  ]
  return validated(world, inputs, { project: undefined, source, period, account, isFull: true, notices })
}

interface Validation {
  project: Project | undefined
  source: TrailSource
  period: Period
  account: string
  /** From the beginning, and no word of it in a checkpoint. */
  isFull?: boolean
  notices?: readonly string[]
}

async function validated(
  world: World,
  inputs: InputValues,
  { project, source, period, account, isFull = false, notices: before = [] }: Validation,
): Promise<CommandResult> {
  const { TrailARN: trailArn, HomeRegion: region } = source.trail
  const folder = textInput(inputs, 'output-dir')
  const checkpointPath = join(folder, 'integrity-checkpoint.json')
  const { checkpoint, notices } = isFull
    ? { checkpoint: undefined, notices: [] }
    : await readCheckpoint(world, inputs, checkpointPath, trailArn)
  const { chains, ends } = await validateTrail(world, source, { period, checkpoint })
  if (!isFull) await writeCheckpoint(world, checkpointPath, { trailArn, chains, ends })
  const told = chains.map(({ begins: _, ...chain }) => chain)
  const file = { schemaVersion: 1, trail: trailArn, ...period, ...summaryOf(chains), chains: told }
  await world.writeText(join(folder, 'integrity.json'), `${JSON.stringify(file, null, 2)}\n`)
  const report = buildReport(
    world,
    {
      command: 'integrity',
      outcome: 'verified',
      failOn: failOnOf(project?.config, inputs),
      config: project?.config,
      account,
      region,
    },
    {
      findings: findingsOf(world, { project, account, region, trailArn, chains, period }),
      notices: [provenText(chains, period), ...before, ...chains.map(chainText), ...notices, ...chains.flatMap((chain) => chain.notes)],
    },
  )
  return { report, exitCode: exitCodeOf(report) }
}

interface Found {
  project: Project | undefined
  account: string
  region: string
  trailArn: string
  chains: readonly ChainResult[]
  period: Period
}

/** The checks of log integrity alone: no other has a subject here. Who asks for a time wants it proven, also of a trail that is new. */
function findingsOf(world: World, { project, account, region, trailArn, chains, period }: Found): Finding[] {
  const facts: Facts = {
    account,
    region,
    partition: partitionOf(region)?.id ?? 'aws',
    config: project?.config,
    collectedAt: world.now().toISOString(),
    trails: [],
    logBuckets: [],
    keys: [],
    logGroups: [],
    alertPaths: [],
    roles: [],
    oidcProviders: [],
    logIntegrity: [{ arn: trailArn, found: read(logsFound(chains, period)) }],
  }
  return evaluateChecks(CHECKS, facts)
}

/** The time asked for; a day back, when nothing is said. @throws BAD_INPUT */
export function periodOf(world: World, inputs: InputValues): Period {
  const now = world.now().toISOString()
  const at = (name: 'start-time' | 'end-time', fallback: string) => {
    const given = textInput(inputs, name)
    if (given === '') return fallback
    const time = Date.parse(given)
    if (Number.isNaN(time))
      throw new AuditError('BAD_INPUT', `${name}: "${given}" is no time.`, {
        remedy: 'Write it as 2026-11-25 or 2026-11-25T10:00:00Z (UTC).',
      })
    return new Date(time).toISOString()
  }
  const to = at('end-time', now)
  const from = at('start-time', new Date(Date.parse(to) - DAY_MS).toISOString())
  if (from >= to) throw new AuditError('BAD_INPUT', `start-time ${from} is not before end-time ${to}.`)
  return { from, to }
}

async function readCheckpoint(
  world: World,
  inputs: InputValues,
  path: string,
  trailArn: string,
): Promise<{ checkpoint: Checkpoint | undefined; notices: string[] }> {
  const text = booleanInput(inputs, 'full') ? undefined : await world.readText(path)
  if (text === undefined) return { checkpoint: undefined, notices: [] }
  const opened = openCheckpoint(text, { trail: trailArn, sha256: world.sha256, now: world.now() })
  if ('refused' in opened)
    return { checkpoint: undefined, notices: [`${path} is not used: ${opened.refused}. Everything was validated again.`] }
  return {
    checkpoint: opened,
    notices: [`Digests up to ${opened.writtenAt} were validated before, says ${path}, which is unsigned; \`full\` validates them again.`],
  }
}

interface Ended {
  trailArn: string
  chains: readonly ChainResult[]
  ends: Readonly<Record<string, ValidatedEnd>>
}

/** Only a chain without a fault is gone on from: what was wrong once is told again, until a person looks at all of it. */
async function writeCheckpoint(world: World, path: string, { trailArn, chains, ends }: Ended): Promise<void> {
  if (chains.some((chain) => chain.problems.length > 0)) return
  const checkpoint: Checkpoint = { schemaVersion: 2, trail: trailArn, ends, writtenAt: world.now().toISOString() }
  await world.writeText(path, sealCheckpoint(checkpoint, world.sha256))
}

function chainText({ region, digests, logs, bytes, covered, keys }: ChainResult): string {
  if (!covered) return `${region}: no digest in the time asked for.`
  return `${region}: ${digests} digests and ${logs} log files (${(bytes / 1024).toFixed(0)} KiB) from ${covered.from} to ${covered.to}, signed with ${keys.length === 1 ? 'one key' : `${keys.length} keys`}.`
}
