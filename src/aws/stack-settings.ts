import type { CreateChangeSetInput, Stack } from '@aws-sdk/client-cloudformation'

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

/** What of the settings a stack does not have, in words; nothing, when it has them all. */
export function missingSettings(stack: Stack, settings: StackSettings): string[] {
  const tags = new Map((stack.Tags ?? []).map(({ Key = '', Value = '' }) => [Key, Value]))
  const untagged = Object.entries(settings.tags).filter(([key, value]) => tags.get(key) !== value)
  const alarms = (stack.RollbackConfiguration?.RollbackTriggers ?? []).map(({ Arn = '' }) => Arn)
  const minutes = stack.RollbackConfiguration?.MonitoringTimeInMinutes ?? 0
  return [
    ...(untagged.length > 0 ? [`its tags ${untagged.map(([key]) => key).join(', ')} are not ours`] : []),
    ...(settings.serviceRole === undefined || stack.RoleARN === settings.serviceRole
      ? []
      : [`its service role is ${stack.RoleARN ?? 'none'}`]),
    ...(sameSet(stack.NotificationARNs ?? [], settings.notifications) ? [] : ['it notifies other topics']),
    ...(sameSet(alarms, settings.rollbackAlarms) ? [] : ['it has other rollback alarms']),
    ...(minutes === settings.rollbackMinutes ? [] : [`its alarms are watched for ${minutes} minutes`]),
  ]
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item))
}
