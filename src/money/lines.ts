import type { CostLine } from '../model/money.ts'
import { costOf, itemOf, type PriceId } from './prices.ts'

/** An amount at the region's price; without `usd` where there is none. */
export function line(item: PriceId, what: string, amount: number, region: string): CostLine {
  const usd = costOf(item, amount, region)
  return { item, what, amount, unit: itemOf(item).unit, ...(usd === undefined ? {} : { usd }) }
}

export function sumOf(lines: readonly CostLine[]): number {
  return lines.reduce((sum, { usd = 0 }) => sum + usd, 0)
}

export function unpricedIn(lines: readonly CostLine[]): string[] {
  return [...new Set(lines.filter(({ usd, amount }) => usd === undefined && amount > 0).map(({ what, item }) => `${what} (${item})`))]
}
