import type { Config, Source } from './config.ts'

/** What a config calls for beyond the settings that name it: asked by the manifest, the fragments and verification alike. */

/** The stack makes it or has imported it; otherwise it is only referred to. */
export function isStackOwned(source: Source): boolean {
  return source === 'create' || source === 'adopt'
}

export function alertsIn({ audit }: Config): boolean {
  return audit.tamperRule || audit.alarms.length > 0
}

/** The log key is made when something is encrypted with it. */
export function keyIn(config: Config): boolean {
  const { audit } = config
  const encryptsLogs = audit.trail !== 'use' && audit.encryption === 'sse-kms'
  const isNeeded = encryptsLogs || alertsIn(config) || audit.deliveryNotices || audit.evidence !== undefined
  return audit.key.source === 'adopt' || (audit.key.source === 'create' && isNeeded)
}

export function accessLogsIn({ audit }: Config): boolean {
  return (
    isStackOwned(audit.logBucket) || audit.awsConfig.recorder === 'create' || audit.analytics !== undefined || audit.evidence !== undefined
  )
}

/** IAM's events arrive in the partition's global region only; elsewhere a rule there must forward them. */
export function globalTemplateIn({ audit, region, partition }: Config): boolean {
  return audit.tamperRule && audit.trail !== 'use' && region !== partition.globalRegion
}

export function adoptsAny({ audit, access, github }: Config): boolean {
  return (
    [audit.trail, audit.logBucket, audit.logGroup, audit.key.source].includes('adopt') ||
    (access.ecr?.repositories ?? []).some(({ source }) => source === 'adopt') ||
    (typeof github?.oidcProvider === 'object' && 'adopt' in github.oidcProvider)
  )
}

function stacksNeedRights({ stacks }: Config): boolean {
  return stacks !== undefined && (stacks.serviceRole !== undefined || stacks.notifications.length + stacks.rollbackAlarms.length > 0)
}

/** Whether the deploy role needs more for the audit and the stacks than the basic ones ask for. */
export function deploySettingsIn(config: Config): boolean {
  const { audit } = config
  return (
    config.github !== undefined &&
    (globalTemplateIn(config) ||
      adoptsAny(config) ||
      audit.alarms.length > 0 ||
      (audit.tamperRule && audit.logGroup !== 'none') ||
      audit.organizationId !== undefined ||
      audit.awsConfig.recorder === 'create' ||
      audit.awsConfig.rules.length > 0 ||
      audit.dashboard ||
      stacksNeedRights(config))
  )
}

/** Whether the deploy role changes repositories, data buckets' policies, what pods have, or analytics. */
export function deployDataIn(config: Config): boolean {
  const { access, audit } = config
  return (
    config.github !== undefined &&
    (access.ecr !== undefined || access.bucketPolicies.length > 0 || audit.analytics !== undefined || podResourcesIn(config))
  )
}

/** Whether the access stack makes Pod Identity associations or the OIDC providers of clusters. */
function podResourcesIn({ access: { eks } }: Config): boolean {
  if (!eks) return false
  return (eks.podIdentity === 'pod-identity' && eks.clusters.length > 0) || eks.clusters.some((cluster) => cluster.createOidcProvider)
}
