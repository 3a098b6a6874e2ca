import type {
  Change,
  CloudFormationClient,
  CreateChangeSetInput,
  DescribeChangeSetOutput,
  ResourceChangeDetail,
} from '@aws-sdk/client-cloudformation'
import type { Adoption } from '../model/adoption.ts'
import { AuditError, type Position } from '../model/errors.ts'
import type { PropertyChange, ResourceChange, ResourceDrift } from '../model/plan.ts'
import { oneOf, text } from '../reads/shape.ts'
import { validations } from './change-set-validations.ts'
import { isDenied, isNamed, isOvertaken, isStackMissing, toAuditError } from './errors.ts'
import { type StackSettings, settingsRequest } from './stack-settings.ts'
import { isSameText, type TemplateSource } from './template-source.ts'

export interface ChangeSetRequest {
  stackName: string
  /** Unique per run, so that two runs never meet. */
  name: string
  type: 'CREATE' | 'UPDATE' | 'IMPORT'
  source: TemplateSource
  settings: StackSettings
  /** Looks at the resources as they are, and puts back what was changed outside of the stack. Updates only. */
  revertDrift?: boolean
  /** With IMPORT: what is imported; and the parameters that stay as they are. */
  imports?: readonly Adoption[]
  previousParameters?: readonly string[]
  /** Where a part of the template stands, by JSON pointer. */
  positionOf(pointer: string): Position
  timeoutMs: number
  now(): Date
  sleep(ms: number): Promise<void>
  signal?: AbortSignal | undefined
  /** Told what would be left of the stack, should the run end at this moment. */
  leaves?: ((what: string) => void) | undefined
}

/**
 * `overtaken`: someone else is changing the stack; there is no change set. `foreign`: CloudFormation read another template than
 * the one it was given; the change set is removed. With `changes`, the template of the change set is the one that was given.
 */
export type ChangeSet =
  | { kind: 'empty' }
  | { kind: 'overtaken' }
  | { kind: 'foreign' }
  /** `warnings`: what validation found, and does not refuse. */
  | { kind: 'changes'; name: string; changes: ResourceChange[]; warnings: readonly string[] }

/** What there is to say of a change set with another template; nothing of it was or is carried out. */
export const FOREIGN_TEMPLATE = {
  reason: (stackName: string) =>
    `CloudFormation read another template for ${stackName} than the one that was rendered. The change set was removed and nothing was changed.`,
  remedy:
    'Someone exchanged the template on its way. Find out who may write to the template bucket and did (CloudTrail, versions of the object) before running again.',
}

/**
 * Creates a change set, waits until it is there, and compares its template with the one that was given. An empty one is removed
 * again. @throws AWS_CALL_FAILED, CANCELLED
 */
export async function createChangeSet(client: CloudFormationClient, request: ChangeSetRequest): Promise<ChangeSet> {
  const { CreateChangeSetCommand } = await import('@aws-sdk/client-cloudformation')
  // By name, never by ARN: `cloudformation:ChangeSetName` limits by it who may do what.
  const { stackName, name } = request
  request.leaves?.(
    `${stackName}: nothing was changed. The change set ${name} may be there; it changes nothing, and a later run removes it.`,
  )
  const created = await client.send(new CreateChangeSetCommand(inputOf(request))).catch((error: unknown) => {
    if (isOvertaken(error)) return undefined
    throw toAuditError(error, { operation: 'cloudformation:CreateChangeSet', resource: stackName })
  })
  if (!created) return { kind: 'overtaken' }
  const deadline = request.now().getTime() + request.timeoutMs
  for (let wait = 150; ; wait = Math.min(wait * 1.6, 3000)) {
    if (request.signal?.aborted) {
      await deleteChangeSet(client, stackName, name)
      throw new AuditError('CANCELLED', `Cancelled; the change set of ${stackName} was removed and nothing was changed.`)
    }
    const page = await describe(client, stackName, name)
    if (page.Status === 'CREATE_COMPLETE') {
      if (await hasTemplate(client, request)) {
        const [changes, { warnings }] = await Promise.all([allChanges(client, stackName, name, page), validations(client, request, name)])
        return { kind: 'changes', name, changes, warnings }
      }
      await deleteChangeSet(client, stackName, name)
      return { kind: 'foreign' }
    }
    if (page.Status === 'FAILED') return failedChangeSet(client, request, page.StatusReason)
    if (request.now().getTime() > deadline) {
      await deleteChangeSet(client, stackName, name)
      throw new AuditError(
        'STACK_BUSY',
        `The change set of ${stackName} is still in ${page.Status}; it was removed and nothing was changed.`,
        {
          remedy: 'Run again, or give it longer with `timeout-minutes`.',
        },
      )
    }
    await request.sleep(wait)
  }
}

