import { amount, type CostLine, type CostMonth, type CostReport, type CostScenario } from '../model/money.ts'
import type { Paint } from '../model/progress.ts'

/** What the audit costs, for a terminal: the month first, then what it is made of. */
export function costReportLines(cost: CostReport, paint: Paint): string[] {
  const { region, prices, table, scenarios, estimate, months, actual } = cost
  const width = Math.max(0, ...table.map(({ what }) => what.length))
  const saidWidth = Math.max(0, ...table.map(({ said }) => said.length))
  return [
    `  ${paint('bold', `${dollars(estimate.monthlyUsd)} in the first month`)}, ${dollars(yearOf(months))} in twelve  ${paint('dim', `list prices of ${region}, ${prices}`)}`,
    ...estimate.lines.map((line) => lineText(line)),
    ...estimate.unpriced.map((what) => `    ${paint('yellow', '!')} ${what}: no price known there, in no sum`),
    heading('With', paint),
    ...estimate.basis.map((text) => `    ${text}`),
    heading('Twelve months', paint),
    ...monthRows(months).map((row) => `    ${row}`),
    `    ${savingText(cost)}`,
    heading(`The guides say, and the price list of ${region} has`, paint),
    ...table.map(
      ({ what, said, found, remark }) =>
        `    ${what.padEnd(width)}  ${said.padEnd(saidWidth)}  ${found ?? 'no price known'}${remark ? paint('dim', `  ${remark}`) : ''}`,
    ),
    ...scenarios.flatMap((scenario) => scenarioLines(scenario, paint)),
    ...(actual
      ? [
          heading(`Billed from ${actual.from} to ${actual.to}: ${dollars(actual.usd)}`, paint),
          ...actual.lines.map(
            ({ service, usageType, usd, quantity, unit }) =>
              `    ${dollars(usd).padStart(10)}  ${service}  ${usageType}  ${paint('dim', `${amount(quantity)} ${unit}`.trim())}`,
          ),
          ...actual.remarks.map((remark) => `    ${paint('yellow', '!')} ${remark}`),
          paint('dim', `    Asked at ${actual.asked} with ${actual.requests} requests of $0.01; kept for a day.`),
        ]
      : []),
  ]
}

function scenarioLines({ name, said, lines, usd, leftOut, usdWithAll, verdict }: CostScenario, paint: Paint): string[] {
  return [
    heading(`${name}: the guides say ${said}`, paint),
    ...lines.map((line) => lineText(line)),
    `    ${dollars(usd).padStart(10)}  what it counts. ${verdict}`,
    '    Left out:',
    ...leftOut.map((line) => lineText(line)),
    `    ${dollars(usdWithAll).padStart(10)}  with it`,
  ]
}

const heading = (text: string, paint: Paint) => `  ${paint('bold', text)}`

function lineText(line: CostLine): string {
  return `    ${usdOf(line).padStart(10)}  ${line.what}: ${amount(line.amount)} ${line.unit}`
}

export function usdOf({ usd }: Pick<CostLine, 'usd'>): string {
  return usd === undefined ? 'no price' : dollars(usd)
}

export function savingText({ lifecycleSavesUsd, months }: CostReport): string {
  const saved = lifecycleSavesUsd
  if (Math.abs(saved) < 0.00005) return `The lifecycle changes nothing in ${months.length} months: what it moves is nothing, or not yet.`
  return saved > 0
    ? `The lifecycle saves ${dollars(saved)} in ${months.length} months, its requests taken off.`
    : `The lifecycle costs ${dollars(-saved)} more than it saves in ${months.length} months.`
}

/** Twelve months as rows of text with a bar each. */
export function monthRows(months: readonly CostMonth[]): string[] {
  const most = Math.max(...months.map(({ usd }) => usd), 0.0001)
  return months.map(({ month, usd, storageUsd, movesUsd, stored }) => {
    const bar = '█'.repeat(Math.max(1, Math.round((usd / most) * 20))).padEnd(20)
    return `${String(month).padStart(2)}  ${bar}  ${dollars(usd).padStart(9)}  storage ${dollars(storageUsd)}, moves ${dollars(movesUsd)}  ${storedText(stored)}`
  })
}

export function storedText(stored: CostMonth['stored']): string {
  return Object.entries(stored)
    .map(([name, gb]) => `${name} ${amount(gb)} GB`)
    .join(', ')
}

export function yearOf(months: readonly CostMonth[]): number {
  return months.reduce((sum, { usd }) => sum + usd, 0)
}

/** US dollars to the cent, and below one to three digits that say something. */
export function dollars(usd: number): string {
  if (usd === 0 || Math.abs(usd) >= 1) return `$${usd.toFixed(2)}`
  const exact = Number(usd.toPrecision(3)).toFixed(9).replace(/0+$/, '')
  return `$${(exact.split('.')[1] ?? '').length < 2 ? usd.toFixed(2) : exact}`
}
