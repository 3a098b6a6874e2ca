import { type ChangeSet, createChangeSet, deleteChangeSet } from '../aws/change-set.ts'
import { deployedTemplate } from '../aws/stack.ts'
import type { TemplateSource } from '../aws/template-source.ts'
import { positions } from '../cloudformation/examine.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { ProjectTemplate } from '../model/template.ts'
import type { Session } from './session.ts'
import { changeSetName, stackSettings, templateSource, templateStore } from './stack-request.ts'
import type { World } from './world.ts'

type CloudFormation = Parameters<typeof createChangeSet>[0]

/** What a change set to look at needs to be made. */
export interface DraftOf {
  session: Session
  config: Config
  template: ProjectTemplate
  /** Drift is part of the plan, as it is of the deployment. */
  revertDrift: boolean
  timeoutMs: number
}

type Draft = { changeSet: ChangeSet | { kind: 'none'; why: string }; unseen?: string }

/** A change set, removed again, and the template it was made against. Signals are listened to only while it may stand. */
export async function drafted(world: World, client: CloudFormation, one: DraftOf): Promise<Draft & { before?: string | undefined }> {
  const { stackName } = one.template
  let left = ''
  const work = async () => {
    const made = await draft(world, client, one, (what) => {
      left = what
    })
    if (made.changeSet.kind !== 'changes') return made
    const [, before] = await Promise.all([deleteChangeSet(client, stackName, made.changeSet.name), deployedTemplate(client, stackName)])
    return { ...made, before }
  }
  if (!world.signal) return work()
  const made = await world.signal.during(() => left, work)
  if (world.signal.signal.aborted) throw new AuditError('CANCELLED', `Cancelled while ${stackName} was planned; nothing was changed.`)
  return made
}

/** A change set to look at, with drift where AWS tells it; a role that may only read gets none. */
async function draft(world: World, client: CloudFormation, one: DraftOf, leaves: (what: string) => void): Promise<Draft> {
  const { session, config, template, revertDrift } = one
  const source = await sourceOf(world, session, config, template)
  if ('why' in source) return { changeSet: { kind: 'none', why: source.why } }
  const create = (looksAtDrift: boolean) =>
    createChangeSet(client, {
      stackName: template.stackName,
      name: changeSetName(world, 'plan', looksAtDrift ? '' : 'plain-'),
      type: 'UPDATE',
      source,
      // Nothing is executed, and only the deploy role may pass a service role.
      settings: { ...stackSettings(config, template), serviceRole: undefined },
      revertDrift: looksAtDrift,
      positionOf: positions(template.body, `${template.name}.yml`),
      timeoutMs: one.timeoutMs,
      now: world.now,
      sleep: world.sleep,
      signal: world.signal?.signal,
      leaves,
    })
  try {
    return { changeSet: await create(true) }
  } catch (error) {
    // What was asked for, what stops both kinds, and what validation found are no reason to look again.
    if (!(error instanceof AuditError) || revertDrift || error.code === 'CANCELLED' || error.problems.length > 0) throw error
    try {
      return { changeSet: await create(false), unseen: `Drift could not be seen: ${error.message.replace(/\.$/, '')}.` }
    } catch (second) {
      if (!(second instanceof AuditError) || second.code !== 'ACCESS_DENIED') throw second
      return { changeSet: { kind: 'none', why: `${deniedAction(second)} is denied` } }
    }
  }
}

async function sourceOf(
  world: World,
  session: Session,
  config: Config,
  template: ProjectTemplate,
): Promise<TemplateSource | { why: string }> {
  try {
    const users = { reader: session.clients, writer: () => Promise.resolve(session.clients) }
    return await templateSource(templateStore(world, config, 'plan', users), template)
  } catch (error) {
    if (!(error instanceof AuditError)) throw error
    if (error.code === 'ACCESS_DENIED') return { why: `${deniedAction(error)} is denied` }
    // The bucket comes with bootstrap: a plan works without, and says so.
    if (error.code === 'STACK_UNREADY') return { why: `${lowerFirst(error.message.replace(/\.$/, ''))} (${error.remedy})` }
    throw error
  }
}

const lowerFirst = (text: string) => text.replace(/^There/, 'there')

function deniedAction(error: AuditError): string {
  return error.about.action ?? 'a change set'
}
