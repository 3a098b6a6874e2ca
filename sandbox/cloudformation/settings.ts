import { type Body, list } from '../aws/call.ts'

/** What belongs to a stack and is no part of its template. */
export interface StackSettings {
  tags: readonly { Key: string; Value: string }[]
  roleArn: string | undefined
  notificationArns: readonly string[]
  rollbackTriggers: readonly { Arn: string; Type: string }[]
  monitoringMinutes: string | undefined
}

/** The settings of a call; what it leaves out stays as it was. */
export function settingsOf(input: Body, current: StackSettings | undefined): StackSettings {
  const rollback = input['RollbackConfiguration'] as Body | '' | undefined
  const triggers = rollback ? list<{ Arn: string; Type?: string }>(rollback['RollbackTriggers']) : []
  return {
    tags: 'Tags' in input ? list(input['Tags']) : (current?.tags ?? []),
    roleArn: input['RoleARN'] === undefined ? current?.roleArn : String(input['RoleARN']),
    notificationArns: 'NotificationARNs' in input ? list(input['NotificationARNs']) : (current?.notificationArns ?? []),
    rollbackTriggers:
      rollback === undefined
        ? (current?.rollbackTriggers ?? [])
        : triggers.map(({ Arn, Type = 'AWS::CloudWatch::Alarm' }) => ({ Arn, Type })),
    monitoringMinutes:
      rollback && rollback['MonitoringTimeInMinutes'] !== undefined
        ? String(rollback['MonitoringTimeInMinutes'])
        : current?.monitoringMinutes,
  }
}

/** The settings as DescribeStacks shows them. */
export function shownSettings(settings: StackSettings | undefined): Body {
  return {
    Tags: settings?.tags ?? [],
    RoleARN: settings?.roleArn,
    NotificationARNs: settings?.notificationArns ?? [],
    RollbackConfiguration: { RollbackTriggers: settings?.rollbackTriggers ?? [], MonitoringTimeInMinutes: settings?.monitoringMinutes },
  }
}
