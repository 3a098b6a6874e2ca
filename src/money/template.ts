import type { ParsedTemplate, TemplateResource } from '../model/template.ts'
import { itemOf, type PriceId, priceOf, priceText } from './prices.ts'

type Properties = Readonly<Record<string, unknown>>

interface Billed {
  /** What the resource costs a month by being there. */
  fixed?: PriceId
  /** What use of it costs, and in which words. */
  usage?(properties: Properties): readonly (readonly [PriceId, string])[]
}

/** What AWS bills of the types that the templates have; what is not here is free, or billed by another that is here. */
const BILLED: Readonly<Record<string, Billed>> = {
  'AWS::KMS::Key': { fixed: 'kms.key', usage: () => [['kms.request', 'KMS requests']] },
  'AWS::CloudWatch::Alarm': { fixed: 'cloudwatch.alarm' },
  'AWS::CloudWatch::Dashboard': { fixed: 'cloudwatch.dashboard' },
  // One without a default value is billed for the hours in which something matches, one with it for all in which anything comes.
  'AWS::Logs::MetricFilter': {
    usage: (properties) =>
      reportsAlways(properties) ? [] : [['cloudwatch.metric', 'metrics of filters, by the hours in which something matches']],
  },
  'AWS::Logs::LogGroup': {
    usage: () => [
      ['logs.ingest', 'CloudWatch Logs, taken in'],
      ['logs.store', 'CloudWatch Logs, kept'],
    ],
  },
  'AWS::S3::Bucket': {
    usage: () => [
      ['s3.standard', 'S3 Standard'],
      ['s3.put', 'S3 writes'],
    ],
  },
  'AWS::ECR::Repository': { usage: () => [['ecr.storage', 'ECR images']] },
  'AWS::Config::ConfigurationRecorder': { usage: () => [['config.item', 'AWS Config']] },
  'AWS::Config::ConfigRule': { usage: () => [['config.rule', 'AWS Config']] },
  'AWS::Athena::WorkGroup': { usage: () => [['athena.scan', 'Athena']] },
  'AWS::SNS::Topic': { usage: () => [['sns.publish', 'SNS']] },
  'AWS::CloudTrail::Trail': {
    usage: (properties) => {
      const text = JSON.stringify(properties)
      return [
        ...(/"Data"|DataResources/.test(text) ? [['cloudtrail.data', 'CloudTrail data events'] as const] : []),
        ...(/"NetworkActivity"/.test(text) ? [['cloudtrail.network', 'CloudTrail network activity events'] as const] : []),
        ...(properties['InsightSelectors'] ? [['cloudtrail.insights', 'CloudTrail Insights'] as const] : []),
      ]
    },
  },
}

interface Unpriced {
  count: number
  /** Billed for being there, so that a monthly figure is too low by it. */
  isFixed: boolean
}

/** What a template costs in a region. */
export interface TemplateCost {
  /** US dollars a month by item, for what is there whether it is used or not. */
  fixed: ReadonlyMap<PriceId, { count: number; usd: number }>
  /** Price lines of what is billed by use. */
  usage: ReadonlySet<string>
  /** What is billed, and has no price in the region: by name, how often. */
  unpriced: ReadonlyMap<string, Unpriced>
}

export function templateCost(template: ParsedTemplate | undefined, region: string): TemplateCost {
  const resources: TemplateResource[] = Object.values(template?.Resources ?? {})
  const fixed = new Map<PriceId, { count: number; usd: number }>()
  const usage = new Set<string>()
  const unpriced = new Map<string, Unpriced>()
  const lacks = (what: string, isFixed: boolean) => unpriced.set(what, { count: (unpriced.get(what)?.count ?? 0) + 1, isFixed })
  for (const { Type, Properties = {} } of resources) {
    for (const id of fixedOf(Type, Properties)) {
      const price = priceOf(id, region)
      const { count, usd } = fixed.get(id) ?? { count: 0, usd: 0 }
      if (price) fixed.set(id, { count: count + 1, usd: usd + price.usd })
      else lacks(itemOf(id).unit, true)
    }
    for (const [id, what] of BILLED[Type]?.usage?.(Properties) ?? []) {
      const price = priceOf(id, region)
      if (price) usage.add(`${what}: ${priceText(price)}`)
      else lacks(what, false)
    }
  }
  return { fixed, usage, unpriced }
}

function fixedOf(type: string, properties: Properties): PriceId[] {
  if (type === 'AWS::Logs::MetricFilter') return reportsAlways(properties) ? ['cloudwatch.metric'] : []
  const { fixed } = BILLED[type] ?? {}
  return fixed ? [fixed] : []
}

function reportsAlways({ MetricTransformations }: Properties): boolean {
  return JSON.stringify(MetricTransformations ?? []).includes('"DefaultValue"')
}
