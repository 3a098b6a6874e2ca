import type { Config } from '../../model/config.ts'
import { logicalSuffix } from '../../model/logical-id.ts'
import { type Entries, flag, paths } from './entries.ts'

export function eksSettings({ access: { eks } }: Config): Entries {
  return [
    ['eks', eks !== undefined],
    ['eks.cniOnNodes', eks?.cni === 'node-role'],
    ['eks.pullOnly', eks?.ecrPull === 'pull-only'],
  ]
}

export function podSettings({ access: { eks }, names }: Config): Entries {
  const clusters = (eks?.clusters ?? []).map((cluster) => ({
    name: cluster.name,
    issuer: cluster.issuer ?? '',
    suffix: logicalSuffix(cluster.name),
    sid: `PodsOf${logicalSuffix(cluster.name)}`,
    created: flag(cluster.createOidcProvider),
  }))
  const isIrsa = eks?.podIdentity === 'irsa'
  return [
    ['pods.awsNode', awsNodeRoleIn(eks)],
    ['pods.irsa', isIrsa ? clusters : []],
    ['pods.identity', !isIrsa && clusters.length > 0],
    ['pods.associations', isIrsa ? [] : clusters],
    ['pods.clusterNames', clusters.map(({ name }) => name)],
    ['pods.createdProviders', clusters.filter(({ created }) => created !== '')],
    ['pods.roleNames', podRoleNames({ eks, names })],
    ['modelRead.paths', paths(eks?.modelRead?.buckets, eks?.modelRead?.prefixes)],
  ]
}

/** The VPC CNI has a role of its own where there are clusters whose pods may take it. */
export const awsNodeRoleIn = (eks: Config['access']['eks']): boolean => eks?.cni === 'aws-node' && eks.clusters.length > 0

export function podRoleNames({ eks, names }: { eks: Config['access']['eks']; names: Config['names'] }): string[] {
  return [
    ...(eks?.modelRead ? [names.modelReadRole] : []),
    ...(eks?.monitoring ? [names.monitoringRole] : []),
    ...(eks?.secretsRead ? [names.secretsReadRole] : []),
    ...(awsNodeRoleIn(eks) ? [names.awsNodeRole] : []),
  ]
}
