import { changesOf } from '../activity/culprits.ts'
import { changeHistory } from '../aws/event-history.ts'
import type { Finding } from '../model/finding.ts'
import type { Session } from './session.ts'
import type { World } from './world.ts'

/** How far back a change is looked for; what failed before was told by the run before. */
const BACK_MS = 2 * 86_400_000
/** Changes that are named before they are counted. */
const NAMED = 6

/** Who made what fails as it is: by event history, of which nothing passes and nothing fails. */
export async function culpritNotices(world: World, session: Session, findings: readonly Finding[]): Promise<string[]> {
  const failing = findings.filter(({ status }) => status === 'fail').map(({ resource }) => nameOf(resource))
  const names = [...new Set(failing)].filter((name) => name.length > 3)
  if (names.length === 0) return []
  const now = world.now().getTime()
  const history = await changeHistory(session.clients, { from: new Date(now - BACK_MS).toISOString(), to: new Date(now).toISOString() })
  if ('unreadable' in history) return [`Who changed what fails is not known: ${history.unreadable}`]
  const changes = changesOf(history.records, names).filter(({ via, actor }) => via === '' && !/ \(mlops-audit-\d+-\d+\)$/.test(actor))
  const lines = changes
    .slice(-NAMED)
    .map(({ actor, time, address, action, resources }) => `${actor} at ${time} from ${address}: ${action} ${resources[0] ?? ''}`.trim())
  const more = changes.length > NAMED ? [`and ${changes.length - NAMED} before: see \`mlops-audit activity\``] : []
  const cut = history.isWhole ? [] : ['There are more changes than were looked through.']
  return lines.length > 0 ? [`Changed by hand in the last two days, among what fails: ${[...lines, ...more].join('; ')}.`, ...cut] : cut
}

/** A trail, bucket, key or role as calls name it. */
function nameOf(arn: string): string {
  return arn.split(/[/:]/).at(-1) ?? ''
}
