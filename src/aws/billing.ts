import { AuditError } from '../model/errors.ts'
import type { ActualCost } from '../model/money.ts'
import type { Clients } from './clients.ts'
import { toAuditError } from './errors.ts'

interface CostQuestion {
  from: string
  to: string
  /** Services of which everything is asked, since tags cannot part it. */
  services: readonly string[]
  /** Everything else is asked by this tag. */
  tag: { key: string; value: string }
  /** Called before each request; what it throws ends the asking. */
  onRequest(): void
}

type Lines = ActualCost['lines'][number]

/**
 * What was billed, by service and usage type: of the services named everything, of all others what has the tag.
 * @throws ACCESS_DENIED, AWS_CALL_FAILED
 */
export async function billed(clients: Clients, { from, to, services, tag, onRequest }: CostQuestion) {
  const { GetCostAndUsageCommand } = await import('@aws-sdk/client-cost-explorer')
  const client = await clients.costExplorer()
  const whole = { Dimensions: { Key: 'SERVICE' as const, Values: [...services] } }
  const filters = [whole, { And: [{ Not: whole }, { Tags: { Key: tag.key, Values: [tag.value] } }] }]
  const lines: Lines[] = []
  let isEstimated = false
  for (const Filter of filters) {
    let NextPageToken: string | undefined
    do {
      onRequest()
      try {
        const page = await client.send(
          new GetCostAndUsageCommand({
            TimePeriod: { Start: from, End: to },
            Granularity: 'MONTHLY',
            Metrics: ['UnblendedCost', 'UsageQuantity'],
            GroupBy: [
              { Type: 'DIMENSION', Key: 'SERVICE' },
              { Type: 'DIMENSION', Key: 'USAGE_TYPE' },
            ],
            Filter,
            NextPageToken,
          }),
        )
        for (const { Groups = [], Estimated } of page.ResultsByTime ?? []) {
          isEstimated ||= Estimated === true
          for (const { Keys: [service = '', usageType = ''] = [], Metrics = {} } of Groups) {
            const { UnblendedCost, UsageQuantity } = Metrics
            lines.push({
              service,
              usageType,
              usd: amount(UnblendedCost?.Amount),
              quantity: amount(UsageQuantity?.Amount),
              unit: UsageQuantity?.Unit ?? '',
            })
          }
        }
        NextPageToken = page.NextPageToken
      } catch (error) {
        throw toAuditError(error, { operation: 'ce:GetCostAndUsage' })
      }
    } while (NextPageToken)
  }
  return { lines: added(lines), isEstimated }
}

/** An answer without an amount is not one of nothing. */
function amount(text: string | undefined): number {
  const value = Number(text ?? Number.NaN)
  if (Number.isFinite(value)) return value
  throw new AuditError(
    'AWS_CALL_FAILED',
    `ce:GetCostAndUsage answered with ${text === undefined ? 'no amount' : `the amount "${text}"`}.`,
    {
      remedy: 'Run again; where it stays so, look for a proxy between this machine and AWS.',
    },
  )
}

/** One line per usage type: a time that spans two months is answered in two. */
function added(lines: readonly Lines[]): Lines[] {
  const sums = new Map<string, Lines>()
  for (const one of lines) {
    const key = `${one.service}\n${one.usageType}`
    const known = sums.get(key)
    sums.set(key, known ? { ...one, usd: known.usd + one.usd, quantity: known.quantity + one.quantity } : one)
  }
  return [...sums.values()].sort((a, b) => b.usd - a.usd)
}

/** Which of the tags Cost Explorer can tell costs by; undefined where that may not be asked. */
export async function activeCostTags(
  clients: Clients,
  keys: readonly string[],
  onRequest: () => void,
): Promise<ReadonlySet<string> | undefined> {
  const { ListCostAllocationTagsCommand } = await import('@aws-sdk/client-cost-explorer')
  const client = await clients.costExplorer()
  onRequest()
  try {
    const { CostAllocationTags = [] } = await client.send(new ListCostAllocationTagsCommand({ TagKeys: [...keys] }))
    return new Set(CostAllocationTags.flatMap(({ TagKey, Status }) => (TagKey && Status === 'Active' ? [TagKey] : [])))
  } catch {
    // Of a member account the management account alone may ask it; what is not known is said.
    return undefined
  }
}
