import file from './prices.json' with { type: 'json' }

export type PriceId = keyof typeof file.items

export interface Price {
  id: PriceId
  /** US dollars for `per` of `unit`. */
  usd: number
  per: number
  unit: string
  note: string | undefined
}

interface Item {
  per: number
  unit: string
  source: string
  usd: Readonly<Record<string, string>>
  note?: string
  free?: string
}

interface Source {
  what: string
  published: string
  found: string
}

export const PRICED_REGIONS: readonly string[] = file.regions.split(' ')
export const PRICE_IDS = Object.keys(file.items) as readonly PriceId[]
/** Day on which the file was made; each source has the day it was published. */
export const PRICES_MADE: string = file.made

/** The price of a region; undefined where the sources have none, and nothing stands in for it. */
export function priceOf(id: PriceId, region: string): Price | undefined {
  const { per, unit, note } = itemOf(id)
  const usd = figures(id).get(region)
  return usd === undefined ? undefined : { id, usd, per, unit, note }
}

/** What an amount comes to in US dollars; undefined where there is no price. */
export function costOf(id: PriceId, amount: number, region: string): number | undefined {
  const price = priceOf(id, region)
  return price === undefined ? undefined : (amount / price.per) * price.usd
}

/** `0.10 USD per 100,000 events`, as the price list says it. */
export function priceText({ usd, per, unit }: Price): string {
  return `$${figure(usd)} per ${per === 1 ? '' : `${per.toLocaleString('en-US')} `}${unit}`
}

/** With at least two decimals, and no more than the figure has. */
export function figure(usd: number): string {
  const exact = usd.toFixed(8).replace(/0+$/, '')
  return (exact.split('.')[1] ?? '').length < 2 ? usd.toFixed(2) : exact
}

/** To so many decimals, as a number. */
export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

/** Where a figure is from, for those who check it. */
export function sourceOf(id: PriceId): Source {
  const { source } = itemOf(id)
  return (file.sources as Readonly<Record<string, Source>>)[source] ?? { what: 'no source', published: '', found: '' }
}

/** Figures of an item by region. */
export function figures(id: PriceId): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(itemOf(id).usd).flatMap(([usd, regions]) =>
      (regions === '*' ? PRICED_REGIONS : regions.split(' ')).map((region) => [region, Number(usd)] as const),
    ),
  )
}

export function itemOf(id: PriceId): Item {
  return file.items[id]
}
