import { join } from 'node:path'
import type { PublicKeys } from '../digest/judge-digest.ts'
import type { Pause } from '../digest/pauses.ts'
import type { LogStore } from '../digest/request.ts'
import { AuditError } from '../model/errors.ts'
import { absent, type Evidence, failed } from '../model/evidence.ts'
import type { TrailDescription, TrailStatus } from '../model/facts.ts'
import { boolean, listOf, Malformed, object, optional, record, type Shape, text, time } from '../reads/shape.ts'
import type { TrailSource } from './log-requests.ts'
import type { ObjectFolder, World } from './world.ts'

/** What a folder of logs says of itself: all that a validation asks AWS beside the files. */
const INDEX = 'trail.json'

interface SavedTrail {
  schemaVersion: number
  /** Before the first read. ISO 8601 UTC, like all times here. */
  savedAt: string
  from: string
  to: string
  trail: TrailDescription
  isShared: boolean
  pauses: readonly Pause[]
  /** Newest delivery of each region, as CloudTrail told it. */
  statuses: Readonly<Record<string, Evidence<TrailStatus>>>
  /** By region, then by fingerprint: DER in base64. */
  publicKeys: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Objects that were listed and not read, as `bucket/key`: a log file that no digest names is one, and must not be forgotten. */
  beside: readonly string[]
  /** Folders below each prefix that was asked for, as `bucket/prefix`: a region with log files and no digest shows in them only. */
  folders: Readonly<Record<string, readonly string[]>>
}

export interface Saving {
  source: TrailSource
  /** Writes what was learned; without it the folder cannot be read. */
  finish(): Promise<void>
}

/** The source as it is, and every object that is read from it kept in a folder, as it was stored, with its metadata. */
export async function savingTo(world: World, path: string, source: TrailSource, period: { from: string; to: string }): Promise<Saving> {
  const folder = await world.objectFolder(path)
  const statuses: Record<string, Evidence<TrailStatus>> = {}
  const publicKeys: Record<string, Record<string, string>> = {}
  const savedAt = world.now().toISOString()
  const beside = new Set<string>()
  const read = new Set<string>()
  const folders: Record<string, readonly string[]> = {}
  const storeOf = (bucket: string): LogStore => {
    const store = source.storeOf(bucket)
    return {
      ...store,
      async *list(prefix) {
        for await (const found of store.list(prefix)) {
          if (!read.has(`${bucket}/${found.key}`)) beside.add(`${bucket}/${found.key}`)
          yield found
        }
      },
      folders: async (prefix) => {
        const found = await store.folders(prefix)
        folders[`${bucket}/${prefix}`] = found
        return found
      },
      get: async (key, from) => {
        const found = await store.get(key, from)
        beside.delete(`${from}/${key}`)
        read.add(`${from}/${key}`)
        if (found.state === 'read') await folder.put(from, key, found)
        return found
      },
      publicKeys: async (region, from, to) => {
        const found = await store.publicKeys(region, from, to)
        if (!('unreadable' in found)) publicKeys[region] = { ...publicKeys[region], ...Object.fromEntries(found) }
        return found
      },
    }
  }
  const saved: TrailSource = {
    ...source,
    storeOf,
    statusIn: async (region) => {
      statuses[region] ??= await source.statusIn(region)
      return statuses[region]
    },
  }
  const finish = () => {
    const { trail, isShared, pauses } = source
    const index: SavedTrail = {
      schemaVersion: 1,
      savedAt,
      ...period,
      trail,
      isShared,
      pauses,
      statuses,
      publicKeys,
      beside: [...beside].sort(),
      folders,
    }
    return world.writeText(join(path, INDEX), `${JSON.stringify(index, null, 2)}\n`)
  }
  return { source: saved, finish }
}

const description: Shape<TrailDescription> = object({
  Name: text,
  TrailARN: text,
  HomeRegion: text,
  S3BucketName: text,
  S3KeyPrefix: optional(text),
  IsMultiRegionTrail: boolean,
  IncludeGlobalServiceEvents: boolean,
  LogFileValidationEnabled: boolean,
  IsOrganizationTrail: boolean,
})

