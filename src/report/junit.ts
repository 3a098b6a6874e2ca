import { isRed } from '../model/access.ts'
import { formatPosition } from '../model/errors.ts'
import type { Finding } from '../model/finding.ts'
import { escapeHtml } from '../text/html.ts'
import { maskAccounts } from '../text/mask.ts'
import { mapStrings } from '../text/strings.ts'
import { visible } from '../text/visible.ts'
import { verdictOf } from '../verdict/verdict.ts'
import type { Format } from './format.ts'
import { headlineOf, rowText } from './headline.ts'

/** How one case ended. An `error` is evidence that could not be read: neither passed nor failed. */
type End = { kind: 'passed' } | { kind: 'failure' | 'error' | 'skipped'; message: string; detail?: string }

interface Case {
  group: string
  name: string
  end: End
}

/**
 * JUnit XML, as test viewers read it: a suite for the run's verdict, one for the checks, one for the access matrix. The verdict is a case
 * of its own, so that a run that is red for whatever reason is red here as well.
 */
export const toJunit: Format = (given, { maskAccountId }) => {
  const report = maskAccountId ? mapStrings(given, maskAccounts) : given
  const verdict = verdictOf(report)
  const headline = headlineOf(report, verdict)
  const suites: [string, Case[]][] = [
    [
      'verdict',
      [
        {
          group: report.command,
          name: report.subject,
          end: verdict.good ? { kind: 'passed' } : { kind: 'failure', message: headline, detail: verdict.reasons.join(', ') },
        },
        ...report.problems.map(
          ({ id, message, remedy, position }): Case => ({
            group: id ?? 'problem',
            name: position ? formatPosition(position) : message,
            end: { kind: 'error', message, ...(remedy ? { detail: remedy } : {}) },
          }),
        ),
      ],
    ],
    ['checks', report.findings.map((finding) => ({ group: `${finding.code} ${finding.id}`, name: finding.resource, end: endOf(finding) }))],
    [
      'access matrix',
      (report.access ?? []).map((row) => ({
        group: row.who,
        name: rowText(row),
        end:
          row.state === 'holds'
            ? { kind: 'passed' }
            : { kind: isRed(row) ? (row.state === 'broken' ? 'failure' : 'error') : 'skipped', message: row.detail ?? row.state },
      })),
    ],
  ]
  const written = suites.filter(([, cases]) => cases.length > 0)
  const all = written.flatMap(([, cases]) => cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name=${quoted(`mlops-audit ${report.command}: ${report.subject}`)} ${counts(all)}>`,
    ...written.flatMap(([name, cases]) => [
      `  <testsuite name=${quoted(name)} ${counts(cases)} timestamp=${quoted(report.context.time)}>`,
      ...cases.map(testCase),
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n')
}

function endOf({ status, severity, message, remedy, positions = [], exception }: Finding): End {
  const detail = [remedy, ...positions.map(formatPosition)].join('\n')
  switch (status) {
    case 'pass':
      return { kind: 'passed' }
    case 'fail':
      return { kind: 'failure', message: `${severity}: ${message}`, detail }
    case 'error':
      return { kind: 'error', message: `could not be read: ${message}`, detail }
    case 'excepted':
      return { kind: 'skipped', message: `excepted until ${exception?.expires}: ${exception?.reason}` }
    case 'not-applicable':
      return { kind: 'skipped', message: `not applicable: ${message}` }
    default:
      return status satisfies never
  }
}

function counts(cases: readonly Case[]): string {
  const of = (kind: End['kind']) => cases.filter(({ end }) => end.kind === kind).length
  return `tests="${cases.length}" failures="${of('failure')}" errors="${of('error')}" skipped="${of('skipped')}"`
}

function testCase({ group, name, end }: Case): string {
  const open = `    <testcase classname=${quoted(group)} name=${quoted(name)}`
  if (end.kind === 'passed') return `${open}/>`
  const body = end.detail ? `>${xml(end.detail)}</${end.kind}>` : '/>'
  return `${open}><${end.kind} message=${quoted(end.message)}${body}</testcase>`
}

function quoted(text: string): string {
  return `"${xml(text).replaceAll('\n', '&#10;')}"`
}

/** `visible` leaves no character that XML 1.0 forbids. */
function xml(text: string): string {
  return escapeHtml(visible(text))
}
