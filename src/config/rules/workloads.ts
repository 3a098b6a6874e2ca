import type { Problem } from '../../model/errors.ts'
import type { Judge, Rule } from './rule.ts'

/** A job takes keys of its own region only. */
const gateKeyRegion: Judge = (raw, { yaml }) => {
  const sagemaker = raw.access?.sagemaker
  if (!sagemaker) return []
  const region = raw['workload-region'] ?? raw.region
  return (['volume-key', 'output-key'] as const).flatMap((gate): Problem[] => {
    const found = sagemaker.gates?.[gate]?.split(':')[3]
    if (found === undefined || found === region) return []
    return [
      {
        message: `\`access.sagemaker.gates.${gate}\` is a key of ${found}, and jobs run in ${region}: no job could pass.`,
        position: yaml.positionOf(`/access/sagemaker/gates/${gate}`),
        remedy: `Name a key of ${region}.`,
      },
    ]
  })
}

const podsHaveClusters: Judge = (raw, { yaml }) => {
  const eks = raw.access?.eks || undefined
  if (!eks) return []
  const clusters = eks.clusters ?? []
  const wants = [
    ...Object.keys(eks.pods ?? {}).map((pod) => `pods/${pod}`),
    ...(eks.cni === 'aws-node' && clusters.length > 0 ? ['cni'] : []),
  ]
  const problems: Problem[] = []
  if (wants.some((what) => what !== 'cni') && clusters.length === 0) {
    problems.push({
      message: '`access.eks.pods` asks for roles, but no cluster is named whose pods may take them.',
      position: yaml.positionOfKey('/access/eks/pods'),
      remedy: 'Add `clusters: [{ name: <cluster> }]`.',
    })
  }
  if (eks['pod-identity'] === 'irsa' && wants.length > 0) {
    for (const [index, cluster] of clusters.entries()) {
      if (cluster.issuer !== undefined) continue
      problems.push({
        message: `\`access.eks.pod-identity\` is "irsa", but cluster "${cluster.name}" has no \`issuer\`: an IRSA role trusts the cluster's OIDC issuer.`,
        position: yaml.positionOf(`/access/eks/clusters/${index}`),
        remedy: `Add \`issuer:\`; \`aws eks describe-cluster --name ${cluster.name} --query cluster.identity.oidc.issuer\` shows it. Or use \`pod-identity: pod-identity\`.`,
      })
    }
  }
  return problems
}

const replicaIsElsewhere: Judge = (raw, { yaml }) => {
  const replica = raw.access?.replica
  const region = raw['workload-region'] ?? raw.region
  if (!replica) return []
  const problems: Problem[] = []
  if (replica.region === region) {
    problems.push({
      message: `\`access.replica.region\` is ${replica.region}, where the data is already (${raw['workload-region'] ? '`workload-region`' : '`region`'}).`,
      position: yaml.positionOf('/access/replica/region'),
      remedy: 'Name another region, or remove `replica:`.',
    })
  }
  const keyRegion = replica['source-key']?.split(':')[3]
  if (keyRegion !== undefined && keyRegion !== region) {
    problems.push({
      message: `\`access.replica.source-key\` is a key in ${keyRegion}, but the bucket to replicate is in ${region}.`,
      position: yaml.positionOf('/access/replica/source-key'),
      remedy: `Name the key in ${region} that encrypts ${replica.bucket}.`,
    })
  }
  return problems
}

export const WORKLOAD_RULES = [
  { id: 'pods-have-clusters', demands: 'Roles of pods name a cluster, and with IRSA its issuer.', judge: podsHaveClusters },
  { id: 'gate-key-region', demands: 'A key that a gate demands is of the region the jobs run in.', judge: gateKeyRegion },
  { id: 'replica-is-elsewhere', demands: 'A replica lies in another region than the data.', judge: replicaIsElsewhere },
] as const satisfies readonly Rule[]
