import type { CloudFormationClient, Stack } from '@aws-sdk/client-cloudformation'
import { AuditError } from '../model/errors.ts'
import { toAuditError } from './errors.ts'
import { deployedTemplate, describeStack } from './stack.ts'
import { type StackSettings, settingChanges, settingText } from './stack-settings.ts'

/**
 * Who deploys. People create, delete and protect stacks; CI, which is bootstrap's deploy role, changes what exists and looks
 * whether it is protected.
 */
export type Deployer = 'administrator' | 'ci'

/** What a stack must be like after a deployment. */
export interface WantedStack {
  client: CloudFormationClient
  template: { stackName: string; body: string }
  settings: StackSettings
  stackPolicy: string
  by: Deployer
  /** Whether two template texts describe the same resources. */
  sameTemplate(a: string, b: string): boolean
}

export interface StackAsItIs {
  stack: Stack | undefined
  body: string | undefined
  isProtected: boolean
  hasPolicy: boolean
}

/** A stack as AWS has it, beside what is wanted of it. */
export async function readBack({
  client,
  template,
  stackPolicy,
}: Pick<WantedStack, 'client' | 'stackPolicy'> & { template: { stackName: string } }): Promise<StackAsItIs> {
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
 * an administrator sets them where they are not as wanted. @throws STACK_NOT_PROVEN
 */
export async function provenStack(wanted: WantedStack): Promise<Stack> {
  const { template, settings, sameTemplate, by } = wanted
  let found = await readBack(wanted)
  if (by === 'administrator' && !(found.isProtected && found.hasPolicy)) {
    await protect(wanted)
    found = await readBack(wanted)
  }
  const { stack, body } = found
  const isRendered = body !== undefined && sameTemplate(body, template.body)
  const unprotected = [
    ...(found.isProtected ? [] : ['termination protection is off']),
    ...(found.hasPolicy ? [] : ['its stack policy is not ours']),
  ]
  const doubts = [
    ...(stack && /^(?:CREATE|UPDATE|IMPORT|UPDATE_ROLLBACK)_COMPLETE$/.test(stack.StackStatus ?? '')
      ? []
      : [`its status is ${stack?.StackStatus ?? 'missing'}`]),
    ...(isRendered ? [] : ['its template is not the rendered one']),
    ...(stack ? settingChanges(stack, settings).map(settingText) : []),
    ...unprotected,
  ]
  if (!stack || doubts.length > 0) {
    throw new AuditError('STACK_NOT_PROVEN', `${template.stackName}, read back: ${doubts.join('; ')}.`, {
      remedy: remedyOf(stack, { isRendered, onlyUnprotected: doubts.length === unprotected.length }),
    })
  }
  return stack
}

function remedyOf(stack: Stack | undefined, { isRendered, onlyUnprotected }: { isRendered: boolean; onlyUnprotected: boolean }): string {
  if (stack && onlyUnprotected)
    return 'Protection and stack policy are not CI’s to set: an administrator runs `mlops-audit deploy`, which sets both.'
  return isRendered
    ? 'Someone else may have changed it at the same time. Run again.'
    : 'Someone deployed another template. Its events and CloudTrail say who; running `mlops-audit deploy` again puts the rendered one back, and shows first what that changes.'
}

async function protect({ client, template, stackPolicy }: WantedStack): Promise<void> {
  const { UpdateTerminationProtectionCommand } = await import('@aws-sdk/client-cloudformation')
  const { stackName } = template
  const command = new UpdateTerminationProtectionCommand({ StackName: stackName, EnableTerminationProtection: true })
  await client.send(command).catch((error: unknown) => {
    throw toAuditError(error, { operation: 'cloudformation:UpdateTerminationProtection', resource: stackName })
  })
  await setPolicy(client, stackName, stackPolicy)
}

/** Lifts the stack policy, which forbids what was allowed by name, for as long as the work takes; however that ends. */
export async function withRelaxedPolicy<T>(
  wanted: Pick<WantedStack, 'client' | 'template' | 'stackPolicy'>,
  work: () => Promise<T>,
): Promise<T> {
  const { client, template, stackPolicy } = wanted
  const { stackName } = template
  await setPolicy(
    client,
    stackName,
    JSON.stringify({ Statement: [{ Effect: 'Allow', Action: 'Update:*', Principal: '*', Resource: '*' }] }),
  )
  try {
    return await work()
  } finally {
    const stack = await describeStack(client, stackName)
    // An update that goes on without us was allowed what it does; the next run puts the policy back.
    if (stack && !stack.StackStatus?.endsWith('_IN_PROGRESS')) await setPolicy(client, stackName, stackPolicy)
  }
}

async function setPolicy(client: CloudFormationClient, stackName: string, StackPolicyBody: string): Promise<void> {
  const { SetStackPolicyCommand } = await import('@aws-sdk/client-cloudformation')
  await client.send(new SetStackPolicyCommand({ StackName: stackName, StackPolicyBody })).catch((error: unknown) => {
    throw toAuditError(error, { operation: 'cloudformation:SetStackPolicy', resource: stackName })
  })
}

function sameJson(a: string, b: string): boolean {
  return JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b))
}
