import { firstOf, type Paging, readWith, unlessOurs, unlessSame } from './define.ts'
import { policyDocument } from './policy-document.ts'
import { anyText, boolean, integer, listOf, mapOf, matching, object, oneOf, optional, type Shape, text, whole } from './shape.ts'

const pages = (list: string): Paging => ({ list, next: 'nextToken', parameter: 'nextToken' })

/** All pages are read, so what is left of the list's end is a list that was not read to it. */
const atItsEnd: Shape<undefined> & { optional: true } = optional((value, at) => {
  oneOf('the end of the list')(value, at)
  return undefined
})

/** CloudWatch Logs takes certain periods only, of which ten years is the longest. */
const retention = integer(1, 3653)

const group = object({
  logGroupName: text,
  arn: matching(/^arn:[\w-]+:logs:[a-z0-9-]+:\d{12}:log-group:.+$/, 'the ARN of a log group'),
  retentionInDays: optional(retention),
  kmsKeyId: optional(text),
  deletionProtectionEnabled: optional(boolean),
  logGroupClass: optional(oneOf('STANDARD', 'INFREQUENT_ACCESS', 'DELIVERY')),
})

const groups = object({ logGroups: listOf(group, { unique: 'logGroupName' }), nextToken: atItsEnd })

const metricFilterList = object({
  metricFilters: listOf(
    object({
      filterName: text,
      filterPattern: anyText,
      logGroupName: text,
      metricTransformations: listOf(whole(object({ metricName: text, metricNamespace: text, metricValue: text })), { min: 1 }),
    }),
    { unique: 'filterName' },
  ),
  nextToken: atItsEnd,
})
const subscriptionFilterList = object({
  subscriptionFilters: listOf(object({ filterName: text, logGroupName: text, destinationArn: text }), { unique: 'filterName' }),
  nextToken: atItsEnd,
})

const NO_GROUP = ['ResourceNotFoundException']

export const LOGS_READS = {
  'logs:DescribeLogGroups': readWith<{ logGroupNamePrefix: string }>()({
    action: 'logs:DescribeLogGroups',
    absent: [],
    shape: groups,
    contradiction: ({ logGroups }, { logGroupNamePrefix }, asked) =>
      firstOf(
        ...logGroups.map(({ logGroupName, arn }) => {
          if (!logGroupName.startsWith(logGroupNamePrefix)) return `it names ${logGroupName}, asked was ${logGroupNamePrefix}`
          return arn.replace(/:\*$/, '').endsWith(`:log-group:${logGroupName}`) ? unlessOurs(arn, asked) : `it calls ${arn} ${logGroupName}`
        }),
      ),
    pages: pages('logGroups'),
  }),
  'logs:DescribeResourcePolicies': readWith<Record<string, never>>()({
    action: 'logs:DescribeResourcePolicies',
    absent: [],
    shape: object({
      resourcePolicies: listOf(object({ policyName: text, policyDocument }), { unique: 'policyName' }),
      nextToken: atItsEnd,
    }),
    pages: pages('resourcePolicies'),
  }),
  'logs:ListTagsForResource': readWith<{ resourceArn: string }>()({
    action: 'logs:ListTagsForResource',
    absent: NO_GROUP,
    shape: object({ tags: mapOf(anyText) }),
  }),
  'logs:DescribeMetricFilters': readWith<{ logGroupName: string }>()({
    action: 'logs:DescribeMetricFilters',
    absent: NO_GROUP,
    shape: metricFilterList,
    contradiction: ({ metricFilters }, asked) =>
      firstOf(...metricFilters.map(({ logGroupName }) => unlessSame('log group', logGroupName, asked.logGroupName))),
    pages: pages('metricFilters'),
  }),
  'logs:DescribeSubscriptionFilters': readWith<{ logGroupName: string }>()({
    action: 'logs:DescribeSubscriptionFilters',
    absent: NO_GROUP,
    shape: subscriptionFilterList,
    contradiction: ({ subscriptionFilters }, asked) =>
      firstOf(...subscriptionFilters.map(({ logGroupName }) => unlessSame('log group', logGroupName, asked.logGroupName))),
    pages: pages('subscriptionFilters'),
  }),
}
