import { join } from 'node:path'
import { LiveReader } from '../aws/live-reader.ts'
import { listFolders, logBucket } from '../aws/log-files.ts'
import { trailEvents } from '../aws/trail-events.ts'
import type { Pause } from '../digest/chain.ts'
import { type Checkpoint, openCheckpoint, sealCheckpoint } from '../digest/checkpoint.ts'
import { findingsOf, summaryOf } from '../digest/findings.ts'
import { daysOf, folderOf } from '../digest/object-keys.ts'
import { pausesOf } from '../digest/pauses.ts'
import { type ChainRequest, type ChainResult, validateChain } from '../digest/validate.ts'
import { AuditError } from '../model/errors.ts'
import { readValue } from '../model/evidence.ts'
import type { TrailDescription } from '../model/facts.ts'
import type { Finding } from '../model/finding.ts'
import { partitionOf } from '../model/partition.ts'
import { listTrails } from '../verify/collect/trail.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { failOnOf, loadProject, type Project } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import { openSession, type Session } from './session.ts'
import type { World } from './world.ts'

/** Objects read at once, over all regions: more does not make S3 faster, and this stays far below its limits. */
const CONCURRENCY = 32
/** How far back a validation looks by itself. */
const DAY_MS = 86_400_000

/** Proves that the log files of a period are there, complete and as CloudTrail delivered them. */
export async function integrity(world: World, inputs: InputValues): Promise<CommandResult> {
  const trailArn = textInput(inputs, 'trail-arn')
  const project = trailArn === '' ? await loadProject(world, inputs) : undefined
  const wanted = trailArn === '' ? (project?.config.audit.trailArn ?? '') : trailArn
  const region = regionOf(wanted)
  if (region === undefined || !partitionOf(region)) {
    throw new AuditError('BAD_INPUT', `trail-arn: "${wanted}" is no ARN of a trail.`, {
      remedy: 'Give it as `aws cloudtrail list-trails` shows it: arn:aws:cloudtrail:<region>:<account>:trail/<name>.',
    })
  }
  const period = periodOf(world, inputs)
  const session = await openSession(world, inputs, { region, config: project?.config, templates: project?.templates ?? [], role: 'verify' })
  const found = await validateTrail(world, inputs, { session, trailArn: wanted, period })
  return reported(world, inputs, { project, session, region, found })
}

/** The fourth part of an ARN. */
export function regionOf(arn: string): string | undefined {
  return /^arn:[\w-]+:cloudtrail:([a-z0-9-]+):\d{12}:trail\//.exec(arn)?.[1]
}

