import { closest } from '../model/closest.ts'
import type { Problem } from '../model/errors.ts'
import { logicalSuffix } from '../model/logical-id.ts'
import { ALL_REGIONS, type Partition, partitionOf } from '../model/partition.ts'
import { namesOf, prefixOf, sourceOf } from './derive.ts'
import { githubProblems } from './github-rules.ts'
import { NAME_RULES } from './names.ts'
import type { RawAudit, RawConfig, RawObjectLock } from './raw.ts'
import type { LocatedYaml } from './yaml.ts'

export interface RuleContext {
  yaml: LocatedYaml
  /** Ids of all checks, so that an exception for a misspelt one is caught. */
  checkIds: readonly string[]
}

type Rule = (raw: RawConfig, context: RuleContext) => Problem[]

/** What a schema cannot say: lengths after derivation, orders, things that must agree with each other. */
export function ruleProblems(raw: RawConfig, context: RuleContext): Problem[] {
  const rules: Rule[] = [
    regionsExist,
    namesFit,
    namesDiffer,
    lifecycleOrder,
    gateKeyRegion,
    partitionFits,
    subjectHasIds,
    githubProblems,
    publishingIsApart,
    tagsAreNotOurs,
    templatesHaveABucket,
    providerIsOurs,
    locksAreMeant,
    existingTrailKeepsItsSettings,
    existingBucketKeepsItsSettings,
    keyIsOne,
    needsALogGroup,
    analyticsFits,
    evidenceHasAWriter,
    podsHaveClusters,
    replicaIsElsewhere,
    exportsStayInARegion,
    organizationFits,
    logicalIdsDiffer,
    accessRowsAreWhole,
    stackSettingsMeet,
    exceptionsName,
  ]
  return rules.flatMap((rule) => rule(raw, context))
}

