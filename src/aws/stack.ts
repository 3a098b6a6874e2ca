import type { CloudFormationClient, Stack } from '@aws-sdk/client-cloudformation'
import { isStackMissing, toAuditError } from './errors.ts'

export async function describeStack(client: CloudFormationClient, stackName: string): Promise<Stack | undefined> {
  const { DescribeStacksCommand } = await import('@aws-sdk/client-cloudformation')
  try {
    return (await client.send(new DescribeStacksCommand({ StackName: stackName }))).Stacks?.[0]
  } catch (error) {
    if (isStackMissing(error)) return undefined
    throw toAuditError(error, { operation: 'cloudformation:DescribeStacks', resource: stackName })
  }
}

/** The template as it was submitted, or undefined when the stack has none yet. */
export async function deployedTemplate(client: CloudFormationClient, stackName: string): Promise<string | undefined> {
  const { GetTemplateCommand } = await import('@aws-sdk/client-cloudformation')
  try {
    return (await client.send(new GetTemplateCommand({ StackName: stackName, TemplateStage: 'Original' }))).TemplateBody
  } catch (error) {
    if (isStackMissing(error)) return undefined
    throw toAuditError(error, { operation: 'cloudformation:GetTemplate', resource: stackName })
  }
}

/** Logical ids of what a stack owns; none for a stack that does not exist. */
export async function logicalIdsOf(client: CloudFormationClient, stackName: string): Promise<Set<string>> {
  const { ListStackResourcesCommand } = await import('@aws-sdk/client-cloudformation')
  const found = new Set<string>()
  let NextToken: string | undefined
  try {
    do {
      const page = await client.send(new ListStackResourcesCommand({ StackName: stackName, NextToken }))
      for (const resource of page.StackResourceSummaries ?? []) found.add(resource.LogicalResourceId ?? '')
      NextToken = page.NextToken
    } while (NextToken)
  } catch (error) {
    if (!isStackMissing(error)) throw toAuditError(error, { operation: 'cloudformation:ListStackResources', resource: stackName })
  }
  return found
}

export function outputsOf(stack: Stack): Record<string, string> {
  return Object.fromEntries((stack.Outputs ?? []).map((output) => [output.OutputKey ?? '', output.OutputValue ?? '']))
}

/** What can be done with a stack in a status; one row per family of statuses. */
export type StackReadiness =
  | { kind: 'create' }
  | { kind: 'update' }
  | { kind: 'busy'; status: string }
  | { kind: 'stuck'; status: string; reason: string; remedy: string; recoverable: boolean }

export function readinessOf(stack: Stack | undefined): StackReadiness {
  const status = stack?.StackStatus ?? 'NONE'
  const name = stack?.StackName ?? ''
  // REVIEW_IN_PROGRESS is an empty shell left by a first change set; it takes another CREATE change set.
  if (status === 'NONE' || status === 'REVIEW_IN_PROGRESS' || status === 'DELETE_COMPLETE') return { kind: 'create' }
  if (status.endsWith('_IN_PROGRESS')) return { kind: 'busy', status }
  if (status === 'ROLLBACK_COMPLETE') {
    return {
      kind: 'stuck',
      status,
      recoverable: true,
      reason: `${name} is in ROLLBACK_COMPLETE: its first creation failed, and AWS takes no update of such a stack.`,
      remedy: `See what failed, then deploy with --delete-failed-stack ${name}: nothing that holds evidence was created, or it was retained and is named in the events.`,
    }
  }
  if (status === 'UPDATE_ROLLBACK_FAILED') {
    return {
      kind: 'stuck',
      status,
      recoverable: false,
      reason: `${name} is in UPDATE_ROLLBACK_FAILED: an update failed, and so did taking it back.`,
      remedy: `Put right what its events name, then: aws cloudformation continue-update-rollback --stack-name ${name}`,
    }
  }
  if (/^(?:CREATE|DELETE|ROLLBACK|IMPORT_ROLLBACK|UPDATE)_FAILED$/.test(status)) {
    return {
      kind: 'stuck',
      status,
      recoverable: false,
      reason: `${name} is in ${status}${stack?.StackStatusReason ? `: ${stack.StackStatusReason}` : ''}.`,
      remedy: `See \`aws cloudformation describe-stack-events --stack-name ${name}\`; such a stack is deleted or rolled back by hand.`,
    }
  }
  return { kind: 'update' }
}
