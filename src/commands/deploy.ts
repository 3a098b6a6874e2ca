import { pendingAdoptions } from '../aws/adopt.ts'
import { type AboutToBeDone, deployStack, firstCreation } from '../aws/deploy-stack.ts'
import { preflight, requireBootstrap } from '../aws/preflight.ts'
import { deployedTemplate, describeStack } from '../aws/stack.ts'
import { NOTHING_ALLOWED, nextStep } from '../aws/stack-state.ts'
import { unconfirmedSubscriptions } from '../aws/subscriptions.ts'
import type { StoreAccess } from '../aws/template-source.ts'
import { positions } from '../cloudformation/examine.ts'
import { parseTemplate } from '../cloudformation/parse.ts'
import type { Config } from '../model/config.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import { stackConsoleUrl } from '../model/partition.ts'
import { countChanges, type StackOutcome, type StackPlan } from '../model/plan.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { accessChanges } from '../plan/access-changes.ts'
import { withDetail } from '../plan/property-changes.ts'
import { differencesFromReviewed, importsNotReviewed, lackOf, termDifferences } from '../plan/reviewed.ts'
import { adoptionsOf } from '../render/adoptions.ts'
import { changeText } from '../report/headline.ts'
import { booleanInput, type InputValues, listInput, textInput } from './inputs.ts'
import { failOnOf, loadProject, type Project } from './project.ts'
import { bothHalves, publisherFor } from './publisher.ts'
import { buildReport, type CommandResult, exitCodeOf, type ReportBase } from './result.ts'
import { reviewedPlan } from './reviewed-plan.ts'
import { openSession, type Session } from './session.ts'
import { changeSetName, STACK_POLICY, stackSettings, stackTerms, stepsOf, templateSource, templateStore } from './stack-request.ts'
import { requireUsable } from './used-resources.ts'
import { collectAndJudge } from './verify.ts'
import type { World } from './world.ts'

type CloudFormation = Parameters<typeof describeStack>[0]

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
  const deployments: StackOutcome[] = []
  for (const template of wanted) {
    const lack = lackOf(reviewed?.plan.plans.find(({ stackName }) => stackName === template.stackName))
    if (lack !== undefined) notices.push(lack)
    const { outcome, problems } = await deployOrSayWhy(world, inputs, { session, config, template, store, reviewed: reviewed?.plan.plans })
    deployments.push({ ...outcome, consoleUrl: stackConsoleUrl(config.partition.id, template.region, template.stackName) })
    if (outcome.kind === 'deployed' || outcome.kind === 'no-changes') continue
    return finish(world, { ...base, outcome: outcome.kind === 'refused' ? 'refused' : 'failed' }, { deployments, problems, notices })
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
    collectAndJudge(world, inputs, session, project),
    waitingSubscriptions(session, deployments),
  ])
  const drifted = base.outcome === 'no-changes' && judged.findings.some((finding) => finding.status === 'fail')
  const said = [...notices, ...waiting, ...(drifted ? [DRIFT_NOTICE] : [])]
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

interface OneStack {
  session: Session
  config: Config
  template: ProjectTemplate
  store: StoreAccess | undefined
  /** Undefined: nobody asks for what was reviewed. */
  reviewed: readonly StackPlan[] | undefined
}

/** What stacks before this one have become is worth knowing, whatever stops this one. */
async function deployOrSayWhy(
  world: World,
  inputs: InputValues,
  one: OneStack,
): Promise<{ outcome: StackOutcome; problems: readonly Problem[] }> {
  try {
    return { outcome: await deploySteps(world, inputs, one), problems: [] }
  } catch (error) {
    if (!(error instanceof AuditError) || error.isUserError) throw error
    const { message: reason, remedy, problems } = error
    return { outcome: { kind: 'unfinished', stackName: one.template.stackName, reason, remedy, changes: [] }, problems }
  }
}

