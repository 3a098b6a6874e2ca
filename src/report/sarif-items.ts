import { isRed } from '../model/access.ts'
import type { Position } from '../model/errors.ts'
import type { Finding, Severity } from '../model/finding.ts'
import { checksum } from '../model/logical-id.ts'
import type { RunReport } from '../model/report.ts'
import { rowText } from './headline.ts'

/** What SARIF calls the kind of a result: `open` is what could not be read or proven. */
type Kind = 'pass' | 'fail' | 'open' | 'notApplicable'

export interface SarifRule {
  id: string
  name: string
  title: string
  help: string
  severity: Severity
  tags: readonly string[]
}

/** One result before it has SARIF's shape; the two files that are made of them choose and place differently. */
export interface SarifItem {
  rule: SarifRule
  kind: Kind
  message: string
  resource: string
  position: Position | undefined
  /** Same in every run for the same rule, resource, config and environment, whatever the answer is. */
  fingerprint: string
  exception?: { reason: string; owner: string; expires: string; ticket?: string }
}

/** Everything that was judged: findings, rows of the access matrix, problems at a place, gates that stop. */
export function sarifItems(report: RunReport): SarifItem[] {
  const key = `${report.context.configFile ?? ''}\n${report.subject}`
  const print = (rule: string, what: string) => `${checksum(`${rule}\n${what}\n${key}`)}-${checksum(`${key}\n${what}\n${rule}`)}`
  return [
    ...report.problems.map((problem): SarifItem => {
      const id = problem.id ?? 'problem'
      return {
        rule: { id, name: pascal(id), title: id, help: problem.remedy ?? problem.message, severity: 'high', tags: ['config'] },
        kind: 'fail',
        message: problem.message,
        resource: '',
        position: problem.position,
        fingerprint: print(id, `${problem.position?.file ?? ''}\n${problem.message}`),
      }
    }),
    ...report.findings.map(
      (finding): SarifItem => ({
        rule: ruleOf(finding),
        ...kindOf(finding),
        resource: finding.resource,
        position: placeOf(finding, report.context.configFile),
        fingerprint: print(finding.code, finding.resource),
      }),
    ),
    ...(report.access ?? []).map(
      (row): SarifItem => ({
        rule: ACCESS_RULE,
        kind: row.state === 'holds' ? 'pass' : row.state === 'broken' ? 'fail' : isRed(row) ? 'open' : 'notApplicable',
        message: `${rowText(row)} ${{ holds: 'holds', broken: 'does not hold', 'not-proven': 'is not proven' }[row.state]}${row.detail ? `: ${row.detail}` : ''}`,
        resource: row.on,
        position: row.position ?? row.at.find(({ position }) => position)?.position,
        fingerprint: print(ACCESS_RULE.id, rowText(row)),
      }),
    ),
    ...(report.gates ?? [])
      .filter(({ allowed }) => allowed === undefined)
      .map(
        ({ gate, subject, text }): SarifItem => ({
          rule: { id: gate, name: pascal(gate), title: `Gate ${gate}`, help: GATE_HELP, severity: 'high', tags: ['gate'] },
          kind: 'fail',
          message: `${subject} ${text}`,
          resource: subject,
          position: undefined,
          fingerprint: print(gate, `${subject}\n${text}`),
        }),
      ),
  ]
}

const GATE_HELP = 'A gate of the config stops this change. Change it, or allow it in the config with a reason.'

const ACCESS_RULE: SarifRule = {
  id: 'ACCESS',
  name: 'AccessRowHolds',
  title: 'Every row of the access matrix holds',
  help: 'The message names a request that decides otherwise, or what was not searched. Change the statement, or the row.',
  severity: 'high',
  tags: ['security', 'access'],
}

function ruleOf({ id, code, title, severity, remedy, frameworks }: Finding): SarifRule {
  const controls = Object.entries(frameworks).flatMap(([framework, of]) => of.map((control) => `${framework} ${control}`))
  return { id: code, name: pascal(id), title, help: remedy || title, severity, tags: ['security', ...controls] }
}

function kindOf({ status, message, exception }: Finding): Pick<SarifItem, 'kind' | 'message' | 'exception'> {
  switch (status) {
    case 'pass':
      return { kind: 'pass', message }
    case 'fail':
      return { kind: 'fail', message }
    case 'error':
      return { kind: 'open', message: `Could not be read: ${message}` }
    case 'not-applicable':
      return { kind: 'notApplicable', message }
    case 'excepted':
      return { kind: 'fail', message, ...(exception ? { exception } : {}) }
    default:
      return status satisfies never
  }
}

/** The line of the config that decides it, where one does: a reviewer may not have the rendered file. */
function placeOf({ positions = [] }: Finding, configFile: string | undefined): Position | undefined {
  return positions.find(({ file }) => file === configFile) ?? positions[0]
}

function pascal(id: string): string {
  return id
    .split(/[^A-Za-z0-9]+/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join('')
}
