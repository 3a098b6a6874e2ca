import { preflight, requireBootstrap } from '../aws/preflight.ts'
import { describeStack } from '../aws/stack.ts'
import { NOTHING_ALLOWED, nextStep } from '../aws/stack-state.ts'
import { unconfirmedSubscriptions } from '../aws/subscriptions.ts'
import type { Config } from '../model/config.ts'
import { AuditError } from '../model/errors.ts'
import type { StackOutcome } from '../model/plan.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { firstCreation } from '../model/withheld.ts'
import { lackOf } from '../plan/reviewed.ts'
import { deployInTurn } from './deploy-in-turn.ts'
import { deployedBootstrap } from './deployed-bootstrap.ts'
import { booleanInput, type InputValues, listInput } from './inputs.ts'
import { failOnOf, loadProject, type Project } from './project.ts'
import { bothHalves, publisherFor } from './publisher.ts'
import { buildReport, type CommandResult, exitCodeOf, type ReportBase } from './result.ts'
import { reviewedPlan } from './reviewed-plan.ts'
import { openSession, type Session } from './session.ts'
import { templateStore } from './stack-request.ts'
import { requireUsable } from './used-resources.ts'
import { collectAndJudge } from './verify.ts'
import type { World } from './world.ts'

const DRIFT_NOTICE =
  'The stacks are as rendered, yet checks fail: something was changed outside of them, and CloudFormation does not put back what it did not change. ' +
  'Deploy with `revert-drift: true` to put it back; `plan` shows what that would change.'

/** Audit, access and what settings add, then verify. Stops at the first stack that is not proven to be as wanted. */
export async function deploy(world: World, inputs: InputValues): Promise<CommandResult> {
  const project = await loadProject(world, inputs)
  const { config, templates } = project
  const isBootstrap = booleanInput(inputs, 'bootstrap')
  const wanted = templates.filter((template) => (template.name === 'bootstrap') === isBootstrap)
  const base = { command: 'deploy', failOn: failOnOf(config, inputs), config }
  const refused = (reason: string, remedy: string) =>
    finish(world, { ...base, outcome: 'refused' }, { problems: [{ message: reason, remedy }], reason: 'STACK_UNREADY' })
  const reviewed = await reviewedPlan(world, inputs, config)
  if (reviewed && reviewed.wrong.length > 0)
    return refused(
      `${reviewed.file} is not the reviewed plan of this deployment: ${reviewed.wrong.join('; ')}.`,
      'Plan again, and have that reviewed.',
    )
  // Bootstrap grants CI its rights; it is deployed with a person's credentials, never by the roles it makes.
  const session = await openSession(isBootstrap ? { ...world, idToken: undefined } : world, inputs, {
    region: config.region,
    config,
    templates,
    role: 'deploy',
  })
  world.progress.note(`as ${session.caller}`)
  requirePeople(session, inputs)
  if (!isBootstrap) await requireBootstrap(session, config)
  const missing = session.by === 'ci' ? await missingStacks(session, wanted) : []
  if (missing.length > 0) {
    const { reason, remedy } = firstCreation(missing)
    return refused(reason, remedy)
  }
  const notices = [
    ...(reviewed ? [reviewed.notice] : []),
    ...bothHalves(config),
    ...(await preflight(session, config, isBootstrap ? 'bootstrap' : 'audit')),
    ...(isBootstrap ? [] : await requireUsable(world, session, config)),
  ]
  const store = templateStore(world, config, 'publish', {
    reader: session.clients,
    writer: publisherFor(world, inputs, { session, config, templates }),
  })
  for (const template of wanted) {
    const lack = lackOf(reviewed?.plan.plans.find(({ stackName }) => stackName === template.stackName))
    if (lack !== undefined) notices.push(lack)
  }
  const rights = session.by === 'ci' ? await deployedBootstrap(world, session, project) : {}
  const all = { session, config, store, rights, reviewed: reviewed?.plan.plans }
  const { deployments, ended } = await deployInTurn(world, inputs, all, wanted)
  if (ended) {
    const { kind, problems } = ended
    return finish(world, { ...base, outcome: kind === 'refused' ? 'refused' : 'failed' }, { deployments, problems, notices })
  }
  if (world.signal?.signal.aborted) {
    const problem = { message: 'Cancelled after the stacks were deployed; whether they work was not verified.', remedy: 'Run `verify`.' }
    return finish(world, { ...base, outcome: 'failed' }, { deployments, problems: [problem], notices, reason: 'CANCELLED' })
  }
  const outcome = deployments.every((deployment) => deployment.kind === 'no-changes') ? 'no-changes' : 'deployed'
  if (isBootstrap) return finish(world, { ...base, outcome }, { deployments, notices })
  return verified(world, inputs, { session, project, base: { ...base, config, outcome }, deployments, notices })
}