/** An empty change set is a failed one to CloudFormation. Removed in any case. @throws AWS_CALL_FAILED */
async function failedChangeSet(client: CloudFormationClient, request: ChangeSetRequest, reason = 'no reason given'): Promise<ChangeSet> {
  const { stackName, name } = request
  const isEmpty = saysEmpty(reason)
  const problems = isEmpty ? [] : (await validations(client, request, name)).problems
  await deleteChangeSet(client, stackName, name)
  if (isEmpty) return { kind: 'empty' }
  throw new AuditError('AWS_CALL_FAILED', `CloudFormation refused the change set of ${stackName}: ${reason}`, {
    remedy: 'Correct what it names, and run again.',
    problems,
  })
}

function inputOf(request: ChangeSetRequest): CreateChangeSetInput {
  const { imports } = request
  return {
    StackName: request.stackName,
    ChangeSetName: request.name,
    ChangeSetType: request.type,
    // A call that is sent twice, because its answer was lost, makes one change set.
    ClientToken: request.name,
    ...request.source.request,
    Capabilities: ['CAPABILITY_NAMED_IAM'],
    Description: 'mlops-audit',
    // An import takes no other change, of the stack's settings neither.
    ...(imports ? {} : settingsRequest(request.settings)),
    ...(imports || request.revertDrift ? {} : { IncludeNestedStacks: true }),
    ...(request.revertDrift ? { DeploymentMode: 'REVERT_DRIFT' } : {}),
    ...(imports
      ? {
          ResourcesToImport: imports.map(({ logicalId, type, identifier }) => ({
            LogicalResourceId: logicalId,
            ResourceType: type,
            ResourceIdentifier: { ...identifier },
          })),
          Parameters: (request.previousParameters ?? []).map((ParameterKey) => ({ ParameterKey, UsePreviousValue: true })),
        }
      : {}),
  }
}

/** The template that was read for a change set, which nobody can change any more, is the one that was given. */
async function hasTemplate(client: CloudFormationClient, { stackName, name, source }: ChangeSetRequest): Promise<boolean> {
  const { GetTemplateCommand } = await import('@aws-sdk/client-cloudformation')
  const command = new GetTemplateCommand({ StackName: stackName, ChangeSetName: name, TemplateStage: 'Original' })
  const { TemplateBody } = await client.send(command).catch(async (error: unknown) => {
    await deleteChangeSet(client, stackName, name)
    throw toAuditError(error, { operation: 'cloudformation:GetTemplate', resource: stackName })
  })
  return TemplateBody !== undefined && isSameText(source.body, TemplateBody)
}

async function describe(client: CloudFormationClient, stackName: string, id: string, NextToken?: string): Promise<DescribeChangeSetOutput> {
  const { DescribeChangeSetCommand } = await import('@aws-sdk/client-cloudformation')
  const command = new DescribeChangeSetCommand({ StackName: stackName, ChangeSetName: id, NextToken, IncludePropertyValues: true })
  return client.send(command).catch((error: unknown) => {
    throw toAuditError(error, { operation: 'cloudformation:DescribeChangeSet', resource: stackName })
  })
}

/** The one place that reads CloudFormation's wording for "nothing to do". */
function saysEmpty(reason: string): boolean {
  return /didn't contain changes|No updates are to be performed/.test(reason)
}

/** All pages, and the change sets of nested stacks, whose resources are named `Nested/Resource`. */
async function allChanges(
  client: CloudFormationClient,
  stackName: string,
  id: string,
  first?: DescribeChangeSetOutput,
): Promise<ResourceChange[]> {
  const changes: ResourceChange[] = []
  for (let page = first ?? (await describe(client, stackName, id)); ; ) {
    for (const { ResourceChange: resource } of page.Changes ?? []) {
      if (!resource) continue
      changes.push(resourceChange(resource, stackName))
      if (!resource.ChangeSetId) continue
      const nested = await allChanges(client, resource.PhysicalResourceId ?? stackName, resource.ChangeSetId)
      changes.push(...nested.map((change) => ({ ...change, logicalId: `${resource.LogicalResourceId}/${change.logicalId}` })))
    }
    if (!page.NextToken) return changes
    page = await describe(client, stackName, id, page.NextToken)
  }
}

function resourceChange(resource: NonNullable<Change['ResourceChange']>, stackName: string): ResourceChange {
  try {
    return toResourceChange(resource)
  } catch (error) {
    throw toAuditError(error, { operation: 'cloudformation:DescribeChangeSet', resource: stackName })
  }
}

