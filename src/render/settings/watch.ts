import { ALARM_PATTERNS } from '../../model/alarm-patterns.ts'
import type { Config } from '../../model/config.ts'
import { CONFIG_RULES } from '../../model/config-rules.ts'
import { alertsIn } from '../../model/presence.ts'
import type { Entries } from './entries.ts'

export function alarmSettings(config: Config): Entries {
  const { audit } = config
  return [
    ['alert', audit.alert],
    ['alerts', alertsIn(config)],
    ['alarms', ALARM_PATTERNS.filter((alarm) => audit.alarms.includes(alarm.id)).map((alarm) => ({ ...alarm }))],
  ]
}

export function alarmNames({ audit, prefix }: Config): string[] {
  const silence = audit.tamperRule && audit.logGroup !== 'none' ? ['no-trail-events'] : []
  return [...silence, ...audit.alarms].map((name) => `${prefix}-${name}`)
}

export function awsConfigSettings({ audit: { awsConfig } }: Config): Entries {
  const recorder = awsConfig.recorder === 'create'
  return [
    ['config.rules', CONFIG_RULES.filter((rule) => awsConfig.rules.includes(rule.id)).map((rule) => ({ ...rule }))],
    ['config.recorder', recorder],
    ['config.any', recorder || awsConfig.rules.length > 0],
    ['config.serviceLinkedRole', recorder && awsConfig.serviceLinkedRole === 'create'],
  ]
}

export function analyticsSettings({ audit: { analytics } }: Config): Entries {
  return [
    ['analytics', analytics !== undefined],
    ['analytics.regions', (analytics?.regions ?? []).join(',')],
    ['analytics.scanLimitInBytes', (analytics?.scanLimitInGib ?? 0) * 1024 ** 3],
  ]
}
