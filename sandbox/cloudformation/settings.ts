import { escapeXml } from '../xml.ts'

/** What belongs to a stack and is no part of its template. */
export interface StackSettings {
  tags: readonly (readonly [string, string])[]
  roleArn: string | undefined
  notificationArns: readonly string[]
  rollbackAlarms: readonly string[]
  monitoringMinutes: string | undefined
}

const SETTINGS = /^(?:Tags|RoleARN|NotificationARNs|RollbackConfiguration)(?:\.|$)/

/** The settings of a call; what it leaves out stays as it was. */
export function settingsOf(form: URLSearchParams, current: StackSettings | undefined): StackSettings {
  const list = (name: string) => listOf(form, name)
  const tags = list('Tags.member.*.Key').map((key, index): [string, string] => [key, form.get(`Tags.member.${index + 1}.Value`) ?? ''])
  return {
    tags: has(form, 'Tags') ? tags : (current?.tags ?? []),
    roleArn: form.get('RoleARN') ?? current?.roleArn,
    notificationArns: has(form, 'NotificationARNs') ? list('NotificationARNs.member.*') : (current?.notificationArns ?? []),
    rollbackAlarms: has(form, 'RollbackConfiguration')
      ? list('RollbackConfiguration.RollbackTriggers.member.*.Arn')
      : (current?.rollbackAlarms ?? []),
    monitoringMinutes: form.get('RollbackConfiguration.MonitoringTimeInMinutes') ?? current?.monitoringMinutes,
  }
}

/** The call without what the emulator does not know. */
export function withoutSettings(form: URLSearchParams): URLSearchParams {
  return new URLSearchParams(
    [...form].filter(([key]) => !SETTINGS.test(key) && !/^(?:DeploymentMode|IncludeNestedStacks|ClientToken)$/.test(key)),
  )
}

function has(form: URLSearchParams, name: string): boolean {
  return [...form.keys()].some((key) => key === name || key.startsWith(`${name}.`))
}

function listOf(form: URLSearchParams, pattern: string): string[] {
  const found: string[] = []
  for (let index = 1; form.has(pattern.replace('*', String(index))); index += 1)
    found.push(form.get(pattern.replace('*', String(index))) ?? '')
  return found
}

export function settingsXml(settings: StackSettings): string {
  const members = (items: readonly string[]) => items.map((item) => `<member>${item}</member>`).join('')
  const tags = settings.tags.map(([key, value]) => `<Key>${escapeXml(key)}</Key><Value>${escapeXml(value)}</Value>`)
  const triggers = settings.rollbackAlarms.map((arn) => `<Arn>${escapeXml(arn)}</Arn><Type>AWS::CloudWatch::Alarm</Type>`)
  return [
    `<Tags>${members(tags)}</Tags>`,
    settings.roleArn ? `<RoleARN>${settings.roleArn}</RoleARN>` : '',
    `<NotificationARNs>${members(settings.notificationArns.map(escapeXml))}</NotificationARNs>`,
    `<RollbackConfiguration><RollbackTriggers>${members(triggers)}</RollbackTriggers>${settings.monitoringMinutes ? `<MonitoringTimeInMinutes>${settings.monitoringMinutes}</MonitoringTimeInMinutes>` : ''}</RollbackConfiguration>`,
  ].join('')
}