const ACTION = oneOf('Add', 'Modify', 'Remove', 'Import', 'Dynamic', 'SyncWithActual')
const REPLACEMENT = oneOf('True', 'False', 'Conditional')

/** What a change set says of a resource; no action and no replacement is taken for the mild one. @throws Malformed */
function toResourceChange(resource: NonNullable<Change['ResourceChange']>): ResourceChange {
  const details = resource.Details ?? []
  const names = details.map(({ Target }) => Target?.Name ?? Target?.Attribute ?? '').filter((name) => name !== '')
  const values = details.flatMap(valueChange)
  const drift = driftOf(resource.ResourceDriftStatus, details)
  return {
    action: ACTION(resource.Action, 'Action'),
    logicalId: text(resource.LogicalResourceId, 'LogicalResourceId'),
    type: text(resource.ResourceType, 'ResourceType'),
    physicalId: resource.PhysicalResourceId,
    replacement: resource.Replacement === undefined ? undefined : REPLACEMENT(resource.Replacement, 'Replacement'),
    properties: [...new Set(names)],
    ...(values.length > 0 ? { values } : {}),
    ...(drift ? { drift } : {}),
  }
}

function valueChange({ Target }: ResourceChangeDetail): PropertyChange[] {
  if (!Target || (Target.BeforeValue === undefined && Target.AfterValue === undefined)) return []
  return [{ path: pathOf(Target), from: Target.BeforeValue, to: Target.AfterValue }]
}

/** `/Properties/A/0/B` as `A[0].B`. */
function pathOf({ Path, Name, Attribute }: NonNullable<ResourceChangeDetail['Target']>): string {
  const path = (Path ?? '')
    .replace(/^\/Properties\//, '')
    .replaceAll(/\/(\d+)(?=\/|$)/g, '[$1]')
    .replaceAll('/', '.')
  return path !== '' ? path : (Name ?? Attribute ?? '?')
}

function driftOf(status: string | undefined, details: readonly ResourceChangeDetail[]): ResourceDrift | undefined {
  if (status !== 'MODIFIED' && status !== 'DELETED') return undefined
  const values = details.flatMap(({ Target }): PropertyChange[] =>
    Target?.Drift ? [{ path: pathOf(Target), from: Target.Drift.PreviousValue, to: Target.Drift.ActualValue }] : [],
  )
  return { status, values }
}

/** Change sets of runs that ended before they could remove them: ours by name, and either of no more use or older than any run. */
export async function removeStaleChangeSets(
  client: CloudFormationClient,
  stackName: string,
  { now, changeSetName: own }: { now(): Date; changeSetName: string },
): Promise<void> {
  const { ListChangeSetsCommand } = await import('@aws-sdk/client-cloudformation')
  let NextToken: string | undefined
  try {
    do {
      const page = await client.send(new ListChangeSetsCommand({ StackName: stackName, NextToken }))
      for (const { ChangeSetName = '', Status, ExecutionStatus, CreationTime } of page.Summaries ?? []) {
        const isUseless = Status === 'FAILED' || ExecutionStatus === 'OBSOLETE'
        const isOld = CreationTime !== undefined && now().getTime() - CreationTime.getTime() > OLDEST_RUN_MS
        if (ChangeSetName.startsWith(OURS) && ChangeSetName !== own && (isUseless || isOld))
          await deleteChangeSet(client, stackName, ChangeSetName)
      }
      NextToken = page.NextToken
    } while (NextToken)
  } catch (error) {
    // Tidying up is no reason to fail: the run has a change set of its own.
    const denied = isDenied(error) || (error instanceof AuditError && error.code === 'ACCESS_DENIED')
    if (!isStackMissing(error) && !denied) throw toAuditError(error, { operation: 'cloudformation:ListChangeSets', resource: stackName })
  }
}

/** Every change set of this tool is named so; what stands after it says whose it is, and bootstrap's roles are limited by that. */
const OURS = 'mlops-audit-'
export const CHANGE_SETS = { plan: `${OURS}plan-`, deploy: `${OURS}deploy-` } as const
/** A job on GitHub's runners ends after six hours. */
const OLDEST_RUN_MS = 6 * 3_600_000

export async function deleteChangeSet(client: CloudFormationClient, stackName: string, id: string): Promise<void> {
  const { DeleteChangeSetCommand } = await import('@aws-sdk/client-cloudformation')
  await client.send(new DeleteChangeSetCommand({ StackName: stackName, ChangeSetName: id })).catch((error: unknown) => {
    if (!isNamed(error, 'ChangeSetNotFoundException', 'ChangeSetNotFound', 'ValidationError'))
      throw toAuditError(error, { operation: 'cloudformation:DeleteChangeSet', resource: stackName })
  })
}
