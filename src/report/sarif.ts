import type { Severity } from '../model/finding.ts'
import type { RunReport } from '../model/report.ts'
import { maskAccounts } from '../text/mask.ts'
import { mapStrings } from '../text/strings.ts'
import { visible } from '../text/visible.ts'
import { verdictOf } from '../verdict/verdict.ts'
import type { Format } from './format.ts'
import { headlineOf } from './headline.ts'
import { jsonText } from './json.ts'
import { type SarifItem, type SarifRule, sarifItems } from './sarif-items.ts'

/** Where a result stands that no file of the repository decides: code scanning refuses a whole file for one result without a place. */
const NO_CONFIG = 'mlops-audit.yml'

/** SARIF 2.1.0 with everything that was judged, for whoever keeps results: what passes, what is excepted and why. */
export const toSarif: Format = (report, place) => {
  const items = sarifItems(report)
  const isAnyExcepted = items.some(({ exception }) => exception)
  return log(report, place.maskAccountId, items, (item) => ({
    kind: item.kind,
    level: item.kind === 'fail' ? LEVELS[item.rule.severity] : 'none',
    message: { text: item.message || item.rule.title },
    locations: [located(item, report, place.folder)],
    partialFingerprints: { 'mlopsAudit/v1': item.fingerprint },
    // Either every result has them or none: without any, nobody knows whether exceptions were looked at.
    ...(isAnyExcepted ? { suppressions: item.exception ? [suppression(item.exception)] : [] } : {}),
  }))
}

/**
 * SARIF as GitHub's code scanning takes it. It shows every result as an alert whatever its kind, and closes an alert that the next file
 * does not have. So: failures, and what could not be read at the same place and with the same fingerprint; nothing that is excepted.
 */
export const toCodeScanning: Format = (report, place) => {
  const open = sarifItems(report).filter(({ kind, exception }) => (kind === 'fail' || kind === 'open') && !exception)
  return log(report, place.maskAccountId, sameLineOnce(open), (item) => ({
    level: LEVELS[item.rule.severity],
    message: { text: item.message || item.rule.title },
    locations: [located(item, report, place.folder)],
    // GitHub's own upload computes this one where there is a line, and warns of every result that says another.
    ...(item.position ? {} : { partialFingerprints: { primaryLocationLineHash: item.fingerprint } }),
  }))
}

const LEVELS = { critical: 'error', high: 'error', medium: 'warning', low: 'note' } as const satisfies Record<Severity, string>

/** GitHub's scale: above 9.0 is critical, from 7.0 high, from 4.0 medium. */
const SCORES = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0' } as const satisfies Record<Severity, string>

/** Rules that are shown with at most this many tags. */
const TAGS = 20

function log(
  report: RunReport,
  isMasked: boolean,
  items: readonly SarifItem[],
  resultOf: (item: SarifItem) => Readonly<Record<string, unknown>>,
): string {
  const rules = [...new Map(items.map(({ rule }) => [rule.id, rule])).values()]
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]))
  const verdict = verdictOf(report)
  const { context } = report
  const file = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mlops-audit',
            semanticVersion: context.version,
            informationUri: 'https://github.com/org/mlops-audit-action',
            rules: rules.map(ruleObject),
          },
        },
        automationDetails: { id: categoryOf(report) },
        invocations: [
          {
            executionSuccessful: report.reason === undefined,
            endTimeUtc: context.time,
            toolExecutionNotifications: [
              { level: verdict.good ? 'note' : 'error', message: { text: headlineOf(report, verdict) } },
              ...report.notices.map((text) => ({ level: 'warning', message: { text } })),
            ],
          },
        ],
        columnKind: 'utf16CodeUnits',
        results: items.map((item) => ({ ruleId: item.rule.id, ruleIndex: indexOf.get(item.rule.id), ...resultOf(item) })),
      },
    ],
  }
  return jsonText(isMasked ? mapStrings(file, maskAccounts) : file)
}

/** Alerts of one category never close those of another: a pull request's those of the account. */
function categoryOf({ command, context, subject }: RunReport): string {
  const part = (text: string) => text.replace(/[^\w.-]+/g, '-').replace(/^-+|-+$/g, '') || 'none'
  return `mlops-audit/${part(command)}/${part(context.configFile ?? '')}/${part(subject.split(' / ').at(-1) ?? '')}/`
}

function ruleObject({ id, name, title, help, severity, tags }: SarifRule) {
  return {
    id,
    name,
    shortDescription: { text: title.slice(0, 1024) },
    fullDescription: { text: title.slice(0, 1024) },
    help: { text: help },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: tags.slice(0, TAGS), precision: 'very-high', 'security-severity': SCORES[severity] },
  }
}

function located(item: SarifItem, report: RunReport, folder: string) {
  const file = item.position?.file
  const own = file === undefined ? undefined : withinRepository(file, folder)
  const uri = own ?? withinRepository(report.context.configFile ?? '', folder) ?? NO_CONFIG
  return {
    physicalLocation: {
      artifactLocation: { uri },
      ...(item.position && own !== undefined
        ? { region: { startLine: Math.max(1, item.position.line), startColumn: Math.max(1, item.position.column) } }
        : {}),
    },
    ...(item.resource ? { logicalLocations: [{ fullyQualifiedName: item.resource, kind: 'resource' }] } : {}),
  }
}

/** The path of a file in the repository as a URI; undefined when it is in none, or nowhere. */
export function withinRepository(file: string, folder: string): string | undefined {
  const path = file.replaceAll('\\', '/')
  const base = folder.replaceAll('\\', '/').replace(/\/$/, '')
  const own = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path
  const parts = own.split('/').filter((part) => part !== '.' && part !== '')
  if (own.startsWith('/') || /^[A-Za-z]:/.test(own) || parts.length === 0 || parts.includes('..')) return undefined
  return parts.map((part) => encodeURIComponent(visible(part))).join('/')
}

function suppression({ reason, owner, expires, ticket }: NonNullable<SarifItem['exception']>) {
  return { kind: 'external', status: 'accepted', justification: reason, properties: { owner, expires, ...(ticket ? { ticket } : {}) } }
}

/** GitHub tells two results of one rule at one line apart by nothing: one result then, which names all resources. */
function sameLineOnce(items: readonly SarifItem[]): SarifItem[] {
  const byPlace = new Map<string, SarifItem[]>()
  for (const item of items) {
    const { rule, position, fingerprint } = item
    const key = position ? `${rule.id}\n${position.file}\n${position.line}` : `${rule.id}\n${fingerprint}`
    byPlace.set(key, [...(byPlace.get(key) ?? []), item])
  }
  return [...byPlace.values()].map((same) => {
    const [first] = same as [SarifItem, ...SarifItem[]]
    const messages = [...new Set(same.map(({ message, resource }) => (resource ? `${resource}: ${message}` : message)))]
    return same.length === 1 ? first : { ...first, message: messages.join('\n') }
  })
}
