import { closest } from '../model/closest.ts'
import type { Problem } from '../model/errors.ts'
import { ALL_REGIONS, type Partition, partitionOf } from '../model/partition.ts'
import { namesOf, prefixOf } from './derive.ts'
import { NAME_RULES } from './names.ts'
import type { RawConfig } from './raw.ts'
import type { LocatedYaml } from './yaml.ts'

export interface RuleContext {
  yaml: LocatedYaml
  /** Ids of all checks, so that an exception for a misspelt one is caught. */
  checkIds: readonly string[]
}

type Rule = (raw: RawConfig, context: RuleContext) => Problem[]

/** What a schema cannot say: lengths after derivation, orders, things that must agree with each other. */
export function ruleProblems(raw: RawConfig, context: RuleContext): Problem[] {
  const rules: Rule[] = [regionsExist, namesFit, namesDiffer, lifecycleOrder, partitionFits, subjectHasIds, exceptionsName]
  return rules.flatMap((rule) => rule(raw, context))
}

/** Also run on a config the schema refused, so it takes any value. */
export const regionsExist: Rule = (raw, { yaml }) => {
  const keys = ['region', 'workload-region'] as const
  const problems = keys.flatMap((key): Problem[] => {
    const region: unknown = raw?.[key]
    if (typeof region !== 'string' || partitionOf(region)) return []
    const guess = closest(region, ALL_REGIONS)
    return [
      {
        message: `\`${key}\` is "${region}", which is no AWS region this version knows.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
        position: yaml.positionOf(`/${key}`),
        remedy: `Allowed: a region of aws, aws-us-gov or aws-cn, such as us-east-1, us-gov-west-1 or cn-north-1.`,
      },
    ]
  })
  const audit = partitionOf(raw?.region ?? '')
  const workload = partitionOf(raw?.['workload-region'] ?? '')
  if (audit && workload && audit.id !== workload.id) {
    problems.push({
      message: `\`workload-region\` "${raw['workload-region']}" is in partition ${workload.id}, \`region\` "${raw.region}" in ${audit.id}.`,
      position: yaml.positionOf('/workload-region'),
      remedy: 'Use two configs: accounts, roles and trails never span partitions.',
    })
  }
  return problems
}

const namesFit: Rule = (raw, { yaml }) => {
  const names = namesOf(raw)
  return NAME_RULES.flatMap((rule): Problem[] => {
    const name = names[rule.key]
    if (name.length <= rule.limit) return []
    return [
      {
        message: `The ${rule.what} \`${name}\` has ${name.length} characters; AWS allows ${rule.limit}.`,
        position: yaml.positionOf(raw.names?.[rule.raw] ? `/names/${rule.raw}` : raw.prefix ? '/prefix' : '/project'),
        remedy: `Shorten \`prefix\` (now "${prefixOf(raw)}") or set \`names.${rule.raw}\`.`,
      },
    ]
  })
}

const namesDiffer: Rule = (raw, { yaml }) => {
  const names = namesOf(raw)
  const groups: [string, readonly (typeof NAME_RULES)[number][]][] = ['bucket name', 'role name', 'policy name', 'stack name'].map(
    (what) => [what, NAME_RULES.filter((rule) => rule.what === what)],
  )
  return groups.flatMap(([what, rules]) =>
    rules.flatMap((rule, index): Problem[] => {
      const twin = rules.slice(0, index).find((other) => names[other.key] === names[rule.key])
      if (!twin) return []
      return [
        {
          message: `\`names.${rule.raw}\` and \`names.${twin.raw}\` are both "${names[rule.key]}".`,
          position: yaml.positionOf(`/names/${rule.raw}`),
          remedy: `Give each ${what} a name of its own.`,
        },
      ]
    }),
  )
}

const lifecycleOrder: Rule = (raw, { yaml }) => {
  const given = raw.audit?.lifecycle ?? {}
  const steps = [
    ['standard-ia', given['standard-ia'], 30],
    ['glacier', given.glacier, 90],
    ['deep-archive', given['deep-archive'], 365],
    ['expire', given.expire, null],
  ] as const
  const active = steps
    .map(([key, value, fallback]) => ({ key, days: value === undefined ? fallback : value }))
    .filter((step) => step.days !== null)
  return active.flatMap((step, index): Problem[] => {
    const before = active[index - 1]
    if (!before || (step.days ?? 0) > (before.days ?? 0)) return []
    const pointer = `/audit/lifecycle/${step.key}`
    return [
      {
        message: `\`audit.lifecycle.${step.key}\` is ${step.days} days, but \`${before.key}\` is ${before.days}: objects would move backwards.`,
        position: yaml.positionOf(given[step.key] === undefined ? `/audit/lifecycle/${before.key}` : pointer),
        remedy: 'Order: standard-ia < glacier < deep-archive < expire. Set a step to null to leave it out.',
      },
    ]
  })
}

const partitionFits: Rule = (raw, { yaml }) => {
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

function arnsOf(raw: RawConfig): [string, string][] {
  const sagemaker = raw.access?.sagemaker
  const provider = raw.github?.['oidc-provider']
  return [
    ...(raw.audit?.key?.administrators ?? []).map((arn, index): [string, string] => [`/audit/key/administrators/${index}`, arn]),
    ...((sagemaker || undefined)?.keys ?? []).map((arn, index): [string, string] => [`/access/sagemaker/keys/${index}`, arn]),
    ...(typeof provider === 'object' ? [['/github/oidc-provider/use', provider.use] as [string, string]] : []),
  ]
}

const subjectHasIds: Rule = (raw, { yaml }) => {
  const github = raw.github
  if (!github?.subject || github.subject === 'name') return []
  const missing = (['owner-id', 'repository-id'] as const).filter((key) => github[key] === undefined)
  if (missing.length === 0) return []
  return [
    {
      message: `\`github.subject\` is "${github.subject}", but ${missing.map((key) => `\`${key}\``).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} missing.`,
      position: yaml.positionOf('/github/subject'),
      remedy: 'The immutable `sub` is repo:OWNER@ID/REPO@ID:…; both ids are in `gh api repos/OWNER/REPO --jq ".owner.id, .id"`.',
    },
  ]
}

const exceptionsName: Rule = (raw, { yaml, checkIds }) =>
  (raw.exceptions ?? []).flatMap((exception, index): Problem[] => {
    const problems: Problem[] = []
    if (!checkIds.includes(exception.check)) {
      const guess = closest(exception.check, checkIds)
      problems.push({
        message: `\`exceptions[${index}].check\` is "${exception.check}", which is no check.${guess ? ` Did you mean \`${guess}\`?` : ''}`,
        position: yaml.positionOf(`/exceptions/${index}/check`),
        remedy: 'Check ids are listed in docs/checks.md.',
      })
    }
    // The pattern lets 31 February through; only a date that survives the round trip is one.
    const date = new Date(`${exception.expires}T00:00:00Z`)
    if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== exception.expires) {
      problems.push({
        message: `\`exceptions[${index}].expires\` is "${exception.expires}", which is not a day of the calendar.`,
        position: yaml.positionOf(`/exceptions/${index}/expires`),
        remedy: 'Write it as YYYY-MM-DD.',
      })
    }
    return problems
  })

export function requirePartition(region: string): Partition {
  const partition = partitionOf(region)
  if (!partition) throw new Error(`unknown region ${region}`)
  return partition
}
