import { type Body, list, type Operations, Scoped } from '../call.ts'
import { AwsError } from '../error.ts'

/** What was billed, as a test says it. */
interface Bill {
  service: string
  usageType: string
  usd: string
  quantity: string
  unit: string
  /** Tags of what it was billed for. */
  tags: Readonly<Record<string, string>>
}

interface BillingState {
  bills: Bill[]
  activeTags: string[]
}

/** Lines of an answer before the next page. */
const PAGE = 3

/** Cost Explorer: bills by service and usage type, filtered by service and tag; one month per answer. */
export class CostExplorer {
  readonly #states = new Scoped<BillingState>(() => ({ bills: [], activeTags: [] }))
  readonly operations: Operations = {
    GetCostAndUsage: (call) => {
      const { bills } = this.#states.of({ account: call.account, region: 'us-east-1' })
      const { Start, End } = call.parameters['TimePeriod'] as { Start: string; End: string }
      if (!(Start < End)) throw new AwsError('ValidationException', 'Start date (and hour) should be before end date (and hour)')
      const chosen = bills.filter((bill) => matches(bill, call.parameters['Filter'] as Body | undefined))
      const from = Number(call.parameters['NextPageToken'] ?? 0)
      const Groups = chosen.slice(from, from + PAGE).map(({ service, usageType, usd, quantity, unit }) => ({
        Keys: [service, usageType],
        Metrics: { UnblendedCost: { Amount: usd, Unit: 'USD' }, UsageQuantity: { Amount: quantity, Unit: unit } },
      }))
      return {
        ResultsByTime: [{ TimePeriod: { Start, End }, Total: {}, Groups, Estimated: true }],
        ...(from + PAGE < chosen.length ? { NextPageToken: String(from + PAGE) } : {}),
      }
    },
    ListCostAllocationTags: (call) => {
      const { activeTags } = this.#states.of({ account: call.account, region: 'us-east-1' })
      return {
        CostAllocationTags: list<string>(call.parameters['TagKeys']).map((TagKey) => ({
          TagKey,
          Type: 'UserDefined',
          Status: activeTags.includes(TagKey) ? 'Active' : 'Inactive',
        })),
      }
    },
  }

  /** What an account was billed, and by which tags costs can be told. */
  bill(account: string, bills: readonly Bill[], activeTags: readonly string[]): void {
    Object.assign(this.#states.of({ account, region: 'us-east-1' }), { bills: [...bills], activeTags: [...activeTags] })
  }
}

/** Of a filter: `And`, `Not`, dimensions and tags. A tag that is not activated matches nothing, as nobody's costs have it. */
function matches(bill: Bill, filter: Body | undefined): boolean {
  if (!filter) return true
  const { And, Not, Dimensions, Tags } = filter as { And?: Body[]; Not?: Body; Dimensions?: Body; Tags?: Body }
  if (And) return And.every((one) => matches(bill, one))
  if (Not) return !matches(bill, Not)
  if (Dimensions) return Dimensions['Key'] === 'SERVICE' && list<string>(Dimensions['Values']).includes(bill.service)
  if (Tags) return list<string>(Tags['Values']).includes(bill.tags[String(Tags['Key'])] ?? '')
  return true
}
