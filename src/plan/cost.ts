import type { CostChange } from '../model/plan.ts'
import type { ParsedTemplate, TemplateResource } from '../model/template.ts'

interface Price {
  /** US dollars a month for the resource being there. */
  fixed?: number
  /** What use of it costs, as the price list says it. */
  usage?(properties: Readonly<Record<string, unknown>>): readonly string[]
}

/** List prices of us-east-1, November 2026, free allowances left aside. Source: the pricing page of each service. */
const PRICES: Readonly<Record<string, Price>> = {
  'AWS::KMS::Key': { fixed: 1, usage: () => ['KMS requests: $0.03 per 10,000'] },
  'AWS::CloudWatch::Alarm': { fixed: 0.1 },
  'AWS::CloudWatch::Dashboard': { fixed: 3 },
  'AWS::Logs::MetricFilter': { fixed: 0.3 },
  'AWS::Logs::LogGroup': { usage: () => ['CloudWatch Logs: $0.50 per GB taken in, $0.03 per GB a month kept'] },
  'AWS::S3::Bucket': { usage: () => ['S3: $0.023 per GB a month in Standard, $0.005 per 1,000 writes'] },
  'AWS::Config::ConfigurationRecorder': { usage: () => ['AWS Config: $0.003 per recorded change'] },
  'AWS::Config::ConfigRule': { usage: () => ['AWS Config: $0.001 per evaluation of a rule'] },
  'AWS::Athena::WorkGroup': { usage: () => ['Athena: $5.00 per TB read'] },
  'AWS::CloudTrail::Trail': {
    usage: (properties) => {
      const text = JSON.stringify(properties)
      return [
        ...(/"Data"|DataResources/.test(text) ? ['CloudTrail data events: $0.10 per 100,000'] : []),
        ...(/"NetworkActivity"/.test(text) ? ['CloudTrail network activity events: $0.10 per 100,000'] : []),
        ...(properties['InsightSelectors'] ? ['CloudTrail Insights: $0.35 per 100,000 events looked at'] : []),
      ]
    },
  },
}

/** What a change of a template does to the monthly bill: what is certain as a figure, what depends on use as price lines that are new. */
export function costChange(before: ParsedTemplate | undefined, after: ParsedTemplate): CostChange {
  const [old, now] = [costOf(before), costOf(after)]
  return {
    monthlyUsd: Math.round((now.fixed - old.fixed) * 100) / 100,
    usage: [...now.usage].filter((line) => !old.usage.has(line)),
    usageGone: [...old.usage].filter((line) => !now.usage.has(line)),
  }
}

function costOf(template: ParsedTemplate | undefined): { fixed: number; usage: ReadonlySet<string> } {
  const resources: TemplateResource[] = Object.values(template?.Resources ?? {})
  const prices = resources.map(({ Type, Properties = {} }) => ({ price: PRICES[Type], Properties }))
  return {
    fixed: prices.reduce((sum, { price }) => sum + (price?.fixed ?? 0), 0),
    usage: new Set(prices.flatMap(({ price, Properties }) => price?.usage?.(Properties) ?? [])),
  }
}
