import type { Config } from '../model/config.ts'
import { adoptsAny, globalTemplateIn } from '../model/presence.ts'
import type { Settings } from './fragment.ts'
import { bucketSettings, dataBucketSettings, evidenceSettings, replicaSettings } from './settings/buckets.ts'
import { deploySettings } from './settings/deploy.ts'
import type { Entries } from './settings/entries.ts'
import { githubSettings, templateStoreSettings } from './settings/github.ts'
import { eksSettings, podSettings } from './settings/pods.ts'
import { ecrSettings, gateSettings, sagemakerSettings, workloadSettings } from './settings/sagemaker.ts'
import { dataEventSettings, keySettings, lifecycleSettings, trailSettings } from './settings/trail.ts'
import { alarmSettings, analyticsSettings, awsConfigSettings } from './settings/watch.ts'

/** The flat view of a config that fragments read: settings as they are, and what is derived from several of them, by area. */
export function settingsOf(config: Config): Settings {
  const entries: Entries = [
    ...Object.entries(config.plain),
    ['prefix', config.prefix],
    ['region', config.region],
    ['workloadRegion', config.workloadRegion],
    ['globalRegion', config.partition.globalRegion],
    ['global', globalTemplateIn(config)],
    ['ec2Principal', config.partition.ec2Principal],
    ['tags', Object.entries(config.tags).map(([key, value]) => ({ key, value }))],
    ...Object.entries(config.names).map(([key, value]): [string, string] => [`names.${key}`, value]),
    ['references.parameter', config.stackReferences === 'parameter'],
    ['references.export', config.stackReferences === 'export'],
    ['workloadBoundaryArn', `arn:${config.partition.id}:iam::${config.account}:policy/${config.names.workloadBoundary}`],
    ['adopts', adoptsAny(config)],
    ...trailSettings(config),
    ...keySettings(config),
    ...bucketSettings(config),
    ...lifecycleSettings(config),
    ...dataEventSettings(config),
    ...alarmSettings(config),
    ...awsConfigSettings(config),
    ...analyticsSettings(config),
    ...evidenceSettings(config),
    ...replicaSettings(config),
    ...githubSettings(config),
    ...templateStoreSettings(config),
    ...eksSettings(config),
    ...podSettings(config),
    ['sessionSeconds', config.github?.maxSessionSeconds ?? 3600],
    ...sagemakerSettings(config),
    ...workloadSettings(config),
    ...gateSettings(config),
    ...ecrSettings(config),
    ...dataBucketSettings(config),
    ...deploySettings(config),
  ]
  return new Map(entries)
}