/** One stack, by way of what it has to be read from. The last step's outcome tells of all, or the first that is not good. */
async function deploySteps(world: World, inputs: InputValues, one: OneStack): Promise<StackOutcome> {
  const client = await one.session.clientsIn(one.template.region).cloudFormation()
  const stack = one.template.name === 'bootstrap' ? await describeStack(client, one.template.stackName) : undefined
  const exists = nextStep(stack, one.template.stackName, NOTHING_ALLOWED).do !== 'create'
  const [first, second] = stepsOf(one.template, { exists })
  if (!first || !second) return deployOne(world, inputs, one)
  const made = await deployOne(world, inputs, { ...one, template: first })
  if (made.kind !== 'deployed' && made.kind !== 'no-changes') return made
  const outcome = await deployOne(world, inputs, { ...one, template: second })
  return outcome.kind === 'deployed' && made.kind === 'deployed'
    ? { ...outcome, created: made.created, changes: [...made.changes, ...outcome.changes] }
    : outcome
}

async function deployOne(world: World, inputs: InputValues, one: OneStack): Promise<StackOutcome> {
  const { session, config, template, store } = one
  const clients = session.clientsIn(template.region)
  const client = await clients.cloudFormation()
  const adoptions = adoptionsOf(config).filter(
    ({ template: name, logicalId }) => name === template.name && logicalId in template.parsed.Resources,
  )
  return deployStack({
    client,
    template,
    by: session.by,
    source: (body) => templateSource(store, template, body),
    settings: stackSettings(config, template),
    positionOf: positions(template.body, `${template.name}.yml`),
    revertDrift: booleanInput(inputs, 'revert-drift'),
    adoptions: await pendingAdoptions(client, clients, template.stackName, adoptions),
    parse: (body) => parseTemplate(body, template.stackName),
    changeSetName: changeSetName(world, 'deploy'),
    allowDestructive: listInput(inputs, 'allow-destructive'),
    deleteFailedStacks: listInput(inputs, 'delete-failed-stack'),
    continueRollback: listInput(inputs, 'continue-rollback'),
    skipResources: listInput(inputs, 'skip-resources'),
    onCancel: textInput(inputs, 'on-cancel') === 'cancel' ? 'cancel' : 'leave',
    stackPolicy: STACK_POLICY,
    progress: world.progress,
    onChanges: (changes) => {
      world.progress.note(`${template.stackName}: ${changeText(countChanges(changes))}`)
      for (const change of changes)
        world.progress.note(
          `  ${change.action.toLowerCase()} ${change.logicalId} (${change.type})${change.replacement === 'True' ? ' by replacement' : ''}`,
        )
    },
    review: (about) => review(world, one, { about, client, adopted: adoptions.map(({ logicalId }) => logicalId) }),
    sameTemplate: (a, b) => meaningText(a, template.stackName) === meaningText(b, template.stackName),
    timeoutMs: Number(textInput(inputs, 'timeout-minutes')) * 60_000,
    now: world.now,
    sleep: world.sleep,
    signal: world.signal?.(),
  })
}

interface Step {
  about: AboutToBeDone
  client: CloudFormation
  adopted: readonly string[]
}

/** How a step differs from what was reviewed: what it does, and everything it is bound to. */
async function review(
  world: World,
  { config, template, reviewed }: OneStack,
  { about, client, adopted }: Step,
): Promise<readonly string[]> {
  if (!reviewed) return []
  const plan = reviewed.find(({ stackName }) => stackName === template.stackName)
  const [before, stack] = await Promise.all([deployedTemplate(client, template.stackName), describeStack(client, template.stackName)])
  const terms = stackTerms(world, config, template, stack)
  if (about.step === 'import')
    return [...importsNotReviewed(plan, about.changes), ...(plan && 'terms' in plan ? termDifferences(plan.terms, terms) : [])]
  const deployed = before === undefined ? undefined : parseTemplate(before, template.stackName)
  const now = {
    changes: withDetail(about.changes, deployed, template.parsed),
    access: accessChanges(deployed, template.parsed, await world.iamActions()),
    settings: about.settings,
  }
  return differencesFromReviewed(plan, now, { adopted, terms })
}

/** What of a template CloudFormation acts on: everything but its own description; comments may differ. */
function meaningText(body: string, name: string): string {
  const { Description: _, ...meant } = parseTemplate(body, name)
  return JSON.stringify(Object.entries(meant).sort(([a], [b]) => (a < b ? -1 : 1)))
}
