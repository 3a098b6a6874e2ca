import type { Benchmark, ControlResult } from '../model/benchmark.ts'
import { escapeMarkdown } from '../text/markdown.ts'
import type { Part } from './markdown/part.ts'

/** What stands below the table, so that nobody takes it for more. */
export const NOT_MORE =
  'Tests passed is not met: `direct` is what a control asks of what is looked at here, `supports` one piece of evidence among others. Controls that are not listed are not covered here. The conclusion is yours.'

/** Counts of a control in words. */
export function countsText({ passed, failed, accepted, untested, because }: ControlResult): string {
  const counts: readonly [number, string][] = [
    [passed, 'passed'],
    [failed, 'failed'],
    [accepted, 'accepted by an exception'],
    [untested, 'not tested'],
  ]
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`)
  return [said.length > 0 ? said.join(', ') : 'nothing to test', ...(because.length > 0 ? [`(${because.join(', ')})`] : [])].join(' ')
}

/** How many controls are in each state, the states in a fixed order. */
export function statesText({ controls }: Benchmark): string {
  const states = ['tests passed', 'exceptions', 'not tested', 'not applicable'] as const
  return states.map((state) => `${controls.filter((control) => control.state === state).length} ${state}`).join(', ')
}

const MARKS: Readonly<Record<ControlResult['state'], string>> = {
  'tests passed': '✅',
  exceptions: '❌',
  'not tested': '⚠️',
  'not applicable': '➖',
}

export function benchmarkParts(benchmark: Benchmark | undefined): Part[] {
  if (!benchmark) return []
  const { title, version, controls } = benchmark
  const rows = controls.map(
    (control) =>
      `| ${MARKS[control.state]} ${control.state} | ${escapeMarkdown(control.id)} | ${control.fit} | ${escapeMarkdown(countsText(control))} |`,
  )
  const head = [
    `#### ${escapeMarkdown(`${title} ${version}`)}: ${statesText(benchmark)}`,
    '',
    '| | Control | Fit | Tests |',
    '|---|---|---|---|',
  ]
  return [{ text: [...head, ...rows, '', NOT_MORE].join('\n') }]
}
