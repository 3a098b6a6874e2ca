import type { Teardown } from '../aws/destroy/teardown.ts'
import { describeThing } from '../destroy/describe.ts'
import type { Found } from '../destroy/found.ts'
import { byOrder } from '../destroy/order.ts'
import { labelOf, lockedBecause, staysBecause } from '../destroy/rules.ts'
import type { Config } from '../model/config.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import { TEARDOWN_CLASSES, type TeardownClass, type TeardownReport, type TeardownStep, type TeardownThing } from '../model/teardown.ts'
import { mapStrings } from '../text/strings.ts'
import { planLeftovers } from './destroy-leftovers.ts'
import { ownerOf } from './destroy-owner.ts'
import { carryOut, survey, type Unread } from './destroy-run.ts'
import { booleanInput, type InputValues, textInput } from './inputs.ts'
import { loadProject } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf, type ReportBase } from './result.ts'
import { openSession, type Session } from './session.ts'
import type { World } from './world.ts'

/** Shows what a clean-up would delete; with a confirmation, deletes the classes that were named, and proves it. */
export async function destroy(world: World, inputs: InputValues): Promise<CommandResult> {
  requireAttended(world)
  const project = await loadProject(world, inputs)
  const { config, templates } = project
  const classes = TEARDOWN_CLASSES.filter((name) => booleanInput(inputs, 'all') || booleanInput(inputs, name))
  const confirmed = confirmation(inputs, config, classes)
  const session = await openSession({ ...world, idToken: undefined }, inputs, { region: config.region, config, templates, role: 'deploy' })
  requirePerson(session, config)
  world.progress.note(`as ${session.caller}`)
  const account: Teardown = {
    config,
    templates,
    clientsIn: session.clientsIn,
    keyDays: Number(textInput(inputs, 'key-deletion-days')),
    bypassGovernance: booleanInput(inputs, 'bypass-governance'),
    timeoutMs: Number(textInput(inputs, 'timeout-minutes')) * 60_000,
    progress: world.progress,
    now: world.now,
    sleep: world.sleep,
    signal: world.signal?.signal,
  }
  const base = { command: 'destroy', failOn: config.failOn, config }
  const stack = textInput(inputs, 'leftovers')
  if (stack !== '') {
    const { things, found, ...only } = await planLeftovers(account, stack)
    if (confirmed === undefined) {
      const notices = [
        `This was a preview; nothing was written. To delete: mlops-audit destroy --leftovers ${stack} --confirm ${config.prefix}`,
      ]
      const report = buildReport(
        world,
        { ...base, outcome: 'previewed' },
        { teardown: { confirmed, classes: [], things, steps: [] }, notices },
      )
      return { report, exitCode: exitCodeOf(report) }
    }
    return finished(world, base, {
      confirmed,
      classes,
      things,
      ...(await carryOut(world, inputs, { account, session, classes: TEARDOWN_CLASSES, confirmed, found, unread: [], only })),
    })
  }
  const { found, unread } = await survey(account)
  const things = judged(found, account, confirmed === undefined && classes.length === 0 ? TEARDOWN_CLASSES : classes)
  if (confirmed === undefined) {
    const teardown: TeardownReport = { confirmed, classes, things, steps: [] }
    const notices = previewNotices(things, config)
    const problems = unread.map(problemOfUnread)
    const report = buildReport(world, { ...base, outcome: problems.length > 0 ? 'failed' : 'previewed' }, { teardown, problems, notices })
    return { report, exitCode: exitCodeOf(report) }
  }
  const carried = await carryOut(world, inputs, { account, session, classes, confirmed, found, unread })
  return finished(world, base, { confirmed, classes, things, ...carried })
}

interface Carried {
  confirmed: string
  classes: readonly TeardownClass[]
  things: readonly TeardownThing[]
  steps: readonly TeardownStep[]
  record: string | undefined
}

/** The report of what was deleted, and beside the record the same for people. */
async function finished(world: World, base: Omit<ReportBase, 'outcome'>, { record, ...carried }: Carried): Promise<CommandResult> {
  const problems = carried.steps.filter(({ outcome }) => outcome === 'left').map(problemOf)
  const teardown: TeardownReport = { ...carried, ...(record === undefined ? {} : { record }) }
  const report = buildReport(world, { ...base, outcome: problems.length > 0 ? 'failed' : 'destroyed' }, { teardown, problems })
  if (record !== undefined) {
    const { toMarkdown } = await import('../report/markdown.ts')
    const text = toMarkdown(mapStrings(report, world.redact), { limit: Number.POSITIVE_INFINITY, isPublic: false, maskAccountId: false })
    await world.writeText(record.replace(/\.jsonl$/, '.md'), text)
  }
  return { report, exitCode: exitCodeOf(report) }
}

