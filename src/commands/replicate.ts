import { join } from 'node:path'
import { type CopyPlaces, copyOf, type ListedVersion, listVersions } from '../aws/copy-object.ts'
import { bucketRegion } from '../aws/locations.ts'
import { replicationRules } from '../aws/replication-rules.ts'
import type { Config } from '../model/config.ts'
import type { CopyReport } from '../model/copy.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import { batchCommand, copyPrice } from '../money/copy-price.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { failOnOf, loadProject } from './project.ts'
import { CopyManifest, copyName } from './replicate-manifest.ts'
import { copyAll, inParallel } from './replicate-run.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import { openSession, type Session } from './session.ts'
import type { World } from './world.ts'

/** Above these S3's own batch does it better. */
const MOST_OBJECTS = 100_000
const MOST_BYTES = 1024 ** 4

type Replica = NonNullable<Config['access']['replica']>

/** Copies what a data bucket has already to its replica: listed and priced first, then, where confirmed, copied and compared. */
export async function replicate(world: World, inputs: InputValues): Promise<CommandResult> {
  const { config, templates } = await loadProject(world, inputs)
  const { replica } = config.access
  if (!replica)
    throw new AuditError('BAD_INPUT', 'The config has no replica to copy to.', {
      remedy: 'Set `access.replica: { bucket: <data bucket>, region: <other region> }`, and deploy it.',
    })
  const to = config.names.replicaBucket
  const confirmed = textInput(inputs, 'copy-to')
  if (confirmed !== '' && confirmed !== to)
    throw new AuditError('BAD_INPUT', `\`copy-to\` is "${confirmed}", and the replica is ${to}. Nothing was copied.`, {
      remedy: `Allowed: ${to}.`,
    })
  const session = await openSession(world, inputs, { region: config.region, config, templates, role: 'deploy' })
  const regions = await locate(session, replica, to)
  const places: CopyPlaces = {
    source: { bucket: replica.bucket, clients: session.clientsIn(regions.from) },
    target: { bucket: to, clients: session.clientsIn(regions.to) },
  }
  const withVersions = booleanInput(inputs, 'all-versions')
  const found = await survey(world, places, replica.prefixes, withVersions)
  const manifest = await CopyManifest.open(world, join(textInput(inputs, 'output-dir'), `replicate-${to}.json`), {
    from: replica.bucket,
    to,
  })
  const tooMany = found.objects > MOST_OBJECTS || found.bytes > MOST_BYTES
  const missing = tooMany ? [] : await notThere(world, places, found.versions, { manifest, withVersions, prefixes: replica.prefixes })
  const bytes = missing.reduce((sum, { size }) => sum + size, 0)
  const amounts = tooMany ? { objects: found.objects, bytes: found.bytes } : { objects: missing.length, bytes }
  const copy: CopyReport = {
    from: replica.bucket,
    fromRegion: regions.from,
    to,
    toRegion: regions.to,
    prefixes: replica.prefixes,
    withVersions,
    objects: found.objects,
    bytes: found.bytes,
    missing: amounts,
    ...copyPrice(amounts, regions),
  }
  const notices = await ruleNotices(session, replica, { from: regions.from, to })
  if (tooMany) notices.push(batchCommand({ config, bucket: replica.bucket, region: regions.from, objects: found.objects }))
  const problems: Problem[] = []
  if (confirmed !== '' && tooMany)
    problems.push({
      message: `${found.objects} objects of ${found.bytes} bytes are more than is copied from here (${MOST_OBJECTS}, 1 TB). Nothing was copied.`,
      remedy: 'Start S3 Batch Replication with the command above: it copies within S3, keeps versions, and leaves a report.',
    })
  else if (confirmed !== '') {
    const { done, failures } = await copyAll(world, places, missing, manifest)
    copy.done = done
    problems.push(...failures)
  } else if (missing.length > 0) notices.push(`Nothing was copied. \`--copy-to ${to}\` copies.`)
  const outcome = problems.length > 0 ? 'failed' : confirmed === '' ? 'planned' : 'replicated'
  const built = buildReport(world, { command: 'replicate', outcome, failOn: failOnOf(config, inputs), config }, { copy, notices, problems })
  return { report: built, exitCode: exitCodeOf(built) }
}

