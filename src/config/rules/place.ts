import { closest } from '../../model/closest.ts'
import type { Problem } from '../../model/errors.ts'
import { ALL_REGIONS, partitionOf } from '../../model/partition.ts'
import type { RawConfig } from '../raw.ts'
import type { Judge, Rule } from './rule.ts'

/** Also run on a config the schema refused, so it takes any value. */
const regionsExist: Judge = (raw, { yaml }) => {
  const given: [string, unknown][] = [
    ['region', raw?.region],
    ['workload-region', raw?.['workload-region']],
    ['access.replica.region', raw?.access?.replica?.region],
    ...list(raw?.audit?.analytics?.regions).map((region, index): [string, unknown] => [`audit.analytics.regions.${index}`, region]),
  ]
  const problems = given.flatMap(([key, region]): Problem[] => {
    if (typeof region !== 'string' || partitionOf(region)) return []
    const guess = closest(region, ALL_REGIONS)
    return [
      {
        message: `\`${key}\` is "${region}", which is no AWS region this version knows.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
        position: yaml.positionOf(`/${key.replaceAll('.', '/')}`),
        remedy: `Allowed: a region of aws, aws-us-gov or aws-cn, such as us-east-1, us-gov-west-1 or cn-north-1.`,
      },
    ]
  })
  const audit = partitionOf(raw?.region ?? '')
  for (const [key, region] of given.slice(1)) {
    const other = partitionOf(typeof region === 'string' ? region : '')
    if (!audit || !other || audit.id === other.id) continue
    problems.push({
      message: `\`${key}\` "${region}" is in partition ${other.id}, \`region\` "${raw.region}" in ${audit.id}.`,
      position: yaml.positionOf(`/${key.replaceAll('.', '/')}`),
      remedy: 'Use two configs: accounts, roles and trails never span partitions.',
    })
  }
  return problems
}

/** A list where the schema may have refused what stands there. */
function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

const partitionFits: Judge = (raw, { yaml }) => {
  const partition = partitionOf(raw.region)
  if (!partition) return []
  const problems: Problem[] = []
  if (raw.audit?.insights && !partition.insights) {
    problems.push({
      message: `\`audit.insights\` is on, but CloudTrail Insights does not exist in partition ${partition.id}.`,
      position: yaml.positionOf('/audit/insights'),
      remedy: 'Set `insights: false`.',
    })
  }
  if (raw.audit?.['network-activity'] && !partition.networkActivity) {
    problems.push({
      message: `\`audit.network-activity\` is set, but network activity events do not exist in partition ${partition.id}.`,
      position: yaml.positionOfKey('/audit/network-activity'),
      remedy: 'Remove `network-activity:`.',
    })
  }
  for (const [pointer, arn] of arnsOf(raw)) {
    if (arn.split(':')[1] === partition.id) continue
    problems.push({
      message: `"${arn}" is in partition ${arn.split(':')[1]}, \`region\` "${raw.region}" in ${partition.id}.`,
      position: yaml.positionOf(pointer),
      remedy: `Use an ARN that starts with \`arn:${partition.id}:\`.`,
    })
  }
  return problems
}

/** Every ARN the config gives, with where it stands. */
function arnsOf(raw: RawConfig): [string, string][] {
  const found: [string, string][] = []
  const walk = (value: unknown, pointer: string): void => {
    if (typeof value === 'string' && value.startsWith('arn:')) found.push([pointer, value])
    if (typeof value !== 'object' || value === null) return
    for (const [key, item] of Object.entries(value)) walk(item, `${pointer}/${key}`)
  }
  walk({ github: raw.github, audit: raw.audit, access: raw.access }, '')
  return found
}

const exportsStayInARegion: Judge = (raw, { yaml }) => {
  const elsewhere: [string, string | undefined][] = [
    ['workload-region', raw['workload-region']],
    ['access.replica.region', raw.access?.replica?.region],
  ]
  if (raw['stack-references'] !== 'export') return []
  return elsewhere
    .filter(([, region]) => region !== undefined && region !== raw.region)
    .map(
      ([key, region]): Problem => ({
        message: `\`stack-references\` is "export", but \`${key}\` is ${region} and \`region\` ${raw.region}: exports do not cross regions.`,
        position: yaml.positionOf('/stack-references'),
        remedy: 'Use `stack-references: parameter`.',
      }),
    )
}

export const PLACE_RULES = [
  { id: 'region-exists', demands: 'Every region is one that AWS has, and all of them are of one partition.', judge: regionsExist },
  { id: 'partition-fits', demands: 'What is asked for exists in the partition, and every ARN is of it.', judge: partitionFits },
  { id: 'exports-stay-in-a-region', demands: '`stack-references: export` serves stacks of one region.', judge: exportsStayInARegion },
] as const satisfies readonly Rule[]