/** A clean-up is decided by someone who looks at its preview. @throws BAD_INPUT */
function requireAttended({ unattended }: World): void {
  if (unattended === undefined) return
  throw new AuditError(
    'BAD_INPUT',
    `\`destroy\` is a person's: ${unattended} is set, so nobody is here to decide. Nothing was read or changed.`,
    {
      remedy: `Run it on a machine of yours with an administrator's credentials; where ${unattended} is set there too, unset it for this command.`,
    },
  )
}

/** @throws BAD_INPUT for a confirmation of something else, or of nothing */
function confirmation(inputs: InputValues, { prefix }: Config, classes: readonly TeardownClass[]): string | undefined {
  const given = textInput(inputs, 'confirm')
  if (given === '') return undefined
  if (given !== prefix)
    throw new AuditError('BAD_INPUT', `\`--confirm\` is "${given}", and the prefix of this config is "${prefix}". Nothing was changed.`, {
      remedy: `Look at the preview of this config, and confirm it with \`--confirm ${prefix}\`.`,
    })
  if (classes.length === 0 && textInput(inputs, 'leftovers') === '')
    throw new AuditError('BAD_INPUT', '`--confirm` says to delete, and no flag says what. Nothing was changed.', {
      remedy: `Name what goes: ${TEARDOWN_CLASSES.map((name) => `--${name}`).join(', ')}, or --all.`,
    })
  return given
}

/** @throws ACCESS_DENIED for the roles of bootstrap, and for anyone but those that the config names for it */
function requirePerson({ caller, account }: Session, { names, audit, partition }: Config): void {
  const role = /:assumed-role\/([^/]+)\//.exec(caller)?.[1]
  const pipeline = [names.planRole, names.deployRole, names.publishRole, names.verifyRole, names.imagePushRole, names.evidenceRole]
  if (role !== undefined && pipeline.includes(role))
    throw new AuditError(
      'ACCESS_DENIED',
      `\`destroy\` is a person's: ${caller} is a session of a role that bootstrap made for CI. Nothing was read or changed.`,
      {
        remedy: 'Use an administrator’s credentials of your own.',
      },
    )
  if (audit.breakGlass.length === 0) return
  // A session does not say the path of its role.
  const isNamed = audit.breakGlass.some((arn) =>
    role === undefined ? arn === caller : arn.startsWith(`arn:${partition.id}:iam::${account}:role/`) && arn.endsWith(`/${role}`),
  )
  if (isNamed) return
  throw new AuditError(
    'ACCESS_DENIED',
    `${caller} is none of \`audit.break-glass\` (${audit.breakGlass.join(', ')}), who alone may delete logs. Nothing was changed.`,
    {
      remedy: 'Assume the break-glass role, or have someone do it who may.',
    },
  )
}

/** Each thing in its order; what goes before it stands in no way of it. */
function judged(found: readonly Found[], account: Teardown, classes: readonly TeardownClass[]): TeardownThing[] {
  const leaving = new Set<string>()
  return [...found].sort(byOrder).map((one) => {
    const owner = ownerOf(account, leaving)
    const thing = describeThing(one, owner)
    const isLocked = one.kind === 'bucket' && lockedBecause(one, owner) !== undefined
    if (classes.includes(one.class) && !isLocked && staysBecause(one, owner) === undefined) {
      leaving.add(labelOf(one))
      for (const topic of one.kind === 'audit stack' ? [account.config.names.topic, account.config.names.deliveryTopic] : [])
        leaving.add(`the topic ${topic}`)
    }
    return thing
  })
}

function previewNotices(things: readonly TeardownThing[], { prefix, names, access }: Config): string[] {
  const going = things.filter(({ stays }) => stays === undefined)
  if (things.length === 0) return ['Nothing of this project was found in the account.']
  const flags = TEARDOWN_CLASSES.filter((name) => going.some((thing) => thing.class === name)).map((name) => `--${name}`)
  return [
    ...(flags.length > 0
      ? [`This was a preview; nothing was written. To delete: mlops-audit destroy ${flags.join(' ')} --confirm ${prefix}`]
      : []),
    `Never deleted: GitHub's OIDC provider, service-linked roles, clusters, model package groups and${access.ecr ? ` the repositories ${access.ecr.repositories.map(({ name }) => name).join(', ')}` : ' repositories'}; bucket policies of data buckets stay as they are.`,
    ...(going.some(({ kind }) => kind === 'trail')
      ? [`After ${names.trail} is deleted, the record that this run writes is the only one of what follows: keep it.`]
      : []),
  ]
}

function problemOfUnread({ kind, error }: Unread): Problem {
  return { message: `Whether there is any ${kind} could not be read: ${error.message}`, ...(error.remedy ? { remedy: error.remedy } : {}) }
}

function problemOf({ kind, name, detail, remedy }: TeardownStep): Problem {
  return { message: `The ${kind} ${name} is left: ${detail}`, ...(remedy ? { remedy } : {}) }
}
