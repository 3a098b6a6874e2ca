import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from '@jest/globals'
import { root } from '../../scripts/paths.mjs'
import { monthsAhead } from '../../src/money/months.ts'
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
import { volumesOf } from '../../src/money/volumes.ts'
import { CONFIGS, load } from '../support/config.ts'
import { costReport, costTexts, LARGE } from '../support/cost.ts'

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

describe('cost', () => {
  const example = CONFIGS['example'] ?? ''

  it.each(Object.entries(costTexts()))('says for %s what the golden file has', (name, text) => {
    expect(text).toBe(readFileSync(join(root, `__tests__/golden/cost/${name}.txt`), 'utf8'))
  })

  it('recomputes the examples of the guides, and what they leave out', () => {
    const [minimal, typical] = costReport(example).scenarios
    expect(minimal?.usd).toBeCloseTo(0.01625, 10)
    expect(typical?.usd).toBeGreaterThan(0.07)
    for (const scenario of [minimal, typical]) {
      const [key, ...rest] = scenario?.leftOut ?? []
      expect(key).toMatchObject({ item: 'kms.key', usd: 1 })
      // One key costs more than everything else there.
      expect(rest.reduce((sum, { usd = 0 }) => sum + usd, 0) + (scenario?.usd ?? 0)).toBeLessThan(1)
    }
    const insights = typical?.leftOut.find(({ item }) => item === 'cloudtrail.insights')
    expect([insights?.amount, insights?.usd]).toEqual([60_000, expect.closeTo(0.21, 10)])
    expect(minimal?.leftOut.find(({ what }) => what.startsWith('digests'))).toMatchObject({
      amount: 12_240,
      usd: expect.closeTo(0.0612, 10),
    })
  })

  it('has the sums of its lines, and names what has no price', () => {
    for (const text of Object.values(CONFIGS)) {
      const { estimate, months, region } = costReport(text, LARGE)
      const priced = estimate.lines.filter(({ usd }) => usd !== undefined)
      expect(estimate.monthlyUsd).toBeCloseTo(
        priced.reduce((sum, { usd = 0 }) => sum + usd, 0),
        8,
      )
      expect(months[0]?.usd).toBeCloseTo(estimate.monthlyUsd, 8)
      for (const line of estimate.lines.filter(({ usd }) => usd === undefined))
        expect([region, estimate.unpriced.some((what) => what.includes(line.what))]).toEqual([region, true])
    }
    // China has no price in the file: everything is unpriced, and nothing is added up from elsewhere.
    const china = costReport(CONFIGS['china'] ?? '')
    expect([china.estimate.monthlyUsd, china.estimate.unpriced.length > 5]).toEqual([0, true])
  })
})

describe('months ahead', () => {
  const lifecycle = (text: string) => load(`${CONFIGS['minimal'] ?? ''}\naudit: { lifecycle: { ${text} } }\n`).audit.lifecycle
  const volumes = (given: Record<string, number>) =>
    volumesOf(new Map(Object.entries({ regions: 0, ...given }).map(([name, value]) => [name, { value, from: 'given' }])))
  const ahead = (rules: string, given: Record<string, number>, months = 24) =>
    monthsAhead({ region: 'us-east-1', volumes: volumes(given), lifecycle: lifecycle(rules), otherUsd: 0, months })
  const gb = (stored: Readonly<Record<string, number>>) => Object.values(stored).reduce((sum, one) => sum + one, 0)
  const LARGE_FILES = { 'log-gb': 10, 'log-files': 1000, 'large-share': 100 }

  it('keep every byte until it expires, wherever it lies', () => {
    for (const rules of ['', 'standard-ia: null', 'deep-archive: null', 'standard-ia: null, glacier: null, deep-archive: null']) {
      for (const [index, { stored }] of ahead(rules, { ...LARGE_FILES, 'large-share': 30 }, 12).entries()) {
        const deep = stored['Deep Archive'] ?? 0
        // Deep Archive adds 40 KB to each object.
        expect(gb(stored)).toBeGreaterThanOrEqual((index + 1) * 10 - 1e-6)
        if (deep === 0) expect(gb(stored)).toBeCloseTo((index + 1) * 10, 6)
      }
    }
  })

  it('move each large file once to each class, and small ones never', () => {
    const moved = ahead('', LARGE_FILES, 24).reduce((sum, { movesUsd }) => sum + movesUsd, 0)
    // In 24 months 23 batches pass 30 days, 21 pass 90 and 11 pass 365 (13 months of 30 days).
    expect(moved).toBeCloseTo(23 * 0.01 + 21 * 0.02 + 11 * 0.05, 8)
    expect(ahead('', { ...LARGE_FILES, 'large-share': 0 }).every(({ movesUsd }) => movesUsd === 0)).toBe(true)
    // Digests are small, and stay.
    expect(ahead('', { 'log-gb': 0, 'log-files': 0, regions: 17 }).every(({ movesUsd }) => movesUsd === 0)).toBe(true)
  })

  it('lose what has expired, with the days that its versions are kept for', () => {
    const last = ahead('standard-ia: null, glacier: null, deep-archive: null, expire: 90, expire-noncurrent: 30', LARGE_FILES).at(-1)
    expect(gb(last?.stored ?? {})).toBeCloseTo(40, 6)
  })

  it('would lose money by moving what is small: that is why nothing does', () => {
    const objects = 8640 + 12_240
    expect(costOf('s3.transition-deep-archive', objects, 'us-east-1')).toBeCloseTo(1.044, 3)
    expect(costReport(CONFIGS['example'] ?? '').lifecycleSavesUsd).toBe(0)
    expect(costReport(CONFIGS['example'] ?? '', LARGE).lifecycleSavesUsd).toBeGreaterThan(0)
  })
})
