import type { RuleChange, RuleComparison } from '../model/plan.ts'
import type { Paint } from '../model/progress.ts'
import { escapeMarkdown, inlineCode } from '../text/markdown.ts'

const MOST_CHARACTERS = 300

/** A rule with what it was and is, in one line. */
function wordsOf({ change, from, to }: RuleChange): string {
  const cut = (text: string) => (text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text)
  if (from !== undefined && to !== undefined) return `${cut(from)} → ${cut(to)}`
  return `${change}${to === undefined && from === undefined ? '' : `: ${cut(to ?? from ?? '')}`}`
}

/** The section *Rules that change* of a comment; the weaker ones first. Nothing, where the rules are those of the base. */
export function rulesMarkdown(rules: RuleComparison | undefined): string | undefined {
  if (!rules || rules.changes.length === 0) return undefined
  const rows = ordered(rules).map(
    (one) => `| ${one.weakens ? '⚠️ weaker' : 'other'} | ${inlineCode(one.rule)} | ${escapeMarkdown(wordsOf(one))} |`,
  )
  const intro = `Compared with ${inlineCode(rules.base)}. What a rule stopped there stops this change too.`
  return ['#### Rules that change', intro, '', '| | Rule | What |', '|---|---|---|', ...rows].join('\n')
}

/** The same for a terminal. */
export function rulesText(rules: RuleComparison | undefined, paint: Paint): string[] {
  if (!rules || rules.changes.length === 0) return []
  return [
    `  Rules that change, beside ${rules.base}:`,
    ...ordered(rules).map((one) => `    ${one.weakens ? paint('yellow', '! weaker') : '~'} ${one.rule}: ${wordsOf(one)}`),
  ]
}

function ordered({ changes }: RuleComparison): RuleChange[] {
  return [...changes].sort((a, b) => Number(b.weakens) - Number(a.weakens))
}
