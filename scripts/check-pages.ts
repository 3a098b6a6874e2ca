import type { Check } from '../src/checks/define.ts'
import { CHECKS } from '../src/checks/registry.ts'
import { controlsOf } from '../src/frameworks/registry.ts'
import { REMEDY_SITUATIONS } from '../src/verify/remedies.ts'

const familyOf = ({ code }: Check) => code.split('-')[0] ?? code

/** Where the page of a check is, from `docs/`. */
export function pageOf(check: Check): string {
  return `checks/${familyOf(check).toLowerCase()}.md#${check.code.toLowerCase()}-${check.id}`
}

/** A page for each family of checks, everything on it out of the definitions. */
export function checkPages(): { path: string; text: string }[] {
  const families = [...new Set(CHECKS.map(familyOf))]
  return families.map((family) => ({
    path: `docs/checks/${family.toLowerCase()}.md`,
    text: `# Checks ${family}\n\nGenerated from \`src/checks\` by \`npm run docs\`; [all checks](../checks.md).\n\n${CHECKS.filter(
      (check) => familyOf(check) === family,
    )
      .map(section)
      .join('\n')}`,
  }))
}

function section(check: Check): string {
  const { code, id, title, severity, why, source, reads, settings = [], remedy, examples, messages = {} } = check
  const remedies = Object.entries(typeof remedy === 'string' ? { ours: remedy } : remedy)
  const frameworks = Object.entries(controlsOf(id)).map(([framework, controls]) => `${framework} ${controls.join(', ')}`)
  const lines = [
    `## ${code} ${id}`,
    `**${title}.** Severity ${severity}. [AWS](${source})`,
    ...(why === undefined ? [] : [why]),
    ...(examples ? [`Good:\n\n\`\`\`\n${examples.good}\n\`\`\`\n\nBad:\n\n\`\`\`\n${examples.bad}\n\`\`\``] : []),
    remedies.length === 1
      ? `What to do: ${remedies[0]?.[1]}`
      : `What to do:\n\n${remedies.map(([situation, text]) => `- ${REMEDY_SITUATIONS[situation] ?? situation}: ${text}`).join('\n')}`,
    ...(Object.keys(messages).length > 0
      ? [
          `What it says:\n\n${Object.entries(messages)
            .map(([name, text]) => `- \`${name}\`: ${text}`)
            .join('\n')}`,
        ]
      : []),
    ...(settings.length > 0 ? [`Settings: ${settings.map((setting) => `\`${setting}\``).join(', ')}`] : []),
    `Reads: ${reads.map((read) => `\`${read}\``).join(' ')}`,
    ...(frameworks.length > 0 ? [`Controls: ${frameworks.join('; ')}`] : []),
  ]
  return `${lines.join('\n\n')}\n`
}