const status: Shape<TrailStatus> = object({
  IsLogging: boolean,
  LatestDigestDeliveryTime: optional(time),
  StartLoggingTime: optional(time),
})

/** Live, a status that could not be read was an error; so it is of the folder. */
const statusEvidence: Shape<Evidence<TrailStatus>> = (value, at) => {
  const given = record(value, at)
  if (given['state'] === 'read') return { state: 'read', value: status(given['value'], `${at}.value`) }
  if (given['state'] === 'absent') return absent(text(given['reason'], `${at}.reason`))
  return failed('cloudtrail:GetTrailStatus', 'not-recorded', `when the folder was saved: ${text(given['reason'], `${at}.reason`)}`)
}

const mapOf =
  <T>(shape: Shape<T>): Shape<Readonly<Record<string, T>>> =>
  (value, at) =>
    Object.fromEntries(Object.entries(record(value, at)).map(([key, one]) => [key, shape(one, `${at}.${key}`)]))

const savedTrail: Shape<SavedTrail> = object({
  schemaVersion: (value, at) => {
    if (value !== 1) throw new Malformed(at, value, '1')
    return 1
  },
  savedAt: time,
  from: time,
  to: time,
  trail: description,
  isShared: boolean,
  pauses: listOf((value, at): Pause => {
    const given = record(value, at)
    const optionalText = (name: string) => (given[name] === undefined ? undefined : text(given[name], `${at}.${name}`))
    return { from: time(given['from'], `${at}.from`), to: optionalText('to'), by: optionalText('by') }
  }),
  statuses: mapOf(statusEvidence),
  publicKeys: mapOf(mapOf(text)),
  beside: listOf(text),
  folders: mapOf(listOf(text)),
})

export interface SavedLogs {
  source: TrailSource
  period: { from: string; to: string }
  savedAt: string
}

/** A folder that `--save` made: the same validation, without AWS. @throws BAD_INPUT */
export async function savedLogs(world: World, path: string): Promise<SavedLogs> {
  const file = join(path, INDEX)
  const body = await world.readText(file)
  const remedy =
    'Make the folder with `mlops-audit integrity --save <folder>`: a plain download of a bucket has no signatures, which S3 keeps beside the files.'
  if (body === undefined) throw new AuditError('BAD_INPUT', `logs-from: there is no ${file}.`, { remedy })
  let saved: SavedTrail
  try {
    saved = savedTrail(JSON.parse(body), '')
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new AuditError('BAD_INPUT', `logs-from: ${file} is not what --save wrote: ${why}.`, { remedy, cause: error })
  }
  const folder = await world.objectFolder(path)
  const source: TrailSource = {
    trail: saved.trail,
    isShared: saved.isShared,
    pauses: saved.pauses,
    storeOf: (bucket) => folderStore(folder, bucket, saved),
    statusIn: (region) =>
      Promise.resolve(
        saved.statuses[region] ?? failed('cloudtrail:GetTrailStatus', 'not-recorded', `the folder has no status of ${region}`),
      ),
  }
  return { source, period: { from: saved.from, to: saved.to }, savedAt: saved.savedAt }
}

function folderStore(folder: ObjectFolder, bucket: string, { publicKeys: keys, beside, folders }: SavedTrail): LogStore {
  const others = beside.filter((name) => name.startsWith(`${bucket}/`)).map((name) => name.slice(bucket.length + 1))
  return {
    bucket,
    async *list(prefix) {
      for await (const key of folder.list(bucket, prefix)) yield { key, lastModified: undefined }
      for (const key of others) if (key.startsWith(prefix)) yield { key, lastModified: undefined }
    },
    folders: async (prefix) => folders[`${bucket}/${prefix}`] ?? (await folder.folders(bucket, prefix)),
    get: async (key, from) => {
      const found = await folder.get(from, key)
      return found ? { state: 'read', ...found } : { state: 'missing' }
    },
    publicKeys: (region) =>
      Promise.resolve(
        Object.hasOwn(keys, region)
          ? (new Map(Object.entries(keys[region] ?? {})) satisfies PublicKeys)
          : { unreadable: `the folder has no public keys of ${region}` },
      ),
  }
}
