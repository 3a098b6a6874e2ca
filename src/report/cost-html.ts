import type { CostLine, CostMonth, CostReport } from '../model/money.ts'
import { amount, dollars, savingText, storedText, usdOf, yearOf } from './cost-text.ts'
import { htmlPage, htmlTable, htmlText as text } from './html/page.ts'

/** What the audit costs as one page that asks nobody anything. */
export function costPage(cost: CostReport): string {
  const { region, prices, table, scenarios, estimate, months, actual } = cost
  return htmlPage({
    title: `What the audit costs, ${text(region)}`,
    head: `<h1>What the audit costs</h1><p>List prices of ${text(region)}, ${text(prices)}; US dollars, without taxes, discounts and free allowances.</p>`,
    main: [
      `<div class="figures"><div><b>${dollars(estimate.monthlyUsd)}</b>the first month</div><div><b>${dollars(yearOf(months))}</b>in twelve months</div>${actual ? `<div><b>${dollars(actual.usd)}</b>billed, 30 days</div>` : ''}</div>`,
      ...(estimate.unpriced.length > 0
        ? [`<div class="warn"><b>No price known, in no sum:</b> ${estimate.unpriced.map(text).join('; ')}</div>`]
        : []),
      `<h2>A month</h2>${lineTable(estimate.lines)}`,
      `<h2>Twelve months</h2><p class="soft">What is there and what use comes to below, storage and moves above. ${text(savingText(cost))}</p>${chart(months)}${monthTable(months)}`,
      `<h2>Reckoned with</h2><ul>${estimate.basis.map((line) => `<li>${text(line)}</li>`).join('')}</ul>`,
      ...(actual
        ? [
            `<h2>Billed from ${text(actual.from)} to ${text(actual.to)}</h2>${htmlTable(
              ['Service', 'Usage type', 'Amount', '#USD'],
              actual.lines.map(({ service, usageType, quantity, unit, usd }) => [
                text(service),
                text(usageType),
                text(`${amount(quantity)} ${unit}`),
                dollars(usd),
              ]),
            )}<ul>${actual.remarks.map((remark) => `<li>${text(remark)}</li>`).join('')}</ul>`,
          ]
        : []),
      `<h2>The prices of the guides</h2>${htmlTable(
        ['', 'The guides', `Price list, ${text(region)}`, ''],
        table.map(({ what, said, found, remark }) => [what, said, found ?? 'no price known', remark].map(text)),
      )}`,
      ...scenarios.map(
        ({ name, said, lines, usd, leftOut, usdWithAll, verdict }) =>
          `<h2>${text(name)}</h2><p>The guides say ${text(said)}.</p>${lineTable(lines)}<p><b>${dollars(usd)}</b> ${text(verdict)} Left out:</p>${lineTable(leftOut)}<p>With it <b>${dollars(usdWithAll)}</b>.</p>`,
      ),
    ].join('\n'),
    foot: 'Where each price is from, and on which day, is in the price file of mlops-audit; docs/cost.md says how it is reckoned.',
  })
}

function lineTable(lines: readonly CostLine[]): string {
  return htmlTable(
    ['', '#USD a month', 'Amount'],
    lines.map((line) => [text(line.what), usdOf(line), text(`${amount(line.amount)} ${line.unit}`)]),
  )
}

function monthTable(months: readonly CostMonth[]): string {
  return htmlTable(
    ['Month', '#Storage', '#Moves', '#All', 'Stored at its end'],
    months.map(({ month, storageUsd, movesUsd, usd, stored }) => [
      String(month),
      dollars(storageUsd),
      dollars(movesUsd),
      dollars(usd),
      text(storedText(stored)),
    ]),
  )
}

function chart(months: readonly CostMonth[]): string {
  const most = Math.max(...months.map(({ usd }) => usd), 0.0001)
  const width = 600 / months.length
  const bars = months.map(({ month, usd, otherUsd, storageUsd, movesUsd }, index) => {
    const [low, high] = [(otherUsd / most) * 140, ((storageUsd + movesUsd) / most) * 140]
    const at = (index * width).toFixed(1)
    const wide = Math.max(1, width - 4).toFixed(1)
    return `<g><title>Month ${month}: ${dollars(usd)}</title><rect class="r" x="${at}" y="${(150 - low).toFixed(1)}" width="${wide}" height="${low.toFixed(1)}"/><rect class="c" x="${at}" y="${(150 - low - high).toFixed(1)}" width="${wide}" height="${high.toFixed(1)}"/><text x="${at}" y="168">${month}</text></g>`
  })
  return `<svg viewBox="0 0 600 175" role="img" aria-label="US dollars a month, at most ${dollars(most)}">${bars.join('')}<text x="0" y="9">${dollars(most)}</text></svg>`
}
