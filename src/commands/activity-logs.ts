import type { LogFile } from '../activity/source.ts'
import { changeHistory } from '../aws/event-history.ts'
import { LiveReader } from '../aws/live-reader.ts'
import { listFolders, logBucket } from '../aws/log-files.ts'
import { daysOf, folderOf, parseLogKey } from '../digest/object-keys.ts'
import type { LogStore } from '../digest/request.ts'
import { AuditError } from '../model/errors.ts'
import { partitionOf } from '../model/partition.ts'
import { type InputValues, textInput } from './inputs.ts'
import { describeTrail, partsOfTrail } from './log-integrity.ts'
import type { Period } from './log-requests.ts'
import type { Project } from './project.ts'
import { openSession, type Session } from './session.ts'
import type { World } from './world.ts'

/** Objects listed or fetched at once: S3 takes thousands a second, one run needs a few dozen on their way. */
const CONCURRENCY = 32
/** CloudTrail promises delivery within minutes and needs hours on a bad day; the folder is of the day of delivery. */
const LATE_MS = 6 * 3_600_000

export interface Logs {
  place: string
  files: LogFile[]
  session: Session | undefined
  /** Sentences for the reader. */
  notices: readonly string[]
}

/** Where the log files of a time are: below a folder, or in the trail's bucket, of every region and account that it has. */
export async function findLogs(world: World, inputs: InputValues, project: Project | undefined, period: Period): Promise<Logs> {
  const folder = textInput(inputs, 'log-folder')
  if (folder !== '') {
    const files = await (await world.logReading()).filesIn(folder)
    if (files.length === 0)
      throw new AuditError('BAD_INPUT', `log-folder: there is no log file (.json or .json.gz) below ${folder}.`, {
        remedy: 'Name the folder that `aws s3 sync` brought, such as AWSLogs.',
      })
    return { place: folder, files, session: undefined, notices: [] }
  }
  const trailArn = textInput(inputs, 'trail-arn') || project?.config.audit.trailArn || ''
  const region = partsOfTrail(trailArn)?.region
  if (region === undefined)
    throw new AuditError('BAD_INPUT', `trail-arn: "${trailArn}" is no ARN of a trail.`, {
      remedy: 'Give it as `aws cloudtrail list-trails` shows it, or read a folder with `log-folder`.',
    })
  const session = await openSession(world, inputs, { region, config: project?.config, templates: project?.templates ?? [], role: 'verify' })
  return { ...(await logsOfTrail(world, session, trailArn, period)), session }
}

async function logsOfTrail(world: World, session: Session, trailArn: string, period: Period): Promise<Omit<Logs, 'session'>> {
  const { account, caller, clientsIn, region } = session
  const reader = new LiveReader({ clientsIn, account, partition: partitionOf(region)?.id ?? 'aws', region, caller, now: world.now })
  const { trail } = await describeTrail(reader, trailArn)
  const clients = clientsIn(region)
  const store = logBucket({ bucket: trail.S3BucketName, clients, clientsIn, concurrency: CONCURRENCY })
  const folders = (prefix: string) => listFolders(clients, trail.S3BucketName, prefix)
  const accounts = trail.IsOrganizationTrail
    ? await accountFolders(trail.S3KeyPrefix, folders)
    : [folderOf({ prefix: trail.S3KeyPrefix, organization: undefined, account }, 'CloudTrail')]
  const regions = (await Promise.all(accounts.map(async (folder) => (await folders(folder)).map((name) => `${folder}${name}/`)))).flat()
  const late = { from: period.from, to: new Date(Date.parse(period.to) + LATE_MS).toISOString() }
  const listed = await Promise.all(regions.flatMap((folder) => daysOf(late).map((day) => listDay(store, `${folder}${day}/`))))
  // By time of delivery, over all regions: copies of a record then stand close together.
  const files = listed.flat().sort((a, b) => (a.delivered < b.delivered ? -1 : a.delivered > b.delivered ? 1 : 0))
  const history = historyFiles(session, files, period)
  return {
    place: `s3://${trail.S3BucketName}`,
    files: [...files, ...history.files],
    notices: history.notices,
  }
}

/** How long CloudTrail may take to deliver what has happened. */
const DELIVERY_MS = 20 * 60_000

/**
 * What no file has yet, or never will: where a trail was stopped, event history goes on. Per region from the newest file to the end of the
 * time, changes only; what both have counts once.
 */
function historyFiles(
  session: Session,
  files: readonly { name: string; delivered: string }[],
  period: Period,
): { files: LogFile[]; notices: string[] } {
  const newest = new Map<string, string>([[session.region, period.from]])
  for (const { name, delivered } of files) {
    const region = parseLogKey(name)?.region
    if (region !== undefined && delivered > (newest.get(region) ?? '')) newest.set(region, delivered)
  }
  const gaps = [...newest].map(([region, delivered]) => {
    const from = new Date(Math.max(Date.parse(period.from), Date.parse(delivered) - DELIVERY_MS)).toISOString()
    return { region, from }
  })
  const fetch = (region: string, from: string) => async () => {
    const history = await changeHistory(session.clientsIn(region), { from, to: period.to })
    if ('unreadable' in history) return history
    return history.isWhole ? history.records : { unreadable: 'holds more changes than are read: ask for a shorter time' }
  }
  return {
    files: gaps
      .filter(({ from }) => from < period.to)
      .map(({ region, from }) => ({ name: `event history of ${region}`, size: 0, fetch: fetch(region, from) })),
    notices: gaps.map(
      ({ region, from }) => `${region}: after ${from.slice(0, 16)}Z, where files end, changes are from event history; reads are not.`,
    ),
  }
}

/** `AWSLogs/<account>/` or, for an organization's trail, `AWSLogs/<organization>/<account>/`, whichever there are. */
async function accountFolders(prefix: string | undefined, folders: (prefix: string) => Promise<string[]>): Promise<string[]> {
  const root = `${prefix ? `${prefix}/` : ''}AWSLogs/`
  const below = await Promise.all(
    (await folders(root)).map(async (name) =>
      /^o-/.test(name)
        ? (await folders(`${root}${name}/`)).map((account) => `${root}${name}/${account}/CloudTrail/`)
        : [`${root}${name}/CloudTrail/`],
    ),
  )
  return below.flat()
}

async function listDay(store: LogStore, prefix: string): Promise<(LogFile & { delivered: string })[]> {
  const files: (LogFile & { delivered: string })[] = []
  for await (const { key, size } of store.list(prefix)) {
    const log = parseLogKey(key)
    if (log) files.push({ name: key, size: size ?? 0, delivered: log.delivered, fetch: () => fetched(store, key) })
  }
  return files
}

async function fetched(store: LogStore, key: string): ReturnType<NonNullable<LogFile['fetch']>> {
  const object = await store.get(key, store.bucket)
  if (object.state === 'read') return object.bytes
  if (object.state === 'missing') return { unreadable: 'was listed and is gone' }
  return { unreadable: object.reason, ...(object.missingPermission ? { missingPermission: object.missingPermission } : {}) }
}