export interface Period {
  from: string
  to: string
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

interface IntegrityRequest {
  session: Session
  trailArn: string
  period: Period
}

interface IntegrityFound {
  chains: readonly ChainResult[]
  findings: readonly Finding[]
  notices: readonly string[]
}

/** Every chain of one trail: a region each, all at once. */
async function validateTrail(world: World, inputs: InputValues, request: IntegrityRequest): Promise<IntegrityFound> {
  const { session, trailArn, period } = request
  const { account, caller, clientsIn } = session
  const home = regionOf(trailArn) ?? session.region
  const reader = new LiveReader({
    clientsIn,
    account,
    partition: partitionOf(home)?.id ?? 'aws',
    region: home,
    caller,
    now: world.now,
  })
  const { trail, others } = await describeTrail(reader, trailArn)
  // The S3 client follows a bucket to its region by itself.
  const bucketClients = clientsIn(home)
  const store = logBucket({ bucket: trail.S3BucketName, clients: bucketClients, clientsIn, concurrency: CONCURRENCY })
  const place = { prefix: trail.S3KeyPrefix, organization: undefined, account }
  const folders = { digest: folderOf(place, 'CloudTrail-Digest'), log: folderOf(place, 'CloudTrail') }
  const [withDigests, withLogs, pauses] = await Promise.all([
    listFolders(bucketClients, trail.S3BucketName, folders.digest),
    listFolders(bucketClients, trail.S3BucketName, folders.log),
    pausesOfTrail(session, trail, period),
  ])
  const checkpointPath = join(textInput(inputs, 'output-dir'), 'integrity-checkpoint.json')
  const { checkpoint, notices } = await readCheckpoint(world, inputs, checkpointPath, trailArn)
  const regions = [...new Set([home, ...withDigests])].sort()
  const crypto = await world.digestCrypto()
  const running = world.progress.start('integrity')
  const counted = { digests: 0, logs: 0, bytes: 0, since: world.now().getTime() }
  const chainOf = async (region: string): Promise<ChainResult> =>
    validateChain(await requestOf(reader, { region, trail, period, folders, pauses, isShared: sharesFolder(trail, others), checkpoint }), {
      store,
      crypto,
      width: CONCURRENCY,
      onDigest: ({ logs, bytes }) => {
        counted.digests += 1
        counted.logs += logs
        counted.bytes += bytes
        if (counted.digests % 25 === 0) running.update(rateText(counted, world.now().getTime()))
      },
    })
  const chains = await Promise.all(regions.map(chainOf))
  running.end('done', rateText(counted, world.now().getTime()))
  const uncovered = uncoveredRegions(chains, withLogs, period)
  const findings = findingsOf(uncovered, trailArn)
  await writeCheckpoint(world, checkpointPath, { trailArn, chains })
  const report = { schemaVersion: 1, trail: trailArn, ...period, ...summaryOf(uncovered), chains: uncovered }
  await world.writeText(join(textInput(inputs, 'output-dir'), 'integrity.json'), `${JSON.stringify(report, null, 2)}\n`)
  return { chains: uncovered, findings, notices: [...notices, ...chains.flatMap((chain) => chain.notes)] }
}

/** The trail, and the others that show beside it. @throws when the list cannot be read: without the trail there is nothing to validate. */
export async function describeTrail(
  reader: LiveReader,
  trailArn: string,
): Promise<{ trail: TrailDescription; others: readonly TrailDescription[] }> {
  const answer = await listTrails(reader)
  if (answer.state === 'denied')
    throw new AuditError('ACCESS_DENIED', `AWS refused cloudtrail:DescribeTrails: ${answer.reason}`, {
      remedy: 'Allow cloudtrail:DescribeTrails for the role in use, or use the verify role of bootstrap.',
    })
  if (answer.state !== 'read') throw new AuditError('AWS_CALL_FAILED', `The trails could not be read: ${answer.reason}`)
  const trail = answer.value.find(({ TrailARN }) => TrailARN === trailArn)
  if (!trail) {
    const names = answer.value.map(({ TrailARN }) => TrailARN)
    throw new AuditError('BAD_INPUT', `There is no trail ${trailArn}.`, {
      remedy: names.length > 0 ? `There is: ${names.join(', ')}.` : 'The account has no trail in this region; deploy one first.',
    })
  }
  return { trail, others: answer.value.filter((other) => other.TrailARN !== trailArn) }
}

function sharesFolder(trail: TrailDescription, others: readonly TrailDescription[]): boolean {
  return others.some((other) => other.S3BucketName === trail.S3BucketName && (other.S3KeyPrefix ?? '') === (trail.S3KeyPrefix ?? ''))
}

/** Event history goes back 90 days; a stop before that explains no gap, and is said to be unknown by the gap itself. */
async function pausesOfTrail(session: Session, trail: TrailDescription, period: Period): Promise<readonly Pause[]> {
  const from = new Date(Date.parse(period.from) - DAY_MS).toISOString()
  return pausesOf(await trailEvents(session.clientsIn(trail.HomeRegion), { names: [trail.Name, trail.TrailARN], from, to: period.to }))
}

interface ChainOptions {
  region: string
  trail: TrailDescription
  period: Period
  folders: { digest: string; log: string }
  pauses: readonly Pause[]
  isShared: boolean
  checkpoint: Checkpoint | undefined
}

async function requestOf(reader: LiveReader, options: ChainOptions): Promise<ChainRequest> {
  const { region, trail, period, folders, pauses, isShared, checkpoint } = options
  // Each region tells its own deliveries; without its word nobody knows whether the end of the chain is the end.
  const status = await reader.read('cloudtrail:GetTrailStatus', { Name: trail.TrailARN }, region)
  const after = checkpoint?.ends[region]
  const from = after && after.end > period.from ? after.end : period.from
  return {
    region,
    trail: trail.Name,
    homeRegion: trail.HomeRegion,
    digestFolder: `${folders.digest}${region}/`,
    logFolder: `${folders.log}${region}/`,
    // A digest of the last hours of a day may lie in the folder of the next.
    days: daysOf({ from, to: period.to }),
    isShared,
    from,
    to: period.to,
    after,
    pauses,
    newestDelivered: readValue(status)?.LatestDigestDeliveryTime,
    ...(status.state === 'read' || status.state === 'absent'
      ? {}
      : { statusUnread: { reason: status.reason, ...(status.state === 'denied' ? { missingPermission: status.action } : {}) } }),
  }
}

/** Regions with log files and no digest at all: their logs prove nothing. */
function uncoveredRegions(chains: readonly ChainResult[], withLogs: readonly string[], { from, to }: Period): ChainResult[] {
  const covered = new Set(chains.filter((chain) => chain.end !== undefined).map(({ region }) => region))
  const missing = withLogs.filter((region) => !covered.has(region))
  const detail = `has log files and no digest from ${from} to ${to}`
  const problems = missing.map((region) => ({ kind: 'region-uncovered' as const, region, subject: region, detail }))
  const [first, ...rest] = chains
  return first && problems.length > 0 ? [{ ...first, problems: [...first.problems, ...problems] }, ...rest] : [...chains]
}

async function readCheckpoint(
  world: World,
  inputs: InputValues,
  path: string,
  trailArn: string,
): Promise<{ checkpoint: Checkpoint | undefined; notices: string[] }> {
  const text = booleanInput(inputs, 'full') ? undefined : await world.readText(path)
  if (text === undefined) return { checkpoint: undefined, notices: [] }
  const opened = openCheckpoint(text, trailArn, world.sha256)
  if ('refused' in opened)
    return { checkpoint: undefined, notices: [`${path} is not used: ${opened.refused}. Everything was validated again.`] }
  return {
    checkpoint: opened,
    notices: [`Digests up to ${opened.writtenAt} were validated before (${path}); \`full\` validates them again.`],
  }
}

/** Only a chain without a fault is gone on from: what was wrong once is told again, until a person looks at all of it. */
async function writeCheckpoint(world: World, path: string, { trailArn, chains }: { trailArn: string; chains: readonly ChainResult[] }) {
  if (chains.some((chain) => chain.problems.length > 0)) return
  const ends = Object.fromEntries(chains.flatMap(({ region, end }) => (end ? [[region, end] as const] : [])))
  const checkpoint: Checkpoint = { schemaVersion: 1, trail: trailArn, ends, writtenAt: world.now().toISOString() }
  await world.writeText(path, sealCheckpoint(checkpoint, world.sha256))
}

function rateText({ digests, logs, bytes, since }: { digests: number; logs: number; bytes: number; since: number }, now: number): string {
  const seconds = Math.max(0.001, (now - since) / 1000)
  return `${digests} digests, ${logs} log files, ${(bytes / 1024 / 1024).toFixed(1)} MiB, ${Math.round(digests / seconds)} digests a second`
}

interface Reported {
  project: Project | undefined
  session: Session
  region: string
  found: IntegrityFound
}

function reported(world: World, inputs: InputValues, { project, session, region, found }: Reported): CommandResult {
  const { chains, findings, notices } = found
  const report = buildReport(
    world,
    {
      command: 'integrity',
      outcome: 'verified',
      failOn: failOnOf(project?.config, inputs),
      config: project?.config,
      account: session.account,
      region,
    },
    { findings: [...findings], notices: [...chains.map(chainText), ...notices] },
  )
  return { report, exitCode: exitCodeOf(report) }
}

function chainText({ region, digests, logs, bytes, covered, keys }: ChainResult): string {
  if (!covered) return `${region}: no digest in the time asked for.`
  return `${region}: ${digests} digests and ${logs} log files (${(bytes / 1024).toFixed(0)} KiB) from ${covered.from} to ${covered.to}, signed with ${keys.length === 1 ? 'one key' : `${keys.length} keys`}.`
}
