import type { AccessConfig } from '../../model/config.ts'
import { DEFAULT_JOB_KINDS } from '../../model/sagemaker-jobs.ts'
import type { RawAccess, RawAudit, RawEks, RawSagemaker } from '../raw.ts'

export function deriveAccess(raw: RawAccess, audit: RawAudit): AccessConfig {
  const sagemaker = raw.sagemaker === undefined ? {} : raw.sagemaker
  const prefixes = (sagemaker === false ? undefined : sagemaker.prefixes) ?? ['gold/', 'artifacts/']
  return {
    eks: raw.eks === false ? undefined : deriveEks(raw.eks ?? {}),
    sagemaker: sagemaker === false ? undefined : deriveSagemaker(sagemaker, prefixes, audit['data-events']),
    ecr: raw.ecr && {
      repositories: raw.ecr.repositories.map((given) =>
        typeof given === 'string' ? { name: given, source: 'create' } : { name: given.adopt, source: 'adopt' },
      ),
      tags: raw.ecr.tags === 'mutable' ? 'MUTABLE' : 'IMMUTABLE',
      untaggedDays: raw.ecr['untagged-days'] ?? 14,
      keepImages: raw.ecr['keep-images'] ?? 100,
    },
    bucketPolicies: (raw['bucket-policies'] ?? []).map(({ bucket, key }) => ({ bucket, key })),
    replica: raw.replica && {
      bucket: raw.replica.bucket,
      region: raw.replica.region,
      prefixes: raw.replica.prefixes ?? prefixes,
      sourceKey: raw.replica['source-key'],
    },
  }
}

function deriveEks(raw: RawEks): AccessConfig['eks'] {
  const { 'model-read': models, monitoring, 'secrets-read': secrets } = raw.pods ?? {}
  const podIdentity = raw['pod-identity'] ?? 'pod-identity'
  const pod = (given: { namespace: string; 'service-account': string }) => ({
    namespace: given.namespace,
    serviceAccount: given['service-account'],
  })
  return {
    autoMode: raw['auto-mode'] ?? false,
    cni: raw.cni ?? 'node-role',
    ecrPull: raw['ecr-pull'] ?? 'pull-only',
    clusters: (raw.clusters ?? []).map((cluster) => ({
      name: cluster.name,
      issuer: cluster.issuer?.replace('https://', ''),
      createOidcProvider: podIdentity === 'irsa' && cluster['oidc-provider'] === 'create',
    })),
    podIdentity,
    modelRead: models && {
      ...pod(models),
      buckets: models.buckets,
      prefixes: models.prefixes ?? ['artifacts/'],
      keys: models.keys ?? [],
    },
    monitoring: monitoring && { ...pod(monitoring), metricNamespaces: monitoring['metric-namespaces'] ?? ['ContainerInsights'] },
    secretsRead: secrets && { ...pod(secrets), secrets: secrets.secrets, keys: secrets.keys ?? [] },
  }
}

function deriveSagemaker(raw: RawSagemaker, prefixes: string[], dataEvents: 'all' | string[] | undefined): AccessConfig['sagemaker'] {
  const gates = raw.gates ?? {}
  return {
    profile: raw.profile ?? 'least-privilege',
    dataBuckets: raw['data-buckets'] ?? (Array.isArray(dataEvents) ? dataEvents : []),
    prefixes,
    readPrefixes: raw['read-prefixes'] ?? [],
    list: raw.list ?? 'prefixes',
    jobs: raw.jobs ?? DEFAULT_JOB_KINDS,
    repositories: raw.repositories ?? [],
    images: raw.images ?? [],
    keys: raw.keys ?? [],
    vpc: raw.vpc ?? false,
    gates: {
      networkIsolation: gates['network-isolation'] ?? false,
      interContainerEncryption: gates['inter-container-encryption'] ?? false,
      subnets: gates.subnets ?? [],
      securityGroups: gates['security-groups'] ?? [],
      volumeKey: gates['volume-key'],
      outputKey: gates['output-key'],
      instanceTypes: gates['instance-types'] ?? [],
      maxRuntimeInHours: gates['max-runtime-hours'],
    },
  }
}