/** Also run on a config the schema refused, so it takes any value. */
export const regionsExist: Rule = (raw, { yaml }) => {
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

const namesFit: Rule = (raw, { yaml }) => {
  const names = namesOf(raw)
  return NAME_RULES.flatMap((rule): Problem[] => {
    const name = names[rule.key]
    if (name.length <= rule.limit || !rule.usedBy(raw)) return []
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
  const groups: [string, readonly (typeof NAME_RULES)[number][]][] = [
    'bucket name',
    'role name',
    'policy name',
    'stack name',
    'topic name',
    'KMS alias',
  ].map((what) => [what, NAME_RULES.filter((rule) => rule.what === what && rule.usedBy(raw))])
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

/** A job takes keys of its own region only. */
const gateKeyRegion: Rule = (raw, { yaml }) => {
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
  const alone = given['expire-noncurrent'] !== undefined && typeof given.expire !== 'number'
  const needsExpire: Problem[] = alone
    ? [
        {
          message: '`audit.lifecycle.expire-noncurrent` is set, and nothing expires.',
          position: yaml.positionOf('/audit/lifecycle/expire-noncurrent'),
          remedy: 'Set `audit.lifecycle.expire` too, or remove it.',
        },
      ]
    : []
  const disordered = active.flatMap((step, index): Problem[] => {
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
  return [...needsExpire, ...disordered]
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

/** An environment that deploys and publishes holds both halves, which is what a second environment is there to prevent. */
const publishingIsApart: Rule = (raw, { yaml }) =>
  (raw.github?.['publish-environments'] ?? []).flatMap((environment, index): Problem[] => {
    if (!raw.github?.environments?.includes(environment)) return []
    return [
      {
        message: `\`github.publish-environments\` names "${environment}", which \`github.environments\` names too: one job would publish and deploy.`,
        position: yaml.positionOf(`/github/publish-environments/${index}`),
        remedy: 'Name an environment of its own, with required reviewers, whose job runs `publish` only.',
      },
    ]
  })

/** The tag by which CI's rights tell our keys from others'. */
const tagsAreNotOurs: Rule = (raw, { yaml }) =>
  raw.tags?.['AuditStack'] === undefined
    ? []
    : [
        {
          message: '`tags.AuditStack` is a tag that the templates give to their keys themselves: CI may change keys that have it.',
          position: yaml.positionOfKey('/tags/AuditStack'),
          remedy: 'Call it otherwise.',
        },
      ]

/** CI deploys published templates only, and a template that goes in a call was published by nobody. */
const templatesHaveABucket: Rule = (raw, { yaml }) => {
  if (!raw.github || raw['template-bucket'] !== false) return []
  return [
    {
      message: '`template-bucket` is false, but `github:` is there: CI deploys templates that were published to a bucket, and no others.',
      position: yaml.positionOf('/template-bucket'),
      remedy: 'Remove `template-bucket:` to have a bucket made, or name one with `template-bucket: { use: <bucket> }`.',
    },
  ]
}

/** A role trusts a provider of its own account only. */
const providerIsOurs: Rule = (raw, { yaml }) => {
  const provider = raw.github?.['oidc-provider']
  const [key, arn] = typeof provider === 'object' ? (Object.entries(provider)[0] ?? []) : []
  const account = arn?.split(':')[4]
  if (key === undefined || account === raw.account) return []
  return [
    {
      message: `\`github.oidc-provider.${key}\` is of account ${account}, \`account\` is ${raw.account}.`,
      position: yaml.positionOf(`/github/oidc-provider/${key}`),
      remedy: 'A role can only trust a provider of its own account: name that one, or leave the key out to create it.',
    },
  ]
}

/** A COMPLIANCE lock cannot be shortened by anyone, so it is asked for in words; and nothing may expire under a lock. */
const locksAreMeant: Rule = (raw, { yaml }) => {
  const locks: [string, RawObjectLock | undefined][] = [
    ['object-lock', raw.audit?.['object-lock']],
    ['evidence', raw.audit?.evidence],
  ]
  const problems = locks.flatMap(([key, lock]): Problem[] => {
    if (!lock || (lock.mode === 'compliance') === (lock.confirm !== undefined)) return []
    return lock.mode === 'compliance'
      ? [
          {
            message: `\`audit.${key}.mode\` is "compliance", and \`confirm\` is missing: for ${lock.days} days nobody could delete or shorten anything, not even AWS.`,
            position: yaml.positionOf(`/audit/${key}/mode`),
            remedy: `If that is meant, add \`confirm: nobody can shorten this\`; else use \`mode: governance\`.`,
          },
        ]
      : [
          {
            message: `\`audit.${key}.confirm\` is given, but \`mode\` is "governance", which needs no confirmation.`,
            position: yaml.positionOf(`/audit/${key}/confirm`),
            remedy: 'Remove `confirm:`, or set `mode: compliance`.',
          },
        ]
  })
  const expire = raw.audit?.lifecycle?.expire
  const days = raw.audit?.['object-lock']?.days
  if (typeof expire === 'number' && days !== undefined && expire < days) {
    problems.push({
      message: `\`audit.lifecycle.expire\` is ${expire} days, but \`object-lock.days\` is ${days}: nothing can be deleted before that.`,
      position: yaml.positionOf('/audit/lifecycle/expire'),
      remedy: `Set \`expire\` to at least ${days}, or lock for fewer days.`,
    })
  }
  return problems
}

/** What belongs to a trail and so to its owner. */
const OF_THE_TRAIL = [
  'log-prefix',
  'organization',
  'data-events-access',
  'data-resources',
  'network-activity',
  'insights',
  'delivery-notices',
  'encryption',
  'log-retention-days',
] as const satisfies readonly (keyof RawAudit)[]

const OF_THE_LOG_BUCKET = [
  'bucket-key',
  'reader-accounts',
  'object-lock',
  'break-glass',
  'lifecycle',
  'access-log-retention-days',
] as const satisfies readonly (keyof RawAudit)[]

const existingTrailKeepsItsSettings: Rule = (raw, { yaml }) => {
  const audit = raw.audit
  if (!audit || sourceOf(audit.trail) !== 'use') return []
  // The prefix says where the existing trail's logs lie, for analytics.
  const settings = OF_THE_TRAIL.filter((key) => audit[key] !== undefined && !(key === 'log-prefix' && audit['log-bucket'] !== undefined))
  const problems = [...settings, ...OF_THE_LOG_BUCKET.filter((key) => audit[key] !== undefined)].map(
    (key): Problem => ({
      message: `\`audit.${key}\` is set, but \`audit.trail\` uses an existing trail, which keeps its own settings.`,
      position: yaml.positionOfKey(`/audit/${key}`),
      remedy: `Remove \`${key}:\`, or bring the trail into the stack with \`trail: { adopt: <name> }\`.`,
    }),
  )
  for (const key of ['log-bucket', 'log-group'] as const) {
    const given = audit[key]
    if (given === undefined || sourceOf(given) === 'use') continue
    problems.push({
      message: `\`audit.${key}\` is ${given === 'create' ? '"create"' : 'to be adopted'}, but \`audit.trail\` uses an existing trail, which writes elsewhere.`,
      position: yaml.positionOf(`/audit/${key}`),
      remedy: `Name the one the trail writes to: \`${key}: { use: <name> }\`, or leave it out.`,
    })
  }
  return problems
}

const existingBucketKeepsItsSettings: Rule = (raw, { yaml }) => {
  const audit = raw.audit
  if (!audit || sourceOf(audit['log-bucket']) !== 'use' || sourceOf(audit.trail) === 'use') return []
  return OF_THE_LOG_BUCKET.filter((key) => audit[key] !== undefined).map(
    (key): Problem => ({
      message: `\`audit.${key}\` is set, but \`audit.log-bucket\` uses an existing bucket, which keeps its own settings.`,
      position: yaml.positionOfKey(`/audit/${key}`),
      remedy: `Remove \`${key}:\`, or bring the bucket into the stack with \`log-bucket: { adopt: <name> }\`.`,
    }),
  )
}

const keyIsOne: Rule = (raw, { yaml }) => {
  const { key, encryption } = raw.audit ?? {}
  const problems: Problem[] = []
  if (key?.use !== undefined) {
    const others = (['adopt', 'rotation-days', 'administrators', 'allow-deletion'] as const).filter((name) => key[name] !== undefined)
    problems.push(
      ...others.map((name) => ({
        message: `\`audit.key.${name}\` is set beside \`use\`: an existing key keeps its own policy and rotation.`,
        position: yaml.positionOfKey(`/audit/key/${name}`),
        remedy: `Remove \`${name}:\`, or bring the key into the stack with \`adopt: <key id>\`.`,
      })),
    )
    const region = key.use.split(':')[3]
    if (region !== raw.region) {
      problems.push({
        message: `\`audit.key.use\` is a key in ${region}, \`region\` is ${raw.region}: S3 encrypts with keys of the bucket's region only.`,
        position: yaml.positionOf('/audit/key/use'),
        remedy: `Use a key in ${raw.region}, or leave \`use\` out to have one made.`,
      })
    }
  }
  if (encryption === 'sse-s3' && raw.audit?.['bucket-key']) {
    problems.push({
      message: '`audit.bucket-key` is on, but `audit.encryption` is "sse-s3": bucket keys save KMS requests, and there are none.',
      position: yaml.positionOf('/audit/bucket-key'),
      remedy: 'Remove `bucket-key:`, or set `encryption: sse-kms`.',
    })
  }
  return problems
}

const needsALogGroup: Rule = (raw, { yaml }) => {
  const audit = raw.audit
  if (!audit || sourceOf(audit.trail) !== 'use' || audit['log-group'] !== undefined) return []
  return (['alarms', 'dashboard'] as const)
    .filter((key) => audit[key] !== undefined && audit[key] !== false)
    .map(
      (key): Problem => ({
        message: `\`audit.${key}\` is on, but the log group of the existing trail is not named.`,
        position: yaml.positionOfKey(`/audit/${key}`),
        remedy: 'Add `log-group: { use: <name> }`; `aws cloudtrail describe-trails` shows it as CloudWatchLogsLogGroupArn.',
      }),
    )
}

const analyticsFits: Rule = (raw, { yaml }) => {
  const audit = raw.audit
  if (!audit?.analytics) return []
  const problems: Problem[] = []
  if (sourceOf(audit.trail) === 'use' && audit['log-bucket'] === undefined) {
    problems.push({
      message: '`audit.analytics` is on, but the log bucket of the existing trail is not named.',
      position: yaml.positionOfKey('/audit/analytics'),
      remedy: 'Add `log-bucket: { use: <name> }`; `aws cloudtrail describe-trails` shows it as S3BucketName.',
    })
  }
  const { since } = audit.analytics
  const day = since === undefined ? undefined : new Date(`${since.replaceAll('/', '-')}T00:00:00Z`)
  if (day && (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== since?.replaceAll('/', '-'))) {
    problems.push({
      message: `\`audit.analytics.since\` is "${since}", which is not a day of the calendar.`,
      position: yaml.positionOf('/audit/analytics/since'),
      remedy: 'Write it as YYYY/MM/DD, in quotes.',
    })
  }
  return problems
}

const evidenceHasAWriter: Rule = (raw, { yaml }) => {
  if (!raw.audit?.evidence || raw.github) return []
  return [
    {
      message: '`audit.evidence` is on, but there is no `github:`: nobody could write to the evidence bucket.',
      position: yaml.positionOfKey('/audit/evidence'),
      remedy: 'Add `github: { repository: OWNER/REPO }`; the write-once role trusts its workflow.',
    },
  ]
}

const podsHaveClusters: Rule = (raw, { yaml }) => {
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

const replicaIsElsewhere: Rule = (raw, { yaml }) => {
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

const exportsStayInARegion: Rule = (raw, { yaml }) => {
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

const organizationFits: Rule = (raw, { yaml }) => {
  const audit = raw.audit
  if (!audit?.organization || sourceOf(audit['log-bucket']) !== 'use' || !audit.analytics) return []
  return [
    {
      message: '`audit.analytics` reads one account of the log bucket, which `audit.organization` shares among all.',
      position: yaml.positionOfKey('/audit/analytics'),
      remedy: 'Set up analytics in the account that owns the bucket.',
    },
  ]
}

/** Items of a list become resources named after them; two that spell the same logical id cannot both be in a template. */
const logicalIdsDiffer: Rule = (raw, { yaml }) => {
  const lists: [string, string, string[]][] = [
    [
      '/access/ecr/repositories',
      'repository',
      (raw.access?.ecr?.repositories ?? []).map((given) => (typeof given === 'string' ? given : given.adopt)),
    ],
    ['/access/bucket-policies', 'bucket', (raw.access?.['bucket-policies'] ?? []).map(({ bucket }) => bucket)],
    ['/access/eks/clusters', 'cluster', ((raw.access?.eks || undefined)?.clusters ?? []).map(({ name }) => name)],
  ]
  return lists.flatMap(([pointer, what, names]) =>
    names.flatMap((name, index): Problem[] => {
      const twin = names.slice(0, index).find((other) => logicalSuffix(other) === logicalSuffix(name))
      if (twin === undefined) return []
      return [
        {
          message:
            twin === name
              ? `The ${what} "${name}" is listed twice.`
              : `The ${what} names "${twin}" and "${name}" give the same logical id.`,
          position: yaml.positionOf(`${pointer}/${index}`),
          remedy: twin === name ? 'Remove one.' : 'Put one of them into a config of its own.',
        },
      ]
    }),
  )
}

const RUN_CONTEXTS = ['branch', 'tag', 'environment', 'pull-request'] as const

const accessRowsAreWhole: Rule = (raw, { yaml }) => {
  const rows = Array.isArray(raw['access-matrix']) ? raw['access-matrix'] : []
  return rows.flatMap((row, index): Problem[] => {
    const name = `access-matrix[${index}]`
    const at = (message: string, remedy: string, key = ''): Problem => ({
      message,
      position: yaml.positionOf(`/access-matrix/${index}${key}`),
      remedy,
    })
    const problems: Problem[] = []
    if ((row.can === undefined) === (row.cannot === undefined)) {
      problems.push(
        at(
          `\`${name}\` has ${row.can ? 'both' : 'neither'} \`can\` ${row.can ? 'and' : 'nor'} \`cannot\`.`,
          'Say one of them; make two rows of both.',
        ),
      )
    } else if (row.can !== undefined && row.on === undefined) {
      problems.push(
        at(
          `\`${name}.on\` is missing: what can be done must be done on something.`,
          'Add `on:` with an ARN or a short name such as log-bucket.',
        ),
      )
    }
    const run = typeof row.who === 'object' ? row.who : undefined
    const contexts = RUN_CONTEXTS.filter((key) => run?.[key] !== undefined)
    if (run && contexts.length !== 1) {
      problems.push(
        at(
          `\`${name}.who\` has ${contexts.length === 0 ? 'no' : 'more than one'} kind of run.`,
          `Say one of ${RUN_CONTEXTS.join(', ')}: a token has one subject.`,
          '/who',
        ),
      )
    }
    return problems
  })
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

/** Topics and alarms serve stacks of their own region; in another they would serve none. */
const stackSettingsMeet: Rule = (raw, { yaml }) => {
  const regions = [raw.region, raw['workload-region'], raw.access?.replica?.region, partitionOf(raw.region)?.globalRegion]
  return (['notifications', 'rollback-alarms'] as const).flatMap((key) =>
    (raw.stacks?.[key] ?? []).flatMap((arn, index): Problem[] => {
      const region = arn.split(':')[3] ?? ''
      if (regions.includes(region)) return []
      return [
        {
          message: `\`stacks.${key}\` names ${arn} in ${region}, where no stack is.`,
          position: yaml.positionOf(`/stacks/${key}/${index}`),
          remedy: `Name one in ${raw.region}: CloudFormation uses those of a stack's own region.`,
        },
      ]
    }),
  )
}
