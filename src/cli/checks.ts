import type { Check } from '../checks/define.ts'
import { CHECKS } from '../checks/registry.ts'
import { controlsOf } from '../frameworks/registry.ts'
import { closest } from '../model/closest.ts'
import { AuditError } from '../model/errors.ts'
import { SEVERITIES } from '../model/finding.ts'
import { REMEDY_SITUATIONS } from '../verify/remedies.ts'
import { CHECKS_COMMAND } from './checks-command.ts'

const HELP = `mlops-audit checks: ${CHECKS_COMMAND.summary}

Usage: mlops-audit checks [code, id or family ...] [--json]

Without more, every check is a line: code, severity, id, good state. With codes, ids or families, each
is explained: why, a good and a bad example, what to do, what it says, what it reads, which controls.

Examples:
  mlops-audit checks
  mlops-audit checks TRAIL-004
  mlops-audit checks bucket-requires-tls
  mlops-audit checks ECR --json
`

/**
 * What the checks are, for whoever has a finding before them.
 * @throws BAD_INPUT where no check is called so.
 */
export function checksText(args: readonly string[]): string {
  if (args.includes('--help') || args.includes('-h')) return HELP
  const unknown = args.find((arg) => arg.startsWith('-') && arg !== '--json')
  if (unknown !== undefined)
    throw new AuditError('BAD_INPUT', `\`checks\` has no flag ${unknown}.`, { remedy: 'mlops-audit checks --help says what it takes.' })
  const names = args.filter((arg) => !arg.startsWith('-'))
  const chosen = names.length === 0 ? CHECKS : [...new Set(names.flatMap(called))]
  if (args.includes('--json')) return `${JSON.stringify(chosen.map(asData), null, 2)}\n`
  return names.length === 0 ? listed(chosen) : `${chosen.map(explained).join('\n')}`
}

function called(name: string): Check[] {
  const wanted = name.toLowerCase()
  const found = CHECKS.filter(
    ({ id, code }) => id === wanted || code.toLowerCase() === wanted || code.toLowerCase().split('-')[0] === wanted,
  )
  if (found.length > 0) return found
  const guess = closest(
    wanted,
    CHECKS.flatMap(({ id, code }) => [id, code.toLowerCase()]),
  )
  const known = CHECKS.find(({ id, code }) => id === guess || code.toLowerCase() === guess)
  throw new AuditError('BAD_INPUT', `There is no check "${name}".${known ? ` Did you mean ${known.code} (${known.id})?` : ''}`, {
    remedy: 'mlops-audit checks lists them.',
  })
}

function listed(checks: readonly Check[]): string {
  const width = (values: readonly string[]) => Math.max(...values.map(({ length }) => length))
  const [codes, severities, ids] = [width(checks.map(({ code }) => code)), width(SEVERITIES), width(checks.map(({ id }) => id))]
  const lines = checks.map(
    ({ code, severity, id, title }) => `${code.padEnd(codes)}  ${severity.padEnd(severities)}  ${id.padEnd(ids)}  ${title}`,
  )
  return `${lines.join('\n')}\n\n${checks.length} checks. mlops-audit checks <code> explains one.\n`
}

const remediesOf = ({ remedy }: Check) => Object.entries(typeof remedy === 'string' ? { ours: remedy } : remedy)

function explained(check: Check): string {
  const { code, id, title, severity, why, source, reads, settings = [], examples, messages = {} } = check
  const remedies = remediesOf(check)
  const controls = Object.entries(controlsOf(id)).map(([framework, numbers]) => `${framework} ${numbers.join(', ')}`)
  const part = (name: string, lines: readonly string[]) => (lines.length > 0 ? ['', name, ...lines.map((line) => `  ${line}`)] : [])
  return `${[
    `${code}  ${id}  (${severity})`,
    title,
    ...part('Why', why === undefined ? [] : [why]),
    ...part('Good', examples?.good.split('\n') ?? []),
    ...part('Bad', examples?.bad.split('\n') ?? []),
    ...part(
      'What to do',
      remedies.map(([situation, text]) => (remedies.length === 1 ? text : `${REMEDY_SITUATIONS[situation] ?? situation}: ${text}`)),
    ),
    ...part(
      'What it says',
      Object.entries(messages).map(([name, text]) => `${name}: ${text}`),
    ),
    ...part('Settings', settings),
    ...part('Reads', reads),
    ...part('Controls', controls),
    ...part('Source', [source]),
  ].join('\n')}\n`
}

function asData(check: Check) {
  const { code, id, title, severity, why, source, reads, settings = [], examples, messages = {} } = check
  return {
    code,
    id,
    severity,
    title,
    ...(why === undefined ? {} : { why }),
    ...(examples ? { examples } : {}),
    remedies: Object.fromEntries(remediesOf(check)),
    messages,
    settings,
    reads,
    controls: controlsOf(id),
    source,
  }
}
