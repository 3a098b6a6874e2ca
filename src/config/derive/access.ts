import type { AccessConfig } from '../../model/config.ts'
import type { JobKind } from '../../model/sagemaker-jobs.ts'
import type { SettledAccess, SettledAudit, SettledEks, SettledSagemaker } from '../raw.ts'
import { defaultOf } from '../settled.ts'

export function deriveAccess(raw: SettledAccess, audit: SettledAudit): AccessConfig {
  const { sagemaker } = raw
  const prefixes = sagemaker === false ? (defaultOf('access.sagemaker.prefixes') as string[]) : sagemaker.prefixes
  return {
    eks: raw.eks === false ? undefined : deriveEks(raw.eks),
    sagemaker: sagemaker === false ? undefined : deriveSagemaker(sagemaker, audit['data-events']),
    ecr: raw.ecr && {
      repositories: raw.ecr.repositories.map((given) =>
        typeof given === 'string' ? { name: given, source: 'create' } : { name: given.adopt, source: 'adopt' },
      ),
      tags: raw.ecr.tags === 'mutable' ? 'MUTABLE' : 'IMMUTABLE',
      untaggedDays: raw.ecr['untagged-days'],
      keepImages: raw.ecr['keep-images'],
    },
    bucketPolicies: raw['bucket-policies'].map(({ bucket, key }) => ({ bucket, key })),
    replica: raw.replica && {
      bucket: raw.replica.bucket,
      region: raw.replica.region,
      prefixes: raw.replica.prefixes ?? prefixes,
      sourceKey: raw.replica['source-key'],
    },
  }
}

function deriveEks(raw: SettledEks): AccessConfig['eks'] {
  const { 'model-read': models, monitoring, 'secrets-read': secrets } = raw.pods
  const podIdentity = raw['pod-identity']
  const pod = (given: { namespace: string; 'service-account': string }) => ({
    namespace: given.namespace,
    serviceAccount: given['service-account'],
  })
  return {
    autoMode: raw['auto-mode'],
    cni: raw.cni,
    ecrPull: raw['ecr-pull'],
    clusters: raw.clusters.map((cluster) => ({
      name: cluster.name,
      issuer: cluster.issuer?.replace('https://', ''),
      createOidcProvider: podIdentity === 'irsa' && cluster['oidc-provider'] === 'create',
    })),
    podIdentity,
    modelRead: models && {
      ...pod(models),
      buckets: models.buckets,
      prefixes: models.prefixes,
      keys: models.keys,
    },
    monitoring: monitoring && { ...pod(monitoring), metricNamespaces: monitoring['metric-namespaces'] },
    secretsRead: secrets && { ...pod(secrets), secrets: secrets.secrets, keys: secrets.keys },
  }
}

function deriveSagemaker(raw: SettledSagemaker, dataEvents: SettledAudit['data-events']): AccessConfig['sagemaker'] {
  const { gates } = raw
  return {
    profile: raw.profile,
    dataBuckets: raw['data-buckets'] ?? (Array.isArray(dataEvents) ? dataEvents : []),
    prefixes: raw.prefixes,
    readPrefixes: raw['read-prefixes'],
    list: raw.list,
    jobs: raw.jobs as JobKind[],
    repositories: raw.repositories,
    images: raw.images,
    keys: raw.keys,
    vpc: raw.vpc,
    gates: {
      networkIsolation: gates['network-isolation'],
      interContainerEncryption: gates['inter-container-encryption'],
      subnets: gates.subnets,
      securityGroups: gates['security-groups'],
      volumeKey: gates['volume-key'],
      outputKey: gates['output-key'],
      instanceTypes: gates['instance-types'],
      maxRuntimeInHours: gates['max-runtime-hours'],
    },
  }
}
