import type { Paint } from '../model/progress.ts'
import type { TeardownReport, TeardownStep, TeardownThing } from '../model/teardown.ts'

/** What a clean-up found and did, for a terminal. Texts were made visible before. */
export function teardownLines({ confirmed, things, steps, record }: TeardownReport, paint: Paint): string[] {
  if (confirmed !== undefined)
    return [
      ...steps.flatMap((step) => stepLines(step, paint)),
      ...(record ? [paint('dim', `  On record in ${record}, and in Markdown beside it`)] : []),
    ]
  const groups = [...new Set(things.map((thing) => thing.class))]
  const monthly = things.reduce((sum, { monthlyUsd = 0 }) => sum + monthlyUsd, 0)
  return [
    ...groups.flatMap((group) => [
      paint('bold', `  --${group}`),
      ...things.filter((thing) => thing.class === group).flatMap((thing) => thingLines(thing, paint)),
    ]),
    ...(things.length > 0
      ? [`  Keeping all of it costs $${monthly.toFixed(2)} a month (list prices, storage and keys alone, objects as S3 Standard)`]
      : []),
  ]
}

function thingLines({ kind, name, region, why, details, stays, monthlyUsd }: TeardownThing, paint: Paint): string[] {
  const cost = monthlyUsd === undefined ? '' : `, $${monthlyUsd.toFixed(2)} a month`
  const line = stays === undefined ? `${paint('red', '-')} ${kind} ${name}` : `${paint('green', '=')} ${kind} ${name} stays: ${stays}`
  return [
    `    ${line}`,
    paint('dim', `        ${region}: ${why}`),
    ...(details.length > 0 ? [paint('dim', `        ${details.join('; ')}${cost}`)] : []),
  ]
}

const MARKS = { deleted: ['green', '✓'], scheduled: ['green', '✓'], left: ['red', '✗'] } as const

function stepLines({ kind, name, outcome, detail, requestIds }: TeardownStep, paint: Paint): string[] {
  const [colour, mark] = MARKS[outcome]
  const requests =
    requestIds.length > 0 ? [paint('dim', `        ${requestIds.length === 1 ? 'request' : 'requests'} ${requestIds.join(', ')}`)] : []
  return [`  ${paint(colour, mark)} ${kind} ${name}: ${outcome === 'left' ? 'left: ' : ''}${detail}`, ...requests]
}
