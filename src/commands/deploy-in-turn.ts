import { pendingAdoptions } from '../aws/adopt.ts'
import { type AboutToBeDone, deployStack } from '../aws/deploy-stack.ts'
import { deployedTemplate, describeStack } from '../aws/stack.ts'
import { NOTHING_ALLOWED, nextStep } from '../aws/stack-state.ts'
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
import { differencesFromReviewed, importsNotReviewed, termDifferences } from '../plan/reviewed.ts'
import { adoptionsOf } from '../render/adoptions.ts'
import { changeText } from '../report/headline.ts'
import type { DeployedBootstrap } from './deployed-bootstrap.ts'
import { booleanInput, type InputValues, listInput, textInput } from './inputs.ts'
import type { Session } from './session.ts'
import { changeSetName, STACK_POLICY, stackSettings, stackTerms, stepsOf, templateSource } from './stack-request.ts'
import type { World } from './world.ts'

type CloudFormation = Parameters<typeof describeStack>[0]

interface OneStack {
  session: Session
  config: Config
  template: ProjectTemplate
  store: StoreAccess | undefined
  /** What CI's role may not do of what the config asks. */
  rights: Pick<DeployedBootstrap, 'lacking' | 'mayRemove'>
  /** Undefined: nobody asks for what was reviewed. */
  reviewed: readonly StackPlan[] | undefined
  leaves: (what: string) => void
}

interface InTurn {
  deployments: StackOutcome[]
  /** What the first stack that did not become as wanted ended with; the ones after it were not begun. */
  ended?: { kind: StackOutcome['kind']; problems: readonly Problem[] }
}

/** One stack after the other, until one is not as wanted. The one part of a deployment that signals do not simply end. */
export async function deployInTurn(
  world: World,
  inputs: InputValues,
  all: Omit<OneStack, 'template' | 'leaves'>,
  wanted: readonly ProjectTemplate[],
): Promise<InTurn> {
  const deployments: StackOutcome[] = []
  let left = ''
  const said = () => [...deployments.map(({ stackName, kind }) => `${stackName}: ${kind === 'deployed' ? 'deployed' : 'as wanted'}.`), left]
  const work = async (): Promise<InTurn> => {
    for (const template of wanted) {
      left = `${template.stackName}: nothing was changed.`
      const leaves = (what: string) => {
        left = what
      }
      const { outcome, problems } = await deployOrSayWhy(world, inputs, { ...all, template, leaves })
      deployments.push({ ...outcome, consoleUrl: stackConsoleUrl(all.config.partition.id, template.region, template.stackName) })
      left = ''
      if (outcome.kind !== 'deployed' && outcome.kind !== 'no-changes') return { deployments, ended: { kind: outcome.kind, problems } }
    }
    return { deployments }
  }
  return world.signal ? world.signal.during(() => said().join(' ').trim(), work) : work()
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
    ...one.rights,
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
          `  ${change.action.toLowerCase()} ${change.logicalId} (${change.type})${change.replacement === 'True' ? ' by replacement' : change.replacement === 'Conditional' ? ', perhaps by replacement' : ''}`,
        )
    },
    review: (about) => review(world, one, { about, client, adopted: adoptions.map(({ logicalId }) => logicalId) }),
    sameTemplate: (a, b) => meaningText(a, template.stackName) === meaningText(b, template.stackName),
    timeoutMs: Number(textInput(inputs, 'timeout-minutes')) * 60_000,
    now: world.now,
    sleep: world.sleep,
    signal: world.signal?.signal,
    leaves: one.leaves,
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
