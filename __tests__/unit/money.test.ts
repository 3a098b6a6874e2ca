import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import {
  costOf,
  figure,
  figures,
  itemOf,
  PRICE_IDS,
  PRICED_REGIONS,
  PRICES_MADE,
  priceOf,
  priceText,
  sourceOf,
} from '../../src/money/prices.ts'

describe('the price file', () => {
  const DAY = /^20\d\d-\d\d-\d\d$/

  it('has for every figure a source that says what it is, when it was published and where it was found', () => {
    expect(PRICES_MADE).toMatch(DAY)
    expect(PRICE_IDS.length).toBeGreaterThanOrEqual(43)
    const file = JSON.parse(readFileSync(join(root, 'src/money/prices.json'), 'utf8')) as { sources: Record<string, object> }
    const used = new Set(PRICE_IDS.map((id) => itemOf(id).source))
    expect(Object.keys(file.sources).filter((source) => !used.has(source))).toEqual([])
    for (const id of PRICE_IDS) {
      const { what, published, found } = sourceOf(id)
      expect([id, what.length > 20, found.length > 10]).toEqual([id, true, true])
      if (!published.startsWith('undated')) {
        expect([id, published]).toEqual([id, expect.stringMatching(DAY)])
        expect([id, published <= PRICES_MADE]).toEqual([id, true])
      }
    }
  })

  it('has one figure per region, none of them negative or out of proportion', () => {
    expect(PRICED_REGIONS).toEqual([...PRICED_REGIONS].sort())
    for (const region of PRICED_REGIONS) expect(region).toMatch(/^[a-z]{2}(-gov)?-[a-z]+-\d$/)
    for (const id of PRICE_IDS) {
      const { per, unit, usd } = itemOf(id)
      const regions = Object.values(usd).flatMap((list) => (list === '*' ? PRICED_REGIONS : list.split(' ')))
      expect([id, regions.length]).toEqual([id, new Set(regions).size])
      expect([id, regions.filter((region) => !PRICED_REGIONS.includes(region))]).toEqual([id, []])
      expect([id, per >= 1, unit.length > 1]).toEqual([id, true, true])
      const all = [...figures(id).values()]
      expect([id, all.length > 0 && all.every((one) => one >= 0 && Number.isFinite(one))]).toEqual([id, true])
      // A misplaced point would make a region ten times as dear; none of AWS's is more than eight times another.
      if (Math.max(...all) > 0) expect([id, Math.max(...all) / Math.min(...all) < 8]).toEqual([id, true])
    }
  })

  it('never lets one region stand for another', () => {
    expect(priceOf('cloudwatch.dashboard', 'us-east-1')?.usd).toBe(3)
    expect(priceOf('cloudwatch.dashboard', 'eu-west-1')).toBeUndefined()
    expect(costOf('cloudwatch.dashboard', 1, 'eu-west-1')).toBeUndefined()
    for (const id of PRICE_IDS) expect(priceOf(id, 'cn-north-1')).toBeUndefined()
  })

  it('says a figure with at least two decimals and all that it has', () => {
    expect([0.3, 2, 0.00099, 0.0125].map(figure)).toEqual(['0.30', '2.00', '0.00099', '0.0125'])
    const price = priceOf('cloudtrail.data', 'us-east-1')
    expect(price && priceText(price)).toBe('$0.10 per 100,000 events')
    expect(costOf('cloudtrail.data', 50_000, 'us-east-1')).toBeCloseTo(0.05)
  })
})
