import type { Config } from '../../model/config.ts'
import { logicalSuffix } from '../../model/logical-id.ts'
import { rightsOf } from '../../model/sagemaker-jobs.ts'
import { imageAccountsIn } from '../sagemaker-images.ts'
import { type Entries, flag, paths, unique } from './entries.ts'

export function sagemakerSettings({ access: { sagemaker, ecr }, prefix, workloadRegion }: Config): Entries {
  const rights = rightsOf(sagemaker?.jobs ?? [])
  const dataBuckets = sagemaker?.dataBuckets ?? []
  const prefixes = sagemaker?.prefixes ?? []
  const repositories = sagemaker?.repositories ?? []
  return [
    ['sagemaker', sagemaker !== undefined],
    ['sagemaker.lab', sagemaker?.profile === 'lab'],
    ['sagemaker.leastPrivilege', sagemaker?.profile === 'least-privilege'],
    ['sagemaker.dataBuckets', dataBuckets],
    ['sagemaker.objectPaths', paths(dataBuckets, prefixes)],
    ['sagemaker.readPaths', paths(dataBuckets, sagemaker?.readPrefixes)],
    ['sagemaker.listedPrefixes', [...prefixes, ...(sagemaker?.readPrefixes ?? [])]],
    ['sagemaker.listWhole', sagemaker?.list === 'buckets'],
    ['sagemaker.keys', sagemakerKeys(sagemaker)],
    ['sagemaker.imageAccounts', imageAccountsIn(workloadRegion)],
    ['sagemaker.ownActions', rights.own],
    ['sagemaker.listActions', rights.list],
    ['sagemaker.pipelines', sagemaker?.profile === 'least-privilege' && sagemaker.jobs.includes('pipelines')],
    ['sagemaker.own', sagemaker?.profile === 'lab' ? '' : `${prefix}-`],
    // Repositories of this stack let the role pull, so the role may.
    ['sagemaker.repositories', [...new Set([...repositories, ...(ecr?.repositories ?? []).map(({ name }) => name)])]],
    // A job that a gate wants in the VPC needs what a job in a VPC needs.
    ['sagemaker.vpc', (sagemaker?.vpc ?? false) || wantsVpc(sagemaker?.gates)],
  ]
}

/** Every key a job may be made to use, by a setting or by a gate. */
function sagemakerKeys(sagemaker: Config['access']['sagemaker']): string[] {
  const { keys = [], gates } = sagemaker ?? {}
  return unique([...keys, ...(gates?.volumeKey ? [gates.volumeKey] : []), ...(gates?.outputKey ? [gates.outputKey] : [])])
}

/** What the workload roles together are for: the most their boundary lets through. */
export function workloadSettings({ access: { eks, sagemaker }, audit, names }: Config): Entries {
  // The lab profile is for accounts where any data may be looked at.
  const buckets = sagemaker?.profile === 'lab' ? ['*'] : [...(sagemaker?.dataBuckets ?? []), ...(eks?.modelRead?.buckets ?? [])]
  return [
    ['workloads.compute', eks !== undefined || sagemaker !== undefined],
    [
      'workloads.logs',
      [
        ...(audit.trail === 'use' ? [] : [`${names.logGroup}:*`]),
        ...(eks?.monitoring ? ['/aws/containerinsights/*'] : []),
        ...(sagemaker ? ['/aws/sagemaker/*'] : []),
      ],
    ],
    ['workloads.buckets', unique(buckets)],
    ['workloads.keys', unique([...sagemakerKeys(sagemaker), ...(eks?.modelRead?.keys ?? []), ...(eks?.secretsRead?.keys ?? [])])],
  ]
}

function wantsVpc(gates: NonNullable<Config['access']['sagemaker']>['gates'] | undefined): boolean {
  return gates !== undefined && gates.subnets.length + gates.securityGroups.length > 0
}

export function gateSettings({ access: { sagemaker } }: Config): Entries {
  const gates = sagemaker?.gates
  const isOn = gates !== undefined && Object.values(gates).some((value) => (Array.isArray(value) ? value.length > 0 : Boolean(value)))
  return [
    ['gates', isOn],
    ['gates.inVpc', wantsVpc(gates)],
    ['gates.maxRuntimeInSeconds', (gates?.maxRuntimeInHours ?? 0) * 3600],
  ]
}

export function ecrSettings({ access: { ecr, eks, sagemaker }, github }: Config): Entries {
  const pushed = github?.imagePush?.repositories ?? []
  const pull = eks !== undefined || sagemaker !== undefined
  return [
    ['ecr', ecr !== undefined],
    ['ecr.managed', ecr !== undefined || pushed.length > 0],
    [
      'ecr.repositories',
      (ecr?.repositories ?? []).map(({ name, source }) => ({
        name,
        suffix: logicalSuffix(name),
        adopted: flag(source === 'adopt'),
        pushed: flag(pushed.includes(name)),
        policy: flag(pull || pushed.includes(name)),
      })),
    ],
    ['ecr.created', (ecr?.repositories ?? []).some(({ source }) => source === 'create')],
    ['ecr.pull', pull],
    ['ecr.tags', ecr?.tags ?? ''],
  ]
}
