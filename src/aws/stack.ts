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
    const { TemplateBody } = await client.send(new GetTemplateCommand({ StackName: stackName, TemplateStage: 'Original' }))
    // An empty shell has an empty one.
    return TemplateBody === '' ? undefined : TemplateBody
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
