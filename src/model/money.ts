/** An amount at a price. */
export interface CostLine {
  /** Of the price file, e.g. `s3.put`. */
  item: string
  what: string
  amount: number
  unit: string
  /** US dollars; absent where the region has no price, and it is then in no sum. */
  usd?: number
}

/** A price beside what the guides this project began with say of it. */
export interface PriceRow {
  what: string
  /** As the guides have it, for us-east-1. */
  said: string
  /** As the price list has it, in the region of the config; absent where there is none. */
  found?: string
  remark: string
}

/** An example of the guides, recomputed. */
export interface CostScenario {
  name: string
  said: string
  lines: readonly CostLine[]
  /** What it counts, recomputed. */
  usd: number
  /** What it does not count. */
  leftOut: readonly CostLine[]
  usdWithAll: number
  verdict: string
}

/** What a month comes to. */
export interface CostEstimate {
  /** Where the amounts are from: given, measured, assumed. */
  basis: readonly string[]
  lines: readonly CostLine[]
  monthlyUsd: number
  /** What is billed, and has no price in the region. */
  unpriced: readonly string[]
}

/** A month of the twelve ahead. */
export interface CostMonth {
  month: number
  /** GB at its end, by storage class. */
  stored: Readonly<Record<string, number>>
  storageUsd: number
  /** Requests that move objects to another class. */
  movesUsd: number
  /** All else: what the estimate has beside storage. */
  otherUsd: number
  usd: number
}

export interface ActualCost {
  /** Days, `YYYY-MM-DD`; the last is not part of it. */
  from: string
  to: string
  /** When Cost Explorer was asked; answers are kept for a day. */
  asked: string
  requests: number
  lines: readonly { service: string; usageType: string; usd: number; quantity: number; unit: string }[]
  usd: number
  /** What of it is estimated still, which tags are not activated, and what they cannot tell. */
  remarks: readonly string[]
}

/** What the audit costs (`cost`). */
export interface CostReport {
  region: string
  /** Day of the price file. */
  prices: string
  table: readonly PriceRow[]
  scenarios: readonly CostScenario[]
  estimate: CostEstimate
  months: readonly CostMonth[]
  /** What the lifecycle saves in these months, its requests taken off; below zero where it costs more than it saves. */
  lifecycleSavesUsd: number
  actual?: ActualCost
}

/** With thousands apart, and small ones with what distinguishes them. */
export function amount(value: number): string {
  return value.toLocaleString('en-US', value !== 0 && Math.abs(value) < 1 ? { maximumSignificantDigits: 3 } : { maximumFractionDigits: 2 })
}
