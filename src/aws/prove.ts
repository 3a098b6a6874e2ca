import type { CloudFormationClient, Stack } from '@aws-sdk/client-cloudformation'
import { AuditError } from '../model/errors.ts'
import { toAuditError } from './errors.ts'
import { deployedTemplate, describeStack } from './stack.ts'
import { missingSettings, type StackSettings } from './stack-settings.ts'

/** What a stack must be like after a deployment. */
export interface WantedStack {
  client: CloudFormationClient
  template: { stackName: string; body: string }
  settings: StackSettings
  stackPolicy: string
  /** Whether two template texts describe the same resources. */
  sameTemplate(a: string, b: string): boolean
}

interface StackAsItIs {
  stack: Stack | undefined
  body: string | undefined
  isProtected: boolean
  hasPolicy: boolean
}

async function readBack({ client, template, stackPolicy }: WantedStack): Promise<StackAsItIs> {
  const { GetStackPolicyCommand } = await import('@aws-sdk/client-cloudformation')
  const { stackName } = template
  const [stack, body, policy] = await Promise.all([
    describeStack(client, stackName),
    deployedTemplate(client, stackName),
    client.send(new GetStackPolicyCommand({ StackName: stackName })).catch((error: unknown) => {
      throw toAuditError(error, { operation: 'cloudformation:GetStackPolicy', resource: stackName })
    }),
  ])
  return {
    stack,
    body,
    isProtected: stack?.EnableTerminationProtection === true,
    hasPolicy: policy.StackPolicyBody !== undefined && sameJson(policy.StackPolicyBody, stackPolicy),
  }
}

/**
 * Reads the stack back and compares. Termination protection and stack policy are calls of their own, after a change set;
 * they are set where they are not as wanted. @throws STACK_NOT_PROVEN
 */
export async function provenStack(wanted: WantedStack): Promise<Stack> {
  const { template, settings, sameTemplate } = wanted
  let found = await readBack(wanted)
  if (!found.isProtected || !found.hasPolicy) {
    await protect(wanted)
    found = await readBack(wanted)
  }
  const { stack, body } = found
  const doubts = [
    ...(stack && /^(?:CREATE|UPDATE|IMPORT|UPDATE_ROLLBACK)_COMPLETE$/.test(stack.StackStatus ?? '')
      ? []
      : [`its status is ${stack?.StackStatus ?? 'missing'}`]),
    ...(found.isProtected ? [] : ['termination protection is off']),
    ...(body !== undefined && sameTemplate(body, template.body) ? [] : ['its template is not the rendered one']),
    ...(found.hasPolicy ? [] : ['its stack policy is not ours']),
    ...(stack ? missingSettings(stack, settings) : []),
  ]
  if (!stack || doubts.length > 0) {
    throw new AuditError('STACK_NOT_PROVEN', `${template.stackName}, read back: ${doubts.join('; ')}.`, {
      remedy: 'Someone else may have changed it at the same time. Run again.',
    })
  }
  return stack
}

async function protect({ client, template, stackPolicy }: WantedStack): Promise<void> {
  const { SetStackPolicyCommand, UpdateTerminationProtectionCommand } = await import('@aws-sdk/client-cloudformation')
  const { stackName } = template
  try {
    await client.send(new UpdateTerminationProtectionCommand({ StackName: stackName, EnableTerminationProtection: true }))
    await client.send(new SetStackPolicyCommand({ StackName: stackName, StackPolicyBody: stackPolicy }))
  } catch (error) {
    throw toAuditError(error, { operation: 'cloudformation:UpdateTerminationProtection and SetStackPolicy', resource: stackName })
  }
}

/** The stack policy forbids what was allowed by name; `provenStack` puts it back. */
export async function relaxPolicy(client: CloudFormationClient, stackName: string): Promise<void> {
  const { SetStackPolicyCommand } = await import('@aws-sdk/client-cloudformation')
  const StackPolicyBody = JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' }] })
  await client.send(new SetStackPolicyCommand({ StackName: stackName, StackPolicyBody })).catch((error: unknown) => {
    throw toAuditError(error, { operation: 'cloudformation:SetStackPolicy', resource: stackName })
  })
}

function sameJson(a: string, b: string): boolean {
  return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b))
}
