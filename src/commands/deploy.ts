import { pendingAdoptions } from '../aws/adopt.ts'
import { deployStack } from '../aws/deploy-stack.ts'
import { preflight } from '../aws/preflight.ts'
import { deployedTemplate } from '../aws/stack.ts'
import { unconfirmedSubscriptions } from '../aws/subscriptions.ts'
import { templateSource } from '../aws/template-source.ts'
import { positions } from '../cloudformation/examine.ts'
import { parseTemplate } from '../cloudformation/parse.ts'
import type { Config } from '../model/config.ts'
import { AuditError, type Problem } from '../model/errors.ts'
import { stackConsoleUrl } from '../model/partition.ts'
import { countChanges, EVIDENCE_TYPES, type StackOutcome, type StackPlan } from '../model/plan.ts'
import type { ProjectTemplate } from '../model/template.ts'
import { accessChanges } from '../plan/access-changes.ts'
import { withDetail } from '../plan/property-changes.ts'
import { differencesFromReviewed, parseReviewedPlan } from '../plan/reviewed.ts'
import { adoptionsOf } from '../render/adoptions.ts'
import { changeText } from '../report/headline.ts'
import { booleanInput, type InputValues, listInput, textInput } from './inputs.ts'
import { failOnOf, loadProject } from './project.ts'
import { buildReport, type CommandResult, exitCodeOf } from './result.ts'
import { openSession, type Session } from './session.ts'
import { changeSetName, stackSettings, uploadOf } from './stack-request.ts'
import { collectAndJudge } from './verify.ts'
import type { World } from './world.ts'

/** Denies replacing and deleting what holds evidence, whoever updates the stack. */
const STACK_POLICY = JSON.stringify({
  Statement: [
    {
      Effect: 'Deny',
      Action: ['Update:Replace', 'Update:Delete'],
      Principal: '*',
      Resource: '*',
      Condition: { StringEquals: { ResourceType: EVIDENCE_TYPES } },
    },
    { Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' },
  ],
})

const DRIFT_NOTICE =
  'The stacks are as rendered, yet checks fail: something was changed outside of them, and CloudFormation does not put back what it did not change. ' +
  'Deploy with `revert-drift: true` to put it back; `plan` shows what that would change.'

/** Audit, access and what settings add, then verify. Stops at the first stack that is not proven to be as wanted. */
export async function deploy(world: World, inputs: InputValues): Promise<CommandResult> {
  const { config, templates } = await loadProject(world, inputs)
  const isBootstrap = booleanInput(inputs, 'bootstrap')
  const wanted = templates.filter((template) => (template.name === 'bootstrap') === isBootstrap)
  // Bootstrap grants CI its rights; it is deployed with a person's credentials, never by the roles it makes.
  const session = await openSession(isBootstrap ? { ...world, idToken: undefined } : world, inputs, {
    region: config.region,
    config,
    templates,
    role: 'deploy',
  })
  world.progress.note(`as ${session.caller}`)
  const notices = await preflight(session, config, isBootstrap ? 'bootstrap' : 'audit')
  const reviewed = await reviewedPlans(world, inputs)
  const base = { command: 'deploy', failOn: failOnOf(config, inputs), config }
  const deployments: StackOutcome[] = []
  for (const template of wanted) {
    const { outcome, problems } = await deployOrSayWhy(world, inputs, { session, config, template, reviewed })
    deployments.push({ ...outcome, consoleUrl: stackConsoleUrl(config.partition.id, template.region, template.stackName) })
    if (outcome.kind === 'deployed' || outcome.kind === 'no-changes') continue
    const kind = outcome.kind === 'refused' ? 'refused' : 'failed'
    const report = buildReport(world, { ...base, outcome: kind }, { deployments, problems, notices })
    return { report, exitCode: exitCodeOf(report) }
  }
  const outcome = deployments.every((deployment) => deployment.kind === 'no-changes') ? 'no-changes' : 'deployed'
  if (isBootstrap) {
    const report = buildReport(world, { ...base, outcome }, { deployments, notices })
    return { report, exitCode: exitCodeOf(report) }
  }
  const [{ findings, evidencePath }, waiting] = await Promise.all([
    collectAndJudge(world, inputs, session, config),
    waitingSubscriptions(session, deployments),
  ])
  const drifted = outcome === 'no-changes' && findings.some((finding) => finding.status === 'fail')
  const report = buildReport(
    world,
    { ...base, outcome },
    { deployments, findings, notices: [...notices, ...waiting, ...(drifted ? [DRIFT_NOTICE] : [])] },
  )
  return { report, exitCode: exitCodeOf(report), evidencePath }
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

/** @throws BAD_INPUT when the file is not there or is no plan */
async function reviewedPlans(world: World, inputs: InputValues): Promise<readonly StackPlan[] | undefined> {
  const file = textInput(inputs, 'reviewed-plan')
  if (file === '') return undefined
  const text = await world.readText(file)
  if (text === undefined)
    throw new AuditError('BAD_INPUT', `There is no reviewed plan at ${file}.`, {
      remedy: 'Bring the artifact of the plan run into the job, or leave `reviewed-plan` out.',
    })
  return parseReviewedPlan(text, file)
}

interface OneStack {
  session: Session
  config: Config
  template: ProjectTemplate
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
    return { outcome: await deployOne(world, inputs, one), problems: [] }
  } catch (error) {
    if (!(error instanceof AuditError) || error.isUserError) throw error
    const { message: reason, remedy, problems } = error
    return { outcome: { kind: 'unfinished', stackName: one.template.stackName, reason, remedy, changes: [] }, problems }
  }
}

async function deployOne(world: World, inputs: InputValues, { session, config, template, reviewed }: OneStack): Promise<StackOutcome> {
  const clients = session.clientsIn(template.region)
  const client = await clients.cloudFormation()
  const adoptions = adoptionsOf(config).filter((adoption) => adoption.template === template.name)
  return deployStack({
    client,
    template,
    source: await templateSource(template, uploadOf(world, session, config)),
    settings: stackSettings(config, template),
    positionOf: positions(template.body, `${template.name}.yml`),
    revertDrift: booleanInput(inputs, 'revert-drift'),
    adoptions: await pendingAdoptions(client, clients, template.stackName, adoptions),
    parse: (body) => parseTemplate(body, template.stackName),
    changeSetName: changeSetName(world),
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
    review: async (changes) => {
      if (!reviewed) return []
      const before = await deployedTemplate(client, template.stackName)
      const deployed = before === undefined ? undefined : parseTemplate(before, template.stackName)
      const now = {
        changes: withDetail(changes, deployed, template.parsed),
        access: accessChanges(deployed, template.parsed, await world.iamActions()),
      }
      const plan = reviewed.find(({ stackName }) => stackName === template.stackName)
      return differencesFromReviewed(plan, now, { adopted: adoptions.map(({ logicalId }) => logicalId) })
    },
    sameTemplate: (a, b) => resourcesText(a, template.stackName) === resourcesText(b, template.stackName),
    timeoutMs: Number(textInput(inputs, 'timeout-minutes')) * 60_000,
    now: world.now,
    sleep: world.sleep,
    signal: world.signal,
  })
}

/** What of a template CloudFormation acts on; comments and the header may differ. */
function resourcesText(body: string, name: string): string {
  const { Resources, Parameters, Outputs } = parseTemplate(body, name)
  return JSON.stringify({ Resources, Parameters, Outputs })
}
