import type { Change, CloudFormationClient } from '@aws-sdk/client-cloudformation'
import type { Adoption } from '../model/adoption.ts'
import { AuditError } from '../model/errors.ts'
import type { ResourceChange } from '../model/plan.ts'
import { isDenied, isNamed, isOvertaken, isStackMissing, toAuditError } from './errors.ts'
import type { TemplateSource } from './template-source.ts'

export interface ChangeSetRequest {
  stackName: string
  /** Unique per run, so that two runs never meet. */
  name: string
  type: 'CREATE' | 'UPDATE' | 'IMPORT'
  source: TemplateSource
  /** With IMPORT: what is imported; and the parameters that stay as they are. */
  imports?: readonly Adoption[]
  previousParameters?: readonly string[]
  sleep(ms: number): Promise<void>
  signal?: AbortSignal | undefined
}

/** `overtaken`: someone else is changing the stack; there is no change set. */
export type ChangeSet = { kind: 'empty' } | { kind: 'overtaken' } | { kind: 'changes'; id: string; changes: ResourceChange[] }

/** Creates a change set and waits until it is there. An empty one is removed again. @throws AWS_CALL_FAILED, CANCELLED */
export async function createChangeSet(client: CloudFormationClient, request: ChangeSetRequest): Promise<ChangeSet> {
  const { CreateChangeSetCommand, DescribeChangeSetCommand } = await import('@aws-sdk/client-cloudformation')
  const resource = request.stackName
  const created = await client
    .send(
      new CreateChangeSetCommand({
        StackName: request.stackName,
        ChangeSetName: request.name,
        ChangeSetType: request.type,
        ...request.source,
        Capabilities: ['CAPABILITY_NAMED_IAM'],
        Description: 'mlops-audit',
        ...(request.imports
          ? {
              ResourcesToImport: request.imports.map(({ logicalId, type, identifier }) => ({
                LogicalResourceId: logicalId,
                ResourceType: type,
                ResourceIdentifier: { ...identifier },
              })),
              Parameters: (request.previousParameters ?? []).map((ParameterKey) => ({ ParameterKey, UsePreviousValue: true })),
            }
          : {}),
      }),
    )
    .catch((error: unknown) => {
      if (isOvertaken(error)) return undefined
      throw toAuditError(error, { operation: 'cloudformation:CreateChangeSet', resource })
    })
  if (!created) return { kind: 'overtaken' }
  const id = created.Id ?? request.name
  for (let wait = 150; ; wait = Math.min(wait * 1.6, 3000)) {
    if (request.signal?.aborted) {
      await deleteChangeSet(client, request.stackName, id)
      throw new AuditError('CANCELLED', `Cancelled; the change set of ${request.stackName} was removed and nothing was changed.`)
    }
    const page = await client
      .send(new DescribeChangeSetCommand({ StackName: request.stackName, ChangeSetName: id }))
      .catch((error: unknown) => {
        throw toAuditError(error, { operation: 'cloudformation:DescribeChangeSet', resource })
      })
    if (page.Status === 'CREATE_COMPLETE') return { kind: 'changes', id, changes: await allChanges(client, request.stackName, id) }
    if (page.Status === 'FAILED') {
      await deleteChangeSet(client, request.stackName, id)
      if (isEmpty(page.StatusReason ?? '')) return { kind: 'empty' }
      throw new AuditError(
        'AWS_CALL_FAILED',
        `CloudFormation refused the change set of ${request.stackName}: ${page.StatusReason ?? 'no reason given'}`,
        {
          remedy:
            'Correct what it names. `aws cloudformation describe-events --stack-name <stack>` has the detail of pre-deployment validation.',
        },
      )
    }
    await request.sleep(wait)
  }
}

/** The one place that reads CloudFormation's wording for "nothing to do". */
function isEmpty(reason: string): boolean {
  return /didn't contain changes|No updates are to be performed/.test(reason)
}

async function allChanges(client: CloudFormationClient, stackName: string, id: string): Promise<ResourceChange[]> {
  const { DescribeChangeSetCommand } = await import('@aws-sdk/client-cloudformation')
  const changes: ResourceChange[] = []
  let nextToken: string | undefined
  do {
    const page = await client.send(new DescribeChangeSetCommand({ StackName: stackName, ChangeSetName: id, NextToken: nextToken }))
    changes.push(...(page.Changes ?? []).flatMap(toResourceChange))
    nextToken = page.NextToken
  } while (nextToken)
  return changes
}

function toResourceChange(change: Change): ResourceChange[] {
  const resource = change.ResourceChange
  if (!resource) return []
  const names = (resource.Details ?? [])
    .map((detail) => detail.Target?.Name ?? detail.Target?.Attribute ?? '')
    .filter((name) => name !== '')
  return [
    {
      action: (resource.Action ?? 'Modify') as ResourceChange['action'],
      logicalId: resource.LogicalResourceId ?? '?',
      type: resource.ResourceType ?? '?',
      physicalId: resource.PhysicalResourceId,
      replacement: resource.Replacement as ResourceChange['replacement'],
      properties: [...new Set(names)],
    },
  ]
}

/** Change sets of runs that ended before they could remove them: ours by name, and either of no more use or older than any run. */
export async function removeStaleChangeSets(client: CloudFormationClient, stackName: string, now: Date): Promise<void> {
  const { ListChangeSetsCommand } = await import('@aws-sdk/client-cloudformation')
  let NextToken: string | undefined
  try {
    do {
      const page = await client.send(new ListChangeSetsCommand({ StackName: stackName, NextToken }))
      for (const { ChangeSetName = '', ChangeSetId = '', Status, ExecutionStatus, CreationTime } of page.Summaries ?? []) {
        const isUseless = Status === 'FAILED' || ExecutionStatus === 'OBSOLETE'
        const isOld = CreationTime !== undefined && now.getTime() - CreationTime.getTime() > OLDEST_RUN_MS
        if (ChangeSetName.startsWith(OURS) && (isUseless || isOld)) await deleteChangeSet(client, stackName, ChangeSetId)
      }
      NextToken = page.NextToken
    } while (NextToken)
  } catch (error) {
    // Tidying up is no reason to fail: the run has a change set of its own.
    if (!isStackMissing(error) && !isDenied(error))
      throw toAuditError(error, { operation: 'cloudformation:ListChangeSets', resource: stackName })
  }
}

/** Every change set of this tool is named so. */
export const OURS = 'mlops-audit-'
/** A job on GitHub's runners ends after six hours. */
const OLDEST_RUN_MS = 6 * 3_600_000

export async function deleteChangeSet(client: CloudFormationClient, stackName: string, id: string): Promise<void> {
  const { DeleteChangeSetCommand } = await import('@aws-sdk/client-cloudformation')
  await client.send(new DeleteChangeSetCommand({ StackName: stackName, ChangeSetName: id })).catch((error: unknown) => {
    if (!isNamed(error, 'ChangeSetNotFoundException', 'ChangeSetNotFound', 'ValidationError'))
      throw toAuditError(error, { operation: 'cloudformation:DeleteChangeSet', resource: stackName })
  })
}
