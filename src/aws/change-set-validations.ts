import type { CloudFormationClient, OperationEvent } from '@aws-sdk/client-cloudformation'
import type { Position, Problem } from '../model/errors.ts'

interface Validated {
  stackName: string
  /** Where a part of the template stands, by JSON pointer. */
  positionOf(pointer: string): Position
}

interface Validations {
  problems: readonly Problem[]
  /** What was found and only warns, and what was not looked at. */
  warnings: readonly string[]
}

/** What validation before deployment found: the change set's reason does not say it, its events do. */
export async function validations(client: CloudFormationClient, request: Validated, id: string): Promise<Validations> {
  const { DescribeEventsCommand } = await import('@aws-sdk/client-cloudformation')
  const problems: Problem[] = []
  const warnings: string[] = []
  let NextToken: string | undefined
  try {
    do {
      const page = await client.send(new DescribeEventsCommand({ StackName: request.stackName, ChangeSetName: id, NextToken }))
      for (const event of page.OperationEvents ?? []) {
        const warning = warningOf(event, request.stackName)
        if (warning !== undefined) warnings.push(warning)
        if (warning !== undefined || (event.EventType !== 'VALIDATION_ERROR' && event.ValidationStatus !== 'FAILED')) continue
        const pointer = event.ValidationPath ?? `/Resources/${event.LogicalResourceId ?? ''}`
        const what = [event.LogicalResourceId, event.ValidationStatusReason ?? 'is not valid'].filter(Boolean).join(': ')
        problems.push({ message: what, position: request.positionOf(pointer), remedy: validationRemedy(event.ValidationName ?? '') })
      }
      NextToken = page.NextToken
    } while (NextToken)
  } catch {
    // The reason of the change set still stands; the detail is all that is missing.
  }
  return { problems, warnings }
}

function warningOf(event: OperationEvent, stackName: string): string | undefined {
  const name = event.ValidationName ?? 'A validation'
  const why = event.ValidationStatusReason ? `: ${event.ValidationStatusReason}` : ''
  if (event.ValidationStatus === 'SKIPPED') return `${stackName}: ${name} was not looked at by CloudFormation${why}`
  if (event.ValidationStatus !== 'FAILED' || event.ValidationFailureMode !== 'WARN') return undefined
  return `${stackName}: ${name} warns of ${event.LogicalResourceId ?? 'the template'}${why}`
}

function validationRemedy(name: string): string {
  if (/NAME_CONFLICT/.test(name)) return 'Something has this name already: choose another under `names:`, or adopt what is there.'
  if (/BUCKET.*EMPTY/.test(name)) return 'The bucket holds objects: keep it in the config, or empty it by hand.'
  return `CloudFormation's validation ${name || 'before deployment'} refused it. If the config is as meant, this is a fault of this tool.`
}
