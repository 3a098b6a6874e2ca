import { changesOf } from '../activity/culprits.ts'
import type { Clients } from '../aws/clients.ts'
import { changeHistory } from '../aws/event-history.ts'
import type { Finding } from '../model/finding.ts'
import { partitionOf } from '../model/partition.ts'
import type { ResourceChange } from '../model/plan.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

/** How far back a change is looked for; what failed before was told by the run before. */
const BACK_MS = 2 * 86_400_000
/** Changes that are named before they are counted. */
const NAMED = 6

/** Who made what fails as it is: by event history, of which nothing passes and nothing fails. */
export async function culpritNotices(world: World, session: Session, findings: readonly Finding[]): Promise<string[]> {
  const failing = findings.filter(({ status }) => status === 'fail').map(({ resource }) => nameOf(resource))
  return changedByHand(world, [session.clients], failing, 'what fails')
}

/** A resource that is not as it was deployed, by what its calls name it. */
export interface Drifted {
  physicalId: string
  region: string
  /** Of IAM, whose events are all in one region. */
  isGlobal: boolean
}

/** What a change set of a region says drifted. */
export function driftedAt(changes: readonly ResourceChange[], region: string): Drifted[] {
  return changes.flatMap(({ drift, physicalId, type }) =>
    drift && physicalId ? [{ physicalId, region, isGlobal: type.startsWith('AWS::IAM::') }] : [],
  )
}

/** Who made a drift. */
export async function driftCulprits(world: World, session: Session, drifted: readonly Drifted[]): Promise<string[]> {
  const globalRegion = partitionOf(session.region)?.globalRegion ?? session.region
  const regions = new Set(drifted.map(({ region, isGlobal }) => (isGlobal ? globalRegion : region)))
  const names = drifted.map(({ physicalId }) => nameOf(physicalId))
  return changedByHand(world, [...regions].sort().map(session.clientsIn), names, 'what is not as deployed')
}

async function changedByHand(world: World, places: readonly Clients[], resources: readonly string[], what: string): Promise<string[]> {
  const names = [...new Set(resources)].filter((name) => name.length > 3)
  if (names.length === 0) return []
  const now = world.now().getTime()
  const period = { from: new Date(now - BACK_MS).toISOString(), to: new Date(now).toISOString() }
  const found = await Promise.all(places.map((clients) => changeHistory(clients, period)))
  const unread = found.flatMap((history) => ('unreadable' in history ? [history.unreadable] : []))
  if (unread.length > 0) return [`Who changed ${what} is not known: ${unread[0]}`]
  const read = found.flatMap((history) => ('records' in history ? [history] : []))
  const changes = read
    .flatMap(({ records }) => changesOf(records, names))
    .filter(({ via, actor }) => via === '' && !/ \(mlops-audit-\d+-\d+\)$/.test(actor))
    .sort((a, b) => (a.time < b.time ? -1 : a.time > b.time ? 1 : 0))
  const lines = changes
    .slice(-NAMED)
    .map(({ actor, time, address, action, resources: [about = ''] }) => `${actor} at ${time} from ${address}: ${action} ${about}`.trim())
  const more = changes.length > NAMED ? [`and ${changes.length - NAMED} before: see \`mlops-audit activity\``] : []
  const cut = read.every(({ isWhole }) => isWhole) ? [] : ['There are more changes than were looked through.']
  return lines.length > 0 ? [`Changed by hand in the last two days, among ${what}: ${[...lines, ...more].join('; ')}.`, ...cut] : cut
}

/** A trail, bucket, key or role as calls name it. */
function nameOf(arn: string): string {
  return arn.split(/[/:]/).at(-1) ?? ''
}
