import type { CreateChangeSetInput, Stack } from '@aws-sdk/client-cloudformation'
import type { PropertyChange } from '../model/plan.ts'

/** What belongs to a stack and is no part of its template. */
export interface StackSettings {
  tags: Readonly<Record<string, string>>
  /** Undefined: CloudFormation acts with the caller's rights, or with the role the stack has already. */
  serviceRole: string | undefined
  notifications: readonly string[]
  rollbackAlarms: readonly string[]
  rollbackMinutes: number
}

/** The settings as CreateChangeSet and UpdateStack take them. An empty list is sent: leaving it out would keep what was there. */
export function settingsRequest(
  settings: StackSettings,
): Pick<CreateChangeSetInput, 'Tags' | 'RoleARN' | 'NotificationARNs' | 'RollbackConfiguration'> {
  return {
    Tags: Object.entries(settings.tags).map(([Key, Value]) => ({ Key, Value })),
    ...(settings.serviceRole === undefined ? {} : { RoleARN: settings.serviceRole }),
    NotificationARNs: [...settings.notifications],
    RollbackConfiguration: {
      RollbackTriggers: settings.rollbackAlarms.map((Arn) => ({ Arn, Type: 'AWS::CloudWatch::Alarm' })),
      MonitoringTimeInMinutes: settings.rollbackMinutes,
    },
  }
}

/** What of the settings a stack does not have, and what it would lose; nothing, when it is as wanted. */
export function settingChanges(stack: Stack, settings: StackSettings): PropertyChange[] {
  const now = new Map((stack.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]))
  const wanted = new Map(Object.entries(settings.tags))
  const alarms = (stack.RollbackConfiguration?.RollbackTriggers ?? []).map(({ Arn = '' }) => Arn)
  const minutes = stack.RollbackConfiguration?.MonitoringTimeInMinutes ?? 0
  const change = (path: string, from: string | undefined, to: string | undefined) => (from === to ? [] : [{ path, from, to }])
  return [
    ...[...new Set([...now.keys(), ...wanted.keys()])].flatMap((key) => change(`Tags.${key}`, now.get(key), wanted.get(key))),
    // CloudFormation keeps the role a stack has: it can be given another, not none.
    ...(settings.serviceRole === undefined ? [] : change('RoleARN', stack.RoleARN, settings.serviceRole)),
    ...change('NotificationARNs', listText(stack.NotificationARNs ?? []), listText(settings.notifications)),
    ...change('RollbackConfiguration.RollbackTriggers', listText(alarms), listText(settings.rollbackAlarms)),
    ...change('RollbackConfiguration.MonitoringTimeInMinutes', String(minutes), String(settings.rollbackMinutes)),
  ]
}

/** `RoleARN: nothing → arn:…`. */
export function settingText({ path, from, to }: PropertyChange): string {
  return `${path}: ${from ?? 'nothing'} → ${to ?? 'nothing'}`
}

function listText(items: readonly string[]): string | undefined {
  return items.length === 0 ? undefined : [...items].sort().join(', ')
}