function finish(world: World, base: ReportBase, parts: Parameters<typeof buildReport>[2]): CommandResult {
  const report = buildReport(world, base, parts)
  return { report, exitCode: exitCodeOf(report) }
}

/** What may lose evidence or delete a stack is asked for by a person. @throws BAD_INPUT */
function requirePeople(session: Session, inputs: InputValues): void {
  if (session.by === 'administrator') return
  const named = (['bootstrap', 'allow-destructive', 'delete-failed-stack'] as const).find((name) =>
    name === 'bootstrap' ? booleanInput(inputs, name) : listInput(inputs, name).length > 0,
  )
  if (named === undefined) return
  throw new AuditError(
    'BAD_INPUT',
    `\`${named}\` is an administrator's: CI's deploy role may not do what it asks for. Nothing was changed.`,
    {
      remedy: `Run \`mlops-audit deploy --${named} …\` with credentials of your own, and leave \`${named}\` out in CI.`,
    },
  )
}

/** Names of stacks that are not there, or of which a creation left nothing but an empty shell. */
async function missingStacks(session: Session, templates: readonly ProjectTemplate[]): Promise<string[]> {
  const there = await Promise.all(
    templates.map(async ({ region, stackName }) => {
      const stack = await describeStack(await session.clientsIn(region).cloudFormation(), stackName)
      return nextStep(stack, stackName, NOTHING_ALLOWED).do !== 'create'
    }),
  )
  return templates.filter((_, index) => !there[index]).map(({ stackName }) => stackName)
}

interface Deployed {
  session: Session
  project: Project
  base: ReportBase & { config: Config }
  deployments: readonly StackOutcome[]
  notices: readonly string[]
}

async function verified(
  world: World,
  inputs: InputValues,
  { session, project, base, deployments, notices }: Deployed,
): Promise<CommandResult> {
  const [{ evidencePath, ...judged }, waiting] = await Promise.all([
    collectAndJudge(
      world,
      inputs,
      session,
      project,
      deployments.flatMap((outcome) => ('stackName' in outcome ? [outcome.stackName] : [])),
    ),
    waitingSubscriptions(session, deployments),
  ])
  const drifted = base.outcome === 'no-changes' && judged.findings.some((finding) => finding.status === 'fail')
  const said = [...notices, ...(judged.notices ?? []), ...waiting, ...(drifted ? [DRIFT_NOTICE] : [])]
  return { ...finish(world, base, { deployments, ...judged, notices: said }), evidencePath }
}

/** An alarm that nobody gets is none: SNS sends to an address only after someone there has said yes. */
async function waitingSubscriptions(session: Session, deployments: readonly StackOutcome[]): Promise<string[]> {
  const topics = deployments.flatMap((outcome) => ('outputs' in outcome ? (outcome.outputs['AlertTopicArn'] ?? []) : []))
  const told = topics.map(async (topic) => {
    const name = topic.split(':').at(-1) ?? topic
    try {
      const { unconfirmed, all } = await unconfirmedSubscriptions(session.clients, topic)
      if (unconfirmed === 0) return []
      return [
        `${unconfirmed} of ${all} e-mail subscriptions of ${name} ${unconfirmed === 1 ? 'is' : 'are'} not confirmed: alarms do not reach ${unconfirmed === 1 ? 'it' : 'them'} until someone follows the link in the mail that AWS has sent.`,
      ]
    } catch (error) {
      if (!(error instanceof AuditError)) throw error
      return [`Whether the e-mail subscriptions of ${name} are confirmed could not be read: ${error.message}`]
    }
  })
  return (await Promise.all(told)).flat()
}