/** @throws STACK_UNREADY where a bucket is missing or lies elsewhere */
async function locate({ clients }: Session, replica: Replica, to: string): Promise<{ from: string; to: string }> {
  const [source, target] = await Promise.all([bucketRegion(clients, replica.bucket), bucketRegion(clients, to)])
  if (source === undefined)
    throw new AuditError('STACK_UNREADY', `There is no bucket ${replica.bucket} to copy from.`, {
      remedy: 'Correct `access.replica.bucket`.',
    })
  if (target !== replica.region)
    throw new AuditError(
      'STACK_UNREADY',
      target === undefined ? `There is no replica ${to} yet.` : `${to} lies in ${target}, the config says ${replica.region}.`,
      {
        remedy: 'Deploy the replica stack first: `mlops-audit deploy`.',
      },
    )
  return { from: source, to: target }
}

interface Survey {
  /** Oldest first within a key; empty above what is copied from here. */
  versions: ListedVersion[]
  objects: number
  bytes: number
}

async function survey(world: World, { source }: CopyPlaces, prefixes: readonly string[], withVersions: boolean): Promise<Survey> {
  const running = world.progress.start(`listing ${source.bucket}`)
  const versions: ListedVersion[] = []
  let [objects, bytes] = [0, 0]
  for (const prefix of withoutInner(prefixes)) {
    for await (const version of listVersions(source.clients, source.bucket, prefix)) {
      if (!version.isLatest && !withVersions) continue
      objects += 1
      bytes += version.size
      if (objects <= MOST_OBJECTS) versions.push(version)
      if (objects % 1000 === 0) running.update(`${objects} objects`)
    }
  }
  running.end('done', `${objects} objects, ${bytes} bytes`)
  // S3 lists the newest first, and the newest must be written last.
  return { versions: objects > MOST_OBJECTS ? [] : versions.reverse(), objects, bytes }
}

/** What lies below another prefix is listed with it. */
function withoutInner(prefixes: readonly string[]): string[] {
  return [...new Set(prefixes)].filter((prefix) => !prefixes.some((other) => other !== prefix && prefix.startsWith(other)))
}

interface Known {
  manifest: CopyManifest
  prefixes: readonly string[]
  withVersions: boolean
}

/** What no earlier run copied, and the replica does not have: by its listing, and by checksums where no earlier run is known. */
async function notThere(world: World, places: CopyPlaces, versions: readonly ListedVersion[], { manifest, prefixes, withVersions }: Known) {
  const there = new Set<string>()
  for (const prefix of withoutInner(prefixes))
    for await (const { key, etag, isLatest } of listVersions(places.target.clients, places.target.bucket, prefix))
      if (isLatest || withVersions) there.add(copyName(key, etag))
  const open = versions.filter((version) => !manifest.has(version, there))
  if (open.length === 0 || withVersions) return open
  const running = world.progress.start(`comparing with ${places.target.bucket}`)
  const missing = new Set<ListedVersion>()
  await inParallel(open, async (version) => {
    const etag = there.size > 0 ? await copyOf(places, version) : undefined
    if (etag === undefined) missing.add(version)
    else manifest.add(version, etag)
    running.update(`${missing.size} missing`)
  })
  running.end('done', `${missing.size} of ${versions.length} missing`)
  return open.filter((version) => missing.has(version))
}

/** Whether new objects follow by themselves; what arrives while copying would else be missing. */
async function ruleNotices(session: Session, replica: Replica, { from, to }: { from: string; to: string }): Promise<string[]> {
  const found = await replicationRules(session.clientsIn(from), replica.bucket)
  if ('why' in found) return [`Whether new objects of ${replica.bucket} are replicated could not be read: ${found.why}`]
  const covered = (prefix: string) => found.rules.some((rule) => rule.bucket.endsWith(`:::${to}`) && prefix.startsWith(rule.prefix))
  const without = replica.prefixes.filter((prefix) => !covered(prefix))
  return without.length === 0
    ? []
    : [
        `New objects of ${replica.bucket} below ${without.join(', ')} do not follow by themselves: set the rule first (output ReplicationConfiguration of the replica stack), or run this again.`,
      ]
}
