import { ALARM_PATTERNS } from '../model/alarm-patterns.ts'
import type { Config, GithubConfig } from '../model/config.ts'
import type { Settings, SettingValue } from './fragment.ts'

/** The flat view of a config that fragments read. One place says what a fragment may ask for. */
export function settingsOf(config: Config): Settings {
  const { audit, access } = config
  const entries: [string, SettingValue][] = [
    ['prefix', config.prefix],
    ['ec2Principal', config.partition.ec2Principal],
    ['tags', Object.entries(config.tags).map(([key, value]) => ({ key, value }))],
    ...Object.entries(config.names).map(([key, value]): [string, string] => [`names.${key}`, value]),
    ['logPrefix', audit.logPrefix],
    ['bucketKey', audit.bucketKey],
    ['insights', audit.insights],
    ['tamperRule', audit.tamperRule],
    ['alert', audit.alert],
    ['alerts', audit.tamperRule || audit.alarms.length > 0],
    ['alarms', ALARM_PATTERNS.filter((alarm) => audit.alarms.includes(alarm.id)).map((alarm) => ({ ...alarm }))],
    ['logRetentionDays', audit.logRetentionDays],
    ['accessLogRetentionDays', audit.accessLogRetentionDays],
    ['key.rotationPeriodInDays', audit.key.rotationPeriodInDays],
    ['key.administrators', audit.key.administrators],
    ['key.allowDeletion', audit.key.allowDeletion],
    ['key.readerAccounts', audit.key.readerAccounts],
    ...lifecycleSettings(config),
    ...dataEventSettings(config),
    ...(config.github ? githubSettings(config.github, config.partition.audience) : []),
    ['eks.autoMode', access.eks?.autoMode ?? false],
    ['eks.cniOnNodes', access.eks?.cni === 'node-role'],
    ['eks.pullOnly', access.eks?.ecrPull === 'pull-only'],
    ...sagemakerSettings(config),
  ]
  return new Map(entries)
}

function lifecycleSettings({ audit: { lifecycle } }: Config): [string, SettingValue][] {
  const { standardIaAfterDays, glacierAfterDays, deepArchiveAfterDays, expireAfterDays } = lifecycle
  return [
    ['lifecycle.prefixScope', lifecycle.scope === 'prefix'],
    ['lifecycle.transitions', [standardIaAfterDays, glacierAfterDays, deepArchiveAfterDays].some((days) => days !== undefined)],
    ['lifecycle.standardIaAfterDays', standardIaAfterDays ?? 0],
    ['lifecycle.glacierAfterDays', glacierAfterDays ?? 0],
    ['lifecycle.glacierClass', lifecycle.glacierClass],
    ['lifecycle.deepArchiveAfterDays', deepArchiveAfterDays ?? 0],
    ['lifecycle.expireAfterDays', expireAfterDays ?? 0],
  ]
}

function dataEventSettings({ audit }: Config): [string, SettingValue][] {
  const named = audit.dataEvents === 'all' ? [] : audit.dataEvents
  return [
    ['dataEvents.named', named.length > 0],
    ['dataEvents.buckets', named],
    ['dataEvents.all', audit.dataEvents === 'all'],
    ['dataEvents.oneWay', audit.dataEventsAccess !== 'all'],
    ['dataEvents.readOnly', String(audit.dataEventsAccess === 'read')],
  ]
}

function githubSettings(github: GithubConfig, audience: string): [string, SettingValue][] {
  const branches = github.branches.map((branch) => `ref:refs/heads/${branch}`)
  const environments = github.environments.map((environment) => `environment:${environment}`)
  const use = github.oidcProvider === 'create' ? '' : github.oidcProvider.use
  return [
    ['oidc.audience', audience],
    ['oidc.create', use === ''],
    ['oidc.use', use !== ''],
    ['oidc.providerArn', use],
    ['oidc.repositoryId', github.repositoryId ?? ''],
    ['oidc.planSubjects', subjects(github, ['pull_request', ...branches])],
    // A job with `environment:` gets the environment's subject only; then the branch must not deploy by itself.
    ['oidc.deploySubjects', subjects(github, environments.length > 0 ? environments : branches)],
    ['oidc.verifySubjects', subjects(github, [...branches, ...environments])],
  ]
}

/**
 * The `sub` claims GitHub puts into a run's token: by name, and since July 2026 for new, renamed or transferred
 * repositories with immutable ids. Source: GitHub documentation, "OpenID Connect reference".
 */
function subjects(github: GithubConfig, contexts: readonly string[]): string[] {
  const byName = `repo:${github.owner}/${github.name}`
  const byId = `repo:${github.owner}@${github.ownerId}/${github.name}@${github.repositoryId}`
  const forms = { both: [byName, byId], immutable: [byId], name: [byName] }[github.subject]
  return forms.flatMap((form) => contexts.map((context) => `${form}:${context}`))
}

function sagemakerSettings({ access: { sagemaker } }: Config): [string, SettingValue][] {
  const dataBuckets = sagemaker?.dataBuckets ?? []
  const prefixes = sagemaker?.prefixes ?? []
  return [
    ['sagemaker.lab', sagemaker?.profile === 'lab'],
    ['sagemaker.leastPrivilege', sagemaker?.profile === 'least-privilege'],
    ['sagemaker.dataBuckets', dataBuckets],
    ['sagemaker.prefixes', prefixes],
    ['sagemaker.objectPaths', dataBuckets.flatMap((bucket) => prefixes.map((prefix) => `${bucket}/${prefix}`))],
    ['sagemaker.keys', sagemaker?.keys ?? []],
    ['sagemaker.repositories', sagemaker?.repositories ?? []],
    ['sagemaker.vpc', sagemaker?.vpc ?? false],
  ]
}
